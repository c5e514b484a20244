"""Axes: round ticks, from zero, with a percentage that stops at a hundred."""

from decimal import Decimal

import pytest

from goldenthread.charts.scales import axis
from goldenthread.nouns import Unit


def ticks(*values, unit=Unit.RATE_PER_10000, **how):
    return axis([Decimal(str(value)) for value in values], unit, **how).printed()


@pytest.mark.parametrize(
    ("values", "unit", "printed"),
    [
        ((70.2, 280), Unit.RATE_PER_10000, ["0", "100", "200", "300"]),
        ((640, 1330), Unit.COUNT, ["0", "500", "1,000", "1,500"]),
        ((95.5, 99.2), Unit.PERCENT, ["0%", "20%", "40%", "60%", "80%", "100%"]),
        ((100,), Unit.PERCENT, ["0%", "20%", "40%", "60%", "80%", "100%"]),
        ((3,), Unit.COUNT, ["0", "1", "2", "3"]),
        ((0,), Unit.COUNT, ["0", "1"]),
        ((0.3, 1.1), Unit.MEAN, ["0.00", "0.25", "0.50", "0.75", "1.00", "1.25"]),
        ((-3.1, 4.4), Unit.PERCENTAGE_POINTS, ["−4", "−2", "0", "2", "4", "6"]),
    ],
)
def test_ticks_are_round_and_cover_the_values_from_zero(values, unit, printed):
    assert ticks(*values, unit=unit) == printed


def test_an_axis_may_start_elsewhere_and_says_so():
    made = axis([Decimal("95.5"), Decimal("99.2")], Unit.PERCENT, from_zero=False)
    assert made.printed() == ["95%", "96%", "97%", "98%", "99%", "100%"]
    assert not made.starts_at_zero


def test_counts_start_at_zero_whatever_is_asked():
    assert ticks(900, 1000, unit=Unit.COUNT, from_zero=False)[0] == "0"


def test_whole_things_have_whole_ticks():
    assert ticks(1, 2, unit=Unit.DAYS) == ["0", "1", "2"]


def test_where_nothing_is_known_there_are_no_ticks():
    assert axis([], Unit.COUNT).ticks == ()
