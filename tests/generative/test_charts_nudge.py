"""Labels that are moved apart never overlap, keep their order and stay where they belong."""

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from goldenthread.charts.nudge import spread

boxes = st.lists(
    st.tuples(st.floats(-50, 350), st.floats(5, 60)).map(lambda pair: tuple(map(float, pair))),
    min_size=1,
    max_size=8,
)


@given(boxes)
def test_boxes_never_overlap_and_keep_their_order(given_boxes):
    wanted, sizes = zip(*given_boxes, strict=True)
    centres = spread(wanted, sizes, 0, 300, gap=2)
    order = sorted(range(len(wanted)), key=lambda place: wanted[place])
    for one, other in pairwise(order):
        foot = centres[one] + sizes[one] / 2
        assert centres[other] - sizes[other] / 2 >= foot + 2 - 1e-6


@given(boxes)
def test_boxes_that_fit_stay_within_their_bounds(given_boxes):
    wanted, sizes = zip(*given_boxes, strict=True)
    centres = spread(wanted, sizes, 0, 600, gap=2)
    for centre, size in zip(centres, sizes, strict=True):
        assert centre - size / 2 >= -1e-6
        assert centre + size / 2 <= 600 + 1e-6


@given(st.floats(20, 280), st.floats(5, 40))
def test_a_box_alone_stands_where_it_is_wanted(wanted, size):
    assert abs(spread([wanted], [size], 0, 300)[0] - wanted) < 1e-6
