"""A change told in percentage points that is, to the last digit, the change of two counts.

"4,845 doses were given. The season before there were 4,310, so the number of doses grew by 12.4
percentage points": points lie between two percentages, and none stands near.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations

from goldenthread.claims.intervals import Interval
from goldenthread.claims.language.directions import CHANGE, VERB
from goldenthread.claims.language.model import Hedge, Measure, Quantity, Sentence

_BEFORE = 1  # sentences before it in which the other count may stand
_SIZE = re.compile(
    rf"\b(?:(?:{CHANGE}) of|(?:{VERB})(?: (?:back|further|again|since))? by|(?:up|down)(?: by)?)"
    r"(?: just| only)?\s$",
    re.IGNORECASE,
)
# What is told in points may be a share in words alone.
_A_SHARE = re.compile(
    r"\b(?:share|proportion|percentage|rate|per\s?cent|attendance|coverage|score|index|interest"
    r"|turnout|uptake|take-up|compliance|satisfaction|performance|margin|lead|swing)\b(?! points?)",
    re.IGNORECASE,
)
_LEAST = 20


@dataclass(frozen=True, slots=True, kw_only=True)
class OfCounts:
    """The points told, and the two counts that they are the change of, the earlier first."""

    sentence: Sentence
    stated: Quantity
    before: Quantity
    after: Quantity


def points_of_counts(sentences: Sequence[Sentence]) -> Iterator[OfCounts]:
    """Every size in points that two counts beside it make in per cent, where no share is told."""
    for at, sentence in enumerate(sentences):
        for stated in sentence.quantities:
            if stated.measure is not Measure.POINTS or stated.hedge is not Hedge.NONE:
                continue
            if "percentage" not in stated.text or not _SIZE.search(sentence.text[: stated.start]):
                continue
            window = [
                each
                for each in sentences[max(0, at - _BEFORE) : at + 1]
                if each.passage is sentence.passage
            ]
            if any(_A_SHARE.search(each.text) for each in window):
                continue
            if pair := _pair(stated, [one for each in window for one in each.quantities]):
                yield OfCounts(sentence=sentence, stated=stated, before=pair[0], after=pair[1])


def _pair(stated: Quantity, beside: Sequence[Quantity]) -> tuple[Quantity, Quantity] | None:
    """The only two counts beside it that changed by so much."""
    if any(each.measure is Measure.PERCENT for each in beside):
        return None
    counts = [
        each
        for each in beside
        if each.measure is Measure.COUNT and each.hedge is Hedge.NONE and each.value >= _LEAST
    ]
    told = Interval.rounded(abs(stated.value), stated.decimals)
    found = [
        (one, other)
        for pair in combinations(counts, 2)
        for one, other in (pair, pair[::-1])
        if told.meets(Interval.exactly(abs(other.value / one.value - 1) * 100))
    ]
    return found[0] if found and (stated.decimals or len(counts) == len(found[0])) else None
