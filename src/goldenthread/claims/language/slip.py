"""How two printed numbers may be one with a slip of the hand in its digits."""

import re
from collections.abc import Iterator
from enum import StrEnum
from fractions import Fraction
from itertools import pairwise


class Slip(StrEnum):
    """How two numbers of as many digits may be one with a slip."""

    CHANGED = "one digit"
    SWAPPED = "two digits changed about"


def slip_of(one: str, other: str) -> Slip | None:
    """How two numbers of so many digits each differ by a slip; None where they do not."""
    places = [at for at, (a, b) in enumerate(zip(one, other, strict=True)) if a != b]
    if len(places) == 1:
        return Slip.CHANGED
    swapped = (
        len(places) == 2
        and places[1] == places[0] + 1
        and one[places[0]] == other[places[1]]
        and one[places[1]] == other[places[0]]
    )
    return Slip.SWAPPED if swapped else None


_LEAST = 2  # digits: of one alone any other is a slip


def is_digits_off(told: Fraction, right: Fraction, decimals: int) -> bool:
    """Whether a value printed to so many decimals is a slip of the digits away from another.

    Of "£2.7m" these are two, as they are of "27".
    """
    one, other = (
        str(round(abs(each) * Fraction(10) ** decimals)).zfill(max(decimals, 0) + 1)
        for each in (told, right)
    )
    return len(one) == len(other) >= _LEAST and slip_of(one, other) is not None


_FIGURES = re.compile(r"\d[\d,]*(?:\.\d+)?")


_ROUNDED = 2  # so many noughts at the end


def figures_of(text: str) -> str:
    """The first number printed in a text, without its commas; nothing where there is none."""
    printed = _FIGURES.search(text)
    return printed.group().replace(",", "") if printed else ""


def swaps(figures: str) -> Iterator[Fraction]:
    """How much a printed number would grow with each two neighbouring digits changed about.

    The noughts that end a rounded number are none of its digits.
    """
    told = figures if "." in figures else figures.rstrip("0")
    told = figures if len(figures) - len(told) < _ROUNDED else told
    places = [at for at, each in enumerate(told) if each.isdigit()]
    for one, other in pairwise(places):
        if figures[one] == figures[other] or (one == 0 and figures[other] == "0"):
            continue
        turned = [*figures]
        turned[one], turned[other] = turned[other], turned[one]
        yield Fraction("".join(turned)) - Fraction(figures)
