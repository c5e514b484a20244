"""What the returns tell, and so for which areas and periods an expression can be counted at all.

Where the returns do not reach, a figure is not known and is not nought.
"""

import calendar
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

import numpy as np

from goldenthread.indicators.expression import Expression, Need, Timing
from goldenthread.nouns import Period
from goldenthread.tables import Coverage, Records, table

Span = tuple[date, date]


@dataclass(frozen=True)
class Known:
    """Which areas and periods can be counted, and why the others cannot.

    ``can`` is an array of yes and no, areas down and periods across. ``why`` says in a sentence
    what is missing, by the same positions; empty where nothing is.
    """

    can: np.ndarray
    why: dict[tuple[int, int], str]


class Reach:
    """How far the returns reach, by table and area."""

    def __init__(self, records: Records) -> None:
        self.areas = records.areas
        self._spans = _spans(records.coverage)

    def known(self, expression: Expression, periods: Sequence[Period]) -> Known:
        """For which of the areas and periods everything an expression needs is told."""
        can = np.ones((len(self.areas), len(periods)), dtype=bool)
        why: dict[tuple[int, int], str] = {}
        for need in expression.needs:
            wanted = [needed(need, expression.timing, period) for period in periods]
            for at, area in enumerate(self.areas):
                told = self._told(need.table, area, wanted)
                can[at] &= told
                for missing in np.flatnonzero(~told):
                    why.setdefault((at, int(missing)), _missing(need.table, *wanted[missing]))
        return Known(can, why)

    def last_day(self, tables: Sequence[str], area: str) -> date | None:
        """The last day that any of the tables is told to, of an area."""
        days = [end for name in tables for _, end in self._spans.get((name, area), ())]
        return max(days, default=None)

    def _told(self, name: str, area: str, wanted: Sequence[Span]) -> np.ndarray:
        spans = self._spans.get((name, area), ())
        return np.array(
            [any(first <= start and end <= last for first, last in spans) for start, end in wanted],
            dtype=bool,
        )


def needed(need: Need, timing: Timing, period: Period) -> Span:
    """The first and the last day for which a table must be told."""
    start = period.end if timing is Timing.STOCK else period.start
    return later(start, -need.months_before), later(period.end, need.months_after)


def later(day: date, months: int) -> date:
    """The same day so many months later; the last of a month stays the last."""
    if not months:
        return day
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    last = calendar.monthrange(year, month + 1)[1]
    was_last = day.day == calendar.monthrange(day.year, day.month)[1]
    return date(year, month + 1, last if was_last else min(day.day, last))


def _spans(coverage: Sequence[Coverage]) -> dict[tuple[str, str], list[Span]]:
    """What is told of each table and area, spans that meet put together."""
    told = defaultdict(list)
    for each in coverage:
        told[each.table, each.area].append((each.start, each.end))
    return {key: _together(spans) for key, spans in told.items()}


def _together(spans: list[Span]) -> list[Span]:
    made: list[Span] = []
    for first, last in sorted(spans):
        if made and first <= made[-1][1] + timedelta(days=1):
            made[-1] = (made[-1][0], max(made[-1][1], last))
        else:
            made.append((first, last))
    return made


def _missing(name: str, start: date, end: date) -> str:
    when = f"from {start.day} {start:%B %Y} to {end.day} {end:%B %Y}"
    if start == end:
        when = f"on {start.day} {start:%B %Y}"
    return (
        f"Not known: no return that was read tells {table(name).title.lower()} ({name}) {when}; "
        "add one that does."
    )
