"""What must hold of chance whatever the counts."""

from hypothesis import given
from hypothesis import strategies as st

from goldenthread.comparisons.chance import difference_of_proportions, ratio_of_rates

counts = st.integers(0, 5000)
bases = st.integers(1, 100_000)
effects = st.sampled_from([1.0, 2.0])


@given(counts, bases, counts, bases, effects)
def test_a_ratio_turned_round_is_the_same_verdict(a, base, b, other, clustering):
    one = ratio_of_rates(a, base, b, other, clustering=clustering)
    back = ratio_of_rates(b, other, a, base, clustering=clustering)
    assert one.low <= one.high
    assert one.excludes(1.0) == back.excludes(1.0)


@given(st.integers(1, 500), st.integers(0, 500), st.integers(1, 500), st.integers(0, 500), effects)
def test_a_difference_of_proportions_holds_the_difference(a, more, b, other, clustering):
    of, other_of = a + more, b + other
    interval = difference_of_proportions(a, of, b, other_of, clustering=clustering)
    assert interval.low <= a / of - b / other_of <= interval.high
    assert interval.low >= -1.0001
    assert interval.high <= 1.0001


@given(counts, bases, effects)
def test_the_same_twice_is_never_beyond_chance(count, base, clustering):
    assert not ratio_of_rates(count, base, count, base, clustering=clustering).excludes(1.0)
    share = min(count, base)
    gap = difference_of_proportions(share, base, share, base, clustering=clustering)
    assert not gap.excludes(0.0)


@given(st.integers(1, 2000), st.integers(0, 2000), st.integers(1, 400))
def test_more_apart_is_never_less_beyond_chance(count, gap, further):
    near = ratio_of_rates(count + gap, 1, count, 1)
    far = ratio_of_rates(count + gap + further, 1, count, 1)
    assert far.excludes(1.0) or not near.excludes(1.0)
