"""How a comparison is told: rose and fell, percent and points, above and below, known and not."""

from dataclasses import replace

import pytest

from goldenthread.comparisons.model import (
    Chance,
    Change,
    Comparator,
    ComparatorKind,
    Comparison,
    Direction,
    Judgement,
)
from goldenthread.disclosure import release
from goldenthread.indicators import indicator
from goldenthread.nouns import Break, Figure, Symbol, Unit
from goldenthread.wording import plain
from goldenthread.wording.sentences import Writer
from tests.factories import EAST, ENGLAND, a_figure, a_thread


def derived(value: float, unit: Unit, decimals: int, *inputs: Figure) -> Figure:
    """A number worked out from others."""
    thread = a_thread(calculation="worked out", inputs=tuple(figure.id for figure in inputs))
    return a_figure(value, unit=unit, decimals=decimals, thread=thread)


def a_change(earlier: Figure, later: Figure, direction: Direction, **given: object) -> Change:
    """A change between two figures, neither good nor bad unless said."""
    parts = {"difference": None, "relative": None, "judgement": Judgement.NEITHER, "chance": None}
    return Change(earlier=earlier, later=later, direction=direction, **(parts | given))


def told(sentence: str, comparison: Comparison, name: str = "section_47_enquiries") -> str:
    """One kind of sentence about a comparison, as plain text."""
    writer = Writer(release(comparison.figures()))
    method = getattr(writer, sentence)
    words = method(indicator(name), comparison) if sentence == "trend" else method(comparison)
    return plain(words)


@pytest.fixture
def section_47() -> Comparison:
    """Luton's section 47 enquiries in 2023-24, as published."""
    before = a_figure(912, period="2022-23")
    now = a_figure(1252)
    rates = {"unit": Unit.RATE_PER_10000, "decimals": 1}
    rate = a_figure(207.9, **rates)
    relative = derived(37.3, Unit.PERCENT_CHANGE, 1, before, now)
    england = a_figure(187.1, area=ENGLAND, **rates)
    return Comparison(
        figure=rate,
        count=now,
        count_change=a_change(before, now, Direction.UP, relative=relative),
        comparators=(
            Comparator(
                ComparatorKind.ENGLAND, "England", england, Direction.UP, Judgement.NEITHER, None
            ),
        ),
    )


def test_a_rise_in_a_number_is_told_from_what_to_what_and_by_how_much(section_47):
    assert told("trend", section_47) == (
        "Section 47 enquiries rose from 912 in 2022-23 to 1,252 in 2023-24 (37.3%)."
    )


def test_a_rate_is_placed_against_england(section_47):
    assert told("standing", section_47) == (
        "At 207.9 per 10,000 children the rate was above England’s 187.1."
    )


def test_above_one_and_below_another_are_both_told(section_47):
    east = a_figure(250.5, area=EAST, unit=Unit.RATE_PER_10000, decimals=1)
    region = Comparator(
        ComparatorKind.REGION, EAST.name, east, Direction.DOWN, Judgement.NEITHER, None
    )
    both = replace(section_47, comparators=(*section_47.comparators, region))
    assert told("standing", both) == (
        "At 207.9 per 10,000 children the rate was above England’s 187.1 and below the East of "
        "England’s 250.5."
    )


def test_a_percentage_moves_by_points_and_says_whether_that_is_better():
    percents = {
        "indicator": "re_referrals_within_12_months",
        "unit": Unit.PERCENT,
        "decimals": 1,
    }
    before = a_figure(21.0, period="2022-23", **percents)
    now = a_figure(20.8, **percents)
    points = derived(-0.2, Unit.PERCENTAGE_POINTS, 1, before, now)
    change = a_change(before, now, Direction.DOWN, difference=points, judgement=Judgement.BETTER)
    said = told("trend", Comparison(figure=now, change=change), "re_referrals_within_12_months")
    assert said.endswith(
        "fell from 21.0% in 2022-23 to 20.8% in 2023-24 (0.2 percentage points), an improvement."
    )


def test_no_rise_is_told_across_a_break(section_47):
    broken = replace(
        section_47.count_change,
        across=Break(section_47.figure.period.start, "thresholds changed", ()),
    )
    said = told("trend", replace(section_47, count_change=broken))
    assert "rose" not in said
    assert "912" not in said
    assert said.endswith("It is not compared with the year before. Thresholds changed.")


def test_a_withheld_number_is_said_to_be_withheld_and_its_change_is_not_told():
    before, now = a_figure(12, period="2022-23"), a_figure(3)
    change = a_change(before, now, Direction.DOWN)
    said = told("trend", Comparison(figure=now, change=change))
    assert said == (
        "Section 47 enquiries in 2023-24: c (withheld to protect children’s identities)."
    )


def test_a_change_that_could_be_chance_is_said_to_be(section_47):
    for beyond, words in (
        (True, "more than chance"),
        (False, "is not shown to be more than chance"),
    ):
        chance = Chance(beyond, "a method", 0.95)
        change = replace(section_47.count_change, chance=chance)
        assert words in told("chance", replace(section_47, count_change=change))


def test_the_record_of_the_years_is_told_in_a_word_not_a_number(section_47):
    series = tuple(
        a_figure(value, period=f"20{year}-{year + 1}", unit=Unit.RATE_PER_10000, decimals=1)
        for year, value in zip(range(18, 23), (150.1, 160.2, 155.0, 149.9, 153.6), strict=True)
    )
    comparison = replace(section_47, series=(*series, section_47.figure))
    assert told("record", comparison) == "The rate is the highest of the six years known."


def test_a_tie_is_no_record(section_47):
    series = tuple(
        a_figure(207.9, period=f"20{year}-{year + 1}", unit=Unit.RATE_PER_10000, decimals=1)
        for year in range(18, 23)
    )
    assert told("record", replace(section_47, series=(*series, section_47.figure))) == ""


def test_a_share_is_told_as_a_percentage_though_the_number_behind_it_is_known():
    shares = {"indicator": "re_referrals_within_12_months", "unit": Unit.PERCENT, "decimals": 1}
    before, now = a_figure(21.0, period="2022-23", **shares), a_figure(20.8, **shares)
    counts = {"indicator": "re_referrals_within_12_months"}
    fewer, more = a_figure(640, period="2022-23", **counts), a_figure(652, **counts)
    comparison = Comparison(
        figure=now,
        count=more,
        change=a_change(before, now, Direction.DOWN),
        count_change=a_change(fewer, more, Direction.UP),
    )
    said = told("trend", comparison, "re_referrals_within_12_months")
    assert "fell from 21.0%" in said
    assert "640" not in said


def test_no_record_is_told_where_a_year_is_withheld(section_47):
    series = tuple(
        a_figure(150.1, period=f"20{year}-{year + 1}", unit=Unit.RATE_PER_10000, decimals=1)
        for year in range(18, 22)
    )
    hidden = a_figure(
        symbol=Symbol.CONFIDENTIAL, period="2022-23", unit=Unit.RATE_PER_10000, decimals=1
    )
    comparison = replace(section_47, series=(*series, hidden, section_47.figure))
    assert told("record", comparison) == ""


def test_where_the_number_rose_and_the_rate_fell_both_are_told(section_47):
    rates = {"unit": Unit.RATE_PER_10000, "decimals": 1}
    before, now = a_figure(277.4, period="2022-23", **rates), a_figure(274.2, **rates)
    change = a_change(before, now, Direction.DOWN)
    both = replace(section_47, figure=now, change=change)
    assert told("otherwise_as_a_rate", both) == (
        "As a rate it fell from 277.4 to 274.2 per 10,000 children."
    )
    assert told("otherwise_as_a_rate", section_47) == ""


def test_numbers_on_one_day_are_not_judged_by_chance(section_47):
    before, now = a_figure(420, period="2023-03-31"), a_figure(375, period="2024-03-31")
    change = a_change(before, now, Direction.DOWN, chance=Chance(False, "a method", 0.95))
    assert told("chance", replace(section_47, count=now, count_change=change)) == ""


def test_a_size_that_a_reader_would_not_get_by_subtracting_says_why():
    percents = {"indicator": "re_referrals_within_12_months", "unit": Unit.PERCENT}
    before, now = a_figure(69, period="2022-23", **percents), a_figure(57, **percents)
    points = derived(-11, Unit.PERCENTAGE_POINTS, 0, before, now)
    change = a_change(before, now, Direction.DOWN, difference=points)
    said = told("trend", Comparison(figure=now, change=change), "re_referrals_within_12_months")
    assert "(11 percentage points, before rounding)" in said


def test_what_was_not_worked_out_is_not_said_to_be_withheld():
    thread = a_thread(calculation="the bands up to 45 days, over all")
    now = a_figure(symbol=Symbol.CONFIDENTIAL, unit=Unit.PERCENT, thread=thread)
    assert told("trend", Comparison(figure=now)) == (
        "Section 47 enquiries in 2023-24: c (not worked out, because the source withholds a part "
        "of it)."
    )
