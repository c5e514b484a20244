"""A sentence that lists percentages one after another, each with a label before it or after it."""

import re
from dataclasses import dataclass
from fractions import Fraction

from goldenthread.claims.intervals import Interval
from goldenthread.claims.language.model import Hedge, Measure, Quantity
from goldenthread.claims.language.skeleton import (
    COUNT,
    DURATION,
    PERCENT,
    QUANTITY,
    WHEN,
    Skeleton,
)

_CLOSE = (Hedge.NONE, Hedge.ABOUT)  # "around 45%" has its room in the sum
_HUNDRED = Interval.exactly(Fraction(100))
_MOST, _LABEL = 12, 90
_LOW, _HIGH = 80, 125  # what is farther off was never meant to make 100
_ALONE = re.compile(rf"\(([{PERCENT}])\)")
_BRACKETS = re.compile(r" ?\(([^()]*)\)")
_SEPARATES = re.compile(r"[,;]|\band\b")
_MADE_UP = re.compile(r"\b(?:made|make|makes|making) up\b")
# The ages and lengths that a label has: "younger than 28 days", "five to nine", "18 and over".
_SIZE = f"[{COUNT}{DURATION}]"
_BAND = re.compile(
    r"(?<![a-z])(?:(?:had been|were|was) )?(?:"
    rf"between {_SIZE} and (?:their [a-z]+ [a-z]+|an? [a-z]+|{_SIZE})|"
    rf"(?:aged? |from )?{_SIZE}(?: to |–|-){_SIZE}|aged? {_SIZE}|"
    rf"(?:younger|older|longer|shorter|more|less|fewer) than {_SIZE}|(?:under|over|up to) {_SIZE}|"
    rf"{_SIZE} (?:and|or) (?:over|under|above|more|older|younger|longer))"
    rf"|\b(?:had been|were|was|are|is) {_SIZE}(?=[,;.]| and )"  # "were under five"
)
# Beside these the percentages are of several wholes, of two times, or no shares.
_OTHERWISE = re.compile(
    r"\b(?:than|compared|against|versus|whereas|while|but|both|either|also|average\w*|target\w*|"
    r"respectively|of (?:whom|which|these|those|them|the|our|its)|among|including|rose|fell|"
    r"grew|last|previous\w*|earlier|up|down|rates?|together|combined|total|so|england|national\w*)\b"
)


@dataclass(frozen=True, slots=True)
class PercentList:
    """The percentages in order, with the words before, between and after them."""

    parts: tuple[Quantity, ...]
    lead: str
    gaps: tuple[str, ...]
    tail: str

    @property
    def says_otherwise(self) -> bool:
        """Whether some word in the list tells that it is not of one whole, at one time."""
        return any(_OTHERWISE.search(each) for each in (*self.gaps, self.tail))


def percent_list(skeleton: Skeleton, *, banded: bool = False) -> PercentList | None:
    """The list that a sentence is; None where other numbers or long clauses stand between.

    ``banded`` where the labels may have numbers too, as of ages.
    """
    text = _MADE_UP.sub("formed", _ALONE.sub(r"\1", skeleton.text))
    if banded:
        text = _BAND.sub("in a band", text)
    if any(re.search(f"[{QUANTITY}]", each) for each in _BRACKETS.findall(text)):
        return None
    text = _BRACKETS.sub("", text)
    slots = list(re.finditer(f"[{PERCENT}]", text))
    if not 2 < len(slots) <= _MOST:
        return None
    pieces = re.split(f"[{PERCENT}]", text)
    lead, gaps = pieces[0], tuple(pieces[1:-1])
    tail = re.split(r"[.;:,]", pieces[-1])[0]
    if any(re.search(f"[{QUANTITY}{WHEN}]", each) for each in (*gaps, pieces[-1])):
        return None
    if any(len(each) > _LABEL or not _SEPARATES.search(each) for each in gaps):
        return None
    parts = tuple(skeleton.quantity(each.group()) for each in slots)
    if any(each.hedge not in _CLOSE or each.measure is not Measure.PERCENT for each in parts):
        return None
    return PercentList(parts, lead, gaps, tail)


def _made_by(parts: tuple[Quantity, ...]) -> Interval:
    """What percentages may make, as far as rounding leaves it open."""
    made = Interval.exactly(Fraction(0))
    for each in parts:
        made += each.interval
    return made


def far_from_hundred(parts: tuple[Quantity, ...]) -> bool:
    """Whether percentages cannot make 100, and yet come near it."""
    near = _LOW <= sum(each.value for each in parts) <= _HIGH
    return near and not _made_by(parts).meets(_HUNDRED)


def is_above(parts: tuple[Quantity, ...]) -> bool:
    """Whether percentages make more than 100, rounding or not."""
    return _made_by(parts).low > _HUNDRED.high


def may_hold_another(parts: tuple[Quantity, ...]) -> bool:
    """Whether all but one make 100, so that the one may be a part of another told beside it."""
    return any(
        _made_by(parts[:place] + parts[place + 1 :]).meets(_HUNDRED) for place in range(len(parts))
    )
