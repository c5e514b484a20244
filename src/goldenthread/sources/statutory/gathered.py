"""The cells of an XML return as they were gathered: columns by kind of element, with their places.

Columns grow with what is kept and not with the file. Each row knows its ordinal within what holds
it and the line of each cell, so that a fault can say where: Child 17 / CINdetails 2 /
CINclosureDate, line 4012. No identifier is ever part of a place.
"""

from array import array
from collections.abc import Mapping

import numpy as np
import pyarrow as pa

from goldenthread.sources.statutory.layout import Kind

NONE = -1


class Rows:
    """The rows of one kind: a list of texts and an array of lines for each cell."""

    def __init__(self, kind: Kind) -> None:
        self.kind = kind
        self.cells: list[list[str | None]] = [[] for _ in kind.cells]
        self.cell_lines = [array("q") for _ in kind.cells]
        self.lines = array("q")
        self.ordinals = array("q")
        self.holders = array("q")
        self.children = array("q")

    def __len__(self) -> int:
        return len(self.lines)

    def open(self, ordinal: int, holder: int, child: int, line: int) -> int:
        """A new row, still empty; its number."""
        for texts in self.cells:
            texts.append(None)
        for lines in self.cell_lines:
            lines.append(0)
        self.lines.append(line)
        self.ordinals.append(ordinal)
        self.holders.append(holder)
        self.children.append(child)
        return len(self.lines) - 1

    def cut(self, size: int) -> int:
        """Forget what stands beyond a size; how many rows that was."""
        lost = len(self) - size
        for texts in self.cells:
            del texts[size:]
        for lines in (*self.cell_lines, self.lines, self.ordinals, self.holders, self.children):
            del lines[size:]
        return lost


class Gathered:
    """All rows of a return by kind. ``lost`` counts those of the child a file breaks off in."""

    def __init__(self, rows: Mapping[str, Rows], child: str) -> None:
        self.rows = rows
        self.child = child
        self.lost: dict[str, int] = {}

    def size(self, kind: str) -> int:
        """How many rows of a kind were gathered whole."""
        return len(self.rows[kind])

    def came_in(self, kind: str) -> int:
        """How many stand in the file as far as it can be read."""
        return self.size(kind) + self.lost.get(kind, 0)

    def cell(self, kind: str, name: str) -> pa.Array:
        """A column of texts; null where the element is not there."""
        rows = self.rows[kind]
        return pa.array(rows.cells[rows.kind.cells.index(name)], pa.string())

    def of_child(self, kind: str, name: str) -> pa.Array:
        """A cell of the child each row of a kind belongs to."""
        return taken(self.cell(self.child, name), self.rows[kind].children)

    def of_holder(self, kind: str, name: str) -> pa.Array:
        """A cell of the row that holds each row of a kind."""
        within = self.rows[kind].kind.within
        return taken(self.cell(within, name), self.rows[kind].holders)

    def place(self, kind: str, row: int, cell: str = "") -> str:
        """Where a cell stands, or the row itself."""
        rows = self.rows[kind]
        parts = self.path(kind, row)
        if cell in rows.kind.cells and not rows.kind.item:
            parts.append(cell)
        return f"{' / '.join(parts)}, line {self.line(kind, row, cell)}"

    def line(self, kind: str, row: int, cell: str = "") -> int:
        """The line a cell stands in; that of its row where it is not there."""
        rows = self.rows[kind]
        if cell in rows.kind.cells and not rows.kind.item:
            return rows.cell_lines[rows.kind.cells.index(cell)][row] or rows.lines[row]
        return rows.lines[row]

    def child_place(self, kind: str, row: int, cell: str) -> str:
        """Where a cell of the child of a row stands."""
        return self._held(self.child, self.rows[kind].children[row], cell, kind, row)

    def holder_place(self, kind: str, row: int, cell: str) -> str:
        """Where a cell of the row that holds a row stands."""
        rows = self.rows[kind]
        return self._held(rows.kind.within, rows.holders[row], cell, kind, row)

    def _held(self, kind: str, row: int, cell: str, held: str, held_row: int) -> str:
        return self.place(held, held_row) if row == NONE else self.place(kind, row, cell)

    def path(self, kind: str, row: int) -> list[str]:
        """The elements a row stands in and itself, each with its ordinal."""
        rows = self.rows[kind]
        own = f"{rows.kind.name} {rows.ordinals[row]}"
        within, holder = rows.kind.within, rows.holders[row]
        if within and holder != NONE:
            return [*self.path(within, holder), own]
        if kind != self.child and rows.children[row] != NONE:
            return [*self.path(self.child, rows.children[row]), own]
        return [own]


def taken(column: pa.Array, numbers: "array[int]") -> pa.Array:
    """The cells of some rows; null where there is no row."""
    chosen = np.array(numbers, dtype=np.int64)
    return column.take(pa.array(chosen, mask=chosen == NONE))
