"""A share that is of no number told, and what it takes to say so of a sentence's shares."""

from collections.abc import Sequence
from dataclasses import dataclass

from goldenthread.claims.language.model import Sentence
from goldenthread.claims.shares.section_wholes import Whole
from goldenthread.claims.shares.told_shares import Told


@dataclass(frozen=True, slots=True)
class Odd:
    """A share of no number told, with the whole that those beside it are of and how many are.

    It is not ``sure`` where the whole is told far off and nothing but likeness leads to it.
    """

    sentence: Sentence
    told: Told
    whole: Whole
    others: int
    sure: bool = True


@dataclass(frozen=True, slots=True)
class Line:
    """A sentence with the shares in it; ``at`` is its place among all sentences."""

    at: int
    sentence: Sentence
    told: tuple[Told, ...]


def farther(whole: Whole, at: int) -> tuple[bool, int]:
    """How far from a sentence a number is told: before it first, then after it or in a table."""
    return (whole.at < 0 or whole.at > at, abs(at - whole.at))


def is_of(told: Told, whole: Whole) -> bool:
    """Whether a share may be of a number that is larger than its part."""
    return whole.value > told.count.value and told.is_of(whole.interval)


def borne_out(told: Told, wholes: Sequence[Whole], group: Sequence[Told]) -> bool:
    """Whether any number told, or several parts together, may be what the share is of."""
    if any(each.measure is told.count.measure and is_of(told, each) for each in wholes):
        return True
    parts = [each.count.interval for each in group]
    for first in range(len(parts)):
        made = parts[first]
        for each in parts[first + 1 :]:
            made += each
            if told.is_of(made):
                return True
    return False
