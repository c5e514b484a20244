"""Percentages, rates and averages of whole columns, rounded half away from zero, exactly.

The same as ``nouns.rounding`` one by one, in whole numbers of sixty-four bits; what is not whole is
handed to it.
"""

from fractions import Fraction
from typing import Any

import numpy as np

from goldenthread.nouns import round_half_away

Numbers = np.ndarray[Any, np.dtype[np.float64]]


def quotients(above: Numbers, below: Numbers, times: int, decimals: int) -> Numbers:
    """``times`` × above ÷ below, to ``decimals`` places; not a number where below is nought.

    ``above`` may be halves or any other numbers and is not negative; ``below`` is whole.
    """
    scale = 10**decimals
    with np.errstate(invalid="ignore"):
        whole = (above == np.floor(above)) & (above < 2**62 / (2 * times * scale))
    top = np.where(whole, above, 0).astype(np.int64) * (2 * times * scale)
    bottom = np.where(below > 0, below, 1).astype(np.int64)
    made = ((top + bottom) // (2 * bottom)) / scale
    for at in np.flatnonzero(~whole & (below > 0)):
        exact = _exactly(float(above[at]), int(bottom[at]), times, decimals)
        made[at] = exact
    return np.where(below > 0, made, np.nan)


def rounded(numbers: Numbers, decimals: int) -> Numbers:
    """Each number to so many places."""
    return quotients(numbers, np.ones_like(numbers), 1, decimals)


def _exactly(above: float, below: int, times: int, decimals: int) -> float:
    return float(round_half_away(Fraction(str(above)) * times / below, decimals))
