"""What returns hold, in one set of tables: each return read, then all merged into the records.

The same thing arrives more than once: a referral in two years' returns, a plan in a census and in
a list for inspectors. By the key of its table it is one row; what the later return says holds, and
what it leaves empty is filled from the earlier.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from goldenthread.tables.between_returns import ended_in_gaps, those_to_merge
from goldenthread.tables.catalogue import catalogue
from goldenthread.tables.definition import Table
from goldenthread.tables.found import Found


@dataclass(frozen=True, slots=True)
class Coverage:
    """That a return tells all of a table's rows of an area with a date from ``start`` to ``end``.

    What was open on ``start`` is told too. Outside it, no row does not mean that nothing happened.
    """

    table: str
    area: str
    start: date
    end: date


@dataclass(frozen=True, slots=True)
class Balance:
    """Rows that came in, were kept, and were reported instead: the last two add up to the first."""

    came_in: int
    kept: int

    @property
    def reported(self) -> int:
        """Rows that were not kept, each with its fault."""
        return self.came_in - self.kept

    def as_json(self) -> dict[str, int]:
        """As ``read --format json`` tells it."""
        return {"in": self.came_in, "kept": self.kept, "reported": self.reported}


@dataclass(frozen=True, slots=True, kw_only=True)
class Return:
    """One return as it was read.

    ``kind`` is its format ("cin_census"); ``year`` the collection year by the year it ends in,
    None where it has none; ``digest`` of the file or files, so that a thread can name them.
    ``areas`` names the councils of records kept from several; of one, ``area`` is enough.
    ``places`` says by table where the cell of a row and a column stands in the file, ``untold``
    which columns its form has no place for: that nothing stands in them is no fault of a row.
    ``parts`` are the returns that records were put together from and kept as one.
    """

    file: str
    kind: str
    digest: str
    area: str
    year: int | None
    tables: Mapping[str, pa.Table]
    coverage: tuple[Coverage, ...]
    balances: Mapping[str, Balance]
    found: Found = field(default_factory=Found)
    areas: tuple[str, ...] = ()
    places: Mapping[str, Callable[[int, str], str]] = field(default_factory=dict)
    untold: Mapping[str, frozenset[str]] = field(default_factory=dict)
    parts: tuple["Return", ...] = ()

    def tells(self, table: str, column: str) -> bool:
        """Whether a row of a table can say anything in a column."""
        return table in self.tables and column not in self.untold.get(table, ())


def _in_order(each: Return) -> tuple[int, str, str]:
    """The order in which what returns say of the same thing holds, the last of them most."""
    return each.year or 0, each.kind, each.file


@dataclass(frozen=True, slots=True)
class Records:
    """All that is known from some returns: every table of the catalogue, most of them empty."""

    tables: Mapping[str, pa.Table]
    coverage: tuple[Coverage, ...]
    returns: tuple[Return, ...]
    found: Found

    @classmethod
    def of(cls, returns: Iterable[Return]) -> "Records":
        """The records of some returns, the earliest collection year first.

        What was open in one and a later one shows to be over ended in between, on days that none
        of them tells (``between_returns``).
        """
        ordered = sorted(returns, key=_in_order)
        found = Found()
        for each in ordered:
            found.extend(each.found)
        tables = {
            name: _merged(table, [each.tables[name] for each in those_to_merge(table, ordered)])
            for name, table in catalogue().items()
        }
        if len(ordered) > 1:
            for name, table in catalogue().items():
                tables[name] = ended_in_gaps(table, tables[name], ordered, found)
        coverage = tuple(dict.fromkeys(one for each in ordered for one in each.coverage))
        return cls(tables, coverage, tuple(ordered), found)

    @property
    def kept_apart(self) -> tuple[Return, ...]:
        """The returns as they were read, of records kept as one those they were put together from;
        the earliest collection year first."""
        apart = [part for each in self.returns for part in each.parts or (each,)]
        return tuple(sorted(apart, key=_in_order))

    @property
    def areas(self) -> tuple[str, ...]:
        """The councils whose returns these are, by code."""
        return tuple(sorted({code for each in self.returns for code in each.areas or (each.area,)}))

    def among(self, areas: Sequence[str]) -> "Records":
        """The records of some of the councils. What was found in reading them stays with all."""
        some = frozenset(areas)
        wanted = pa.array(sorted(some), pa.string())
        tables = {
            name: table.filter(pc.is_in(table["area"], value_set=wanted))
            for name, table in self.tables.items()
        }
        returns = tuple(
            replace(each, areas=theirs)
            for each in self.returns
            if (theirs := tuple(sorted(some & {*(each.areas or (each.area,))})))
        )
        coverage = tuple(each for each in self.coverage if each.area in some)
        return Records(tables, coverage, returns, Found())

    def covered(self, table: str, area: str, start: date, end: date) -> bool:
        """Whether every row of a table with a date from ``start`` to ``end`` is known."""
        reached = start
        spans = sorted(
            (each.start, each.end)
            for each in self.coverage
            if (each.table, each.area) == (table, area)
        )
        for first, last in spans:
            if first <= reached <= last:
                if last >= end:
                    return True
                reached = date.fromordinal(last.toordinal() + 1)
        return False


def _merged(table: Table, parts: Sequence[pa.Table]) -> pa.Table:
    """One table of several returns' rows, in the order of its key."""
    filled = [part for part in parts if part.num_rows]
    if not filled:
        return table.empty()
    if len(filled) == 1:
        return filled[0]
    key = ["area", *table.key]
    together = pa.concat_tables([_with_occurrence(part, key) for part in filled]).combine_chunks()
    rest = [name for name in table.schema.names if name not in key]
    latest = pc.ScalarAggregateOptions(skip_nulls=True, min_count=0)
    grouped = together.group_by([*key, _OCCURRENCE], use_threads=False).aggregate(
        [(name, "last", latest) for name in rest]
    )
    named = {name: f"{name}_last" for name in rest}
    columns = [grouped[named.get(name, name)] for name in table.schema.names]
    return pa.Table.from_arrays(columns, schema=table.schema)


_OCCURRENCE = "occurrence"


def _with_occurrence(part: pa.Table, key: Sequence[str]) -> pa.Table:
    """Which of several rows of one return with the same key it is: these are different things."""
    order = np.asarray(pc.sort_indices(part, [(name, "ascending") for name in key]))
    same = np.ones(max(part.num_rows - 1, 0), dtype=bool)
    for name in key:
        codes = part[name].combine_chunks().dictionary_encode().indices.fill_null(-1)
        numbers = np.asarray(codes)[order]
        same &= numbers[1:] == numbers[:-1]
    position = np.arange(part.num_rows)
    starts = np.where(np.concatenate(([True], ~same)), position, 0)
    occurrence = np.empty(part.num_rows, dtype=np.int32)
    occurrence[order] = position - np.maximum.accumulate(starts)
    return part.append_column(_OCCURRENCE, pa.array(occurrence))
