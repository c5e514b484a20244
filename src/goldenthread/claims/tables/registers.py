"""A register: a mark for each member at each meeting, and the numbers printed beside them."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction

from goldenthread.claims.documents.model import Document, Grid
from goldenthread.claims.intervals import Interval
from goldenthread.claims.tables.cells import Cell, read_cell
from goldenthread.claims.tables.hints import around
from goldenthread.claims.tables.labels import key_of

_CAME = frozenset(["yes", "y", "✓", "✔", "√", "present", "attended", "☑", "came"])
_AWAY = frozenset(
    [
        "no",
        "n",
        "✗",
        "✘",
        "absent",
        "apologies",
        "apology",
        "apols",
        "ap",
        "✕",
        "☒",
        "dna",
        "none",
        "-",
        "–",
        "—",
    ]
)
_SAID = frozenset(["present", "attended", "apologies", "apology", "apols", "deputy"])
_STOOD_IN = frozenset(
    [
        "deputy",
        "dep",
        "d",
        "sub",
        "substitute",
        "represented",
        "rep",
        "delegate",
        "represented*",
        "deputised",
        "yes*",
        "✓*",
        "y*",
    ]
)
_NO_MEMBER = frozenset(["n/a", "na", "n.a.", "not a member", "not in post", "vacant", "left"])
_MEETS = re.compile(r"\battend|\bpresent\b|\bmeeting|\bapologies\b", re.IGNORECASE)
_NUMBER = re.compile(
    r"(?:(?:number|no\.?|total|meetings|times) )*(?:of )?(?:attended|attendances?|present|"
    r"meetings attended|total|came|meetings|attending)(?: \(?(?:number|total|of \d+|"
    r"out of \d+)\)?)?"
)
_OF_A_DAY = re.compile(
    r"\d|\b(?:meeting|jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec|spring|summer|autumn|winter|"
    r"first|second|third|fourth)",
    re.IGNORECASE,
)
_SHARE = re.compile(r"%|\bper ?cent|\bpercentage\b|\brate\b")
_APART = re.compile(r"\b(?:apolog|absent|missed|not|deput|repres)")


@dataclass(frozen=True, slots=True)
class Count:
    """A number printed beside marks: its place, what it is of, and what the marks may come to."""

    name: str
    printed: str
    locator: str
    fits: bool
    told: str
    expected: str


@dataclass(frozen=True, slots=True)
class Register:
    """The numbers of a register, of its rows and of its columns."""

    counts: tuple[Count, ...]


def register_of(document: Document, grid: Grid) -> Register | None:
    """A grid's marks counted again; None where it holds none, or their meaning is not plain."""
    if not grid.header_rows or len(grid.rows[0]) < 4:
        return None
    header, body = grid.header, grid.body
    marked = [
        place
        for place in range(1, len(header))
        if not _APART.search(key := key_of(header[place])) and not _NUMBER.fullmatch(key)
        if _is_marked([row[place] for row in body])
    ]
    if len(marked) < 2:
        return None
    words = f"{around(document, grid)} {' '.join(header)}"
    marks = {_mark(row[place]) for row in body for place in marked} - {""}
    dated = all(_OF_A_DAY.search(header[place]) for place in marked)
    meaning = _meaning(marks) if dated or marks & _SAID else None
    if meaning is None or not _MEETS.search(words):
        return None
    counts = (*_across(grid, marked, meaning), *_down(grid, marked, meaning))
    return Register(counts) if counts else None


def _mark(text: str) -> str:
    word = " ".join(text.split()).casefold().strip("()[].")
    return "✓" if word in ("✓", "✔", "√", "☑") else word


_KNOWN = _CAME | _AWAY | _STOOD_IN | _NO_MEMBER | {"x", "a", "p", "1", "0", "", "present*"}


def _is_marked(texts: list[str]) -> bool:
    known = [text for text in texts if _mark(text) in _KNOWN]
    printed = [text for text in known if _mark(text)]
    return len(known) >= len(texts) - 1 and 2 * len(printed) >= len(texts)


def _meaning(marks: set[str]) -> dict[str, int | None] | None:
    """Each mark as 1 (came), 0 (did not) or None (someone stood in: may be counted either way)."""
    found: dict[str, int | None] = {}
    for mark in marks - _NO_MEMBER:
        if mark in _CAME or mark == "1":
            found[mark] = 1
        elif mark in _AWAY or mark == "0":
            found[mark] = 0
        elif mark in _STOOD_IN:
            found[mark] = None
    if "x" in marks:
        # beside ticks a cross is no tick; alone it may be one
        if 1 in found.values():
            found["x"] = 0
        elif 0 in found.values():
            found["x"] = 1
        else:
            return None
    if "p" in marks:
        found["p"] = 1
    if "a" in marks:
        if "p" not in marks and 1 not in found.values():
            return None  # A for attended, or for absent or apologies
        found["a"] = 0
    return found if 1 in found.values() else None


def _across(grid: Grid, marked: list[int], meaning: dict[str, int | None]) -> Iterator[Count]:
    for place in range(1, len(grid.rows[0])):
        key = key_of(grid.header[place])
        share = bool(_SHARE.search(key))
        if place in marked or not key or _APART.search(key):
            continue
        if not share and not _NUMBER.fullmatch(key):
            continue
        for number, row in enumerate(grid.body, start=grid.header_rows):
            marks = [_mark(row[each]) for each in marked]
            if row[0] and any(mark in meaning for mark in marks):
                name = f"{row[0]}, {grid.header[place]}"
                found = _count(name, read_cell(row[place], grid.locators[number][place]), share)
                if found:
                    yield _judged(*found, [mark for mark in marks if mark], meaning)


def _down(grid: Grid, marked: list[int], meaning: dict[str, int | None]) -> Iterator[Count]:
    number = len(grid.rows) - 1
    last = grid.rows[number]
    key = key_of(last[0])
    if not _NUMBER.fullmatch(key) and not key.startswith(("number", "members present", "total")):
        return
    if any(_mark(last[place]) in meaning and _mark(last[place]) not in "01" for place in marked):
        return
    for place in marked:
        marks = [_mark(row[place]) for row in grid.body[:-1]]
        name = f"{last[0]}, {grid.header[place]}"
        found = _count(name, read_cell(last[place], grid.locators[number][place]), False)
        if found:
            yield _judged(*found, [mark for mark in marks if mark], meaning)


def _count(name: str, cell: Cell, share: bool) -> tuple[str, Cell, bool] | None:
    """A printed number that may be held against marks; None where the cell holds none."""
    if share and cell.percent is None and cell.amount is None:
        return None
    if not share and (cell.amount is None or cell.amount.decimals > 0):
        return None
    return name, cell, share


def _judged(
    name: str, cell: Cell, share: bool, marks: list[str], meaning: dict[str, int | None]
) -> Count:
    values = [meaning[mark] for mark in marks if mark in meaning]
    came, either = values.count(1), values.count(None)
    told = str(came) if not either else f"{came} to {came + either}"
    if not share:
        value = cell.amount.value if cell.amount else Fraction(0)
        fits = came <= value <= came + either
        return Count(name, cell.text, cell.locator, fits, told, "" if either else str(came))
    part = cell.percent or cell.amount
    if part is None or not values:
        raise ValueError(f"no number in {cell.text!r}")
    printed = Interval.rounded(part.value, part.decimals)
    each = (Fraction(100 * number, len(values)) for number in range(came, came + either + 1))
    fits = any(printed.holds(value) for value in each)
    return Count(name, cell.text, cell.locator, fits, f"{told} of {len(values)}", "")
