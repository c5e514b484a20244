"""Large counts that end in noughts alike are rounded ones, and stand for an interval."""

from dataclasses import replace
from fractions import Fraction

from goldenthread.claims.intervals import Interval
from goldenthread.claims.language.model import Measure, Quantity

# From here on a count that ends in noughts may have been rounded: "12,000 contacts".
ROUND_FROM = 1000


def rounded_alike(found: list[Quantity]) -> list[Quantity]:
    """Counts of the shape that only rounding gives take the interval of rounded ones."""
    big = [
        each
        for each in found
        if each.measure is Measure.COUNT
        and abs(each.value) >= ROUND_FROM
        and each.interval.low == each.interval.high == each.value
    ]
    shared = min((noughts(each.value) for each in big), default=0)
    if shared == 0 or (len(big) == 1 and shared < 2):
        return found
    return [
        replace(each, interval=Interval.rounded(each.value, -shared)) if each in big else each
        for each in found
    ]


def noughts(value: Fraction) -> int:
    """How many noughts a whole number ends in."""
    digits = str(abs(value))
    return len(digits) - len(digits.rstrip("0"))
