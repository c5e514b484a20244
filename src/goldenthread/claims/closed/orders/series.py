"""What the lines of a table come to, in each of its columns and by any two of them.

Of each measure that a sentence may mean there is a series: the cells of a column, how far two
columns lie apart, what the one is of the other, and the changes that a column tells itself.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from fractions import Fraction
from itertools import permutations

from goldenthread.claims.intervals import Interval, change_percent
from goldenthread.claims.orders.values.in_tables import part_of, peers, timed
from goldenthread.claims.orders.values.measures import of_different_measures
from goldenthread.claims.orders.values.model import Point
from goldenthread.claims.tables.cells import Part, Sort
from goldenthread.claims.tables.labels import Sense
from goldenthread.claims.tables.table import Line, Table

_FEWEST = 3
_ROUNDED = Fraction(1, 200)  # of a sum of rounded numbers
_SORTS = (Sort.NUMBER, Sort.PERCENT, Sort.MONEY)


class What(StrEnum):
    """What the values of a series are."""

    LEVEL = "a column as it stands"
    CHANGE = "how far it went from one time to another"
    BY_PERCENT = "by how many per cent it did"
    BETWEEN = "what lies between two columns"
    RATIO = "how much of the one there is to each of the other"


@dataclass(frozen=True, slots=True)
class Series:
    """The values of one measure for lines that may be set in order; ``mine`` is the place asked."""

    what: What
    columns: tuple[int, ...]
    points: tuple[Point, ...]
    mine: int
    sort: Sort | None = None


def series_of(view: Table, line: int, *, with_rest: bool) -> Iterator[Series]:
    """Every series of a table in which one of its rows may have a place.

    With all its fellows, and without those that are as much as all others: wholes, it may be.
    """
    wholes = wholes_in(view)
    every = peers(view.rows, (line,), with_rest=with_rest)
    parts = tuple(each for each in every if each == line or each not in wholes)
    for along in dict.fromkeys((every, parts)):
        if line not in along or len(along) < _FEWEST:
            continue
        if not of_different_measures(view.turned, (line,), along):
            yield from _along(view, line, along)


def _along(view: Table, line: int, along: tuple[int, ...]) -> Iterator[Series]:
    told = [column for column in view.columns if not column.empty]
    spans: dict[int, list[Interval]] = {}
    for column in told:
        for sort in _SORTS:
            parts = [part_of(view.cells[each][column.index], sort) for each in along]
            if not all(parts):
                continue
            found = [part for part in parts if part]
            what = What.CHANGE if column.sense is Sense.CHANGE else What.LEVEL
            if what is What.CHANGE and sort is Sort.PERCENT:
                what = What.BY_PERCENT
            points = tuple(_point(view, each, p) for each, p in zip(along, found, strict=True))
            yield Series(what, (column.index,), points, along.index(line), sort)
            if what is What.LEVEL:
                spans.setdefault(column.index, [part.interval for part in found])
    for one, other in permutations(spans, 2):
        for what, reckon in _ways(view.columns[one], view.columns[other]):
            values = [reckon(a, b) for a, b in zip(spans[one], spans[other], strict=True)]
            if any(each is None for each in values):
                continue
            points = tuple(
                _reckoned(view, each, value)
                for each, value in zip(along, values, strict=True)
                if value
            )
            yield Series(what, (one, other), points, along.index(line))


def wholes_in(view: Table) -> set[int]:
    """The rows that in some column are the sum of all others: a total under a name of its own.

    It may be rounded; and what is more than that total and all its parts is of a wider whole.
    """
    found: set[int] = set()
    for column in view.columns:
        cells = [(row.index, view.cells[row.index][column.index].amount) for row in view.rows]
        told = {row: part.value for row, part in cells if part and part.value > 0}
        beyond: set[int] = set()
        while len(told) > _FEWEST:
            largest = max(told, key=lambda each: told[each])
            mine, rest = told.pop(largest), sum(told.values())
            beyond.add(largest)
            if abs(mine - rest) <= rest * _ROUNDED:
                found |= beyond
            elif mine < rest:
                break
    return found


_Reckon = Callable[[Interval, Interval], Interval | None]


def _ways(one: Line, other: Line) -> Sequence[tuple[What, _Reckon]]:
    """How two columns make a third: a change from one time to the next, or a part of the other."""
    first, then = timed(one), timed(other)
    if first and then and first.rest == then.rest:
        if _when(one) < _when(other):
            return ((What.CHANGE, _apart), (What.BY_PERCENT, _by_percent))
        return ()
    return ((What.BETWEEN, _apart), (What.RATIO, _of_the_other))


def _when(line: Line) -> tuple[int, int, int, int]:
    time = timed(line)
    if time is None:
        return (0, 0, 0, line.index)
    moment = time.moment
    order = moment.month or moment.quarter or 0
    return (moment.year, order, moment.day, 0 if moment.year else line.index)


def _apart(one: Interval, other: Interval) -> Interval | None:
    return other - one


def _by_percent(one: Interval, other: Interval) -> Interval | None:
    return change_percent(one, other) if one.low > 0 else None


def _of_the_other(one: Interval, other: Interval) -> Interval | None:
    return one / other if other.low > 0 else None


def _point(view: Table, row: int, part: Part) -> Point:
    return Point(label=view.rows[row].label, printed=part.text, interval=part.interval)


def _reckoned(view: Table, row: int, value: Interval) -> Point:
    middle = (value.low + value.high) / 2
    shown = f"{float(middle):+,.1f}".removesuffix(".0")
    return Point(label=view.rows[row].label, printed=shown, interval=value)
