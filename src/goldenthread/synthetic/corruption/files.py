"""Opens a return's file as grids of cells that can be spoilt, and writes it again.

A CSV file is one grid; a workbook one for each sheet; an XML file one for each kind of element,
whose rows are the elements and whose columns the elements within.
"""

import csv
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from importlib import import_module
from pathlib import Path
from typing import Any, Protocol

from lxml import etree
from python_calamine import CalamineWorkbook

_ELEMENTS = ("CINdetails", "Assessments", "ChildProtectionPlans")
_CHILD = "Child"


class Grid(Protocol):
    """Cells in rows and columns; rows are counted from nought.

    ``spoilt`` are the rows with a fault, so that none is spoilt twice.
    """

    name: str
    spoilt: set[int]

    def __len__(self) -> int:
        """How many rows there are."""

    def has(self, column: str) -> bool:
        """Whether there is such a column."""

    def get(self, row: int, column: str) -> str:
        """A cell's text; empty where there is nothing."""

    def put(self, row: int, column: str, text: str) -> None:
        """Write into a cell."""

    def swap(self, row: int, one: str, other: str) -> None:
        """Change two cells of a row over."""

    def rename(self, column: str, other: str) -> None:
        """Give a column another heading."""

    def repeat(self, row: int) -> None:
        """Have a row, or the child it is of, twice: once more at the end."""


class File(Protocol):
    """A file that was opened."""

    @property
    def grids(self) -> Sequence[Grid]:
        """What can be spoilt in it."""

    def write(self, path: Path) -> None:
        """Write it as it is now; the same cells, the same bytes."""


def opened(path: Path) -> File:
    """A file of a return, by how its name ends."""
    if path.suffix == ".csv":
        return _Csv(path)
    return _Workbook(path) if path.suffix == ".xlsx" else _Xml(path)


@dataclass
class _Cells:
    """Rows of a CSV file or a sheet, the headings apart."""

    name: str
    headings: list[str]
    rows: list[list[Any]]
    spoilt: set[int] = field(default_factory=set)

    def __len__(self) -> int:
        return len(self.rows)

    def has(self, column: str) -> bool:
        return column in self.headings

    def get(self, row: int, column: str) -> str:
        cell = self.rows[row][self.headings.index(column)]
        return f"{cell:%d/%m/%Y}" if isinstance(cell, date) else str(cell)

    def put(self, row: int, column: str, text: str) -> None:
        self.rows[row][self.headings.index(column)] = text

    def swap(self, row: int, one: str, other: str) -> None:
        cells, a, b = self.rows[row], self.headings.index(one), self.headings.index(other)
        cells[a], cells[b] = cells[b], cells[a]

    def rename(self, column: str, other: str) -> None:
        self.headings[self.headings.index(column)] = other

    def repeat(self, row: int) -> None:
        self.rows.append(list(self.rows[row]))


class _Csv:
    def __init__(self, path: Path) -> None:
        with path.open(encoding="utf-8", newline="") as file:
            rows = list(csv.reader(file))
        self.grids = [_Cells(path.stem, rows[0], rows[1:])]

    def write(self, path: Path) -> None:
        with path.open("w", encoding="utf-8", newline="") as file:
            writer = csv.writer(file, lineterminator="\n")
            writer.writerow(self.grids[0].headings)
            writer.writerows(self.grids[0].rows)


class _Workbook:
    def __init__(self, path: Path) -> None:
        book = CalamineWorkbook.from_path(str(path))
        self.grids = []
        for name in book.sheet_names:
            rows = book.get_sheet_by_name(name).to_python(skip_empty_area=False)
            headings = [str(cell) for cell in rows[0]] if rows else []
            self.grids.append(_Cells(name, headings, [list(row) for row in rows[1:]]))

    def write(self, path: Path) -> None:
        options = {"default_date_format": "dd/mm/yyyy"}
        book = import_module("xlsxwriter").Workbook(str(path), options)
        book.set_properties({"created": datetime(2020, 1, 1)})
        for grid in self.grids:
            sheet = book.add_worksheet(grid.name)
            sheet.write_row(0, 0, grid.headings)
            for at, row in enumerate(grid.rows, start=1):
                for column, cell in enumerate(row):
                    if isinstance(cell, date):
                        sheet.write_datetime(at, column, cell)
                    elif isinstance(cell, float):
                        sheet.write_number(at, column, cell)
                    elif cell != "":
                        sheet.write_string(at, column, str(cell))
        book.close()


@dataclass
class _Elements:
    """Every element of one kind; a child is repeated whole."""

    name: str
    found: list[Any]
    headings: set[str] = field(default_factory=set)
    spoilt: set[int] = field(default_factory=set)

    def __post_init__(self) -> None:
        self.headings = {inner.tag for each in self.found for inner in each}

    def __len__(self) -> int:
        return len(self.found)

    def has(self, column: str) -> bool:
        return column in self.headings

    def get(self, row: int, column: str) -> str:
        return self.found[row].findtext(column) or ""

    def put(self, row: int, column: str, text: str) -> None:
        self.found[row].find(column).text = text

    def swap(self, row: int, one: str, other: str) -> None:
        a, b = self.found[row].find(one), self.found[row].find(other)
        a.text, b.text = b.text, a.text

    def rename(self, column: str, other: str) -> None:
        for each in self.found:
            for inner in each.findall(column):
                inner.tag = other

    def repeat(self, row: int) -> None:
        child = next(self.found[row].iterancestors(_CHILD))
        child.getparent().append(etree.fromstring(etree.tostring(child)))


class _Xml:
    def __init__(self, path: Path) -> None:
        self._tree = etree.parse(path)
        self.grids = [_Elements(name, list(self._tree.iter(name))) for name in _ELEMENTS]

    def write(self, path: Path) -> None:
        self._tree.write(path, encoding="utf-8", xml_declaration=True)
