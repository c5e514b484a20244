"""Lays a file out: each area and year once, and where each sort of row stands for it."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from goldenthread.nouns import Fault
from goldenthread.sources.published.dataset import Dataset
from goldenthread.sources.published.faults import note, shown
from goldenthread.sources.published.places import Places, each_row
from goldenthread.sources.published.raw import RawFile


@dataclass(frozen=True, slots=True)
class Line:
    """One sort of row of a file: where each area and year of the file stands in it.

    ``at`` is the position in the file of each area and year, -1 where it has no such row.
    """

    at: Any


@dataclass(frozen=True, slots=True)
class Sheet:
    """A file laid out: its areas and years once each, and its sorts of row over them."""

    raw: RawFile
    areas: Any
    years: Any
    lines: Mapping[str, Line]
    names: Mapping[str, str]

    def column(self, name: str) -> pa.Array | None:
        """The cells of a column (``row.column`` in a long file) for each area and year."""
        line, cells = self._find(name)
        if line is None or cells is None:
            return None
        if len(line.at) == len(cells) and (line.at == np.arange(len(cells))).all():
            return cells
        return cells.take(pa.array(line.at, mask=line.at < 0))

    def rows(self, name: str) -> Any:
        """The file's row number for each area and year; 0 where it has no such row."""
        line, _ = self._find(name)
        if line is None:
            return np.zeros(len(self.areas), dtype=np.int32)
        return np.where(line.at < 0, 0, self.raw.numbers[line.at])

    def _find(self, name: str) -> tuple[Line | None, pa.Array | None]:
        row, dot, column = name.rpartition(".")
        line = self.lines.get(row if dot else "")
        return line, self.raw.columns.get(self.names.get(column, column))

    def available(self) -> set[str]:
        """Every column name that entries may use."""
        ours = {self.names_back(name) for name in self.raw.columns}
        return {f"{row}.{name}" if row else name for row in self.lines for name in ours}

    def in_file(self, name: str) -> str:
        """The file's own name for a column."""
        column = name.rpartition(".")[2]
        return self.names.get(column, column)

    def names_back(self, column: str) -> str:
        """The name the entries use for a column of the file."""
        return next((ours for ours, theirs in self.names.items() if theirs == column), column)


def lay_out_rows(
    dataset: Dataset, raw: RawFile, places: Places, names: Mapping[str, str]
) -> tuple[Sheet, list[Fault]]:
    """Lay the usable rows out; a row that repeats an earlier one is a fault and is left out."""
    key = np.where(places.usable, places.areas * 10_000 + places.years, -1)
    sorts = {"": np.ones(len(raw), dtype=bool)}
    faults: list[Fault] = []
    if dataset.long:
        sorts, faults = _sorts(dataset, raw, names)
    keys = np.unique(key[places.usable]) if dataset.long else key[places.usable]
    if not dataset.long:
        _, first = np.unique(keys, return_index=True)
        keys = keys[np.sort(first)]
    lines = {}
    repeated = np.zeros(len(raw), dtype=bool)
    order = np.argsort(keys, kind="stable")
    for name, mask in sorts.items():
        rows = np.nonzero(mask & places.usable)[0]
        found, first = np.unique(key[rows], return_index=True)
        again = np.ones(len(rows), dtype=bool)
        again[first] = False
        repeated[rows[again]] = True
        at = np.full(len(keys), -1, dtype=np.int64)
        at[order[np.searchsorted(keys[order], found)]] = rows[first]
        lines[name] = Line(at)
    faults += each_row(
        raw, repeated, "repeated-row", "its area and year were there before; the first was kept"
    )
    return Sheet(raw, keys // 10_000, keys % 10_000, lines, names), faults


def _sorts(
    dataset: Dataset, raw: RawFile, names: Mapping[str, str]
) -> tuple[dict[str, Any], list[Fault]]:
    """Which rows are of each wanted sort, and a note for each sort nobody knows."""
    long = dataset.long
    if long is None:
        return {}, []
    joined = pc.binary_join_element_wise(
        *(pc.utf8_trim_whitespace(raw.columns[names[column]]) for column in long.by), "\x1f"
    )
    encoded = pc.dictionary_encode(joined)
    at = encoded.indices.to_numpy(zero_copy_only=False)
    there = {text: number for number, text in enumerate(encoded.dictionary.to_pylist())}
    masks, faults = {}, []
    for name, values in long.rows.items():
        number = there.pop("\x1f".join(values), None)
        if number is None:
            faults.append(
                Fault(
                    "missing-rows",
                    f"there are no rows of {' / '.join(values)}; download the file again",
                    raw.name,
                )
            )
        masks[name] = at == (-1 if number is None else number)
    known = {"\x1f".join(values) for values in long.left_out}
    for text in sorted(set(there) - known)[:100]:
        kind = shown(" / ".join(text.split("\x1f")))
        faults.append(
            note("unknown-rows", f"rows of {kind} are not described and were not read", raw.name)
        )
    return masks, faults
