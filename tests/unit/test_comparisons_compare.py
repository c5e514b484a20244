"""One indicator beside everything it may be compared with, and what is said where it may not."""

from dataclasses import replace
from decimal import Decimal

import pytest

from goldenthread.comparisons import (
    ComparatorKind,
    Direction,
    Judgement,
    NotKnown,
    compare,
)
from goldenthread.comparisons.rank import MINIMUM_RANKED, rank
from goldenthread.figures import Shelf
from goldenthread.indicators.definition import Polarity
from goldenthread.nouns import Break, PeriodKind, Symbol, Unit
from tests.factories import EAST, ENGLAND, LUTON, a_figure, a_thread
from tests.factories.comparing import (
    LUTON_2021,
    LUTON_2025,
    NEIGHBOURS,
    YEAR,
    a_percentage,
    an_indicator,
    councils,
    luton_distant_placements,
    luton_section_47,
    years_of,
)

SETS = (LUTON_2021, LUTON_2025)


def compared(figures, indicator=None, **changes):
    given = {"region": EAST, "neighbour_sets": SETS} | changes
    return compare(Shelf(figures), indicator or an_indicator(), LUTON, YEAR, **given)


def test_everything_about_section_47_enquiries():
    found = compared(luton_section_47(), region=None)
    assert (found.figure.value, found.count.value) == (Decimal("207.9"), 1252)
    assert found.change.difference.value == Decimal("54.3")
    assert found.count_change.relative.value == Decimal("37.3")
    assert found.change.relative.value == Decimal("35.4")
    assert len(found.series) == 10
    assert found.series[0].period.code == "2014-15"
    assert [f.value for f in found.count_series] == [1219, 912, 1252]
    assert [f.value for f in found.england_series] == [Decimal("189.6"), Decimal("187.1")]
    england = found.comparator(ComparatorKind.ENGLAND)
    assert (england.direction, england.judgement) == (Direction.UP, Judgement.NEITHER)
    mean = found.comparator(ComparatorKind.NEIGHBOURS_MEAN)
    assert mean.figure.value == Decimal("212.6")
    assert mean.direction is Direction.DOWN
    assert found.neighbours.set is LUTON_2021
    assert len(found.neighbours.earlier) == 10
    assert found.not_known == (
        "Its place among all councils is not told: too few of them have a value here.",
    )


def test_every_number_in_it_can_be_declared():
    found = compared(luton_section_47(), region=None)
    declared = {figure.id for figure in found.figures()}
    worked_out = [found.change.difference, found.change.relative, found.neighbours.mean]
    assert {figure.id for figure in worked_out} <= declared


def test_placements_in_the_tool_are_read_by_polarity_and_without_counts():
    found = compared(luton_distant_placements(), a_percentage())
    assert found.figure.period.kind is PeriodKind.YEAR_END
    for kind in (ComparatorKind.ENGLAND, ComparatorKind.REGION, ComparatorKind.NEIGHBOURS_MEDIAN):
        assert found.comparator(kind).judgement is Judgement.WORSE
        assert found.comparator(kind).chance is None
    assert found.change.judgement is Judgement.WORSE
    assert "not known: the source gives no counts" in " ".join(found.not_known)
    assert any("Only nine years" in sentence for sentence in found.not_known)
    assert found.polarity is Polarity.LOW_IS_BETTER


def test_another_release_is_never_put_beside():
    figures = [f for f in luton_section_47() if f.area == LUTON and f.period == YEAR and f.decimals]
    older = a_thread(vintage="2023", definition="section_47_enquiries:1")
    for area in (ENGLAND, EAST, LUTON, *NEIGHBOURS.values()):
        figures += years_of(an_indicator(), area, {2023: 189.6, 2024: 187.1}, thread=older)
    found = compared(figures)
    assert found.comparators == ()
    assert found.change is None
    assert found.neighbours.members == ()
    assert found.not_known == (
        "No figure for the year ending 31 March 2023 is in this source and release, "
        "so no change is told.",
        "Only one year has a value in this source and release.",
        "The value for England is not in this source and release.",
        "The value for East of England is not in this source and release.",
        "No average of its statistical neighbours is given: none of the ten have a value in this "
        "source and release.",
        "Its place among all councils is not told: too few of them have a value here.",
    )


def test_a_figure_that_is_not_there_is_not_known():
    found = compared([])
    assert found == NotKnown(
        "No figure for Section 47 enquiries in Luton for the year ending 31 March 2024 is in the "
        "data: its release has not come out or has not been loaded."
    )


def test_a_year_holds_several_months_so_the_very_month_has_to_be_asked_for():
    found = compared([], an_indicator(period_kind=PeriodKind.MONTH))
    assert found == NotKnown(
        "“Section 47 enquiries” is not counted by financial year: ask for the very month."
    )


def test_a_withheld_figure_is_compared_with_nothing():
    figures = [f for f in luton_section_47() if not (f.area == LUTON and f.period == YEAR)]
    figures.append(
        a_figure(
            symbol=Symbol.CONFIDENTIAL,
            unit=Unit.RATE_PER_10000,
            thread=a_thread(definition="section_47_enquiries:1"),
        )
    )
    found = compared(figures)
    assert found.figure.symbol is Symbol.CONFIDENTIAL
    assert found.comparators == ()
    assert found.change is None
    assert found.rank is None
    assert found.not_known == (
        "The figure for Luton for the year ending 31 March 2024 is withheld to protect children’s "
        "identities, so it is not compared.",
    )


def test_a_number_alone_is_not_set_beside_other_areas():
    figures = [a_figure(1252), a_figure(912, period="2022-23"), a_figure(224520, area=ENGLAND)]
    found = compared(figures)
    assert (found.figure.unit, found.count) == (Unit.COUNT, None)
    assert found.comparators == ()
    assert found.neighbours is None
    assert found.change.relative.value == Decimal("37.3")
    assert any("not compared between areas" in sentence for sentence in found.not_known)


def test_a_missing_neighbour_and_a_withheld_region_are_said():
    figures = [
        f for f in luton_section_47() if not (f.area.code in {"330", "831"} and f.period == YEAR)
    ]
    figures.append(
        a_figure(
            symbol=Symbol.NOT_AVAILABLE,
            unit=Unit.RATE_PER_10000,
            area=EAST,
            thread=a_thread(definition="section_47_enquiries:1"),
        )
    )
    found = compared(figures)
    assert found.neighbours.missing == 2
    assert "The value for East of England is not available." in found.not_known
    assert (
        "The average of its statistical neighbours leaves out two of the ten, for which no value "
        "is published."
    ) in found.not_known


@pytest.mark.parametrize(
    ("close", "said"), [(0, "none are"), (1, "one is"), (4, "four are"), (5, ""), (None, "")]
)
def test_neighbours_the_model_calls_far_are_told_with_a_caution(close, said):
    chosen = replace(LUTON_2021, close=close)
    found = compared(luton_section_47(), neighbour_sets=[chosen])
    cautions = [each for each in found.not_known if "at least somewhat close" in each]
    assert bool(cautions) == bool(said)
    assert all(f"Of its ten statistical neighbours {said} at" in each for each in cautions)


def test_without_a_set_there_are_no_neighbours():
    found = compared(luton_section_47(), neighbour_sets=())
    assert found.neighbours is None
    assert found.neighbour_low_series == ()
    assert "No set of statistical neighbours for Luton is in the data." in found.not_known


def test_a_target_is_judged_and_is_no_matter_of_chance():
    target = a_figure(
        20,
        indicator="looked_after_placed_over_20_miles",
        unit=Unit.PERCENT,
        period="2024-03-31",
        thread=a_thread(source="local.targets"),
    )
    found = compared(luton_distant_placements(), a_percentage(), targets={target.indicator: target})
    beside = found.comparator(ComparatorKind.TARGET)
    assert (beside.figure, beside.judgement, beside.chance) == (target, Judgement.WORSE, None)
    other = {target.indicator: a_figure(20, unit=Unit.COUNT)}
    assert (
        compared(luton_distant_placements(), a_percentage(), targets=other).comparator(
            ComparatorKind.TARGET
        )
        is None
    )


def test_across_a_break_no_change_is_told_and_the_break_is_kept():
    broken = Break(YEAR.start, "Counted otherwise.", ("section_47_enquiries",), ("821",))
    found = compared(luton_section_47(), breaks=[broken])
    assert found.breaks == (broken,)
    assert found.change.across is broken
    assert found.count_change.across is broken
    assert not any("chance" in sentence for sentence in found.not_known)


def test_england_is_not_set_beside_itself():
    found = compare(Shelf(luton_section_47()), an_indicator(), ENGLAND, YEAR, neighbour_sets=SETS)
    assert found.comparators == ()
    assert found.england_series == ()
    assert not any("neighbours" in sentence for sentence in found.not_known)


def test_a_part_is_compared_with_the_same_part():
    figures = [
        each
        for area, value in ((LUTON, 46), (ENGLAND, 48))
        for each in years_of(
            a_percentage(), area, {2023: value + 1, 2024: value}, breakdown="category=Neglect"
        )
    ]
    breakdown = figures[0].breakdown
    found = compared(figures, a_percentage(), breakdown=breakdown, neighbour_sets=())
    assert found.figure.breakdown == breakdown
    assert found.comparator(ComparatorKind.ENGLAND).figure.value == 48
    assert isinstance(compared(figures, a_percentage()), NotKnown)


@pytest.fixture(scope="module")
def country():
    """Enough councils to rank among, some sharing a value, and Luton at 207.9."""
    figures = years_of(an_indicator(), LUTON, {2024: 207.9})
    values = [250, 240, 207.9, 207.9, *range(50, 50 + MINIMUM_RANKED - 5)]
    for area, value in zip(councils(len(values)), values, strict=True):
        figures += years_of(an_indicator(), area, {2024: value})
    figures += years_of(an_indicator(), ENGLAND, {2024: 999})
    return figures


def test_the_highest_is_first_and_equal_values_share_a_place(country):
    placed, among = rank(Shelf(country), country[0])
    assert (placed.value, among) == (3, MINIMUM_RANKED)
    assert "2 are higher, shared with 2 more" in placed.thread.calculation
    found = compared(country)
    assert (found.rank.value, found.rank_of) == (3, MINIMUM_RANKED)


def test_among_too_few_there_is_no_place(country):
    assert rank(Shelf(country[:-2] + country[-1:]), country[0]) is None


def test_only_councils_with_a_value_have_a_place(country):
    shelf = Shelf(country)
    assert rank(shelf, country[-1]) is None
    withheld = a_figure(symbol=Symbol.CONFIDENTIAL, unit=Unit.RATE_PER_10000)
    assert rank(shelf, withheld) is None
