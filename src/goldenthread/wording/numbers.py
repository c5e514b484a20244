"""How a number is printed: thousands commas, its own decimals, a true minus sign, per cent.

One formatter for the page, the picture, the table and the sentence, so that they cannot differ.
"""

from decimal import Decimal

from goldenthread.disclosure import Released
from goldenthread.nouns import Figure, Unit, round_half_away

MINUS = "\N{MINUS SIGN}"

_PERCENT = {Unit.PERCENT, Unit.PERCENT_CHANGE}

# What follows the number in a sentence: for one, and for any other number.
_FOLLOWED_BY = {
    Unit.PERCENTAGE_POINTS: (" percentage point", " percentage points"),
    Unit.RATE_PER_10000: (" per 10,000 children", " per 10,000 children"),
    Unit.DAYS: (" day", " days"),
}


def printed(figure: Released | Figure) -> str:
    """The value to its own decimals, or the letter of the symbol in its place.

    Per cent signs and pound signs belong to the number; other units are left to ``with_unit``.
    """
    known = figure.figure if isinstance(figure, Released) else figure
    if known.value is None:
        return str(known.symbol)
    return number(known.value, known.unit, known.decimals)


def with_unit(figure: Released | Figure) -> str:
    """As ``printed``, followed by its unit where a sentence needs one.

    A symbol stands alone, and so does a count, because only the sentence knows what was counted.
    """
    known = figure.figure if isinstance(figure, Released) else figure
    text = printed(known)
    if known.value is None or known.unit not in _FOLLOWED_BY:
        return text
    one, many = _FOLLOWED_BY[known.unit]
    return text + (one if text.removeprefix(MINUS) == "1" else many)


def number(value: Decimal | int, unit: Unit, decimals: int) -> str:
    """A value in a unit, to that many decimals: for an axis as well as for a figure."""
    rounded = round_half_away(value, decimals)
    digits = f"{abs(rounded):,.{decimals}f}"
    sign = MINUS if rounded < 0 else ""
    if unit is Unit.POUNDS:
        return f"{sign}£{digits}"
    return f"{sign}{digits}{'%' if unit in _PERCENT else ''}"
