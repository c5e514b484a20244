"""How numbers and sums are told in a message: commas, a true minus, no more than can be read."""

from collections.abc import Sequence
from fractions import Fraction

MINUS = "\N{MINUS SIGN}"
_MOST_TERMS = 24


def told(value: Fraction | int, decimals: int = 0) -> str:
    """A value to so many places, halves away from nought."""
    decimals = max(decimals, 0)
    scaled = abs(Fraction(value)) * 10**decimals
    whole = int(scaled + Fraction(1, 2))
    digits = f"{whole:0{decimals + 1}d}"
    body = f"{int(digits[: len(digits) - decimals] or 0):,}"
    if decimals:
        body += "." + digits[-decimals:]
    return f"{MINUS if value < 0 and whole else ''}{body}"


def told_sum(terms: Sequence[Fraction], decimals: int = 0) -> str:
    """ "3 + 4 + 5 = 12", the middle left out where there is too much to read."""
    words = [told(term, decimals) for term in terms]
    if len(words) > _MOST_TERMS:
        words = [*words[: _MOST_TERMS // 2], "…", *words[-3:]]
    return f"{' + '.join(words)} = {told(sum(terms, Fraction(0)), decimals)}"


def told_share(part: Fraction, whole: Fraction, decimals: int) -> str:
    """ "178 ÷ 882 = 20.2%"."""
    return f"{told(part)} ÷ {told(whole)} = {told(part * 100 / whole, decimals)}%"
