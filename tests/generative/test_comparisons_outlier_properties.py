"""What must hold of outliers whatever the figures."""

from hypothesis import given
from hypothesis import strategies as st

from goldenthread.comparisons import Unusual, compare, outliers
from goldenthread.comparisons.outliers import spreads_out
from goldenthread.figures import Shelf
from goldenthread.indicators.definition import Polarity
from tests.factories import LUTON
from tests.factories.comparing import LUTON_2021, NEIGHBOURS, YEAR, a_percentage, years_of

whole = st.integers(0, 100)
alike = st.lists(st.integers(44, 56), min_size=10, max_size=10)
tens = st.lists(whole, min_size=10, max_size=10)


def scored(value, members, polarity):
    indicator = a_percentage(polarity=polarity)
    figures = years_of(indicator, LUTON, {2024: value})
    for area, each in zip(NEIGHBOURS.values(), members, strict=True):
        figures += years_of(indicator, area, {2024: each})
    comparison = compare(
        Shelf(figures), indicator, LUTON, YEAR, neighbour_sets=(LUTON_2021,), years=1
    )
    return outliers([comparison])


@given(st.floats(-500, 500), st.floats(0, 500), tens, st.floats(0.1, 10))
def test_moving_further_out_never_lowers_the_distance(value, further, others, least):
    near = spreads_out(value, others, least)
    far = spreads_out(value + (further if near >= 0 else -further), others, least)
    assert abs(far) >= abs(near)


@given(st.sampled_from([-1, 1]), st.integers(20, 30), st.integers(1, 20), alike)
def test_what_stands_out_still_does_when_it_is_further_out(side, gap, further, members):
    near = scored(50 + side * gap, members, Polarity.NEUTRAL)
    far = scored(50 + side * (gap + further), members, Polarity.NEUTRAL)
    assert not near or (far and far[0].score >= near[0].score)


@given(whole, tens)
def test_what_is_unwanted_one_way_is_wanted_the_other(value, members):
    low = scored(value, members, Polarity.LOW_IS_BETTER)
    high = scored(value, members, Polarity.HIGH_IS_BETTER)
    either = scored(value, members, Polarity.NEUTRAL)
    assert not (low and high)
    assert bool(low or high) is bool(either)
    assert all(each.why is Unusual.UNWANTED for each in (*low, *high))
    assert all(each.why is Unusual.UNUSUAL for each in either)


@given(whole, tens)
def test_turned_upside_down_it_is_as_far_out(value, members):
    one = scored(value, members, Polarity.NEUTRAL)
    least = 1.0  # the median differs upside down, so only the point's floor may be at work
    turned = spreads_out(100 - value, [100 - member for member in members], least)
    assert abs(turned) == abs(spreads_out(value, members, least))
    assert all(each.score <= abs(turned) + 1e-9 for each in one)
