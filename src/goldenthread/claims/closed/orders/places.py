"""Whether a row has a place in a series, in some sense of the words: rose most, fell least."""

from collections.abc import Sequence
from dataclasses import replace

from goldenthread.claims.closed.orders.series import Series, What
from goldenthread.claims.intervals import Interval
from goldenthread.claims.orders.values.model import Point, Truth, Way, place_of
from goldenthread.claims.tables.labels import Sense
from goldenthread.claims.tables.table import Table


def turned(span: Interval) -> Interval:
    return span.scaled(-1)


def is_rate(view: Table, series: Series) -> bool:
    """Whether a column tells of each so many how many, or of so much how much."""
    if series.what is not What.LEVEL:
        return False
    column = view.columns[series.columns[0]]
    return column.sense in (Sense.PERCENT, Sense.LEVEL) or any(
        "%" in each.printed for each in series.points
    )


def holds(series: Series, way: Way, rank: int, turn: int | None) -> bool:
    """Whether the row has the place, or may have it, in some sense of the words."""
    points, mine = series.points, series.mine
    if turn is None or series.what in (What.BETWEEN, What.RATIO):
        both = series.what in (What.CHANGE, What.BY_PERCENT)
        return place_of(points, mine, Way.EITHER if both else way, rank) is not Truth.FAILS
    signs = (turn,) if turn else (1, -1)
    sized = [_size(points)] if not turn else []
    return any(
        _is_placed(each, mine, way, rank)
        for each in (*([_times(points, sign) for sign in signs]), *sized)
    )


def _is_placed(points: Sequence[Point], mine: int, way: Way, rank: int) -> bool:
    """Whether a row moved so far; the smallest rise is so among those that rose."""
    if way is Way.LOWEST:
        kept = [n for n, each in enumerate(points) if each.interval.high > 0]
        if mine not in kept:
            return False
        points, mine = [points[n] for n in kept], kept.index(mine)
    return points[mine].interval.high > 0 and place_of(points, mine, way, rank) is not Truth.FAILS


def _times(points: Sequence[Point], sign: int) -> list[Point]:
    return [replace(each, interval=each.interval.scaled(sign)) for each in points]


def _size(points: Sequence[Point]) -> list[Point]:
    spans = [each.interval for each in points]
    return [
        replace(each, interval=span if span.low + span.high >= 0 else turned(span))
        for each, span in zip(points, spans, strict=True)
    ]
