"""Lines of tables as series: which cells may be set in order with one another."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from goldenthread.claims.dates.moments import Moment, moments
from goldenthread.claims.intervals import Interval
from goldenthread.claims.orders.values.labels import words_of
from goldenthread.claims.orders.values.model import Point
from goldenthread.claims.tables.cells import Cell, Part, Sort
from goldenthread.claims.tables.labels import Sense, Whole
from goldenthread.claims.tables.table import Line, Table

_REST = re.compile(
    r"(?:all\s+)?others?\b.*|.*\b(?:unknown|not\s+(?:known|stated|recorded|specified|obtained"
    r"|available)"
    r"|missing|unspecified|miscellaneous|declined|refused|prefer\s+not)\b.*|none|blank|n/a"
    r"|no\s+\w+",
    re.IGNORECASE,
)
# "Incidents with at least one strand" holds all the others.
_ANY = re.compile(r"\bat\s+least\s+one\b|\bany\b|\beither\b|\ball\s+\w+\b", re.IGNORECASE)
_YARDSTICK = re.compile(
    r"\b(?:england|national(?:ly)?|uk|united\s+kingdom|wales|average|mean|median|region(?:al)?"
    r"|neighbours?|statistical|peers?"
    r"|target|benchmark|comparator)\b",
    re.IGNORECASE,
)


_FEWEST_PARTS = 3


@dataclass(frozen=True, slots=True)
class Timed:
    """A line's time with what else its label says: "2023/24" of "2023/24 number"."""

    moment: Moment
    rest: tuple[str, ...]


def timed(line: Line) -> Timed | None:
    """The one time a label names, None where it names none or several."""
    return _timed(line.label)


@lru_cache(maxsize=4096)
def _timed(label: str) -> Timed | None:
    found = moments(label)
    if len(found) != 1:
        return None
    moment = found[0]
    return Timed(moment, words_of(f"{label[: moment.start]} {label[moment.end :]}"))


def peers(
    lines: tuple[Line, ...], claimed: tuple[int, ...], *, with_rest: bool = False
) -> tuple[int, ...]:
    """The lines that the claimed ones may be set in order with, in the order printed.

    Lines such as Other and Not known are left out, unless ``with_rest``.
    """
    first = lines[claimed[0]]
    time = timed(first)
    if time:
        return tuple(
            index
            for index, line in enumerate(lines)
            if (other := timed(line))
            and other.moment.grain is time.moment.grain
            and other.rest == time.rest
            and not line.empty
        )
    if first.whole is not Whole.NO:
        return ()
    return tuple(
        index
        for index, line in enumerate(lines)
        if not line.empty
        and line.label
        and line.whole is Whole.NO
        and not line.of_which
        and timed(line) is None
        and line.section == first.section
        and line.sense is first.sense
        and (index in claimed or _is_a_peer(line, with_rest))
    )


def sorts_in(cell: Cell) -> Iterator[Sort]:
    """The sorts of number a cell holds, its base left out."""
    for part in cell.parts:
        if not part.base:
            yield part.sort


def part_of(cell: Cell, sort: Sort) -> Part | None:
    """The cell's number of that sort."""
    return next((part for part in cell.parts if part.sort is sort and not part.base), None)


def points_of(
    table: Table, row: int, columns: tuple[int, ...], sort: Sort
) -> tuple[tuple[Point, ...], bool]:
    """A row's cells in those columns as points, and whether one hides its number or has another."""
    points, gaps = [], False
    for column in columns:
        cell = table.cells[row][column]
        part = part_of(cell, sort)
        if part is None:
            gaps = gaps or cell.hidden or not cell.blank
            part = None
        line = table.columns[column]
        time = timed(line)
        points.append(
            Point(
                label=line.label,
                printed=part.text if part else "",
                interval=part.interval if part else Interval.exactly(0),
                moment=time.moment if time else None,
                exact=bool(part and part.interval.low == part.interval.high),
            )
        )
    return tuple(points), gaps


def is_level(line: Line) -> bool:
    """Whether a line tells a change or a target, which is no value of the thing itself."""
    return line.sense is Sense.CHANGE or bool(_YARDSTICK.search(line.label))


def _is_a_peer(line: Line, with_rest: bool) -> bool:
    if _YARDSTICK.search(line.label) or _ANY.search(line.label):
        return False
    return with_rest or not _REST.fullmatch(line.label)


def without_sum(points: tuple[Point, ...], kept: list[int], claimed: list[int]) -> list[int]:
    """The points without one that is the sum of all others: a total under another name.

    Times are no parts of a whole, and what is claimed stays.
    """
    if len(kept) < _FEWEST_PARTS or any(points[one].moment for one in kept):
        return kept
    middle = {one: (points[one].interval.low + points[one].interval.high) / 2 for one in kept}
    whole = sum(middle.values())
    return [one for one in kept if one in claimed or middle[one] * 2 != whole]
