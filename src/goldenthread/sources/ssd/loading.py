"""Loads the files of a dataset as text, each cell under our column's name, blanks as nothing."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import reduce
from pathlib import Path

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from goldenthread.nouns import Fault, GoldenThreadError, Severity
from goldenthread.sources.columns import Columns, read_columns
from goldenthread.sources.ssd.dataset import DatasetTable, dataset, table_in
from goldenthread.tables import Found

Progress = Callable[[str], None]

# What extracts write where they have nothing: a mark, or the first day of 1900.
_MARKS = ("ssd_ph", "placeholder")
_NO_DAY = ("1900-01-01", "1900/01/01", "01/01/1900")


@dataclass(frozen=True, slots=True)
class Loaded:
    """One table of the dataset as text, by the names ``dataset.toml`` gives its columns.

    An empty text is nothing. ``names`` are the columns' headings in the file; ``numbers`` the rows
    of the file's own table these are, which an exploded or filtered table repeats or leaves out;
    ``left_out`` counts rows left out with a fault.
    """

    told: DatasetTable
    path: Path
    source: Columns
    cells: Mapping[str, pa.Array]
    names: Mapping[str, str]
    numbers: np.ndarray
    left_out: int = 0

    @property
    def rows(self) -> int:
        """How many rows there are."""
        return len(self.numbers)

    def place(self, row: int, column: str) -> str:
        """Where the cell of a row and a column of ours stands in the file."""
        return self.source.place(int(self.numbers[row]), self.names.get(column, column))

    def column(self, name: str) -> pa.Array:
        """A column; of empty texts where the file has none."""
        return self.cells.get(name, pa.array([""] * self.rows, pa.string()))

    def taken(self, rows: np.ndarray, left_out: int = 0) -> "Loaded":
        """Some of its rows, in their order; ``left_out`` were left out for a fault."""
        cells = {name: each.take(pa.array(rows)) for name, each in self.cells.items()}
        return replace(
            self, cells=cells, numbers=self.numbers[rows], left_out=self.left_out + left_out
        )

    def with_cells(self, **cells: pa.Array) -> "Loaded":
        """The same rows with more columns, or others in their place."""
        return replace(self, cells={**self.cells, **cells})


def loaded(
    paths: Sequence[Path], found: Found, progress: Progress | None = None
) -> dict[str, Loaded]:
    """The tables of the dataset that some files hold, by name.

    Faults: those of ``read_columns``, ``unusable_file``, ``table_twice``, ``table_not_used``,
    ``table_missing``, ``column_missing``, ``column_unknown``.
    """
    made: dict[str, Loaded] = {}
    for path in sorted(paths):
        told = table_in(path)
        if told is None:
            continue
        if progress:
            progress(path.name)
        if told.name in made:
            found.add(
                Fault(
                    "table_twice",
                    f"{made[told.name].path.name} holds ssd_{told.name} already, and this file is "
                    "not read: leave one of them.",
                    str(path),
                )
            )
            continue
        try:
            columns = read_columns(path, found, frozenset().union(*told.columns.values()))
        except GoldenThreadError as error:
            found.add(Fault("unusable_file", str(error), str(path)))
            continue
        if told.read:
            made[told.name] = _named(told, path, columns, found)
        else:
            _say_unused(told, path, columns.rows, found)
    _say_missing(made, paths[0].parent, found)
    return made


def _named(told: DatasetTable, path: Path, columns: Columns, found: Found) -> Loaded:
    cells: dict[str, pa.Array] = {}
    names: dict[str, str] = {}
    for ours, theirs in told.columns.items():
        there = [name for name in theirs if name in columns.cells]
        if not there and ours in told.earlier:
            continue
        if not there:
            found.add(
                Fault(
                    "column_missing",
                    f"There is no column {theirs[0]}: export it too, if the system has it.",
                    str(path),
                    severity=Severity.WARNING,
                )
            )
            continue
        names[ours] = there[0]
        cells[ours] = _first_written([_without_marks(columns.cells[name]) for name in there])
    for heading in columns.headings:
        if heading and heading not in told.names:
            found.add(
                Fault(
                    "column_unknown",
                    f"ssd_{told.name} has no column of this name, and it is not read: see the "
                    "dataset’s specification.",
                    str(path),
                    f"column {columns.headings.index(heading) + 1}",
                    Severity.WARNING,
                )
            )
    return Loaded(told, path, columns, cells, names, np.arange(columns.rows), columns.broken)


def _first_written(columns: Sequence[pa.Array]) -> pa.Array:
    """Of several columns that say the same, the first that says anything."""
    made = columns[0]
    for other in columns[1:]:
        made = pc.if_else(pc.equal(made, ""), other, made)
    return made


def _without_marks(column: pa.Array) -> pa.Array:
    """A column trimmed, and empty where an extract writes that it has nothing."""
    trimmed = pc.utf8_trim_whitespace(column)
    lower = pc.utf8_lower(trimmed)
    first, *others = (pc.starts_with(lower, mark) for mark in (*_MARKS, *_NO_DAY))
    nothing = reduce(pc.or_, others, first)
    return pc.if_else(nothing, "", trimmed)


def _say_unused(told: DatasetTable, path: Path, rows: int, found: Found) -> None:
    found.add(
        Fault(
            "table_not_used",
            f"Nothing is counted from ssd_{told.name}: its {rows:,} rows are ignored.",
            str(path),
            severity=Severity.NOTE,
        )
    )


def _say_missing(made: Mapping[str, Loaded], folder: Path, found: Found) -> None:
    for name, told in dataset().items():
        if told.read and name not in made:
            found.add(
                Fault(
                    "table_missing",
                    f"There is no ssd_{name}: what is counted from it is not known.",
                    str(folder),
                    severity=Severity.NOTE,
                )
            )
