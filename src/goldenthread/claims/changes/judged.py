"""A change told, with the two numbers it is of, and what became of it when it was tested."""

from dataclasses import dataclass
from enum import StrEnum

from goldenthread.claims.changes.governing import Direction
from goldenthread.claims.changes.pair_model import Pair
from goldenthread.claims.changes.sizes import Size


class Verdict(StrEnum):
    """What became of a change told."""

    HOLDS = "holds"
    WRONG = "wrong"
    DIRECTION = "wrong way"
    CHANGED = "told unchanged"
    POINTS_AS_PERCENT = "points told as percent"
    PERCENT_AS_POINTS = "percent told as points"
    UNSURE = "unsure"


@dataclass(frozen=True, slots=True, kw_only=True)
class Judged:
    """One change told, and what the numbers say; ``size`` is None where a word alone told it.

    ``inferred`` is True where the words do not say that the size is of the two numbers, ``plain``
    where their form leaves no doubt which two numbers the word is of.
    """

    verdict: Verdict
    pair: Pair
    size: Size | None = None
    direction: Direction | None = None
    inferred: bool = False
    plain: bool = False
