"""Statistical neighbours: the set for the year, the mean of whom, and who is missing."""

from decimal import Decimal

from goldenthread.comparisons.neighbours import (
    MINIMUM_MEMBERS,
    band,
    in_force,
    members_with_values,
    neighbours,
)
from goldenthread.comparisons.periods import period_of, report_year
from goldenthread.figures import Shelf
from goldenthread.nouns import NeighbourSet, Period, PeriodKind, Symbol, Unit
from tests.factories import LUTON, a_figure, a_thread
from tests.factories.comparing import (
    LUTON_2021,
    LUTON_2025,
    NEIGHBOURS,
    YEAR,
    an_indicator,
    luton_conferences,
    luton_section_47,
    years_of,
)

SETS = (LUTON_2025, LUTON_2021)


def test_each_report_year_keeps_the_model_it_was_written_with():
    chosen = {
        ending: in_force(SETS, "821", Period.financial_year(ending)).year
        for ending in (2019, 2021, 2023, 2024, 2025, 2026)
    }
    assert chosen == {2019: 2021, 2021: 2021, 2023: 2021, 2024: 2021, 2025: 2025, 2026: 2025}


def test_a_position_or_an_academic_year_belongs_to_a_report_year():
    assert in_force(SETS, "821", Period.year_end(2024)).year == 2021
    assert in_force(SETS, "821", Period.academic_year(2024)).year == 2021
    assert in_force(SETS, "821", Period.academic_year(2025)).year == 2025


def test_a_later_model_holds_from_its_own_year_and_no_set_is_no_set():
    later = NeighbourSet("x", 2029, "821", ())
    assert in_force([*SETS, later], "821", Period.financial_year(2028)).year == 2025
    assert in_force([*SETS, later], "821", Period.financial_year(2029)).year == 2029
    assert in_force(SETS, "330", YEAR) is None


def test_report_years_and_periods_match():
    kinds = set(PeriodKind) & {
        PeriodKind.YEAR_END,
        PeriodKind.MID_YEAR,
        PeriodKind.ACADEMIC_YEAR,
        PeriodKind.CALENDAR_YEAR,
        PeriodKind.FINANCIAL_YEAR,
    }
    for kind in kinds:
        assert report_year(period_of(kind, YEAR)) == YEAR
    assert period_of(PeriodKind.MONTH, YEAR) is None
    month = Period.month(2024, 2)
    assert period_of(PeriodKind.MONTH, month) is month


def test_the_mean_and_median_are_of_the_printed_values():
    figures = luton_conferences()
    luton = next(f for f in figures if f.area == LUTON and f.period == YEAR)
    beside = neighbours(Shelf(figures), luton, LUTON_2021)
    # 69.2, 70, 70.4, 76.3, 63.2, 45.1, 43, 58.6, 50.8 and 82.9 add up to 629.5.
    assert beside.mean.value == Decimal("63.0")
    assert beside.median.value == Decimal("66.2")
    assert beside.missing == 0
    assert [each.area.code for each in beside.members] == list(LUTON_2021.members)
    assert set(beside.mean.thread.inputs) == {each.id for each in beside.members}
    assert beside.mean.area.members == LUTON_2021.members


def test_members_without_a_value_or_of_another_release_are_missing():
    figures = luton_conferences()
    luton = next(f for f in figures if f.area == LUTON and f.period == YEAR)
    kept = [f for f in figures if f.area.code not in {"330", "871"} or f.period != YEAR]
    kept += [
        a_figure(
            symbol=Symbol.CONFIDENTIAL,
            indicator="initial_conferences",
            unit=Unit.RATE_PER_10000,
            area=NEIGHBOURS["330"],
            thread=luton.thread,
        ),
        a_figure(
            70,
            indicator="initial_conferences",
            unit=Unit.RATE_PER_10000,
            area=NEIGHBOURS["871"],
            thread=a_thread(vintage="2023", definition="initial_conferences:1"),
        ),
    ]
    beside = neighbours(Shelf(kept), luton, LUTON_2021)
    assert beside.missing == 2
    assert len(beside.members) == 8


def test_too_few_members_have_no_average():
    indicator = an_indicator()
    luton = years_of(indicator, LUTON, {2024: 207.9})
    codes = list(NEIGHBOURS)

    def with_members(number):
        figures = list(luton)
        for code in codes[:number]:
            figures += years_of(indicator, NEIGHBOURS[code], {2024: 200})
        return neighbours(Shelf(figures), luton[0], LUTON_2021)

    few, enough = with_members(MINIMUM_MEMBERS - 1), with_members(MINIMUM_MEMBERS)
    assert few.mean is None
    assert few.median is None
    assert len(few.members) == MINIMUM_MEMBERS - 1
    assert enough.mean.value == 200


def test_the_band_runs_over_the_years_that_enough_members_have():
    figures = luton_section_47()
    shelf = Shelf(figures)
    luton = next(f for f in figures if f.area == LUTON and f.period == YEAR and f.decimals)
    series = shelf.series(luton)
    low, high, behind = band(shelf, series, LUTON_2021)
    assert [(f.period.code, f.value) for f in low] == [
        ("2022-23", Decimal("102.1")),
        ("2023-24", Decimal("161.9")),
    ]
    assert [f.value for f in high] == [Decimal("311.9"), Decimal("280.4")]
    assert {each.id for each in behind} >= {i for line in (*low, *high) for i in line.thread.inputs}


def test_members_of_another_period_are_of_the_same_origin():
    figures = luton_section_47()
    luton = next(f for f in figures if f.area == LUTON and f.period == YEAR and f.decimals)
    before = members_with_values(Shelf(figures), luton, LUTON_2021, YEAR.back(1))
    assert {each.period for each in before} == {YEAR.back(1)}
    assert len(before) == 10
