"""Doubts whether the value that disproves a superlative is of the same thing as its own.

"Deaths of men peaked at 73 in 2010, while those of women peaked at 51": two lists in one telling.
An order is wrong beyond doubt only where the values stand in one list, or where the clause of each
says nothing of its own; a peak told before a later value was one until then.
"""

import re
from collections.abc import Sequence

from goldenthread.claims.language.clauses import stem
from goldenthread.claims.language.model import Sentence
from goldenthread.claims.orders.values.known import Known
from goldenthread.claims.orders.values.model import Point, Way, beyond
from goldenthread.claims.orders.ways.each_its_end import each_its_end, of_what_is_done_there
from goldenthread.claims.orders.words.cues import Cue, cues
from goldenthread.claims.orders.words.vocabulary import CLASSES, GENERIC, PLAIN, VERBS

_SPLIT = re.compile(r";|\.\s|,?\s\b(?:while|whereas|but|although|though|however|and\s+then)\b")
_PEAK = re.compile(r"peak|trough|(?:high|low)\b", re.IGNORECASE)
_LIKELIEST = re.compile(r"\bmost\s+(?:likely|often)\b")
_WORD = re.compile(r"[a-z][a-z'-]+")
_SHORT = 3
_LIGHT = GENERIC | VERBS | PLAIN | CLASSES


def may_be_of_two_things(
    sentence: Sentence,
    cue: Cue,
    known: Known,
    points: Sequence[Point],
    claimed: Point,
    way: Way,
    rank: int = 1,
) -> bool:
    """Whether so much of what stands beyond the value claimed may be of another thing.

    What is surely of the same thing is enough where it fills the places before the one claimed.
    """
    if len({id(each.passage) for each in known.parts}) > 1:
        return False  # the bullets of one list
    if of_what_is_done_there(sentence.text, cue, claimed.label):
        return True
    told = [each.printed for each in points]
    rivals = [each for each in points if _passes(each, claimed, way)]
    labels = label_stems(points)
    home = _told_in(known, sentence, claimed) or sentence
    tied = 0
    for rival in rivals:
        theirs = _told_in(known, sentence, rival) or home
        mine, clause = _clause(home, claimed), _clause(theirs, rival)
        later = theirs is not home and _PEAK.search(cue.words) and _after(known, theirs, sentence)
        apart = has_one_of_its_own(clause, way) or each_its_own(mine, clause, labels)
        own = each_its_end(home.text, claimed.printed, rival.printed, told, way)
        tied += not own and (clause == mine or not (later or apart))
    return tied < rank <= len(rivals)


def label_stems(points: Sequence[Point]) -> set[str]:
    """The stems of all the labels of a list."""
    return {stem(word) for each in points for word in _WORD.findall(each.label.lower())}


def _passes(one: Point, other: Point, way: Way) -> bool:
    if way is Way.HIGHEST:
        return beyond(one.interval, other.interval)
    return way is Way.LOWEST and beyond(other.interval, one.interval)


def _told_in(known: Known, sentence: Sentence, point: Point) -> Sentence | None:
    """The sentence of a list in which a value stands: the superlative's own before the others."""
    parts = (sentence, *known.parts, known.source)
    return next((each for each in parts if known.tells(each) and _at(each.text, point)), None)


def _at(text: str, point: Point) -> int:
    """Where the number of a value ends in a text; nought where it is not there."""
    found = re.search(rf"(?<![\d.,]){re.escape(point.printed)}(?!\d|[.,]\d)", text)
    return found.end() if found else 0


def _after(known: Known, one: Sentence, other: Sentence) -> bool:
    """Whether the first of two parts of a telling comes after the second."""
    order = [id(each) for each in known.parts]
    return {id(one), id(other)} <= set(order) and order.index(id(one)) > order.index(id(other))


def _clause(sentence: Sentence, point: Point) -> str:
    """The clause of a sentence in which a value stands."""
    text = sentence.text
    at = _at(text, point)
    starts = [0, *(each.end() for each in _SPLIT.finditer(text, 0, at))]
    stop = _SPLIT.search(text, at)
    return text[starts[-1] : stop.start() if stop else None]


def has_one_of_its_own(clause: str, way: Way) -> bool:
    """Whether a superlative of the same end is told there."""
    if way is Way.HIGHEST and _LIKELIEST.search(clause):
        return True
    return any(each.way is way and each.rank == 1 for each in cues(clause))


def each_its_own(one: str, other: str, labels: set[str]) -> bool:
    """Whether each of two clauses speaks of something that the other does not."""
    first, second = _spoken(one) - labels, _spoken(other) - labels
    return bool(first - second) and bool(second - first)


def _spoken(clause: str) -> set[str]:
    return {
        stem(word)
        for word in _WORD.findall(clause.lower())
        if len(word) > _SHORT
        and word not in _LIGHT
        and word.removesuffix("s") not in _LIGHT
        and not word.endswith(("ed", "ly", "est", "ing"))
    }
