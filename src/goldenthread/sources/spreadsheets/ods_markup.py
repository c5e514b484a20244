"""Follows the XML of an ods workbook: which cells are percentages, errors or empty formulas."""

import re

from goldenthread.sources.spreadsheets import limits
from goldenthread.sources.spreadsheets.markup import Attributes, Extent, Markup, Position

_ERROR = re.compile(r"#(DIV/0!|N/A|NAME\?|NULL!|NUM!|REF!|VALUE!)|Err:\d{3}")


class OdsSheets:
    """Follows every table of an ods file's content; ``markups`` are by sheet name."""

    def __init__(self, size: limits.Size = limits.TABLE) -> None:
        self._size = size
        self.markups: dict[str, Markup] = {}
        self._markup = Markup()
        self._extent = Extent(size)
        self._row = self._column = self._rows = self._columns = 0
        self._cell: Attributes = {}
        self._text = ""
        self._row_reach = -1
        self._in_cell = False

    def begin(self, tag: str, attributes: Attributes) -> None:
        """An element opens."""
        if tag == "table":
            self._markup = self.markups.setdefault(attributes.get("name", ""), Markup())
            self._extent = Extent(self._size)
            self._row = 0
        elif tag == "table-row":
            self._rows = _repeats(attributes.get("number-rows-repeated"))
            self._column, self._row_reach = 0, -1
        elif tag in ("table-cell", "covered-table-cell"):
            self._columns = _repeats(attributes.get("number-columns-repeated"))
            self._cell, self._text, self._in_cell = attributes, "", True

    def text(self, piece: str) -> None:
        """Characters within a cell."""
        if self._in_cell and len(self._text) < 32:
            self._text += piece

    def end(self, tag: str) -> None:
        """An element closes."""
        if tag in ("table-cell", "covered-table-cell"):
            self._end_cell()
        elif tag == "table-row":
            if self._row_reach >= 0:
                self._extent.add(self._row + self._rows - 1, self._row_reach)
            self._row += self._rows

    def _end_cell(self) -> None:
        self._in_cell = False
        kind = self._cell.get("value-type", "")
        shown = self._text.strip()
        formula = "formula" in self._cell
        if kind or shown or formula:
            self._row_reach = self._column + self._columns - 1
            self._extent.add(self._row + self._rows - 1, self._row_reach)
            for place in self._places():
                if formula and not kind and not shown:
                    self._markup.unsaid.add(place)
                if kind == "error" or _ERROR.fullmatch(shown):
                    self._markup.broken[place] = shown
                if kind == "percentage":
                    self._markup.percents.add(place)
        self._column += self._columns

    def _places(self) -> list[Position]:
        """Every cell a repeated one stands for; the extent was checked, so these are few."""
        return [
            (self._row + down, self._column + across)
            for down in range(self._rows)
            for across in range(self._columns)
        ]


def _repeats(text: str | None) -> int:
    """How often an ods cell or row repeats; too many is as many as is surely too many."""
    if text is None:
        return 1
    if not text.isdigit():
        return 1
    return max(1, int(text[:9]))
