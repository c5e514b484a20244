"""Months: limits of ordinary variation, runs on one side, and the same month a year before."""

from decimal import Decimal
from itertools import pairwise
from statistics import fmean

import pytest

from goldenthread.comparisons import Change, NotKnown, monthly_limits, year_before
from goldenthread.disclosure import release
from goldenthread.nouns import Symbol, Unit
from tests.factories import a_figure
from tests.factories.comparing import an_indicator

MONTHS = (
    "April", "May", "June", "July", "August", "September",
    "October", "November", "December", "January", "February", "March",
)  # fmt: skip

# Referrals in Luton by month (dfe.c6, release of 2024).
REFERRALS = {
    "2022-23": (280, 354, 334, 274, 223, 285, 267, 289, 173, 205, 219, 261),
    "2023-24": (185, 336, 310, 332, 247, 329, 340, 269, 199, 219, 174, 190),
}


def month(year, name, value):
    given = {"indicator": "referrals", "period": year, "breakdown": f"month={name}"}
    symbol = Symbol.CONFIDENTIAL if value is None else None
    return f"{name} {year}", a_figure(value, symbol, **given)


def months(values, year="2023-24"):
    return [month(year, name, value) for name, value in zip(MONTHS, values, strict=False)]


def by_name(year):
    return zip(MONTHS, REFERRALS[year], strict=True)


def referrals():
    return [point for year, values in REFERRALS.items() for point in months(values, year)]


def test_luton_s_referrals_have_the_limits_a_second_way_gives():
    values = [value for year in REFERRALS.values() for value in year]
    average = fmean(values)
    reach = 2.66 * fmean(abs(later - earlier) for earlier, later in pairwise(values))
    limits = monthly_limits(referrals())
    assert float(limits.centre.value) == pytest.approx(average, abs=0.0501)
    assert float(limits.upper.value) == pytest.approx(average + reach, abs=0.0501)
    assert float(limits.lower.value) == pytest.approx(average - reach, abs=0.0501)
    assert limits.outside == ()
    assert limits.runs == ()


def test_limits_worked_by_hand():
    """Eleven tens and a fourteen: mean 10.3333, ranges of 4 over eleven, 2.66 times 0.3636."""
    limits = monthly_limits(months([10] * 11 + [14]))
    assert limits.centre.value == Decimal("10.3")
    assert limits.upper.value == Decimal("11.3")
    assert limits.lower.value == Decimal("9.4")
    assert limits.outside == (limits.points[-1][1].id,)


def test_the_three_lines_are_figures_with_a_thread_and_told_apart():
    limits = monthly_limits(referrals())
    lines = list(limits.figures())
    assert lines == [limits.centre, limits.lower, limits.upper]
    assert len({figure.key for figure in lines}) == 3
    assert limits.upper.thread.calculation == (
        "mean of 24 months, April 2022-23 to March 2023-24, and 2.66 times the mean of 23 ranges "
        "from month to month"
    )
    assert limits.centre.breakdown.get("month") is None
    assert set(limits.centre.thread.inputs) == {figure.id for _, figure in referrals()}


def test_a_limit_is_withheld_with_any_of_its_months():
    points = months([30] * 11 + [4])
    limits = monthly_limits(points)
    out = release([*(figure for _, figure in points), *limits.figures()])
    assert out.of(limits.upper).withheld


def test_fewer_than_twelve_months_have_no_limits():
    assert monthly_limits(months([10] * 11)) is None
    assert monthly_limits(months([10] * 11 + [None])) is None
    assert monthly_limits(months([10] * 12)) is not None


def test_a_month_without_a_value_is_left_out_and_no_range_is_taken_across_it():
    points = months([10] * 6 + [None] + [50] * 5) + months([50] * 6, "2024-25")
    limits = monthly_limits(points)
    assert "16 ranges" not in limits.upper.thread.calculation
    assert limits.upper.value == limits.centre.value  # no adjoining months differ
    assert "mean of 15 ranges" in limits.upper.thread.calculation


def test_scattered_months_have_no_ranges_and_so_no_limits():
    scattered = [value for _ in range(12) for value in (10, None)]
    points = months(scattered[:12]) + months(scattered[12:], "2024-25")
    assert monthly_limits(points) is None


def test_no_fewer_than_no_children_are_counted():
    limits = monthly_limits(months([0, 20] * 6))
    assert limits.lower.value == 0
    rates = [
        (label, a_figure(figure.value, unit=Unit.MEAN, breakdown=str(figure.breakdown)))
        for label, figure in months([0, 20] * 6)
    ]
    assert monthly_limits(rates).lower.value < 0


def test_eight_in_a_row_on_one_side_are_a_run_and_seven_are_not():
    seven = monthly_limits(months([20] * 7 + [0] * 5))
    assert seven.runs == ()
    (run,) = monthly_limits(months([20] * 8 + [0] * 4)).runs
    assert run.above
    assert len(run.labels) == 8
    assert run.labels[0] == "April 2023-24"
    (run,) = monthly_limits(months([20] * 4 + [0] * 8)).runs
    assert not run.above


def test_a_month_on_the_average_ends_a_run():
    values = [12] * 4 + [10] + [12] * 4 + [8] * 8  # their mean is 10
    (run,) = monthly_limits(months(values[:12]) + months(values[12:], "2024-25")).runs
    assert not run.above


def test_each_month_beside_the_same_month_a_year_before():
    before = {name: month("2022-23", name, n)[1] for name, n in by_name("2022-23")}
    now = [(name, month("2023-24", name, n)[1]) for name, n in by_name("2023-24")]
    found = dict(year_before(now, before, an_indicator(name="referrals")))
    assert found["April"].difference.value == -95
    assert found["April"].relative.value == Decimal("-33.9")
    assert all(isinstance(each, Change) for each in found.values())
    del before["May"]
    found = dict(year_before(now, before, an_indicator(name="referrals")))
    assert found["May"] == NotKnown("No figure for May of the year before is in the data.")
