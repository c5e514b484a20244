"""Rows that were kept, each still knowing its place in the file."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from goldenthread.nouns import Fault
from goldenthread.tables import Balance, Conformed, Found, Table, conform
from goldenthread.tables.conform import Context

Place = Callable[[int, str], str]


@dataclass(frozen=True)
class Kept:
    """Rows of a table, where each of their cells stands, and how many came in for them.

    ``joined`` came in as rows of their own, and what they tell stands in another's row now.
    ``untold`` are the columns that no row can tell of; ``file`` is the one they all stand in.
    """

    table: Table
    rows: pa.Table
    place: Place
    came_in: int
    joined: int = 0
    untold: frozenset[str] = frozenset()
    file: str = ""

    @property
    def balance(self) -> Balance:
        """What came in, and what is kept of it."""
        return Balance(self.came_in, self.rows.num_rows + self.joined)

    def only(self, keep: np.ndarray) -> "Kept":
        """Those rows alone; what came in stays as it was."""
        if keep.all():
            return self
        numbers = np.flatnonzero(keep)
        return replace(
            self,
            rows=self.rows.filter(pa.array(keep)),
            place=lambda row, column: self.place(int(numbers[row]), column),
        )

    def with_column(self, name: str, values: pa.Array) -> "Kept":
        """The same rows with another column in the place of one."""
        number = self.rows.schema.get_field_index(name)
        field = self.rows.schema.field(number)
        rows = self.rows.set_column(number, field, values.cast(field.type))
        return replace(self, rows=rows, untold=self.untold - {name})

    def with_joined(self, count: int) -> "Kept":
        """The same rows, with so many more told in them."""
        return replace(self, joined=self.joined + count)

    def among(self, files: str) -> Place:
        """Where the cells stand, with the file where that is one of several of a return."""
        if self.file in ("", files):
            return self.place
        name = Path(self.file).name
        return lambda row, column: f"{name}, {self.place(row, column)}"

    def identity(self, columns: Sequence[str]) -> pa.Array:
        """One text for each row by which rows of the same thing are known."""
        return identity([self.rows[name] for name in columns])


def fitted(
    table: Table,
    cells: Mapping[str, pa.Array],
    context: Context,
    found: Found,
    *,
    lost: int = 0,
) -> Kept:
    """The rows that texts make, with the faults of those that do not fit; ``lost`` came in too."""
    made: Conformed = conform(table, cells, context, found)
    return Kept(
        table,
        made.rows,
        made.place,
        made.came_in + lost,
        untold=made.untold,
        file=context.file,
    )


def together(parts: Sequence[Kept]) -> Kept:
    """Rows of one table from several files, one after another."""
    if len(parts) == 1:
        return parts[0]
    file = parts[0].file if len({part.file for part in parts}) == 1 else ""
    places = [part.among(file) for part in parts]
    ends = np.cumsum([part.rows.num_rows for part in parts])

    def place(row: int, column: str) -> str:
        number = int(np.searchsorted(ends, row, side="right"))
        before = int(ends[number - 1]) if number else 0
        return places[number](row - before, column)

    rows = pa.concat_tables([part.rows for part in parts])
    return replace(
        parts[0],
        rows=rows,
        place=place,
        came_in=sum(part.came_in for part in parts),
        joined=sum(part.joined for part in parts),
        untold=frozenset.intersection(*(part.untold for part in parts)),
        file=file,
    )


def first_of_each(
    kept: Kept, columns: Sequence[str], found: Found, fault: Fault, column: str
) -> Kept:
    """The first row of each of the same thing; the others are reported by ``fault``."""
    if not kept.rows.num_rows:
        return kept
    codes = kept.identity(columns).dictionary_encode().indices
    numbers = np.asarray(codes)
    _, firsts = np.unique(numbers, return_index=True)
    keep = np.zeros(len(numbers), dtype=bool)
    keep[firsts] = True
    again = np.flatnonzero(~keep)
    if len(again):
        found.add_each(fault, (kept.place(int(row), column) for row in again), len(again))
    return kept.only(keep)


def identity(columns: Sequence[pa.ChunkedArray | pa.Array]) -> pa.Array:
    """The texts of some columns joined by what stands in none of them."""
    texts = [pc.fill_null(pc.cast(column, pa.string()), "\x1e") for column in columns]
    joined = pc.binary_join_element_wise(*texts, "\x1f")
    return joined.combine_chunks() if isinstance(joined, pa.ChunkedArray) else joined
