"""Whether a slip of the hand in one number explains why a sum fails.

Where the words tie a whole and its parts only loosely, that one number with two digits changed
about (or one digit wrong) would make the sum exact is what shows that they belong together.
"""

import re
from collections.abc import Iterator, Sequence
from fractions import Fraction

from goldenthread.claims.language.model import Quantity
from goldenthread.claims.language.printed import number
from goldenthread.claims.language.slip import Slip, figures_of, slip_of, swaps

_LONG = 3  # digits of a number of which one may be wrong; of fewer that is chance


def is_slip_for(quantity: Quantity, meant: Fraction) -> bool:
    """Whether a printed number is what was meant with a slip in its digits."""
    if meant <= 0 or not any(each.isdigit() for each in quantity.text):
        return False
    if (meant * 10 ** max(quantity.decimals, 0)).denominator != 1:
        return False
    one = re.sub(r"\D", "", number(quantity.value, quantity.decimals))
    other = re.sub(r"\D", "", number(meant, quantity.decimals))
    if len(one) != len(other):
        return False
    apart = slip_of(one, other)
    return apart is Slip.SWAPPED or (apart is Slip.CHANGED and len(one) >= _LONG)


def mendable(whole: Quantity, parts: Sequence[Quantity]) -> bool:
    """Whether one of the numbers put right makes the parts come to the whole."""
    made = sum((part.value for part in parts), Fraction(0))
    if made == whole.value:
        return False
    gap = whole.value - made
    return is_slip_for(whole, made) or any(is_slip_for(part, part.value + gap) for part in parts)


def _swaps_of(quantity: Quantity) -> Iterator[Fraction]:
    """How much a number would grow with two neighbouring digits changed about: "1.71 million"."""
    figures = figures_of(quantity.text)
    if figures and (printed := Fraction(figures)):
        for shift in swaps(figures):
            yield shift * quantity.value / printed


def swap_mends(whole: Quantity, parts: Sequence[Quantity], *, less: bool = False) -> bool:
    """Whether two digits changed about in one number make the rest hold, as far as it is rounded.

    With ``less`` the parts after the first are taken off it.
    """
    gap = whole.interval - parts[0].interval
    for part in parts[1:]:
        gap = gap + part.interval if less else gap - part.interval
    grown = [-shift for shift in _swaps_of(whole)]
    for place, part in enumerate(parts):
        grown += [-shift if less and place else shift for shift in _swaps_of(part)]
    return any(gap.holds(each) for each in grown)
