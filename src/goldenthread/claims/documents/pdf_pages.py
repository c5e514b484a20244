"""Reads a PDF page by page: ruled tables as tables, everything else as paragraphs."""

import re
import struct
import zlib
from collections import Counter
from collections.abc import Callable, Sequence
from functools import partial
from typing import Any

from goldenthread.claims.documents.building import Builder
from goldenthread.claims.documents.extra import needed
from goldenthread.claims.documents.marks import tidy
from goldenthread.claims.documents.model import Document
from goldenthread.claims.documents.pdf_columns import columned
from goldenthread.claims.documents.pdf_lines import Paragraph, lines_of, paragraphs_of
from goldenthread.claims.documents.pdf_rules import ruled
from goldenthread.nouns import GoldenThreadError

MOST_PAGES = 1_000

_DIGITS = re.compile(r"\d+")
# A line at the top or bottom of this many pages is furniture, if they are this share of all.
_FEWEST_PAGES = 3
_SHARE = 0.4
# What broken files make the reader raise: it trusts them to be well made.
_BROKEN = (
    ArithmeticError,
    AssertionError,
    AttributeError,
    EOFError,
    LookupError,
    NotImplementedError,
    OSError,
    RecursionError,
    TypeError,
    ValueError,
    struct.error,
    zlib.error,
)


def read_pages(file: str, tell: Callable[[str], None]) -> Document:
    """The document in a PDF; ``tell`` is called with each page.

    Raises GoldenThreadError where it has a password, no text, or cannot be read.
    """
    plumber = needed("pdfplumber", file)
    library = needed("pdfminer.psparser", file).PSException
    wrapped = needed("pdfplumber.utils.exceptions", file).PdfminerException
    try:
        with plumber.open(file) as pdf:
            return _read(pdf, file, tell)
    except (library, wrapped, *_BROKEN) as error:
        raise GoldenThreadError(_why(error, file)) from error


def _why(error: Exception, file: str) -> str:
    within = f"{type(error).__name__} {error!r}"
    if "Password" in within or "Encryption" in within:
        return (
            f"{file} has a password: open it, save a copy without one (print it to a new PDF), and"
            " check that."
        )
    return (
        f"{file} is broken inside ({type(error).__name__}): fetch it again, or open it and print"
        " it to a new PDF."
    )


def _read(pdf: Any, file: str, tell: Callable[[str], None]) -> Document:
    total = len(pdf.pages)
    if total > MOST_PAGES:
        raise GoldenThreadError(
            f"{file} has {total:,} pages: save the ones that are to be checked in a PDF of their"
            " own."
        )
    pages = []
    for number, page in enumerate(pdf.pages, start=1):
        tell(f"page {number} of {total}")
        pages.append(_Page(page, number))
        page.close()
    if not any(page.paragraphs or page.tables for page in pages):
        raise GoldenThreadError(
            f"{file} holds pictures of pages and no text: have the text recognised (OCR), or give"
            " the document it was printed from."
        )
    furniture = _furniture(pages)
    sizes = Counter(
        round(each.size, 1)
        for page in pages
        for each in page.paragraphs
        for _ in range(len(each.text))
    )
    usual = sizes.most_common(1)[0][0] if sizes else 0.0
    builder = Builder(file)
    for page in pages:
        page.add_to(builder, usual, furniture)
    return builder.document()


class _Page:
    """One page's tables and paragraphs, with how far down each begins."""

    def __init__(self, page: Any, number: int) -> None:
        self.number = number
        self.tables: list[tuple[float, list[list[str]]]] = []
        rest = page
        for table in page.find_tables():
            rows = [[tidy(cell or "") for cell in row] for row in table.extract()]
            if _is_table(rows):
                self.tables.append((table.bbox[1], rows))
                box = table.bbox
                rest = rest.filter(lambda each, box=box: not _inside(each, box))
        words = rest.extract_words(
            keep_blank_chars=False, use_text_flow=False, extra_attrs=["size", "fontname"]
        )
        lines = lines_of(words)
        for find in (partial(ruled, rest.horizontal_edges), columned):
            tables, lines = find(lines)
            self.tables += tables
        self.paragraphs = paragraphs_of(lines)

    def edges(self) -> set[str]:
        """The first and last lines of the page, numbers left open."""
        texts = [_DIGITS.sub("#", each.text) for each in self.paragraphs]
        return set(texts[:2] + texts[-2:])

    def add_to(self, builder: Builder, usual: float, furniture: set[str]) -> None:
        """Everything on the page that is the report's, from the top."""
        blocks: list[tuple[float, Any]] = [
            *((top, rows) for top, rows in self.tables),
            *((each.top, each) for each in self.paragraphs),
        ]
        counted = tables = 0
        ordered = sorted(range(len(blocks)), key=lambda at: blocks[at][0])
        for _, block in (blocks[at] for at in ordered):
            if not isinstance(block, Paragraph):
                tables += 1
                self._add_table(builder, block, tables)
                continue
            counted += 1
            if _DIGITS.sub("#", block.text) in furniture:
                continue
            place = f"page {self.number}, paragraph {counted}"
            if block.is_heading(usual):
                builder.heading(block.text, place)
            else:
                builder.paragraph(block.text, place, bullet=block.bullet)

    def _add_table(self, builder: Builder, rows: list[list[str]], number: int) -> None:
        place = f"page {self.number}, table {number}"
        builder.table(
            rows,
            [
                [f"{place}, row {down}, column {across}" for across in range(1, len(row) + 1)]
                for down, row in enumerate(rows, start=1)
            ],
            place,
        )


def _furniture(pages: Sequence[_Page]) -> set[str]:
    seen = Counter(text for page in pages for text in page.edges())
    least = max(_FEWEST_PAGES, _SHARE * len(pages))
    return {text for text, times in seen.items() if times >= least}


def _is_table(rows: Sequence[Sequence[str]]) -> bool:
    """Whether ruled lines hold a table, and not a box drawn around words."""
    filled = [cell for row in rows for cell in row if cell]
    several = sum(sum(map(bool, row)) > 1 for row in rows)
    return several > 1 and len(filled) > len(rows)


def _inside(each: Any, box: tuple[float, float, float, float]) -> bool:
    across, down = (each["x0"] + each["x1"]) / 2, (each["top"] + each["bottom"]) / 2
    return box[0] <= across <= box[2] and box[1] <= down <= box[3]
