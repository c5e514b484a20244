"""Interval arithmetic: what a printed number may stand for."""

from fractions import Fraction

import pytest

from goldenthread.claims.intervals import Interval, change_percent, share_percent


def test_a_rounded_number_stands_for_all_that_rounds_to_it():
    assert Interval.rounded(Fraction("24.2"), 1) == Interval(Fraction("24.15"), Fraction("24.25"))
    assert Interval.rounded(1200, -2) == Interval(Fraction(1150), Fraction(1250))


def test_a_change_of_two_counts_is_one_value():
    change = change_percent(Interval.exactly(311), Interval.exactly(386))
    assert change.low == change.high == Fraction(7500, 311)


def test_a_share_of_rounded_numbers_is_a_range():
    share = share_percent(Interval.rounded(12, 0), Interval.rounded(48, 0))
    assert share.low < 25 < share.high


def test_nothing_can_be_divided_by_what_may_be_nought():
    with pytest.raises(ZeroDivisionError, match="nought"):
        share_percent(Interval.exactly(1), Interval.rounded(0, 0))


def test_an_interval_runs_upwards():
    with pytest.raises(ValueError, match="upwards"):
        Interval(Fraction(2), Fraction(1))
