"""Numbers worked out from figures: right, traced, and never mistaken for what they came from."""

from datetime import date
from decimal import Decimal

import pytest

from goldenthread.comparisons.derived import (
    derive,
    difference,
    exact,
    percentage_change,
    place,
    share,
    total,
)
from goldenthread.comparisons.middle import highest, lowest, mean, median
from goldenthread.figures import Origin
from goldenthread.nouns import (
    Area,
    AreaKind,
    Breakdown,
    Quality,
    Sensitivity,
    Status,
    Symbol,
    Unit,
)
from tests.factories import a_figure, a_thread

LAST = a_figure(912, period="2022-23")
THIS = a_figure(1252)
TOGETHER = Area("neighbours-821-2021", "Luton’s statistical neighbours", AreaKind.NEIGHBOUR_SET)


def percentage(value, numerator=None, denominator=None, **changes):
    return a_figure(
        value,
        unit=Unit.PERCENT,
        decimals=1,
        numerator=numerator,
        denominator=denominator,
        **changes,
    )


def test_counts_change_by_number_and_by_per_cent():
    by_number = difference(THIS, LAST, "change from 2022-23")
    by_per_cent = percentage_change(THIS, LAST, "change from 2022-23")
    assert (by_number.value, by_number.unit) == (Decimal("340"), Unit.COUNT)
    assert by_number.thread.calculation == "1,252 less 912"
    assert (by_per_cent.value, by_per_cent.unit) == (Decimal("37.3"), Unit.PERCENT_CHANGE)
    assert by_per_cent.thread.calculation == "1,252 less 912, over 912"
    assert by_per_cent.thread.inputs == (THIS.id, LAST.id)


def test_a_published_slip_is_put_right():
    """311 to 386 was once printed as 24.2 per cent."""
    assert percentage_change(a_figure(386), a_figure(311), "change").value == Decimal("24.1")


def test_percentages_differ_by_points_and_never_by_per_cent():
    earlier, later = percentage("6.9", period="2022-23"), percentage("9.4")
    points = difference(later, earlier, "change from 2022-23")
    assert (points.value, points.unit) == (Decimal("2.5"), Unit.PERCENTAGE_POINTS)
    assert points.thread.calculation == "9.4 less 6.9, in percentage points"
    assert percentage_change(later, earlier, "change from 2022-23") is None


def test_nothing_changes_in_per_cent_from_nothing():
    assert percentage_change(THIS, a_figure(0, period="2022-23"), "change") is None


def test_a_difference_is_not_another_value_of_the_count():
    by_number = difference(THIS, LAST, "change from 2022-23")
    assert by_number.key != THIS.key
    assert str(by_number.breakdown) == "statistic=change from 2022-23"


def test_points_come_from_the_counts_where_they_are_known():
    # 20.8307 and 20.1388 are printed 20.8 and 20.1, 0.7 apart; so are they before rounding.
    later, earlier = percentage("20.8", 652, 3130), percentage("20.1", 639, 3173)
    assert difference(later, earlier, "change").value == Decimal("0.7")
    # 8.46 and 8.34 are printed 8.5 and 8.3, 0.2 apart; before rounding they are 0.1 apart.
    later, earlier = percentage("8.5", 846, 10000), percentage("8.3", 834, 10000)
    points = difference(later, earlier, "change")
    assert points.value == Decimal("0.1")
    assert points.thread.calculation == (
        "8.5 (846 in 10,000) less 8.3 (834 in 10,000), in percentage points"
    )


@pytest.mark.parametrize(
    ("later", "earlier", "expected"),
    [
        (("20.8", 2084, 10000), ("20.8", 2076, 10000), "0.0"),  # printed alike
        (("20.9", 2085, 10000), ("20.8", 2084, 10000), "0.1"),  # printed apart
    ],
)
def test_a_difference_never_contradicts_the_two_printed_values(later, earlier, expected):
    points = difference(percentage(*later), percentage(*earlier), "change")
    assert points.value == Decimal(expected)
    assert "10,000" not in points.thread.calculation


def test_counts_that_do_not_give_the_printed_rate_are_not_used():
    """National counts are rounded to ten: 72,250 no longer gives quite the printed rate."""
    england = a_figure(
        "60.2", unit=Unit.RATE_PER_10000, decimals=1, numerator=72250, denominator=11900000
    )
    assert exact(england) == Decimal("60.2")


def test_a_derived_figure_is_of_the_same_origin_and_known_since_the_last_input():
    earlier = a_figure(912, period="2022-23", thread=a_thread(known_since=date(2023, 10, 26)))
    derived = difference(THIS, earlier, "change")
    assert Origin.of(derived) == Origin.of(THIS)
    assert derived.thread.known_since == date(2024, 10, 31)
    assert derived.thread.computed


def test_a_derived_figure_is_as_unsettled_unsound_and_guarded_as_its_worst_input():
    shaky = a_figure(
        1,
        status=Status.PROVISIONAL,
        quality=Quality.POOR,
        quality_note="Late return.",
        sensitivity=Sensitivity.NONE,
    )
    derived = difference(THIS, shaky, "change")
    assert derived.status is Status.PROVISIONAL
    assert derived.quality is Quality.POOR
    assert derived.quality_note == "Late return."
    assert derived.sensitivity is Sensitivity.CHILDREN


def test_rounding_is_half_away_from_zero():
    def rounded(value):
        figure = derive((THIS,), Decimal(value), unit=Unit.MEAN, decimals=1, calculation="halves")
        return figure.value

    assert [rounded("2.45"), rounded("-2.45")] == [Decimal("2.5"), Decimal("-2.5")]


def test_a_symbol_cannot_be_worked_with():
    with pytest.raises(ValueError, match="has no value"):
        difference(THIS, a_figure(symbol=Symbol.CONFIDENTIAL), "change")


def test_totals_and_shares():
    parts = [a_figure(n, breakdown=f"issue={name}") for name, n in (("a", 180), ("b", 840))]
    whole = total(parts, Breakdown())
    assert whole.value == 1020
    assert whole.key == a_figure(1).key
    assert whole.thread.calculation == "the sum of 180 + 840"
    part = share(parts[0], whole)
    assert (part.value, part.numerator, part.denominator) == (Decimal("17.6"), 180, 1020)
    assert str(part.breakdown) == "issue=a"


def test_no_total_without_every_part_and_no_share_of_nothing():
    assert total([THIS, a_figure(symbol=Symbol.CONFIDENTIAL)], Breakdown()) is None
    assert total([], Breakdown()) is None
    assert share(a_figure(symbol=Symbol.CONFIDENTIAL), THIS) is None
    assert share(THIS, a_figure(0)) is None


def test_a_place_says_what_first_means_and_who_shares_it():
    placed = place(a_figure("91.5", unit=Unit.RATE_PER_10000, decimals=1), 8, 1, 151)
    assert (placed.value, placed.unit) == (9, Unit.RANK)
    assert placed.thread.calculation == (
        "place among the 151 councils with a value in dfe.c4, release 2024: "
        "1 is highest, 8 are higher, shared with 1 more"
    )


def test_the_middle_and_the_ends():
    members = [
        a_figure(value, unit=Unit.RATE_PER_10000, decimals=1, area=Area(code, code, "council"))
        for code, value in (("a", "69.2"), ("b", "70.0"), ("c", "45.1"), ("d", "63.3"))
    ]
    assert mean(members, TOGETHER).value == Decimal("61.9")
    assert mean(members, TOGETHER).thread.calculation == (
        "(69.2 + 70.0 + 45.1 + 63.3) over 4, the values as published"
    )
    assert median(members, TOGETHER).value == Decimal("66.3")  # 66.25
    assert median(members[:3], TOGETHER).value == Decimal("69.2")
    assert mean(members, TOGETHER).area is TOGETHER
    assert lowest(members, TOGETHER).value == Decimal("45.1")
    assert lowest(members, TOGETHER).thread.inputs == (members[2].id,)
    assert highest(members, TOGETHER).thread.calculation == "the highest of 4 areas’ values: b’s"


def test_four_statistics_of_one_set_are_four_figures():
    members = [a_figure(value, area=Area(f"{value}", "x", "council")) for value in (1, 2, 6)]
    made = [each(members, TOGETHER) for each in (mean, median, lowest, highest)]
    assert len({figure.key for figure in made}) == len({figure.id for figure in made}) == 4


def test_there_is_no_mean_of_nothing():
    with pytest.raises(ValueError, match="no values"):
        mean([], TOGETHER)
