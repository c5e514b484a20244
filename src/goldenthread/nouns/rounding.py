"""Percentages and rates from counts, rounded half away from zero, in exact arithmetic.

Binary floating point would round 0.5 of the last place either way; published statistics round it
away from zero, so everything here is done in fractions.
"""

from decimal import ROUND_HALF_UP, Decimal
from fractions import Fraction

Number = int | float | Decimal | Fraction


def round_half_away(value: Number, decimals: int = 0) -> Decimal:
    """``value`` to ``decimals`` places, halves away from zero: 2.45 to one place is 2.5.

    Places below nought are tens and hundreds: 963 to -1 is 960.

    A float is taken at its shortest printed form, so 2.675 means 2.675 and not the binary
    fraction just below it.
    """
    exact = Fraction(str(value)) if isinstance(value, float) else Fraction(value)
    scaled = exact * Fraction(10) ** decimals
    whole, remainder = divmod(abs(scaled.numerator), scaled.denominator)
    if remainder * 2 >= scaled.denominator:
        whole += 1
    signed = Decimal(whole if scaled >= 0 else -whole)
    return signed.scaleb(-decimals).quantize(Decimal(1).scaleb(-decimals), ROUND_HALF_UP)


def percent(numerator: Number, denominator: Number, decimals: int = 1) -> Decimal | None:
    """Numerator as a percentage of denominator, or None where the denominator is zero."""
    return _scaled(numerator, denominator, 100, decimals)


def rate(
    numerator: Number, denominator: Number, decimals: int = 1, per: int = 10_000
) -> Decimal | None:
    """Numerator per ten thousand of the denominator, or None where the denominator is zero."""
    return _scaled(numerator, denominator, per, decimals)


def _scaled(numerator: Number, denominator: Number, per: int, decimals: int) -> Decimal | None:
    bottom = _exact(denominator)
    if bottom == 0:
        return None
    return round_half_away(_exact(numerator) * per / bottom, decimals)


def _exact(value: Number) -> Fraction:
    return Fraction(str(value)) if isinstance(value, float) else Fraction(value)
