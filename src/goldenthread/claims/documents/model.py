"""A document as the checks see it: passages and grids in reading order, each with its place."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise


@dataclass(frozen=True, slots=True, kw_only=True)
class Passage:
    """A paragraph, bullet or heading: plain text, without mark-up.

    ``section`` is the heading it stands under, ``order`` its place among the document's blocks.
    """

    text: str
    locator: str
    order: int
    heading: bool = False
    section: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Grid:
    """A table as printed: rows of cell texts, all rows of one length, merged cells filled with "".

    ``header_rows`` is how many rows from the top name the columns (0 where none does).
    ``locators`` gives the place of each cell, in the shape of ``rows``. ``caption`` is the title
    printed with the table, ``section`` the heading it stands under, ``order`` its place among the
    document's blocks.
    """

    rows: tuple[tuple[str, ...], ...]
    locators: tuple[tuple[str, ...], ...]
    locator: str
    order: int
    header_rows: int = 1
    caption: str = ""
    section: str = ""

    @property
    def header(self) -> tuple[str, ...]:
        """One name per column: the header rows joined from the top, "" where a column has none.

        Of two header rows, a cell of the upper one names every column up to the next: "Q1" over
        "class" and "online" gives "Q1 class" and "Q1 online".
        """
        rows = [list(row) for row in self.rows[: self.header_rows]]
        for above, below in pairwise(rows):
            for at in range(2, len(above)):
                if below[at] and not above[at]:
                    above[at] = above[at - 1]
        columns = zip(*rows, strict=True) if rows else ()
        return tuple(" ".join(part for part in column if part) for column in columns) or tuple(
            "" for _ in self.rows[0]
        )

    @property
    def body(self) -> tuple[tuple[str, ...], ...]:
        """The rows below the header."""
        return self.rows[self.header_rows :]


Block = Passage | Grid


@dataclass(frozen=True, slots=True, kw_only=True)
class Document:
    """One file, read: ``blocks`` in reading order."""

    file: str
    blocks: tuple[Block, ...]

    @property
    def passages(self) -> Iterator[Passage]:
        """The prose, headings included."""
        return (block for block in self.blocks if isinstance(block, Passage))

    @property
    def grids(self) -> Iterator[Grid]:
        """The tables."""
        return (block for block in self.blocks if isinstance(block, Grid))
