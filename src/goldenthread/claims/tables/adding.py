"""Whether a whole is the sum of its parts, for any values the printed numbers may stand for."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from fractions import Fraction
from functools import lru_cache

from goldenthread.claims.intervals import Interval
from goldenthread.claims.tables.cells import Cell, Part, Sort
from goldenthread.claims.tables.table import Table


@dataclass(frozen=True, slots=True)
class Sum:
    """The whole and its parts, with the places of both as row and column of the table unturned."""

    whole: Cell
    parts: tuple[Cell, ...]
    whole_at: tuple[int, int]
    parts_at: tuple[tuple[int, int], ...]

    @property
    def places(self) -> tuple[tuple[int, int], ...]:
        """Where the whole and its parts stand."""
        return (self.whole_at, *self.parts_at)


@dataclass(frozen=True, slots=True)
class Outcome:
    """What came of one addition. ``gap`` is how far the whole lies above the parts as printed.

    ``weighty`` is false where at most one part is above nought, or where it holds only because a
    part is not known: such a sum proves nothing.
    ``nearly`` is true of a sum that fails and would not if the table's numbers were rounded, as
    their last digits suggest and nobody says.
    """

    sum: Sum
    fits: bool
    gap: Fraction
    weighty: bool
    nearly: bool = False

    def let(self) -> "Outcome":
        """The same, not to be questioned."""
        return replace(self, fits=True)

    @property
    def terms(self) -> list[Fraction]:
        """The numbers added."""
        return [part.amount.value for part in self.sum.parts if part.amount]

    @property
    def total(self) -> Fraction:
        """What they make."""
        return sum(self.terms, Fraction(0))

    @property
    def may_be_mean(self) -> bool:
        """Whether the whole lies among its parts, as an average of them does."""
        whole = self.sum.whole.amount
        within = whole is not None and min(self.terms) <= whole.value <= max(self.terms)
        return within and len(self.terms) > 1

    @property
    def is_like_mean(self) -> bool:
        """Whether it also is of one size with all of them, as averages are."""
        return self.may_be_mean and 0 < 2 * max(self.terms) <= 5 * min(self.terms)

    @property
    def decimals(self) -> int:
        """The most places printed in any of the cells."""
        cells = (self.sum.whole, *self.sum.parts)
        return max((cell.amount.decimals for cell in cells if cell.amount), default=0)


def add_up(table: Table, of: Sum, guessed_base: int = 0) -> Outcome | None:
    """Whether a whole can be the sum of its parts; None where that cannot be known.

    Hidden cells may hold anything from nought; blank cells and dashes too, since some print a
    dash for nought and some for what they withhold.
    """
    whole = of.whole.amount
    if whole is None or any(_is_words(part) for part in of.parts):
        return None
    known = [part.amount for part in of.parts if part.amount]
    if not known:
        return None
    total = sum((part.value for part in known), Fraction(0))
    unknown = len(known) < len(of.parts)
    gap = whole.value - total
    fits = _fits(table, whole, known, unknown, 0)
    exact = not unknown or _fits(table, whole, known, False, 0)
    weighty = exact and sum(part.value != 0 for part in known) > 1
    nearly = not fits and (
        (guessed_base > 0 and _fits(table, whole, known, unknown, guessed_base))
        or _fits_rounded(table, whole, known, unknown)
    )
    return Outcome(of, fits, gap, weighty, nearly)


def _is_words(cell: Cell) -> bool:
    return not cell.parts and not cell.hidden and any(each.isalnum() for each in cell.text)


def _fits(table: Table, whole: Part, known: Sequence[Part], unknown: bool, base: int) -> bool:
    parts = Interval.exactly(0)
    for part in known:
        parts = parts + span_of(table, part, base)
    of_whole = span_of(table, whole, base)
    return parts.low <= of_whole.high if unknown else parts.meets(of_whole)


def _fits_rounded(table: Table, whole: Part, known: Sequence[Part], unknown: bool) -> bool:
    """Whether it fits where, beside numbers with decimals, one without any is a rounded one."""
    places = max(part.decimals for part in (whole, *known))
    if not places or all(part.decimals for part in (whole, *known)):
        return False
    plain = [
        part if part.decimals else replace(part, interval=Interval.rounded(part.value, 0))
        for part in (whole, *known)
    ]
    return _fits(table, plain[0], plain[1:], unknown, 0)


def span_of(table: Table, part: Part, base: int = 0) -> Interval:
    """Every value an amount may stand for, given what the table says of rounding."""
    base = base or table.hints.rounded_to
    if base:
        half = Fraction(base, 2)
        wide = Interval(part.value - half, part.value + half)
        return wide if part.decimals <= 0 else part.interval
    if table.hints.rounded and part.sort is Sort.NUMBER and part.decimals == 0:
        return Interval.rounded(part.value, 0)
    return part.interval


_BASES = (*(10**power for power in range(6, 0, -1)), 5)


_FEWEST = 8  # different numbers, of which all being multiples of one is no chance
_BEYOND_DOUBT = 20
_TEN = 10  # multiples of five are told by habit too


def guessed_base(table: Table) -> int:
    """What every count of the table is a multiple of (a million to 10, or 5), else nought."""
    return _guessed(table, tuple(range(len(table.cells))))[0]


def base_of_lines(table: Table, lines: tuple[int, ...]) -> int:
    """The same of some lines alone: below numbers rounded to ten the sample's size is told."""
    return guessed_base(table) or _guessed(table, lines)[0]


def is_surely_rounded(table: Table, lines: tuple[int, ...]) -> bool:
    """Whether so many numbers are multiples of ten or more that they cannot but be rounded."""
    base, many = _guessed(table, lines)
    return base >= _TEN and many >= _BEYOND_DOUBT


@lru_cache(maxsize=1024)
def _guessed(table: Table, lines: tuple[int, ...]) -> tuple[int, int]:
    """What every count of the lines is a multiple of, and how many different ones there are."""
    values = {
        int(cell.amount.value)
        for line in lines
        for cell in table.cells[line]
        if cell.amount and cell.amount.sort is Sort.NUMBER and cell.amount.value
        if cell.amount.decimals == 0
    }
    if len(values) < _FEWEST:
        return 0, len(values)
    fitting = (base for base in _BASES if all(value % base == 0 for value in values))
    return next(fitting, 0), len(values)


_ESTIMATED = 100


def base_of_sum(of: Sum) -> int:
    """What estimates of people are all multiples of, where that is a hundred or more."""
    values = [cell.amount.value for cell in (of.whole, *of.parts) if cell.amount]
    return next(
        (
            base
            for base in _BASES
            if base >= _ESTIMATED and all(each % base == 0 for each in values)
        ),
        0,
    )
