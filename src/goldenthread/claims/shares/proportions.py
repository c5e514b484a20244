"""Counts and the percentages told with them, however they are joined: what share lists are of.

"126 (65%)", "65% (n=126)", "65% or 126", "126 people, representing 65% of them", and in the rows of
a table that lost its lines "126 65%". Each leads to a whole, 126 ÷ 65%, whether or not it is told.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from goldenthread.claims.changes.change_cues import CHANGE, NO_CHANGE
from goldenthread.claims.intervals import Interval
from goldenthread.claims.language.model import Hedge, Quantity
from goldenthread.claims.language.skeleton import COUNT, MONEY, PERCENT, QUANTITY, Skeleton
from goldenthread.claims.shares.shares import of_a_change
from goldenthread.claims.shares.told_shares import NO_PART

_N, _P = f"(?P<n>[{COUNT}{MONEY}])", f"(?P<p>[{PERCENT}])"
_IS = (
    r"(?:representing|represent(?:s|ed)?|account(?:s|ed|ing) for|equivalent to|equat(?:es|ed|ing) "
    r"to|equal to|corresponding to|mak(?:es|ing) up|made up|"
    r"constitut(?:es|ed|ing)|compris(?:es|ed|ing))"
)
_TOTAL = re.compile(r"\ba total of $")
_PATTERNS = tuple(
    re.compile(each)
    for each in (
        rf"{_N}(?P<words>[^{QUANTITY}();:.]{{0,90}}?)"
        rf"(?: ?\((?:or |just |only |i\.e\. |= ?)?|, or |,? (?:which |that )?{_IS} "
        rf"(?:[{QUANTITY}] \()?){_P}",
        rf"{_P}(?P<words>[^{QUANTITY}();:.,]{{0,60}}?) ?\((?:n ?= ?|or |some )?"
        rf"{_N}(?: [^();:.,]{{1,24}})?\)",
        rf"{_P}(?P<words>,? )(?:n ?= ?|or |equivalent to |equal to ){_N}",
        rf"{_N}(?P<words> ){_P}(?= [a-z]|$)",
    )
)


@dataclass(frozen=True, slots=True)
class Pair:
    """A count and its percentage, from ``start`` to ``end`` of the skeleton they stand in."""

    skeleton: Skeleton
    count: Quantity
    percent: Quantity
    start: int
    end: int

    @property
    def whole(self) -> Interval:
        """Every whole of which the count may be the percentage."""
        return (self.count.interval / self.percent.interval).scaled(100)


def pairs_in(skeleton: Skeleton) -> tuple[Pair, ...]:
    """Every count told with a percentage, in order; no number is in two pairs."""
    return tuple(sorted(_found(skeleton), key=lambda each: each.start))


def _found(skeleton: Skeleton) -> Iterator[Pair]:
    taken: set[str] = set()
    for pattern in _PATTERNS:
        for match in pattern.finditer(skeleton.text):
            count, percent = skeleton.quantity(match["n"]), skeleton.quantity(match["p"])
            if {match["n"], match["p"]} & taken or not _are_exact(count, percent):
                continue
            before = skeleton.text[: match.start("n")]
            if NO_PART.search(_TOTAL.sub("", before)) or of_a_change(
                skeleton, skeleton.number(match["p"])
            ):
                continue
            if CHANGE.search(NO_CHANGE.sub(" ", match["words"])):
                continue
            taken |= {match["n"], match["p"]}
            yield Pair(skeleton, count, percent, match.start(), match.end())


def _are_exact(count: Quantity, percent: Quantity) -> bool:
    plain = count.hedge is Hedge.NONE and percent.hedge is Hedge.NONE
    positive = count.interval.low > 0 and percent.interval.low > 0 and percent.value < 100
    return plain and positive and percent.text[:1] not in "+-−–"
