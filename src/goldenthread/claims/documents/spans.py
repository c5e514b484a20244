"""Lays a table's merged cells out as a plain grid."""

from collections.abc import Sequence
from typing import NamedTuple

from goldenthread.nouns import GoldenThreadError
from goldenthread.sources.spreadsheets import limits


class Span(NamedTuple):
    """A cell's text, and over how many rows and columns it reaches."""

    text: str
    rows: int = 1
    columns: int = 1


def laid_out(rows: Sequence[Sequence[Span]], file: str) -> list[list[str]]:
    """Rows of one length: a merged cell's text in its first place, "" in the others.

    Raises GoldenThreadError, naming the file, where the cells are more than any report's.
    """
    grid: list[dict[int, str]] = [{} for _ in rows]
    cells = 0
    for down, row in enumerate(rows):
        across = 0
        for span in row:
            while across in grid[down]:
                across += 1
            cells += span.columns * min(span.rows, len(rows) - down)
            _refuse_more(cells, file)
            for below in range(down, min(down + span.rows, len(rows))):
                for beside in range(across, across + span.columns):
                    grid[below][beside] = ""
            grid[down][across] = span.text
            across += span.columns
    width = max((max(row, default=-1) + 1 for row in grid), default=0)
    _refuse_more(width * len(grid), file)
    return [[row.get(at, "") for at in range(width)] for row in grid]


def _refuse_more(cells: int, file: str) -> None:
    if cells > limits.MAX_CELLS:
        raise GoldenThreadError(
            f"{file} has a table of more than {limits.MAX_CELLS:,} cells: save the part that is to"
            " be checked in a file of its own."
        )
