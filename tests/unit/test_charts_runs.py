"""Where a line stops: at a missing value, at a missing point, at a break."""

from datetime import date

import pytest

from goldenthread.charts.model import BreakMark, Point
from goldenthread.charts.runs import breaks_at, places, runs
from tests.factories.charts import series

LABELS = ("a", "b", "c", "d", "e")


def stretches(numbers, cuts=()):
    found = places(series("ours", LABELS, numbers).points, LABELS)
    return ["".join(place.label for place in run) for run in runs(found, cuts)]


@pytest.mark.parametrize(
    ("numbers", "cuts", "drawn"),
    [
        ([1, 2, 3, 4, 5], (), ["abcde"]),
        ([1, "c", 3, 4, 5], (), ["a", "cde"]),
        ([1, 2, None, 4, 5], (), ["ab", "de"]),
        ([1, 2, 3, 4, 5], (2,), ["ab", "cde"]),
        ([1, 2, 3, 4, 5], (0,), ["abcde"]),
        ([1, "x", 3, 4, 5], (1,), ["a", "cde"]),
        (["c"] * 5, (), []),
    ],
)
def test_a_line_stops_where_it_may_not_be_drawn_through(numbers, cuts, drawn):
    assert stretches(numbers, cuts) == drawn


def test_points_are_put_in_the_order_of_the_axis():
    points = series("ours", LABELS, [1, 2, 3, 4, 5]).points[::-1]
    assert [place.label for place in places(points, LABELS)] == list(LABELS)


def test_a_point_or_a_break_off_the_axis_is_an_error():
    stray = Point("f", series("ours", LABELS, [1] * 5).points[0].released)
    with pytest.raises(ValueError, match="'f'"):
        places([stray], LABELS)
    with pytest.raises(ValueError, match="'g'"):
        breaks_at([BreakMark("g", date(2022, 6, 1), "new guidance")], LABELS)
