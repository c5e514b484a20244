"""Reads one printed cell into its parts: counts, percentages, money; or why it holds no number."""

import re
from dataclasses import dataclass
from enum import StrEnum
from fractions import Fraction
from functools import cached_property, lru_cache

from goldenthread.claims.intervals import Interval


class Sort(StrEnum):
    """What a part of a cell is, by the signs printed with it."""

    NUMBER = "number"  # a count, or a bare number whose label must say what it is
    PERCENT = "percent"
    MONEY = "money"


@dataclass(frozen=True, slots=True)
class Part:
    """One number of a cell: its value, and every value that would have been printed so.

    ``base`` is true of a number printed after "of" or a slash, as 48 in "12 of 48 (25%)": what the
    percentage beside it is of.
    """

    sort: Sort
    value: Fraction
    decimals: int
    interval: Interval
    text: str
    base: bool = False


@dataclass(frozen=True)
class Cell:
    """A cell as printed, with its parts; ``hidden`` says that a number stands behind a symbol.

    Every check asks a cell for its parts many times over: each is picked out once.
    """

    text: str
    locator: str
    parts: tuple[Part, ...] = ()
    hidden: bool = False

    @property
    def blank(self) -> bool:
        """Whether nothing at all is printed."""
        return not self.text

    @cached_property
    def amount(self) -> Part | None:
        """The number that may be added to others: a count or an amount of money."""
        return next((p for p in self.parts if p.sort is not Sort.PERCENT and not p.base), None)

    @cached_property
    def percent(self) -> Part | None:
        """The percentage."""
        return next((p for p in self.parts if p.sort is Sort.PERCENT), None)

    @cached_property
    def base(self) -> Part | None:
        """The number the cell itself says its percentage is of."""
        return next((p for p in self.parts if p.base), None)


_TAGS = re.compile(r"</?[a-zA-Z][^<>]*>|\*\*(?=\S)|(?<=\S)\*\*(?!\*)|&nbsp;")
_NUMBER = r"[-+−–]?\s?£?\s?(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?\s?(?:%|per ?cent\b|k\b|m\b)?"
_PIECES = re.compile(
    r"([-+−–]?)\s?(£?)\s?(\d{1,3}(?:,\d{3})+|\d+)(\.\d+)?\s?(%|per ?cent\b|k\b|m\b)?", re.IGNORECASE
)
_MARKS = re.compile(
    r"(?<=[\d%)])\s*(?:[*†‡#¹²³⁴⁵⁶⁷⁸⁹⁰↑↓▲▼△▽⬆⬇→]+|\[(?:note )?\w{1,2}\]|"
    r"\((?:p|r|e)\)|[pr]\b)+\s*$",
    re.IGNORECASE,
)
# The range that an estimate may lie in says nothing more of it: "250,000 (160,000 - 310,000)".
_RANGE = re.compile(
    r"(?<=[\d%])\s*[(\[]\s*-?[\d,.]+%?\s*(?:[-–]|to)\s*-?[\d,.]+%?\s*[)\]]$", re.IGNORECASE
)
_SPAN = re.compile(
    r"\(?(?:\d+\.\d+%?\s?(?:[-–]|to)\s?\d+\.\d+%?|\d+%\s?(?:[-–]|to)\s?\d+%|\d+[-–]\d+%)\)?"
)
_ARROWS = re.compile(r"^[↑↓▲▼△▽⬆⬇→✓✔✗✘]\s*(?=[\d£+−-])")
_NOUGHT_OR_NONE = {"-", "–", "—", "nil", "none", "."}
_ABSENT = {"n/a", "na", "n.a.", "n/k", "not applicable", "not available", "tbc", "..", "…", "z"}
_WITHHELD = re.compile(
    r"\[?(?:c|x|u|low|k|s|\*{1,3})\]?|(?:<|≤|under|fewer than|less than) ?\d+%?|\[[a-z]\]|"
    r"suppressed|confidential|withheld|#",
    re.IGNORECASE,
)
_SHAPES = re.compile(
    rf"(?P<one>{_NUMBER})"
    rf"(?:\s*(?P<of>of|/|out of)\s*(?P<two>{_NUMBER})(?:\s*children)?)?"
    rf"(?:\s*[,;:/–-]?\s*[(\[]?\s*(?P<three>{_NUMBER})\s*[)\]]?)?",
    re.IGNORECASE,
)


def read_cell(text: str, locator: str = "", percent_second: bool = False) -> Cell:
    """The cell with its parts in the order printed.

    Footnote marks and mark-up are set aside. ``percent_second`` says that the column's name
    promises a count and a percentage, so that "180 (17.6)" holds both.
    """
    words, parts, hidden = _read(text, percent_second)
    return Cell(words, locator, parts, hidden)


@lru_cache(maxsize=4096)
def _read(text: str, percent_second: bool) -> tuple[str, tuple[Part, ...], bool]:
    """A cell's words and parts, and whether it hides a number.

    A table is read with its headings and then without; a chart's is often a table's again.
    """
    words = " ".join(_TAGS.sub("", text).replace("\N{NO-BREAK SPACE}", " ").split())
    folded = words.casefold()
    if not words or folded in _NOUGHT_OR_NONE:
        return words, (), False
    if folded in _ABSENT or _WITHHELD.fullmatch(words):
        return words, (), True
    bare = _RANGE.sub("", _ARROWS.sub("", _MARKS.sub("", words)))
    shape = _SHAPES.fullmatch(bare)
    if shape is None or _is_date_or_range(bare) or _is_span(bare):
        return words, (), False
    return words, _parts(shape, percent_second), False


def _parts(shape: re.Match[str], percent_second: bool) -> tuple[Part, ...]:
    one = _part(shape["one"])
    two = _part(shape["two"]) if shape["two"] else None
    three = _part(shape["three"]) if shape["three"] else None
    if two is not None and (two.sort is Sort.PERCENT or one.sort is Sort.PERCENT):
        return tuple(each for each in (one, two, three) if each)  # "180 / 17.6%"
    if two is not None:
        base = Part(two.sort, two.value, two.decimals, two.interval, two.text, base=True)
        if shape["of"] == "/" and three is None:
            return ()  # 12/48, 2022/23: nobody can tell
        return tuple(each for each in (one, base, three) if each)
    if three is not None and Sort.PERCENT not in (one.sort, three.sort):
        if not percent_second:
            return ()  # two bare numbers: nobody can tell what the second is
        three = _percent(three)
    return (one, three) if three else (one,)


def _percent(part: Part) -> Part:
    interval = Interval.rounded(part.value, part.decimals)
    return Part(Sort.PERCENT, part.value, part.decimals, interval, part.text)


def _is_span(text: str) -> bool:
    """Whether a cell tells how far off a share may lie: "7.5-20.0%", "12% to 18%"."""
    return _SPAN.fullmatch(text) is not None


def _is_date_or_range(text: str) -> bool:
    """10-15, 2022/23 and 01/04/2023 are not numbers, though digits are all they hold."""
    return bool(
        re.fullmatch(r"\d{1,4}\s?[-–/]\s?\d{1,4}(?:\s?[-–/]\s?\d{1,4})?", text)
        and not re.search(r"[%£,]", text)
    )


def _part(text: str) -> Part:
    match = _PIECES.search(text)
    if match is None:  # the shape above let it through, so the two patterns have come apart
        raise ValueError(f"no number in {text!r}")
    sign, pound, whole, fraction, unit = match.groups()
    decimals = len(fraction) - 1 if fraction else 0
    value = Fraction(whole.replace(",", "") + (fraction or ""))
    if sign in ("-", "−", "–"):
        value = -value
    unit = (unit or "").casefold()
    if unit == "%" or unit.startswith("per"):
        sort = Sort.PERCENT
    else:
        sort = Sort.MONEY if pound else Sort.NUMBER
    thousands = {"k": 3, "m": 6}.get(unit, 0)
    value *= 10**thousands
    decimals -= thousands
    exact = sort is Sort.NUMBER and not fraction and not thousands
    interval = Interval.exactly(value) if exact else Interval.rounded(value, decimals)
    return Part(sort, value, decimals, interval, text.strip())


def as_percent(cell: Cell, at_most: int | None = None) -> Cell:
    """A bare number under a label that says per cent, as the percentage it is."""
    if len(cell.parts) != 1 or cell.parts[0].sort is not Sort.NUMBER:
        return cell
    if at_most is not None and cell.parts[0].value > at_most:
        return cell
    return Cell(cell.text, cell.locator, (_percent(cell.parts[0]),), cell.hidden)
