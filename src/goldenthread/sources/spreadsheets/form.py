"""A form that asks for figures: a label, an empty cell and the figure that is meant, line by line.

The partnership’s site makes such a form for each return. The column headed ``COUNTED_AS`` names
what a line asks for as the figure book names it, so that a book can answer it.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from goldenthread.nouns import FigureKey, GoldenThreadError, Period
from goldenthread.sources.spreadsheets.delimited import delimiter_of, read_delimited
from goldenthread.sources.spreadsheets.grid import Grid
from goldenthread.sources.spreadsheets.headings import fold

COUNTED_AS = "Counted as"


@dataclass(frozen=True, slots=True)
class AskedLine:
    """One line: the ``row`` of the grid it stands in, what is written there so far, and its key."""

    row: int
    words: str
    written: str
    key: FigureKey


@dataclass(frozen=True, slots=True)
class Form:
    """The cells of a form, the ``column`` that numbers are written into, and what is asked for."""

    grid: Grid
    column: int
    delimiter: str
    lines: tuple[AskedLine, ...]


def read_form(file: Path) -> Form:
    """Read a form from the CSV file that the site makes.

    Raises GoldenThreadError, naming the cell, where the file is none or a key in it cannot be read.
    """
    try:
        data = file.read_bytes()
    except OSError as error:
        raise GoldenThreadError(
            f"{file} cannot be read ({error.strerror}): name the template file of the return."
        ) from error
    delimiter = delimiter_of(data)
    grid = read_delimited(data, file, "utf-8", delimiter)
    heads = [cell.text for cell in grid.rows[0]] if grid.height else []
    named = [at for at, head in enumerate(heads) if fold(head) == fold(COUNTED_AS)]
    numbers = [at for at, head in enumerate(heads) if _is_period(head)]
    if len(named) != 1 or len(numbers) != 1:
        raise GoldenThreadError(
            f"{file.name} is no template file of a return: its first row has to name one period,"
            f" and one column “{COUNTED_AS}”. Take the file from the return’s page again."
        )
    return Form(grid, numbers[0], delimiter, tuple(_lines(grid, numbers[0], named[0], file)))


def _lines(grid: Grid, column: int, named: int, file: Path) -> Iterator[AskedLine]:
    for number, row in enumerate(grid.rows[1:], start=1):
        if not row[named].text:
            continue
        try:
            key = FigureKey.parse(row[named].text)
        except ValueError as error:
            raise GoldenThreadError(
                f"{file.name}, {grid.place(number, named)}: {error}. Take the file from the"
                " return’s page again."
            ) from error
        yield AskedLine(number, row[0].text, row[column].text, key)


def _is_period(text: str) -> bool:
    try:
        Period.parse(text)
    except ValueError:
        return False
    return True
