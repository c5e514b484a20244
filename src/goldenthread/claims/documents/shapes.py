"""What a table's rows are: names of columns, values, or a list of contents and no table at all."""

import re
from collections.abc import Sequence
from itertools import pairwise

Rows = Sequence[Sequence[str]]

_VALUE = re.compile(
    r"[(\[]?\s*[<>~≈+\-−–]?\s*[£$€]?\s*[+\-−–]?\d[\d,.\s]*\s*"
    r"(?:%|per ?cent|pp|ppts?|percentage points|k|m|bn|million|billion)?\s*[)\]]?"
    r"(?:\s*[/(\[|]\s*[£<~+\-−]?\d[\d,.]*\s*%?\s*[)\]]?)?\s*[*†‡#¹²³⁴⁵⁶⁷⁸⁹a-e]{0,3}",
    re.IGNORECASE,
)
_WITHHELD = re.compile(
    r"n\s*/\s*a|n\.a\.|na|nil|none|not (?:available|applicable|known)|tbc|\.{1,3}|…|[-–—−]{1,3}"
    r"|\*{1,3}|\[?[cxzuwlk]\]?|:|~|#|suppressed",
    re.IGNORECASE,
)
_MARKS = " *†‡#¹²³⁴⁵⁶⁷⁸⁹"
_YEAR = re.compile(r"(?:19|20)\d\d")
_MONTH = r"(?:jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)[a-z]*"
_PERIOD = re.compile(
    rf"(?:(?:19|20)\d\d\s*[-/–to]+\s*(?:19|20)?\d\d|q[1-4].*|quarter.*|\d{{2}}[-/]\d{{2}}"
    rf"|{_MONTH}[\s\-–'’/]*\d{{0,4}}.*|\d{{1,2}}(?:st|nd|rd|th)?\s+{_MONTH}.*)",
    re.IGNORECASE,
)
_LEADERS = re.compile(r"(?:\.\s?){4,}|…{2,}")
_LED = re.compile(r"(?:(?:\.\s?){4,}|…{2,})\s*\d{1,3}(?!\S)")
_CONTENTS_ROWS = 3
_WIDEST_STEP = 10  # years between the columns of one header


def is_value(cell: str) -> bool:
    """Whether a cell holds a number that was counted or measured, or stands in for one.

    Years, quarters and months name columns and are no values.
    """
    text = cell.strip()
    named = text.rstrip(_MARKS)
    if not named or _YEAR.fullmatch(named) or _PERIOD.fullmatch(named):
        return bool(text and _WITHHELD.fullmatch(text))
    return bool(_VALUE.fullmatch(text) or _WITHHELD.fullmatch(text))


def header_rows(rows: Rows) -> int:
    """How many rows from the top name the columns: 0, 1 or 2."""
    if len(rows) < 2:
        return 0
    named = 0
    while named < min(3, len(rows) - 1) and _names_columns(rows[named]):
        named += 1
    if named < 2:
        return named
    return 2 if _spans(rows[0], rows[1]) and _has_values(rows[2:]) else 1


def _names_columns(row: Sequence[str]) -> bool:
    cells = [cell for cell in row[1:] if cell.strip()]
    if not cells:
        return False
    years = [int(cell) for cell in cells if _YEAR.fullmatch(cell.strip())]
    if len(years) > 1 and len(years) == len(cells):
        steps = {later - earlier for earlier, later in pairwise(years)}
        return len(steps) == 1 and abs(steps.pop()) <= _WIDEST_STEP
    return not any(is_value(cell) for cell in cells)


def _spans(first: Sequence[str], second: Sequence[str]) -> bool:
    """Whether the first row names groups of the columns that the second row names."""
    if sum(bool(cell.strip()) for cell in second) < 2:
        return False
    under_blank = any(
        below.strip() and not above.strip()
        for above, below in zip(first[1:], second[1:], strict=True)
    )
    return under_blank or (bool(first[0].strip()) and not second[0].strip())


def _has_values(rows: Rows) -> bool:
    return any(is_value(cell) for row in rows for cell in row[1:])


def filled_columns(rows: Rows) -> list[int]:
    """The columns in which any row has something."""
    width = len(rows[0]) if rows else 0
    return [at for at in range(width) if any(row[at].strip() for row in rows)]


def filled_out(rows: Rows) -> list[list[str]]:
    """Rows of one length, short ones ending in empty cells."""
    width = max((len(row) for row in rows), default=0)
    return [[*row, *[""] * (width - len(row))] for row in rows]


def is_contents(rows: Rows, heading: str = "") -> bool:
    """Whether these rows are a list of contents: titles, and page numbers that never go back."""
    pairs = [[cell for cell in row if cell.strip()] for row in rows]
    if len(pairs) < _CONTENTS_ROWS:
        return False
    pages = [pair[-1].strip() for pair in pairs]
    if any(len(pair) > 2 for pair in pairs) or not all(
        page.isdecimal() and len(page) < 4 for page in pages
    ):
        return False
    rising = [int(page) for page in pages] == sorted(int(page) for page in pages)
    led = any(_LEADERS.search(pair[0]) for pair in pairs)
    return led or (rising and heading.strip().casefold().strip(":") in {"contents", "index"})


def leads_to_page(line: str) -> bool:
    """Whether a line is an entry of a list of contents, dots leading to its page."""
    return bool(_LED.search(line))
