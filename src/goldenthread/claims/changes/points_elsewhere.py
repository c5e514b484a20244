"""A change of a percentage told as per cent, which the text tells in percentage points elsewhere.

A summary has "the share was 13.2%, up 0.4 percentage points" and the chapter "the share was 13.2%,
up 0.4% on the quarter before": the same level and the same size, of which one unit is a slip.
"""

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from fractions import Fraction

from goldenthread.claims.language.clauses import content_stems
from goldenthread.claims.language.directions import COMPARED, NOUN, VERB
from goldenthread.claims.language.model import Hedge, Measure, Quantity, Sentence

_LED = re.compile(
    rf"\b(?:up|down|(?:{VERB})(?:\s\w+ly)?(?:\sby)?|(?:{NOUN})\sof)\s(?:just\s|only\s)?$",
    re.IGNORECASE,
)
_FOLLOWED = re.compile(rf"\s(?:{COMPARED}|{NOUN})\b", re.IGNORECASE)
# So large a part of the words must be the same for two sentences to tell one thing.
_ALIKE = Fraction(3, 5)


@dataclass(frozen=True, slots=True, kw_only=True)
class ToldInPoints:
    """The size told as per cent, and the one told in points of the same level."""

    sentence: Sentence
    stated: Quantity
    level: Quantity
    points: Quantity
    other: Sentence


def told_in_points(sentences: Sequence[Sentence]) -> Iterator[ToldInPoints]:
    """Every size in per cent that another sentence of the file tells in points, of one level."""
    in_points: dict[tuple[str, Fraction], list[tuple[Sentence, Quantity]]] = defaultdict(list)
    for sentence in sentences:
        for each in sentence.quantities:
            if each.measure is Measure.POINTS and each.value and _is_size(sentence.text, each):
                in_points[sentence.file, each.value].append((sentence, each))
    if not in_points:
        return
    for sentence in sentences:
        for stated in sentence.quantities:
            if stated.measure is not Measure.PERCENT or stated.hedge is not Hedge.NONE:
                continue
            others = in_points.get((sentence.file, stated.value), ())
            if not others or not _is_size(sentence.text, stated):
                continue
            if found := _told_again(sentence, stated, others):
                yield found


def _is_size(text: str, stated: Quantity) -> bool:
    return bool(_LED.search(text, 0, stated.start) or _FOLLOWED.match(text, stated.end))


def _told_again(
    sentence: Sentence, stated: Quantity, others: Sequence[tuple[Sentence, Quantity]]
) -> ToldInPoints | None:
    levels = {
        each.value: each
        for each in sentence.quantities
        if each.measure is Measure.PERCENT
        and each.end <= stated.start
        and not _is_size(sentence.text, each)  # a rate of growth is no level
    }
    words = content_stems(sentence.text)
    for other, points in others:
        same = [each for each in other.quantities if each.measure is Measure.PERCENT]
        shared = next((levels[each.value] for each in same if each.value in levels), None)
        if other is sentence or shared is None or points.decimals != stated.decimals:
            continue
        theirs = content_stems(other.text)
        if len(words & theirs) >= _ALIKE * min(len(words), len(theirs)):
            return ToldInPoints(
                sentence=sentence, stated=stated, level=shared, points=points, other=other
            )
    return None
