"""What one return tells of another's days: what had ended by then, and what is told better there.

A return tells what was open on its first day. What an earlier return left open and a later one does
not have was over by then; when, no return that was read tells. Left open, it would be counted as
open on every day after, so it is taken to end on the last day of the gap: nothing is counted of a
day that no return tells, and so nothing is counted by that day.
"""

from collections.abc import Mapping, Sequence
from datetime import date, timedelta
from typing import Protocol, TypeVar

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from goldenthread.nouns import Fault, Severity
from goldenthread.tables.definition import Table
from goldenthread.tables.found import Found

RULE = "ended_between_returns"

_A_DAY = timedelta(days=1)
_ROW = "row"


class Span(Protocol):
    """The days of which a return tells everything of a table."""

    @property
    def table(self) -> str:
        """The table’s name."""

    @property
    def area(self) -> str:
        """The council, by code."""

    @property
    def start(self) -> date:
        """The first day."""

    @property
    def end(self) -> date:
        """The last day."""


class Telling(Protocol):
    """A return, as far as this asks."""

    @property
    def file(self) -> str:
        """Where it was read from."""

    @property
    def tables(self) -> Mapping[str, pa.Table]:
        """Its rows, by table."""

    @property
    def coverage(self) -> Sequence[Span]:
        """What it tells everything of."""


T = TypeVar("T", bound=Telling)


def those_to_merge(table: Table, returns: Sequence[T]) -> list[T]:
    """The returns whose rows of a table count: not one that tells only how things stood on a day,
    where others tell the days around it.

    A list of what is open on its day does not always say when each began, so the same thing would
    stand there under another day and count twice.
    """
    telling = [each for each in returns if table.name in each.tables]
    if not table.ends:
        return telling
    spans = [span for each in telling for span in each.coverage if span.table == table.name]

    def told_better(one: Telling) -> bool:
        own = [span for span in one.coverage if span.table == table.name]
        return bool(own) and all(
            span.start == span.end
            and any(
                other.area == span.area and other.start < span.start and span.end <= other.end
                for other in spans
            )
            for span in own
        )

    return [each for each in telling if not told_better(each)]


def ended_in_gaps(
    table: Table, merged: pa.Table, returns: Sequence[Telling], found: Found
) -> pa.Table:
    """The merged rows of a table, those ended that a later return shows to be over.

    Each is a fault of ``RULE``, a note of the return that told it last. Rows of a table without a
    beginning and an end stay as they are.
    """
    told = [each for each in returns if any(span.table == table.name for span in each.coverage)]
    if not table.ends or len(told) < 2 or not merged.num_rows:
        return merged
    ends: dict[tuple[str, date], date | None] = {}
    spans = [span for each in told for span in each.coverage if span.table == table.name]
    open_rows = np.flatnonzero(np.asarray(pc.is_null(merged[table.ends])))
    last_told, by = _last_told(table, merged, open_rows, told)
    given = merged[table.ends].to_pylist()
    areas = merged["area"].take(pa.array(open_rows)).to_pylist()
    counts = [0] * len(told)
    for row, area, day, of in zip(open_rows.tolist(), areas, last_told, by, strict=True):
        if day is None:
            continue
        if (area, day) not in ends:
            ends[area, day] = _end_of_gap(area, day, spans)
        if end := ends[area, day]:
            given[row] = end
            counts[of] += 1
    for of, count in enumerate(counts):
        _say(table, told[of], count, found)
    if not any(counts):
        return merged
    place = merged.schema.get_field_index(table.ends)
    return merged.set_column(place, merged.schema.field(place), pa.array(given, pa.date32()))


def _last_told(
    table: Table, merged: pa.Table, rows: np.ndarray, told: Sequence[Telling]
) -> tuple[list[date | None], list[int]]:
    """Of some rows, the last day told by a return that has them, and which return it is."""
    key = ["area", *table.key]
    numbers = pa.array(np.arange(len(rows)))
    wanted = merged.select(key).take(pa.array(rows)).append_column(_ROW, numbers)
    days: list[date | None] = [None] * len(rows)
    by = [0] * len(rows)
    for at, each in enumerate(told):
        if table.name not in each.tables:
            continue
        until = {span.area: span.end for span in each.coverage if span.table == table.name}
        has = wanted.join(each.tables[table.name].select(key), key, join_type="left semi")
        for row, area in zip(has[_ROW].to_pylist(), has["area"].to_pylist(), strict=True):
            end = until.get(area)
            if end and (days[row] is None or end > days[row]):
                days[row], by[row] = end, at
    return days, by


def _end_of_gap(area: str, day: date, spans: Sequence[Span]) -> date | None:
    """The last day of the gap that begins after a day; None where there is none, or nothing after
    it."""
    later = [(each.start, each.end) for each in spans if each.area == area and each.end > day]
    if not later or any(start <= day + _A_DAY for start, _ in later):
        return None
    return min(start for start, _ in later) - _A_DAY


def _say(table: Table, each: Telling, count: int, found: Found) -> None:
    fault = Fault(
        RULE,
        f"Open in this return and not in a later one: it ended on days that no return tells, and "
        f"nothing is counted of them; read a return of those days too ({table.name}).",
        each.file,
        "",
        Severity.NOTE,
    )
    found.add_each(fault, (f"{table.name}" for _ in range(count)), count)
