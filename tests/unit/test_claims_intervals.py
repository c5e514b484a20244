"""Interval arithmetic: what a printed number may stand for."""

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from goldenthread.claims.intervals import Interval, change_percent, may_be_share


def test_a_rounded_number_stands_for_all_that_rounds_to_it():
    assert Interval.rounded(Fraction("24.2"), 1) == Interval(Fraction("24.15"), Fraction("24.25"))
    assert Interval.rounded(1200, -2) == Interval(Fraction(1150), Fraction(1250))


def test_a_change_of_two_counts_is_one_value():
    change = change_percent(Interval.exactly(311), Interval.exactly(386))
    assert change.low == change.high == Fraction(7500, 311)


ENDS = st.fractions(min_value=-50, max_value=50, max_denominator=20)
SPANS = st.tuples(ENDS, ENDS).map(lambda ends: Interval(min(ends), max(ends)))


@given(percent=SPANS, part=SPANS, whole=SPANS.filter(lambda each: each.low > 0))
def test_a_share_multiplied_out_is_the_share_divided(percent, part, whole):
    assert may_be_share(percent, part, whole) == (part.scaled(100) / whole).meets(percent)


@given(part=SPANS, whole=SPANS.filter(lambda each: each.low > 0))
def test_a_share_may_be_either_of_its_ends_and_nothing_beyond(part, whole):
    share = part.scaled(100) / whole
    for end in (share.low, share.high):
        assert may_be_share(Interval.exactly(end), part, whole)
    beyond = (share.low - Fraction(1, 10**9), share.high + Fraction(1, 10**9))
    assert not any(may_be_share(Interval.exactly(each), part, whole) for each in beyond)


def test_nothing_can_be_divided_by_what_may_be_nought():
    with pytest.raises(ZeroDivisionError, match="nought"):
        change_percent(Interval.rounded(0, 0), Interval.exactly(1))


def test_an_interval_runs_upwards():
    with pytest.raises(ValueError, match="upwards"):
        Interval(Fraction(2), Fraction(1))
