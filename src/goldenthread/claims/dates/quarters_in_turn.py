"""Quarters told one after another with their months, of which one is given another year.

"Quarter one (April to June 2024) ... quarter two (July to September 2023)": the second begins as
the first ends.
"""

import re
from collections.abc import Iterator
from itertools import pairwise

from goldenthread.claims.dates.quarters import CALENDAR, FINANCIAL, Told, told_quarters
from goldenthread.claims.dates.slips import Slip

_ANOTHER = re.compile(
    r"\b(?:same|compar\w+|against|than|from|versus|vs|last|previous\w*|before|earlier|ago|prior"
    r"|following|next|both)\b|20\d\d\s?[/–-]\s?\d\d",
    re.IGNORECASE,
)
_MONTHS = 3
_FIRST_TO_LAST = 3  # the fourth quarter told after a first may be that of the year before


def of_another_year(text: str) -> Iterator[Slip]:
    """Every quarter that follows one of its year in the telling, and lies in another year."""
    told = [each for each in told_quarters(text) if _is_plain(each)]
    for one, other in pairwise(told):
        steps = other.first.quarter - one.first.quarter
        if not 0 < steps < _FIRST_TO_LAST or _ANOTHER.search(
            text, one.months.end, other.months.end
        ):
            continue
        if not any(_is_of(each, one) and _is_of(each, other) for each in (FINANCIAL, CALENDAR)):
            continue
        apart = other.months.last.index - one.months.last.index
        if apart - steps * _MONTHS in (-12, 12):
            months = other.months
            yield Slip(
                printed=text[months.start : months.end],
                message="The quarters are told in turn, and this one is of another year: put one "
                "of the years right.",
                evidence=f"{other.first.text} is told after {one.first.text}, which ends in "
                f"{one.months.last.text}",
            )


def _is_plain(told: Told) -> bool:
    """Whether one quarter is told without a year of its own, and its months with one."""
    return told.first is told.last and not told.first.year and bool(told.months.last.year)


def _is_of(starts: tuple[int, ...], told: Told) -> bool:
    """Whether the quarter's months are those of a year that begins so."""
    return told.months.first.month == starts[told.first.quarter - 1]
