"""Follows the XML of an xlsx workbook: which cells are percentages, errors or empty formulas."""

import re

from goldenthread.sources.spreadsheets import limits
from goldenthread.sources.spreadsheets.markup import Attributes, Extent, Markup, Position, walk

_PERCENT_FORMATS = {9, 10}
# A cell, and a cell that begins by saying where it stands, as every spreadsheet program writes it.
_CELL = re.compile(rb"<(?:\w+:)?c[\s/>]")
_PLACED = re.compile(rb'<c r="([A-Z]{1,3})([1-9][0-9]{0,6})"')
_WORTH_FOLLOWING = (b"<!DOCTYPE", b"<f", b":f", b't="e"', b"t='e'", b"\x00")
_REFERENCE = re.compile(r"([A-Z]{1,3})([1-9][0-9]{0,6})")
# Quoted words, escaped characters and colours in a number format, where % is no percentage.
_LITERAL = re.compile(r'"[^"]*"|\\.|\[[^\]]*\]')


def percent_styles(styles: bytes, name: str) -> frozenset[int]:
    """Of an xlsx file's cell styles, the numbers of those that show a percentage."""
    codes: dict[str, str] = {}
    shown: list[bool] = []
    within: list[str] = []

    def begin(tag: str, attributes: Attributes) -> None:
        within.append(tag)
        if tag == "numFmt":
            codes[attributes.get("numFmtId", "")] = attributes.get("formatCode", "")
        elif tag == "xf" and "cellXfs" in within:
            number = attributes.get("numFmtId", "0")
            custom = "%" in _LITERAL.sub("", codes.get(number, ""))
            shown.append(custom or (number.isdigit() and int(number) in _PERCENT_FORMATS))

    def end(_: str) -> None:
        within.pop()

    walk(styles, name, begin, end)
    return frozenset(number for number, percent in enumerate(shown) if percent)


def is_plain(content: bytes, size: limits.Size) -> bool:
    """Whether a part's cells all say where they stand and none is a formula or an error.

    Of such a part nothing needs to be followed, which spares most of the time of a large one.
    Raises TableRefusedError where its cells reach beyond ``size``.
    """
    if any(each in content for each in _WORTH_FOLLOWING):
        return False
    places = _PLACED.findall(content)
    if len(places) != len(_CELL.findall(content)):
        return False
    if places:
        across = max(_column(letters.decode()) for letters in {letters for letters, _ in places})
        Extent(size).add(max(int(row) for row in {row for _, row in places}) - 1, across)
    return True


def _column(letters: str) -> int:
    """A column's number from 0 by its letters."""
    column = 0
    for letter in letters:
        column = column * 26 + ord(letter) - ord("A") + 1
    return column - 1


class XlsxSheet:
    """Follows one worksheet of an xlsx file cell by cell."""

    def __init__(self, percent: frozenset[int], size: limits.Size = limits.TABLE) -> None:
        """``percent``: the styles that show a percentage."""
        self.markup = Markup()
        self._percent = percent
        self._extent = Extent(size)
        self._row = self._column = -1
        self._style = self._type = self._value = ""
        self._formula = self._inside = False

    def begin(self, tag: str, attributes: Attributes) -> None:
        """An element opens."""
        if tag == "row":
            given = attributes.get("r", "")
            self._row = int(given) - 1 if given.isdigit() and len(given) < 9 else self._row + 1
            self._column = -1
        elif tag == "c":
            self._begin_cell(attributes)
        elif tag == "f":
            self._formula = True
        elif tag in ("v", "is"):
            self._inside = True

    def _begin_cell(self, attributes: Attributes) -> None:
        self._row, self._column = self._position(attributes.get("r", ""))
        self._style, self._type = attributes.get("s", "0"), attributes.get("t", "n")
        self._value, self._formula = "", False

    def _position(self, reference: str) -> Position:
        match = _REFERENCE.fullmatch(reference)
        if not match:
            return max(self._row, 0), self._column + 1
        return int(match[2]) - 1, _column(match[1])

    def text(self, piece: str) -> None:
        """Characters within a value; a few are enough to know that it is not empty."""
        if self._inside and len(self._value) < 32:
            self._value += piece

    def end(self, tag: str) -> None:
        """An element closes."""
        if tag in ("v", "is"):
            self._inside = False
        elif tag == "c":
            self._end_cell()

    def _end_cell(self) -> None:
        place = (self._row, self._column)
        if self._value:
            self._extent.add(*place)
        if self._formula and not self._value:
            self._extent.add(*place)
            self.markup.unsaid.add(place)
        if self._type == "e":
            self.markup.broken[place] = self._value
        if self._type == "n" and self._style.isdigit() and int(self._style[:9]) in self._percent:
            self.markup.percents.add(place)
