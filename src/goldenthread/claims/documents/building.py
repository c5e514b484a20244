"""Puts a document together from what a reader finds: sections, captions, furniture left out."""

import re
from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from goldenthread.claims.documents import shapes
from goldenthread.claims.documents.model import Block, Document, Grid, Passage

_LABEL = re.compile(r"(?:table|figure|fig\.?|chart|exhibit)\s+[\dA-Z][\w.]*", re.IGNORECASE)
_TABLE_LABEL = re.compile(r"table\s+[\dA-Z][\w.]*", re.IGNORECASE)
_PAGE = re.compile(
    r"[-–|\s]*(?:page|p\.?)?\s*\d{1,3}\s*(?:(?:of|/)\s*\d{1,3})?\s*(?:\|\s*page)?[-–|\s]*",
    re.IGNORECASE,
)
# Words after which a sentence goes on, on the next line or page.
UNFINISHED = re.compile(
    r"(?:\b(?:a|an|and|at|by|from|in|of|on|or|per|than|that|the|to|was|were|with)|[,(–—-])$"
)
_ENDS = (".", "!", "?", ":", ";", "”", "’", ")")
_SHORTEST_BROKEN = 60
# The number of its page before or after the line that stands on every page.
_PAGED = re.compile(r"(?P<first>\d{1,3}\s+)?(?P<line>\S.*?\S)(?P<last>\s+\d{1,3})?")
_RECURS = 4  # a line that stands so often in one text is the page's and not the report's
_LONGEST_CAPTION = 200
_LONGEST_FURNITURE = 100
_PROSE_CELL = 80


@dataclass(frozen=True, slots=True)
class _Written:
    """A passage and how it was set: headings and bullets are never page furniture."""

    passage: Passage
    kept: bool


class Builder:
    """Takes passages and tables in reading order; ``document`` gives what they make."""

    def __init__(self, file: str) -> None:
        """``file`` as it is to be named in faults."""
        self.file = file
        self._blocks: list[_Written | Grid] = []
        self._section = ""

    def heading(self, text: str, locator: str, *, sure: bool = True) -> None:
        """A heading; what follows stands under it. ``sure`` where the mark-up says that it is."""
        if text:
            passage = Passage(text=text, locator=locator, order=0, heading=True)
            self._blocks.append(_Written(passage, kept=sure))
            if not _LABEL.fullmatch(text.rstrip(".:")) and not _TABLE_LABEL.match(text):
                self._section = text

    def paragraph(self, text: str, locator: str, *, bullet: bool = False) -> None:
        """A paragraph, or with ``bullet`` an item of a list without its mark."""
        if text:
            passage = Passage(text=text, locator=locator, order=0, section=self._section)
            self._blocks.append(_Written(passage, kept=bullet))

    def table(
        self,
        rows: Sequence[Sequence[str]],
        locators: Sequence[Sequence[str]],
        locator: str,
        *,
        caption: str = "",
        header_rows: int | None = None,
    ) -> None:
        """A table, rows of any lengths with the place of each cell.

        Empty rows and columns are left out, rows above that hold one cell become the caption, a
        table of one column becomes paragraphs, and prose in a cell is a paragraph too. Without
        ``header_rows`` they are found out.
        """
        cells = shapes.filled_out(rows)
        places = shapes.filled_out(locators)
        kept = [at for at, row in enumerate(cells) if any(row)]
        if header_rows is not None:
            header_rows = sum(at < header_rows for at in kept)
        cells, places = _without_empty_columns(
            [cells[at] for at in kept], [places[at] for at in kept]
        )
        if _width(cells) > 1 and shapes.is_contents(cells, self._section):
            return
        while header_rows is None and len(cells) > 2 and _is_title(cells):
            caption = " ".join(filter(None, [caption, cells[0][0]]))
            self.paragraph(cells[0][0], places[0][0])
            cells, places = _without_empty_columns(cells[1:], places[1:])
        if _width(cells) < 2:
            for row, where in zip(cells, places, strict=True):
                self.paragraph(row[0], where[0])
            return
        grid = Grid(
            rows=tuple(map(tuple, cells)),
            locators=tuple(map(tuple, places)),
            locator=locator,
            order=0,
            header_rows=shapes.header_rows(cells) if header_rows is None else header_rows,
            caption=caption,
            section=self._section,
        )
        self._blocks.append(grid)
        for row, where in zip(cells, places, strict=True):
            for cell, place in zip(row, where, strict=True):
                if is_prose(cell):
                    self.paragraph(cell, place, bullet=True)

    def document(self) -> Document:
        """Everything in order, without page furniture, each table with its caption."""
        blocks = _joined(_without_furniture(self._blocks))
        return Document(
            file=self.file,
            blocks=tuple(
                replace(_captioned(block, blocks, at), order=at)
                if isinstance(block, Grid)
                else replace(block, order=at)
                for at, block in enumerate(blocks)
            ),
        )


def _width(cells: Sequence[Sequence[str]]) -> int:
    return len(cells[0]) if cells else 0


def _without_empty_columns(
    cells: Sequence[Sequence[str]], places: Sequence[Sequence[str]]
) -> tuple[list[list[str]], list[list[str]]]:
    """The columns in which any row has something, of the cells and of their places."""
    columns = shapes.filled_columns(cells)
    return (
        [[row[at] for at in columns] for row in cells],
        [[row[at] for at in columns] for row in places],
    )


def _is_title(rows: Sequence[Sequence[str]]) -> bool:
    """Whether the first row is a title above the table: one cell, and more in the rows below."""
    filled = [sum(map(bool, row)) for row in rows[:4]]
    return filled[0] == 1 and bool(rows[0][0]) and filled[1] > 1 and not shapes.is_value(rows[0][0])


def is_prose(cell: str) -> bool:
    """Whether a cell is so long that it is prose and no entry."""
    return len(cell) >= _PROSE_CELL and cell.count(" ") > 10


def _without_furniture(blocks: Sequence[_Written | Grid]) -> list[_Written | Grid]:
    often = Counter(
        block.passage.text.casefold()
        for block in blocks
        if isinstance(block, _Written) and not block.kept
    )
    paged = _paged(blocks)
    return [
        block
        for at, block in enumerate(blocks)
        if isinstance(block, Grid) or not (at in paged or _is_furniture(block, often))
    ]


def _paged(blocks: Sequence[_Written | Grid]) -> set[int]:
    """The lines that are alike but for a number that grows from page to page."""
    found: dict[str, list[tuple[int, int]]] = defaultdict(list)
    for at, block in enumerate(blocks):
        if isinstance(block, Grid) or block.kept or len(block.passage.text) >= _LONGEST_FURNITURE:
            continue
        match = _PAGED.fullmatch(block.passage.text)
        page = match and (match["first"] or match["last"])
        if match and page and match["line"].count(" ") > 1:
            found[match["line"].casefold()].append((at, int(page)))
    return {
        at
        for lines in found.values()
        if len(lines) >= _RECURS and all(one[1] < other[1] for one, other in pairwise(lines))
        for at, _ in lines
    }


def _joined(blocks: Sequence[_Written | Grid]) -> list[Block]:
    """Paragraphs put together that the end of a page parted in the middle of a sentence."""
    joined: list[Block] = []
    for block in blocks:
        last = joined[-1] if joined else None
        if isinstance(block, Grid):
            joined.append(block)
        elif isinstance(last, Passage) and _goes_on(last, block):
            joined[-1] = replace(last, text=f"{last.text} {block.passage.text}")
        else:
            joined.append(block.passage)
    return joined


def _goes_on(last: Passage, block: _Written) -> bool:
    """Whether a paragraph goes on with the last one, long and without the end of a sentence."""
    text = block.passage.text
    if block.kept or block.passage.heading or last.heading or last.text.endswith(_ENDS):
        return False
    return len(last.text) >= _SHORTEST_BROKEN and bool(
        text[0].islower() or UNFINISHED.search(last.text)
    )


def _is_furniture(block: _Written, often: Counter[str]) -> bool:
    text = block.passage.text
    if _PAGE.fullmatch(text) or shapes.leads_to_page(text):
        return True
    if block.kept:
        return False
    recurs = often[text.casefold()] >= _RECURS
    return recurs and len(text) < _LONGEST_FURNITURE and not text.endswith((".", "!", "?"))


def _captioned(grid: Grid, blocks: Sequence[Block], at: int) -> Grid:
    """The table with what is printed above it, or the label printed below, as its caption."""
    above = blocks[at - 1] if at else None
    below = blocks[at + 1] if at + 1 < len(blocks) else None
    parts = [grid.caption]
    if isinstance(above, Passage) and _captions(above, grid) and above.text not in grid.caption:
        parts.insert(0, above.text)
    beyond = blocks[at + 2] if at + 2 < len(blocks) else None
    if (
        isinstance(below, Passage)
        and _TABLE_LABEL.match(below.text)
        and len(below.text) < _LONGEST_CAPTION
        and not isinstance(beyond, Grid)
        and not any(_TABLE_LABEL.match(part) for part in parts)
    ):
        parts.append(below.text)
    return replace(grid, caption=". ".join(part.rstrip(".:") for part in parts if part))


def _captions(passage: Passage, grid: Grid) -> bool:
    """Whether what stands above a table is its title; a table that has one needs a label."""
    text = passage.text
    if len(text) >= _LONGEST_CAPTION:
        return False
    if passage.heading or _LABEL.match(text):
        return True
    return not grid.caption and not text.endswith((".", "!", "?", ";"))
