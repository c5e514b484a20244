"""A grid understood: its rows and columns as lines with a label, and its cells between them."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from functools import cached_property

from goldenthread.claims.documents.model import Document, Grid
from goldenthread.claims.reading import Reading
from goldenthread.claims.tables.cells import Cell, as_percent, read_cell
from goldenthread.claims.tables.hints import Hints, hints_of
from goldenthread.claims.tables.labels import (
    Sense,
    Whole,
    counts_too,
    key_of,
    says_count,
    sense_of_title,
    when_of,
)
from goldenthread.claims.tables.lines import Line
from goldenthread.claims.tables.members import members

__all__ = ["Line", "Table", "table_of", "tables_of"]

_MOST_CELLS = 60_000


@dataclass(frozen=True, eq=False)
class Table:
    """``cells[i][j]`` stands in row ``rows[i]`` and column ``columns[j]``; labels are set apart.

    ``turned`` is the same table with rows for columns, so that a rule is written once.
    """

    file: str
    grid: Grid
    rows: tuple[Line, ...]
    columns: tuple[Line, ...]
    cells: tuple[tuple[Cell, ...], ...]
    hints: Hints
    is_turned: bool = False
    original: "Table | None" = field(default=None, repr=False)

    @property
    def upright(self) -> "Table":
        """The table as printed."""
        return self.original or self

    @property
    def is_data(self) -> bool:
        """Whether this is a file of data rather than a printed table: many words on every row."""
        lines = self.columns if self.is_turned else self.rows
        depth = max((len(line.levels) for line in lines), default=0)
        return depth > 3 or (depth > 2 and len(lines) > 100)

    @cached_property
    def turned(self) -> "Table":
        """Rows as columns and columns as rows."""
        if self.original is not None:
            return self.original
        return replace(
            self,
            original=self,
            rows=self.columns,
            columns=self.rows,
            cells=tuple(zip(*self.cells, strict=True)),
            is_turned=not self.is_turned,
        )

    def named(self, row: int, column: int) -> str:
        """A cell's place in words: "Police, Q3"."""
        pair = (self.rows[row].label, self.columns[column].label)
        return ", ".join(part for part in (pair[::-1] if self.is_turned else pair) if part)


def tables_of(reading: Reading) -> tuple[Table, ...]:
    """Every table read that holds numbers; worked out once for one reading."""
    return reading.once(_tables)


def _tables(reading: Reading) -> Iterator[Table]:
    for document, grid in reading.grids:
        if table := table_of(document, grid):
            yield table


def table_of(document: Document, grid: Grid) -> Table | None:
    """A grid understood, None where it has no two columns, no rows, or no numbers."""
    if not grid.rows or len(grid.rows[0]) < 2 or len(grid.rows) * len(grid.rows[0]) > _MOST_CELLS:
        return None
    printed, grid = grid, _of_so_many(grid)
    read = [[read_cell(text) for text in row] for row in grid.rows]
    top = _header_rows(grid, read)
    if top >= len(grid.rows):
        return None
    left = 0 if _begins_with_time(grid, read[top:]) else _label_columns(read[top:])
    headings = _headings(grid.rows[:top], len(grid.rows[0]))
    given = sense_of_title(grid.caption or grid.section)
    columns: list[tuple[int, Line]] = []
    for place in range(left, len(grid.rows[0])):
        column = [row[place] for row in read[top:]]
        if _is_of_words(column):
            continue
        label = " ".join(part for part in headings[place] if part)
        spot = grid.locators[top - 1][place] if top else grid.locator
        of = Sense.COUNT if given is Sense.PERCENT and _is_above(column) else given
        columns.append((place, Line(len(columns), label, _keys(headings[place]), spot, given=of)))
    rows = tuple(_rows(grid, top, left, [place for place, _ in columns], read))
    if not columns or not any(not row.empty for row in rows):
        return None
    lines = tuple(line for _, line in columns)
    added = any(row.whole is not Whole.NO for row in rows)
    cells = tuple(
        tuple(
            replace(
                _cell(grid, top + row.index, place, row, line, added),
                text=printed.rows[top + row.index][place],
            )
            for place, line in columns
        )
        for row in rows
    )
    labels = "\n".join(
        [*(line.label for line in lines), *(row.label for row in rows), *grid.rows[0][:left]]
    )
    rows = members(rows, cells)
    return Table(document.file, printed, rows, lines, cells, hints_of(document, grid, labels))


_OF_SO_MANY = re.compile(r"(\d{1,2}) ?/ ?(\d{1,2})(?= ?(?:\(|$))")
_OF_MEETINGS = re.compile(r"\b(?:attend|present|meetings)", re.IGNORECASE)


def _of_so_many(grid: Grid) -> Grid:
    """Under a heading of attendance 6/8 is six of eight, and no date or year."""
    places = {
        place for place, name in enumerate(grid.header) if place and _OF_MEETINGS.search(name)
    }
    if not places:
        return grid
    rows = tuple(
        tuple(
            _OF_SO_MANY.sub(r"\1 of \2", text) if place in places else text
            for place, text in enumerate(row)
        )
        for row in grid.rows
    )
    return replace(grid, rows=rows)


def _keys(levels: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(key_of(level) for level in levels)


_IN_POINTS = re.compile(r"\s?(?:pp|ppts?|pts?|(?:percentage |% )?points?)$", re.IGNORECASE)
_IN_BRACKETS = re.compile(r"\(\s?£?\s?[\d,]+(?:\.\d+)?\s?\)")
_SIGNED = re.compile(
    r"\b(?:surplus|deficit|net|varia\w+|difference|change|underspend|overspend|movement|balance|"
    r"gains?|losses|expenditure|spend(?:ing)?|spent|payments|outgoings|paid out|withdrawals)\b|"
    r"\+ ?/ ?-"
)


def _cell(grid: Grid, row: int, place: int, across: Line, down: Line, added: bool) -> Cell:
    """One cell; ``added`` says that the rows have a total, so that "Share" may be one of them."""
    text, locator = grid.rows[row][place], grid.locators[row][place]
    if Sense.CHANGE in (across.sense, down.sense):
        text = _IN_POINTS.sub("", text)
    if _IN_BRACKETS.fullmatch(text) and _SIGNED.search(f"{across.key} {down.key}"):
        text = "-" + text.strip("() ")
    cell = read_cell(text, locator, counts_too(across.label) or counts_too(down.label))
    if down.sense is Sense.PERCENT:
        return as_percent(cell)
    if added and across.key in ("share", "shares"):
        return cell
    if across.sense is Sense.PERCENT and down.sense is Sense.COUNT and not says_count(down.label):
        return as_percent(cell, at_most=100)  # beside it may stand a year, or what it is counted of
    return cell


def _header_rows(grid: Grid, read: list[list[Cell]]) -> int:
    """How many rows name the columns: those the reader saw, and further rows without a number."""
    top = grid.header_rows
    while top < len(read) - 1 and _names_columns(read[top], top):
        top += 1
    return top


def _names_columns(row: list[Cell], above: int) -> bool:
    if above and not row[0].blank:
        return False  # a heading row of a section has its words in the first column
    named = [cell for cell in row[1:] if not cell.blank]
    return (
        bool(named)
        and all((not cell.parts and not cell.hidden) or when_of(cell.text) for cell in named)
        and (above > 0 or len(named) * 2 > len(row) - 1)
    )


def _begins_with_time(grid: Grid, body: list[list[Cell]]) -> bool:
    """Whether the first column is a month like the others, and holds numbers and no labels."""
    header = grid.header
    return (
        all(when_of(name) for name in header[:3])
        and len(header) > 3
        and all(row[0].parts or row[0].blank for row in body)
    )


def _label_columns(body: list[list[Cell]]) -> int:
    """The first column, and those straight after it that hold words."""
    left = 1
    while left < len(body[0]) - 1 and _is_of_words([row[left] for row in body]):
        left += 1
    return left


def _is_of_words(column: list[Cell]) -> bool:
    numbers = sum(bool(cell.parts) or cell.hidden for cell in column)
    words = sum(not cell.blank and not cell.parts and not cell.hidden for cell in column)
    return numbers == 0 or words > numbers


def _is_above(column: list[Cell]) -> bool:
    """Whether a column holds what no percentage is, though the table's title speaks of them."""
    values = [cell.amount.value for cell in column if cell.amount]
    return 2 * sum(value > 100 for value in values) > len(values)


def _headings(rows: tuple[tuple[str, ...], ...], width: int) -> list[tuple[str, ...]]:
    """The headings of each column, outermost first, a merged one repeated over its columns."""
    levels = []
    for number, row in enumerate(rows):
        if sum(bool(text) for text in row) == 1 and len(rows) > 1 and row[0]:
            continue  # a title printed inside the table
        filled = list(row)
        if number < len(rows) - 1:
            for place in range(2, width):
                if not filled[place] and not (rows[number + 1][place] == "" == row[place]):
                    filled[place] = filled[place - 1]
        levels.append(filled)
    return [tuple(level[place] for level in levels) for place in range(width)]


def _rows(grid: Grid, top: int, left: int, places: list[int], read: list[list[Cell]]) -> list[Line]:
    rows: list[Line] = []
    section, above = "", ("",) * left
    for number, texts in enumerate(grid.rows[top:]):
        named = texts[:left]
        filled = tuple(
            text or (above[place] if place < left - 1 and not any(named[:place]) else "")
            for place, text in enumerate(named)
        )
        above = filled if any(named) else above
        empty = not any(
            read[top + number][place].parts or _IN_BRACKETS.fullmatch(texts[place])
            for place in places
        )
        hidden = any(read[top + number][place].hidden for place in places)
        label = " ".join(text for text in filled if text)
        if empty and not hidden and any(named):
            section = key_of(label)
        spot = grid.locators[top + number][0]
        rows.append(Line(number, label, _keys(filled), spot, section, empty and not hidden))
    return rows
