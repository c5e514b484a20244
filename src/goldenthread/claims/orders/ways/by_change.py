"""Superlatives about changes between the columns of a table: the largest increase."""

import re
from collections.abc import Iterator, Sequence

from goldenthread.claims.intervals import Interval, change_percent
from goldenthread.claims.language.model import Sentence
from goldenthread.claims.orders.values.in_tables import part_of, peers, sorts_in, timed
from goldenthread.claims.orders.values.model import Point, Truth, Way, place_of
from goldenthread.claims.orders.values.view import View
from goldenthread.claims.orders.ways.assertion import Assertion
from goldenthread.claims.orders.words.claimed import just_before, led_to, of_what
from goldenthread.claims.orders.words.cues import Cue
from goldenthread.claims.orders.words.topic import of_others
from goldenthread.claims.tables.cells import Sort
from goldenthread.claims.tables.table import Table
from goldenthread.claims.tables.telling import told

_DOWNWARDS = re.compile(
    r"\s+(?:[\w-]+\s+){0,2}?(?:falls?|decreases?|reductions?|drops?|declines?)\b", re.IGNORECASE
)
# "The only one to increase its budget" tells of the budget.
_ENDS = re.compile(
    r"\s*(?:$|[.,;:()]|(?:in|over|between|during|from|since|was|is|this|on|across|and|at|by)\b)"
)
_NEITHER = re.compile(
    r"\s+(?:[\w-]+\s+){0,2}?(?:changes?|gaps?|differences?|improvements?)\b", re.IGNORECASE
)
ONLY = re.compile(
    r"\b(?:the\s+)?only\s+(?:other\s+)?(?:[a-z]+\s+){0,2}?(?:(?:to|that|which)\s+(?:have\s+"
    r"|has\s+|had\s+)?"
    r"(?:(?:see|saw|seen|show|shown|record|recorded)\s+(?:a|an|any)\s+)?)?"
    r"(?:(?P<up>rise[ns]?|rose|increase[sd]?|grew|grow|growth)|(?P<down>falls?|fell|fallen"
    r"|decrease[sd]?"
    r"|drop(?:s|ped)?|decline[sd]?|reductions?))\b",
    re.IGNORECASE,
)


def by_change(
    sentence: Sentence, cue: Cue, since: int, until: int, view: View
) -> Iterator[Assertion]:
    """Whether the rows named changed most, between the first and last or the last two times.

    Any way of measuring a change (by number or per cent, over the whole or the last step) that
    bears the words out will do.
    """
    text, table = sentence.text, view.table
    named = (
        just_before(text, since, cue, view.rows, view.plain)
        or led_to(text, cue, until, view.rows)
        or of_what(text, cue, until, view.rows, view.plain)
    )
    rows = list(dict.fromkeys(each.line for each in named))
    if (
        len(rows) != 1
        or cue.rank > 1
        or cue.joint
        or cue.among_others
        or cue.way is Way.EITHER
        or _NEITHER.match(text, cue.end)
    ):
        return
    fellows = peers(table.rows, tuple(rows))
    times = _times(table)
    if len(fellows) < 2 or len(times) < 2 or of_others(text, since, until, view):
        return
    if view.columns and len({each.line for each in view.columns}) != 2:
        return
    if view.columns:
        times = _in_time(table, sorted({each.line for each in view.columns}))
    falls = bool(_DOWNWARDS.match(text, cue.end))
    ways = []
    for points in _changes(table, fellows, times):
        if points is None:
            return
        place = fellows.index(rows[0])
        signed = Way.LOWEST if falls == (cue.way is Way.HIGHEST) else Way.HIGHEST
        ways.append((place_of(points, place, signed), points))
    if ways:
        yield _told(sentence, cue, table.rows[rows[0]].label, ways)


def _times(table: Table) -> tuple[int, ...]:
    first = next((n for n, column in enumerate(table.columns) if timed(column)), None)
    return () if first is None else _in_time(table, peers(table.columns, (first,)))


def _in_time(table: Table, columns: Sequence[int]) -> tuple[int, ...]:
    """Columns from the earliest to the latest: accounts print this year before the last."""
    found = [timed(table.columns[each]) for each in columns]
    moments = [each.moment for each in found if each is not None]
    if len(moments) != len(columns) or not all(each.year for each in moments):
        return tuple(columns)
    days = {
        column: (each.year, each.month or each.quarter, each.day)
        for column, each in zip(columns, moments, strict=True)
    }
    return tuple(sorted(columns, key=lambda each: days[each]))


def _changes(
    table: Table, rows: Sequence[int], times: Sequence[int]
) -> Iterator[tuple[Point, ...] | None]:
    """The change of each row, told every way; None where a cell is missing."""
    for start, end in dict.fromkeys([(times[0], times[-1]), (times[-2], times[-1])]):
        sorts = set(sorts_in(table.cells[rows[0]][start]))
        for sort in sorts:
            pairs = []
            for row in rows:
                cells = (table.cells[row][start], table.cells[row][end])
                pairs.append([part_of(cell, sort) for cell in cells])
            for relative in (False, True):
                points = []
                for row, (before, after) in zip(rows, pairs, strict=True):
                    if before is None or after is None or (relative and before.interval.low <= 0):
                        yield None
                        return
                    change = after.interval - before.interval
                    if relative:
                        change = change_percent(before.interval, after.interval)
                    places = 1 if relative else max(before.decimals, after.decimals)
                    points.append(_point(table.rows[row].label, change, places, relative, sort))
                yield tuple(points)


def _point(label: str, change: Interval, places: int, relative: bool, sort: Sort) -> Point:
    middle = (change.low + change.high) / 2
    unit = "%" if relative else (" points" if sort is Sort.PERCENT else "")
    return Point(label=label, printed=f"{told(middle, places)}{unit}", interval=change)


def _told(
    sentence: Sentence, cue: Cue, row: str, ways: list[tuple[Truth, tuple[Point, ...]]]
) -> Assertion:
    truth, points = min(ways, key=lambda each: list(Truth).index(each[0]))
    values = ", ".join(f"{point.printed} ({point.label})" for point in points)
    return Assertion(
        sentence=sentence,
        subject=row,
        claimed=cue.words,
        way=cue.way,
        rank=cue.rank,
        truth=truth,
        printed=cue.words,
        evidence=f"changes from the first to the last: {values}",
    )


def by_only(sentence: Sentence, view: View) -> Iterator[Assertion]:
    """Whether a row named is the only one of its fellows that rose, or fell."""
    text, table = sentence.text, view.table
    match = ONLY.search(text)
    if match is None or not _ENDS.match(text, match.end()):
        return
    way = Way.HIGHEST if match["up"] else Way.LOWEST
    cue = Cue(start=match.start(), end=match.end(), words=match.group(), way=way)
    named = just_before(text, 0, cue, view.rows, view.plain) or led_to(
        text, cue, len(text), view.rows
    )
    rows = list(dict.fromkeys(each.line for each in named))
    times = _times(table)
    if len(rows) != 1 or len(times) < 2 or of_others(text, 0, len(text), view) or view.columns:
        return
    fellows = peers(table.rows, tuple(rows), with_rest=True)
    readings = []
    for points in _changes(table, fellows, times):
        if points is None:
            return
        readings.append(_only(points, fellows.index(rows[0]), way))
    if readings:
        truth, why = min(readings, key=lambda each: list(Truth).index(each[0]))
        yield Assertion(
            sentence=sentence,
            subject=table.rows[rows[0]].label,
            claimed=cue.words,
            way=way,
            rank=1,
            truth=truth,
            printed=cue.words,
            evidence=why,
        )


def _only(points: Sequence[Point], mine: int, way: Way) -> tuple[Truth, str]:
    def went(point: Point) -> bool:
        return point.interval.low > 0 if way is Way.HIGHEST else point.interval.high < 0

    def could(point: Point) -> bool:
        return point.interval.high > 0 if way is Way.HIGHEST else point.interval.low < 0

    if not could(points[mine]):
        return Truth.FAILS, f"{points[mine].label} changed by {points[mine].printed}"
    others = [point for place, point in enumerate(points) if place != mine and went(point)]
    if others:
        return Truth.FAILS, f"{others[0].label} changed by {others[0].printed} too"
    return Truth.HOLDS, ""
