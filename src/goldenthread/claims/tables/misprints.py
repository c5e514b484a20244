"""Whether one number may be another with a slip of the hand: two digits changed about, or one."""

import re
from fractions import Fraction

_FEWEST = 3


def may_be_slip(printed: Fraction, meant: Fraction, decimals: int = 0) -> bool:
    """Whether ``printed`` is ``meant`` with one digit wrong, or with two digits changed about.

    Numbers of fewer than three digits are never called so: too many of them are alike by chance.
    """
    if printed == meant or (printed < 0) is not (meant < 0):
        return False
    by = Fraction(10) ** max(decimals, 0)
    one, other = (str(int(abs(value) * by)) for value in (printed, meant))
    if len(one) != len(other) or len(one) < _FEWEST:
        return False
    unlike = [place for place, (a, b) in enumerate(zip(one, other, strict=True)) if a != b]
    if len(unlike) == 1:
        return True
    return len(unlike) == 2 and [one[place] for place in unlike] == [
        other[place] for place in reversed(unlike)
    ]


def are_changed_about(printed: Fraction, meant: Fraction) -> bool:
    """Whether ``printed`` is ``meant`` with two digits changed about, of whole numbers."""
    if printed == meant or min(printed, meant) <= 0 or (printed * meant).denominator != 1:
        return False
    one, other = str(printed), str(meant)
    if len(one) != len(other):
        return False
    unlike = [place for place, (a, b) in enumerate(zip(one, other, strict=True)) if a != b]
    return len(unlike) == 2 and sorted(one) == sorted(other)


def is_printed_in(words: str, value: Fraction) -> bool:
    """Whether a text has a whole number, as a count and as no part of another number."""
    return re.search(rf"(?<![\d.,]){int(value):,}(?![\d%]|[.,]\d)", words) is not None
