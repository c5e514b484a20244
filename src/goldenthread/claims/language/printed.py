"""Numbers as a proof-reader writes them: thousands commas, a true minus, the printed precision."""

from fractions import Fraction

from goldenthread.claims.intervals import Interval
from goldenthread.claims.language.model import Measure, Quantity

MINUS = "\N{MINUS SIGN}"
_DIGITS_WORTH_TELLING = 4


def number(value: Fraction, decimals: int = 0) -> str:
    """A value to so many decimals, halves away from nought; none where ``decimals`` is negative."""
    places = max(decimals, 0)
    scaled = abs(value) * 10**places
    whole = int(scaled + Fraction(1, 2))
    digits = f"{whole // 10**places:,}"
    if places:
        digits += f".{whole % 10**places:0{places}}"
    return f"{MINUS}{digits}" if value < 0 and whole else digits


def exact(value: Fraction) -> str:
    """A value with as many decimals as it needs, up to four."""
    places = next(
        (n for n in range(_DIGITS_WORTH_TELLING) if (value * 10**n).denominator == 1),
        _DIGITS_WORTH_TELLING,
    )
    return number(value, places)


def printed(quantity: Quantity) -> str:
    """A quantity's bare number as an arithmetic line has it: "1,021", "17.6", "two thirds"."""
    if quantity.measure is Measure.TIMES:
        return quantity.text
    return (
        number(quantity.value, quantity.decimals)
        if quantity.decimals > 0
        else exact(quantity.value)
    )


def like(quantity: Quantity, value: Fraction) -> str:
    """Another value at a quantity's own precision and unit, as it would be printed there."""
    unit = _UNITS.get(quantity.measure, "")
    if quantity.measure is Measure.MONEY:
        return f"£{number(value, quantity.decimals)}"
    return f"{number(value, quantity.decimals)}{unit}"


_UNITS = {Measure.PERCENT: "%", Measure.POINTS: " percentage points"}


def told(interval: Interval, decimals: int) -> str:
    """A range of values: "24.1", or "23.8 to 24.4" where rounding leaves room."""
    low, high = number(interval.low, decimals), number(interval.high, decimals)
    return low if low == high else f"{low} to {high}"
