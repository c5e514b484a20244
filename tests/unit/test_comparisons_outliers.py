"""Outliers surface themselves: those of Luton’s year, and none that is wanted or mere chance."""

import pytest

from goldenthread.comparisons import Unusual, compare, outliers
from goldenthread.comparisons.outliers import CHANGE, DISTANCE, step
from goldenthread.figures import Shelf
from goldenthread.indicators.definition import Polarity
from goldenthread.nouns import Break, Symbol, Unit
from tests.factories import ENGLAND, LUTON, a_figure
from tests.factories.comparing import (
    LUTON_2021,
    NEIGHBOURS,
    YEAR,
    a_percentage,
    an_indicator,
    luton_conferences,
    luton_distant_placements,
    luton_section_47,
    years_of,
)


def compared(figures, indicator, **changes):
    given = {"neighbour_sets": (LUTON_2021,)} | changes
    return compare(Shelf(figures), indicator, LUTON, YEAR, **given)


def luton_s_year():
    return [
        compared(luton_section_47(), an_indicator()),
        compared(luton_conferences(), an_indicator(name="initial_conferences")),
        compared(luton_distant_placements(), a_percentage()),
    ]


def made(value, members, *, indicator=None, history=None, members_before=None, england=None):
    """A comparison of Luton at ``value`` with ten neighbours, all in one unit."""
    about = indicator or an_indicator()
    figures = years_of(about, LUTON, {**(history or {}), 2024: value})
    before = members_before or members
    for area, now, last in zip(NEIGHBOURS.values(), members, before, strict=True):
        figures += years_of(about, area, {2023: last, 2024: now})
    if england is not None:
        figures += years_of(about, ENGLAND, {2024: england})
    return compared(figures, about)


SPREAD = (50, 52, 54, 56, 58, 60, 62, 64, 66, 68)
STEADY = {year: 59 + year % 3 for year in range(2014, 2024)}


def test_luton_s_three_may_not_be_missing():
    found = {each.comparison.figure.indicator: each for each in outliers(luton_s_year())}
    assert set(found) == {
        "section_47_enquiries",
        "initial_conferences",
        "looked_after_placed_over_20_miles",
    }
    enquiries = found["section_47_enquiries"]
    assert (enquiries.why, enquiries.by) == (Unusual.UNUSUAL, CHANGE)
    assert enquiries.reason == "a greater rise than in any earlier year known"
    conferences = found["initial_conferences"]
    assert conferences.why is Unusual.UNUSUAL
    assert DISTANCE in conferences.by
    assert "above every one of its statistical neighbours, and above England" in conferences.reason
    placements = found["looked_after_placed_over_20_miles"]
    assert placements.why is Unusual.UNWANTED
    assert DISTANCE in placements.by
    assert "above every one of its statistical neighbours, and above England" in placements.reason


def test_they_come_the_furthest_first_and_say_no_number():
    found = outliers(luton_s_year())
    scores = [each.score for each in found]
    assert scores == sorted(scores, reverse=True)
    assert not any(letter.isdigit() for each in found for letter in each.reason)


def test_in_the_middle_nothing_stands_out():
    assert outliers([made(59, SPREAD, history=STEADY)]) == ()


def test_within_its_neighbours_range_it_takes_more_to_stand_out():
    wide = (10, 52, 54, 56, 58, 60, 62, 64, 66, 110)
    assert outliers([made(80, wide)]) == ()
    (found,) = outliers([made(95, wide)])
    assert found.reason == "far above its statistical neighbours"


def test_beyond_every_neighbour_it_takes_less():
    (found,) = outliers([made(73, SPREAD)])
    assert found.reason == "above every one of its statistical neighbours"
    assert outliers([made(69, SPREAD)]) == ()


def test_england_is_named_only_where_it_is_on_the_same_side():
    (found,) = outliers([made(90, SPREAD, england=60)])
    assert found.reason.endswith(", and above England")
    (found,) = outliers([made(90, SPREAD, england=95)])
    assert "England" not in found.reason
    (found,) = outliers([made(20, SPREAD, england=60)])
    assert found.reason.endswith(", and below England")


@pytest.mark.parametrize(
    ("polarity", "value", "found"),
    [
        (Polarity.LOW_IS_BETTER, 90, Unusual.UNWANTED),
        (Polarity.LOW_IS_BETTER, 20, None),
        (Polarity.HIGH_IS_BETTER, 20, Unusual.UNWANTED),
        (Polarity.HIGH_IS_BETTER, 90, None),
        (Polarity.NEUTRAL, 20, Unusual.UNUSUAL),
        (Polarity.NEUTRAL, 90, Unusual.UNUSUAL),
    ],
)
def test_only_the_unwanted_direction_counts_where_one_is_known(polarity, value, found):
    comparison = made(value, SPREAD, indicator=a_percentage(polarity=polarity))
    assert [each.why for each in outliers([comparison])] == ([found] if found else [])


def test_neighbours_that_all_print_the_same_do_not_make_a_point_an_outlier():
    same = (97,) * 10
    indicator = a_percentage(polarity=Polarity.NEUTRAL)
    assert outliers([made(98, same, indicator=indicator)]) == ()
    assert len(outliers([made(80, same, indicator=indicator)])) == 1


def test_a_gap_that_chance_may_give_does_not_stand_out():
    """Four children of forty against one in twenty: far out, and four children."""
    indicator = a_percentage()
    few = [f"{5 + number % 3}/110" for number in range(10)]
    assert outliers([made("4/40", few, indicator=indicator)]) == ()
    assert len(outliers([made("400/4000", few, indicator=indicator)])) == 1


def test_too_few_neighbours_are_nobody_to_be_far_from():
    indicator = an_indicator()
    figures = years_of(indicator, LUTON, {2024: 500})
    for area in list(NEIGHBOURS.values())[:4]:
        figures += years_of(indicator, area, {2024: 50})
    assert outliers([compared(figures, indicator)]) == ()


def test_a_withheld_figure_is_no_outlier():
    figures = [
        a_figure(symbol=Symbol.CONFIDENTIAL, unit=Unit.RATE_PER_10000),
        a_figure(60, unit=Unit.RATE_PER_10000, period="2022-23"),
    ]
    assert outliers([compared(figures, an_indicator())]) == ()


def test_a_change_greater_than_any_before_stands_out():
    (found,) = outliers([made(66, SPREAD, history=STEADY)])
    assert (found.by, found.reason) == (CHANGE, "a greater rise than in any earlier year known")


def test_without_a_history_a_change_is_read_against_the_neighbours():
    before = {2023: 40}
    (found,) = outliers([made(60, SPREAD, history=before)])
    assert (
        found.reason == "a far greater rise than is usual here or among its statistical neighbours"
    )


def test_a_change_across_a_break_is_no_change():
    indicator = an_indicator()
    figures = years_of(indicator, LUTON, {**STEADY, 2024: 66})
    broken = Break(YEAR.start, "Counted otherwise.", (indicator.name,))
    for area, value in zip(NEIGHBOURS.values(), SPREAD, strict=True):
        figures += years_of(indicator, area, {2023: value, 2024: value})
    assert len(outliers([compared(figures, indicator)])) == 1
    assert outliers([compared(figures, indicator, breaks=[broken])]) == ()


def test_a_history_before_a_break_is_still_a_history_but_not_across_it():
    """A jump at a break must not hide a jump after it."""
    indicator = an_indicator()
    jump = {year: value + (60 if year >= 2019 else 0) for year, value in STEADY.items()}
    figures = years_of(indicator, LUTON, {**jump, 2024: 135})
    for area in NEIGHBOURS.values():
        figures += years_of(indicator, area, {2023: 130, 2024: 130})
    assert outliers([compared(figures, indicator)]) == ()
    broken = Break(YEAR.start.replace(year=2018), "Counted otherwise.", (indicator.name,))
    (found,) = outliers([compared(figures, indicator, breaks=[broken])])
    assert found.by == CHANGE


def test_far_and_changed_is_one_outlier_that_says_both():
    (found,) = outliers([made(120, SPREAD, history=STEADY)])
    assert set(found.by.split(" and ")) == {DISTANCE, CHANGE}
    assert "neighbours" in found.reason
    assert "rise" in found.reason


def test_a_small_rise_beside_everyone_s_large_rise_is_not_called_a_fall():
    before = tuple(value / 2 for value in SPREAD)
    found = outliers([made(60, SPREAD, members_before=before, history={2023: 58})])
    assert not any("fall" in each.reason for each in found)


def test_a_doubling_and_a_halving_are_equally_far():
    rate = {"unit": Unit.RATE_PER_10000}
    low, high = a_figure(50, **rate), a_figure(100, **rate)
    assert step(low, high) == -step(high, low)
    assert step(a_figure(0, **rate), a_figure(0, **rate)) == 0
