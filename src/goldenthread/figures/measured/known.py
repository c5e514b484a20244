"""What the returns tell, and so for which areas and periods an expression can be counted at all.

Where the returns do not reach, a figure is not known and is not nought.
"""

import calendar
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import groupby

import numpy as np
import pyarrow.compute as pc

from goldenthread.indicators.expression import Expression, Need, Timing, Told
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
        self._records = records
        self._spans = _spans(records.coverage)
        self._last_days = _last_days(records.coverage)
        self._columns: dict[tuple[str, str], frozenset[str]] = {}
        self._days: dict[str, frozenset[tuple[str, date]]] = {}

    def known(self, expression: Expression, periods: Sequence[Period]) -> Known:
        """For which of the areas and periods everything an expression needs is told."""
        can = np.ones((len(self.areas), len(periods)), dtype=bool)
        why: dict[tuple[int, int], str] = {}
        for needs in _alternatives(expression.needs):
            first = needs[0]
            wanted = [needed(first, expression.timing, period) for period in periods]
            for at, area in enumerate(self.areas):
                told = np.zeros(len(periods), dtype=bool)
                for need in needs:
                    spans = [needed(need, expression.timing, period) for period in periods]
                    told |= self._told(need, area, spans)
                can[at] &= told
                for missing in np.flatnonzero(~told):
                    why.setdefault((at, int(missing)), _missing(first, *wanted[missing]))
        return Known(can, why)

    def last_day(self, tables: Sequence[str], area: str) -> date | None:
        """The last day that any of the tables is told to, of an area."""
        days = [end for name in tables for _, end in self._spans.get((name, area), ())]
        return max(days, default=None)

    def _told(self, need: Need, area: str, wanted: Sequence[Span]) -> np.ndarray:
        if need.column and area not in self._with_column(need.table, need.column):
            return np.zeros(len(wanted), dtype=bool)
        if not table(need.table).dates:
            # What is true of a child whenever has no day: it is told where any row tells it.
            some = need.column or table(need.table).key[-1]
            return np.full(len(wanted), area in self._with_column(need.table, some))
        if need.told is Told.ON_ITS_LAST_DAY:
            found = [(need.table, area, end) in self._last_days for _, end in wanted]
        elif need.told is Told.ON_THE_DAY:
            days = self._days_of(need.table) if wanted else frozenset()
            found = [(area, end) in days for _, end in wanted]
        else:
            spans = self._spans.get((need.table, area), ())
            found = [
                any(first <= start and end <= last for first, last in spans)
                for start, end in wanted
            ]
        return np.array(found, dtype=bool)

    def _with_column(self, name: str, column: str) -> frozenset[str]:
        """The areas of which some row of a table has a column."""
        if (name, column) not in self._columns:
            rows = self._records.tables[name]
            areas = rows["area"].filter(pc.is_valid(rows[column])).unique()
            self._columns[name, column] = frozenset(areas.to_pylist())
        return self._columns[name, column]

    def _days_of(self, name: str) -> frozenset[tuple[str, date]]:
        """The areas and days that the rows of a table are about."""
        if name not in self._days:
            keys = ["area", table(name).dates[0]]
            found = self._records.tables[name].select(keys).group_by(keys).aggregate([])
            pairs = zip(*(found[key].to_pylist() for key in keys), strict=True)
            self._days[name] = frozenset(pairs)
        return self._days[name]


def _last_days(coverage: Sequence[Coverage]) -> set[tuple[str, str, date]]:
    """The last days that returns tell of a table and an area.

    Of what lasts only the very last: when a later return tells the same thing again, its counts
    and last dates take the place of those that an earlier one told.
    """
    days = {(each.table, each.area, each.end) for each in coverage}
    latest: dict[tuple[str, str], date] = {}
    for name, area, end in days:
        latest[name, area] = max(end, latest.get((name, area), end))
    return {
        (name, area, end)
        for name, area, end in days
        if not table(name).ends or end == latest[name, area]
    }


def _alternatives(needs: Sequence[Need]) -> Iterator[list[Need]]:
    """The needs one by one, those together of which one is enough."""
    alone = [[need] for need in needs if not need.one_of]
    named = sorted((need for need in needs if need.one_of), key=lambda need: need.one_of)
    yield from alone
    for _, together in groupby(named, key=lambda need: need.one_of):
        yield list(together)


def needed(need: Need, timing: Timing, period: Period) -> Span:
    """The first and the last day for which a table must be told."""
    end = later(period.end, need.months_after)
    if timing is not Timing.STOCK:
        return later(period.start, -need.months_before), end
    # Months up to a day end with it, so that those of a year's last day are the year.
    start = later(period.end, -need.months_before)
    return start + timedelta(days=1 if need.months_before else 0), end


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


def _missing(need: Need, start: date, end: date) -> str:
    when = f"from {start.day} {start:%B %Y} to {end.day} {end:%B %Y}"
    if start == end:
        when = f"on {start.day} {start:%B %Y}"
    what = f"{table(need.table).title.lower()} ({need.table}"
    what += f", {need.column})" if need.column else ")"
    return f"Not known: no return that was read tells {what} {when}; add one that does."
