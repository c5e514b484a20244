"""True sentences at any rounding are never wrong; numbers moved beyond rounding always are."""

from fractions import Fraction

from hypothesis import assume, given
from hypothesis import strategies as st

from goldenthread.claims.checking import check
from goldenthread.claims.checks.change import KIND as CHANGE
from goldenthread.claims.checks.percent_or_points import KIND as POINTS
from goldenthread.claims.checks.share import KIND as SHARE
from goldenthread.claims.documents.lines import document_from_text
from goldenthread.claims.language.printed import number
from goldenthread.claims.reading import Reading
from goldenthread.nouns.fault import Severity

NOUNS = st.sampled_from(["referrals", "contacts", "visits to families", "fires", "pupils on roll"])
YEARS = st.sampled_from([("2021/22", "2022/23"), ("2019", "2020"), ("March 2023", "March 2024")])
UP = {"verb": "rose", "noun": "increase", "more": "more", "higher": "higher", "way": "up"}
DOWN = {"verb": "fell", "noun": "fall", "more": "fewer", "higher": "lower", "way": "down"}
# {a} and {b} are the ends, {p} the size with its unit, {t} and {u} their times.
TEMPLATES = st.sampled_from(
    [
        "The number of {noun} {verb} from {a} in {t} to {b} in {u}, a {n} of {p}.",
        "The number of {noun} {verb} from {a} to {b} ({p} {n}).",
        "The number of {noun} {verb} by {p} from {a} in {t} to {b} in {u}.",
        "The number of {noun} {verb} by {p}, from {a} to {b}.",
        "There were {b} {noun} in {u}, compared with {a} in {t} ({p} {n}).",
        "There were {b} {noun} in {u}, {way} {p} on {a} in {t}.",
        "There were {b} {noun} in {u}, {way} {p} from {a}.",
        "There were {b} {noun}, {p} {more} than the {a} of the year before.",
        "In {t} there were {a} {noun} and in {u} there were {b}, a {n} of {p}.",
        "The number of {noun} {verb} {p} (from {a} to {b}).",
        "{b} {noun} were counted in {u}, {p} {higher} than in {t} ({a}).",
        "A {n} of {p} was seen, from {a} {noun} in {t} to {b} in {u}.",
        "Last year we counted {a} {noun}. This year it was {b}, a {n} of {p}.",
        "This year there were {b} {noun}, a {p} {n} on last year's {a}.",
        "The number of {noun} {verb} from {a} to {b}, which is a {n} of {p}.",
    ]
)
SHARES = st.sampled_from(
    [
        "{a} of the {b} {noun} ({p}) were in time.",
        "{a} out of {b} {noun} were in time, which is {p}.",
        "Of the {b} {noun}, {a} ({p}) were in time.",
        "{p} of {noun} ({a} of {b}) were in time.",
        "There were {b} {noun}, of which {a} ({p}) were in time.",
        "There were {b} {noun}. Of these, {a} ({p}) were in time.",
        "{p} of the {b} {noun} ({a}) were in time.",
    ]
)


def errors(text):
    """The errors that the three checks of sums in sentences find."""
    checked = check(Reading((document_from_text("a.txt", text),)), [CHANGE, POINTS, SHARE])
    return [fault for fault in checked.faults if fault.severity is Severity.ERROR]


def percent(value, decimals, unit):
    """A percentage as it is printed, without its sign."""
    return f"{number(abs(value), decimals)}{unit}"


def sentence(template, before, after, size, noun, years, shown="{:,}"):
    """A template filled with the ends and the size of a change, with the words that go its way."""
    words = UP if after > before else DOWN
    filled = template.format(
        a=shown.format(before),
        b=shown.format(after),
        p=size,
        n=words["noun"],
        noun=noun,
        t=years[0],
        u=years[1],
        **{name: word for name, word in words.items() if name != "noun"},
    )
    return filled.replace("a increase", "an increase").replace("A increase", "An increase")


ENDS = st.integers(min_value=11, max_value=9_999)


@given(TEMPLATES, ENDS, ENDS, NOUNS, YEARS, st.integers(0, 2), st.sampled_from(["%", " per cent"]))
def test_a_true_change_is_never_wrong(template, before, after, noun, years, decimals, unit):
    assume(before != after)
    size = percent(Fraction(after - before, before) * 100, decimals, unit)
    text = sentence(template, before, after, size, noun, years)
    assert not errors(text), text


@given(TEMPLATES, ENDS, ENDS, NOUNS, YEARS, st.integers(0, 1), st.sampled_from([-7, -4, 4, 7, 15]))
def test_a_size_moved_beyond_rounding_is_always_wrong(
    template, before, after, noun, years, decimals, moved
):
    assume(before != after)
    # Counts that end in noughts may be rounded, and stand for more than themselves.
    assume(before % 10 and after % 10)
    told = abs(Fraction(after - before, before) * 100) + moved
    assume(1 <= told <= 400)
    # What changes more than twenty-five times over is taken for two different things.
    assume(max(before, after) <= 25 * min(before, after))
    text = sentence(template, before, after, percent(told, decimals, "%"), noun, years)
    assert errors(text), text


@given(st.integers(1, 5_000), st.integers(2, 5_000), SHARES, NOUNS, st.integers(0, 2))
def test_a_true_share_is_never_wrong(part, whole, template, noun, decimals):
    assume(1 < part < whole)
    share = percent(Fraction(part, whole) * 100, decimals, "%")
    text = template.format(a=f"{part:,}", b=f"{whole:,}", p=share, noun=noun)
    assert not errors(text), text


@given(
    st.integers(11, 5_000), st.integers(12, 5_000), SHARES, NOUNS, st.sampled_from([-6, -3, 3, 6])
)
def test_a_share_moved_beyond_rounding_is_always_wrong(part, whole, template, noun, moved):
    assume(part < whole)
    assume(part % 10 and whole % 10)
    told = Fraction(part, whole) * 100 + moved
    assume(1 <= told < 100)
    text = template.format(a=f"{part:,}", b=f"{whole:,}", p=percent(told, 0, "%"), noun=noun)
    assert errors(text), text


@given(st.integers(100, 999), st.integers(100, 999), TEMPLATES, YEARS)
def test_a_difference_of_percentages_is_true_in_points(before, after, template, years):
    assume(before != after)
    size = f"{number(Fraction(abs(after - before), 10), 1)} percentage points"
    one, other = before / 10, after / 10
    text = sentence(template, one, other, size, "of visits in time", years, "{:.1f}%")
    assert not errors(text), text
