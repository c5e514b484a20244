"""Interval arithmetic in exact fractions: a printed number is every value that rounds to it."""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from functools import lru_cache
from itertools import combinations


@dataclass(frozen=True, slots=True)
class Interval:
    """All values from ``low`` to ``high``, both ends included."""

    low: Fraction
    high: Fraction

    def __post_init__(self) -> None:
        if self.low > self.high:
            raise ValueError(f"an interval runs upwards, not from {self.low} to {self.high}")

    @classmethod
    def exactly(cls, value: Fraction | int | Decimal) -> "Interval":
        """One value alone."""
        only = Fraction(value)
        return cls(only, only)

    @classmethod
    def rounded(cls, value: Fraction | int | Decimal, decimals: int) -> "Interval":
        """Every value that could have been printed so with ``decimals`` places.

        Both halves belong to it, since halves are rounded either way in practice. ``decimals``
        may be negative: -1 is a number rounded to ten.
        """
        value, half = Fraction(value), _half(decimals)
        return cls(value - half, value + half)

    def __add__(self, other: "Interval") -> "Interval":
        return Interval(self.low + other.low, self.high + other.high)

    def __sub__(self, other: "Interval") -> "Interval":
        return Interval(self.low - other.high, self.high - other.low)

    def __mul__(self, other: "Interval") -> "Interval":
        corners = [a * b for a in (self.low, self.high) for b in (other.low, other.high)]
        return Interval(min(corners), max(corners))

    def __truediv__(self, other: "Interval") -> "Interval":
        if other.low <= 0 <= other.high:
            raise ZeroDivisionError("the divisor may be nought")
        if self.low >= 0 and other.low > 0:  # as nearly always: two divisions instead of four
            return Interval(self.low / other.high, self.high / other.low)
        corners = [a / b for a in (self.low, self.high) for b in (other.low, other.high)]
        return Interval(min(corners), max(corners))

    def scaled(self, by: Fraction | int) -> "Interval":
        """The interval times a number."""
        ends = (self.low * by, self.high * by)
        return Interval(*ends) if by >= 0 else Interval(*reversed(ends))

    def meets(self, other: "Interval") -> bool:
        """Whether the two have a value in common."""
        return self.low <= other.high and other.low <= self.high

    def holds(self, value: Fraction | int | Decimal) -> bool:
        """Whether the value lies within."""
        return self.low <= value <= self.high


def some_make(sizes: Sequence[Interval], whole: Interval) -> bool:
    """Whether two or more of the sizes, and perhaps not all of them, come to the whole."""
    return any(
        sum(some[1:], some[0]).meets(whole)
        for many in range(2, len(sizes) + 1)
        for some in combinations(sizes, many)
    )


@lru_cache(maxsize=64)
def _half(decimals: int) -> Fraction:
    """Half of the last place printed."""
    return Fraction(1, 2) / Fraction(10) ** decimals


def change_percent(before: Interval, after: Interval) -> Interval:
    """The change in per cent of ``before``, which may not hold nought."""
    return after.scaled(100) / before - Interval.exactly(100)


def may_be_share(percent: Interval, part: Interval, whole: Interval) -> bool:
    """Whether ``percent`` meets ``part`` as a percentage of ``whole``, which is above nought.

    Asked of every pair of columns: multiplied out in whole numbers, which is as exact as dividing.
    """
    least = whole.high if part.low >= 0 else whole.low
    most = whole.low if part.high >= 0 else whole.high
    return (
        _product(part.low, 100, percent.high, least)
        <= 0
        <= _product(part.high, 100, percent.low, most)
    )


def _product(value: Fraction, times: int, other: Fraction, by: Fraction) -> int:
    """The sign of ``value * times - other * by``, as a whole number of that sign."""
    return (
        value.numerator * times * other.denominator * by.denominator
        - other.numerator * by.numerator * value.denominator
    )
