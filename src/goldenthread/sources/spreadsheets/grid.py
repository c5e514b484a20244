"""A table as rows of printed cells, with the place each one stands at in its file."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from typing import NamedTuple

from goldenthread.nouns import GoldenThreadError


class Cell(NamedTuple):
    """What a cell shows. ``stored`` is True for a number a workbook holds, not as it shows it."""

    text: str = ""
    stored: bool = False


BLANK = Cell()


class TableRefusedError(GoldenThreadError):
    """A whole file cannot be read. ``rule`` and ``place`` go into the fault made of it."""

    def __init__(self, rule: str, message: str, place: str = "") -> None:
        """``message`` is one sentence saying what to do."""
        super().__init__(message)
        self.rule = rule
        self.place = place


@dataclass(frozen=True, slots=True)
class Grid:
    """Rows of cells, all as long as the longest; ``sheet`` is empty for a CSV file.

    ``turned`` is True where rows and columns have changed places since the file was read, so
    that ``place`` still names the cell as a person finds it.
    """

    rows: tuple[tuple[Cell, ...], ...]
    sheet: str = ""
    turned: bool = False

    @classmethod
    def of(cls, rows: Sequence[Sequence[Cell]], sheet: str = "") -> "Grid":
        """Fill short rows with blanks."""
        width = max((len(row) for row in rows), default=0)
        return cls(tuple((*row, *[BLANK] * (width - len(row))) for row in rows), sheet)

    @property
    def height(self) -> int:
        """How many rows."""
        return len(self.rows)

    @property
    def width(self) -> int:
        """How many columns."""
        return len(self.rows[0]) if self.rows else 0

    def transposed(self) -> "Grid":
        """Columns as rows and rows as columns."""
        return replace(self, rows=tuple(zip(*self.rows, strict=True)), turned=not self.turned)

    def place(self, row: int, column: int) -> str:
        """Where a cell stands, as people say it: ``sheet Year, cell C7`` (``cell C7`` in a CSV)."""
        if self.turned:
            row, column = column, row
        cell = f"cell {letters(column)}{row + 1}"
        return f"sheet {self.sheet}, {cell}" if self.sheet else cell


def letters(column: int) -> str:
    """A column's letters: 0 is A, 25 is Z, 26 is AA."""
    name = ""
    column += 1
    while column:
        column, rest = divmod(column - 1, 26)
        name = chr(ord("A") + rest) + name
    return name


def number_text(value: float, *, percent: bool = False) -> str:
    """A workbook's stored number as text, without the noise of binary fractions.

    ``percent`` is for a number formatted as a percentage, which is stored as a fraction.
    """
    exact = Decimal(f"{value:.12g}")
    if percent:
        exact *= 100
    text = f"{exact:f}"
    if "." in text:
        text = text.rstrip("0").rstrip(".")
    return f"{text or '0'}%" if percent else text or "0"
