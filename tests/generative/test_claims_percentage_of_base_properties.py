"""Percentages rounded from their counts give no fault; one that is off, or a whole column, does."""

from fractions import Fraction

from hypothesis import assume, given
from hypothesis import strategies as st

from tests.factories.checked_tables import errors_in, faults_in, piped, told

ISSUES = ("Fire", "Flood", "Noise", "Litter", "Parking", "Lights", "Trees")
MONTHS = ("May", "June", "July")


def percent(part: int, whole: int, decimals: int) -> str:
    """Rounded half up, as most print it."""
    scaled = Fraction(part * 100 * 10**decimals, whole)
    number = int(scaled + Fraction(1, 2))
    digits = f"{number:0{decimals + 1}d}"
    return f"{digits[:-decimals]}.{digits[-decimals:]}%" if decimals else f"{digits}%"


@st.composite
def counted(draw: st.DrawFn) -> list[int]:
    return draw(st.lists(st.integers(12, 400), min_size=4, max_size=7))


@given(counted(), st.integers(0, 2))
def test_a_column_beside_its_counts(counts, decimals):
    total = sum(counts)
    rows = [
        ["Issue", "Number", "%"],
        *(
            [name, count, percent(count, total, decimals)]
            for name, count in zip(ISSUES, counts, strict=False)
        ),
        ["Total", total, "100%"],
    ]
    assert told(faults_in(piped(rows))) == []


@given(counted(), st.integers(0, 1), st.data())
def test_one_percentage_that_is_off(counts, decimals, data):
    total = sum(counts)
    place = data.draw(st.integers(0, len(counts) - 1))
    shown = [percent(count, total, decimals) for count in counts]
    right = shown[place]
    off = Fraction(data.draw(st.integers(2, 30)), 10**decimals)
    wrong = Fraction(right.rstrip("%")) + off
    assume(wrong < 100)
    shown[place] = f"{float(wrong):.{decimals}f}%"
    rows = [
        ["Issue", "Number", "%"],
        *zip(ISSUES, counts, shown, strict=False),
        ["Total", total, "100%"],
    ]
    assert errors_in(piped(rows)) == [("percentage_of_base", shown[place], right)]


@st.composite
def three_months(draw: st.DrawFn) -> list[list[int]]:
    """The third month so much busier than the second that their bases never round alike."""
    length = draw(st.integers(4, 5))
    ranges = ((12, 400), (70, 100), (120, 200))
    return [draw(st.lists(st.integers(*each), min_size=length, max_size=length)) for each in ranges]


@given(three_months(), st.integers(0, 1))
def test_a_whole_column_on_the_wrong_base(months, decimals):
    totals = [sum(counts) + 50 * (place + 1) for place, counts in enumerate(months)]
    bases = [totals[0], totals[2], totals[2]]
    rows: list[list[str]] = [["Issue", *MONTHS]]
    for place in range(len(months[0])):
        cells = [
            f"{counts[place]} / {percent(counts[place], base, decimals)}"
            for counts, base in zip(months, bases, strict=True)
        ]
        rows.append([ISSUES[place], *cells])
    rows.append(["All calls", *(f"{total} / 100%" for total in totals)])
    (fault,) = faults_in(piped(rows, "Calls by month"))
    assert fault.kind == "percentage_of_base"
    assert f"{totals[1]:,}" in fault.message
    assert f"{totals[2]:,}" in fault.message
    assert "“June”" in fault.message


@given(
    st.lists(
        st.integers(20, 900).flatmap(lambda n: st.tuples(st.just(n), st.integers(1, n - 1))),
        min_size=3,
        max_size=8,
    ),
    st.integers(0, 1),
)
def test_parts_of_the_column_beside(pairs, decimals):
    rows = [
        ["School", "Pupils", "Seen", "Seen %"],
        *(
            [f"School {chr(65 + place)}", whole, part, percent(part, whole, decimals)]
            for place, (whole, part) in enumerate(pairs)
        ),
    ]
    assert told(faults_in(piped(rows))) == []


@given(counted(), st.data())
def test_a_wrong_count_is_told_once_and_by_its_place(counts, data):
    """Neither its sum nor its percentage fits it, and both ask the same number in its place."""
    total = sum(counts)
    place = data.draw(st.integers(0, len(counts) - 1))
    shown = [percent(count, total, 1) for count in counts]
    printed = list(counts)
    printed[place] += data.draw(st.integers(total // 50 + 2, total // 10 + 3))
    rows = [
        ["Issue", "Number", "%"],
        *zip(ISSUES, printed, shown, strict=False),
        ["Total", total, "100%"],
    ]
    assert errors_in(piped(rows)) == [("total", str(printed[place]), str(counts[place]))]
