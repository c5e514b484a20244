"""Shares that words add to each other, or take from a whole, and that do not make it.

"76% were small, with a further 29% of middling size" is more than all of them; so is "24% had seen
it and another 30% knew of it; the remaining 64% did not". "75% came, leaving 35%" leaves too much.
"""

import re
from collections.abc import Iterator, Sequence
from fractions import Fraction
from itertools import combinations

from goldenthread.claims.changes.change_cues import CHANGE
from goldenthread.claims.intervals import Interval
from goldenthread.claims.language.model import Hedge, Measure, Quantity, Sentence
from goldenthread.claims.language.skeleton import PERCENT, Skeleton, skeleton_of
from goldenthread.claims.wholes.shared_out import SharedOut

_FURTHER = re.compile(
    r"(?<!by )\b(?:a further|another|an additional|an extra|a second) "
    rf"(?P<p>[{PERCENT}])"
    r"(?! (?:of (?:these|those|them|whom|which)|points?|more|less|higher|lower)\b)"
)
_REMAINING = re.compile(
    rf"\b(?:the (?:remaining|other)|the (?:rest|remainder),? (?:\(|or |some )?)"
    rf" ?(?P<p>[{PERCENT}])"
)
_LEAVING = re.compile(
    rf"(?:, (?:and so |thus |thereby )?| – )(?:leaving|which leaves|which left) "
    rf"(?:just |only |a )?(?P<p>[{PERCENT}])"
)
_OF_THESE = re.compile(r"\b(?:of|among(?:st)?|from) (?:these|those|them|whom|which|this group)\b")
_ADDS = re.compile(r"\b(?:further|additional|another|extra|remaining|leaving|less|more|or)\b")
_HUNDRED = Interval.exactly(100)
_MANY, _TESTED_ALREADY = 8, 3


def added_shares(sentences: Sequence[Sentence]) -> Iterator[tuple[Sentence, SharedOut]]:
    """Every share called a further one, or what is left, that its passage has no room for."""
    before: list[Sentence] = []
    for sentence in sentences:
        if before and before[-1].passage is not sentence.passage:
            before = []
        if any(each.measure is Measure.PERCENT for each in sentence.quantities):
            text = " ".join(each.text for each in (*before[-1:], sentence))
            found = _added(skeleton_of(text)) or _left(skeleton_of(sentence.text), before)
            if found and not _is_made_with(found, (*before, sentence)):
                yield sentence, found
        before.append(sentence)


def _added(skeleton: Skeleton) -> SharedOut | None:
    """The shares that "a further" and "the remaining" chain together, where they are too much."""
    slots = [each.start() for each in re.finditer(f"[{PERCENT}]", skeleton.text)]
    further = {match.start("p") for match in _FURTHER.finditer(skeleton.text)}
    rests = {match.start("p") for match in _REMAINING.finditer(skeleton.text)}
    for place, at in enumerate(slots[1:], start=1):
        if at not in further:
            continue
        first = place - 1
        while first and slots[first] in further:
            first -= 1
        last = place
        after = slots[place + 1] if place + 1 < len(slots) else -1
        rest = after if after in rests else None
        chain = slots[first : last + 1]
        parts = tuple(skeleton.quantity(skeleton.text[each]) for each in chain)
        left = skeleton.quantity(skeleton.text[rest]) if rest is not None else None
        found = SharedOut(parts, left)
        between = skeleton.text[chain[0] : rest or chain[-1]]
        if _is_unclear(between, found.every):
            continue
        if left is not None and ". " not in between and len(parts) < _TESTED_ALREADY:
            continue  # what two parts of a sentence leave is tested with its shares
        made = _sum(found.every)
        if made.low > 100 or (left is not None and not made.meets(_HUNDRED)):
            return found
    return None


def _is_made_with(found: SharedOut, sentences: Sequence[Sentence]) -> bool:
    """Whether another share of the passage makes a hundred with what falls short of it."""
    made = _sum(found.every)
    others = [
        each.interval
        for sentence in sentences
        for each in sentence.quantities
        if each.measure is Measure.PERCENT
    ]
    return made.high < 100 and any((made + each).meets(_HUNDRED) for each in others)


def _left(skeleton: Skeleton, before: Sequence[Sentence]) -> SharedOut | None:
    """One share that leaves another of the whole: "75% came, leaving 35%"."""
    match = _LEAVING.search(skeleton.text)
    if match is None:
        return None
    rest = skeleton.quantity(match["p"])
    told = [
        each
        for each in skeleton.quantities
        if each.measure is Measure.PERCENT and each.start < rest.start
    ]
    if len(told) != 1:
        return None
    between = skeleton.text[skeleton.at[skeleton.quantities.index(told[0])] : match.start()]
    if _is_unclear(between, (*told, rest)):
        return None
    wholes = [_HUNDRED, told[0].interval]
    wholes += [
        each.interval
        for sentence in before
        for each in sentence.quantities
        if each.measure is Measure.PERCENT
    ][-_MANY:]
    for one, other in combinations(wholes, 2):
        if (one - other).meets(rest.interval) or (other - one).meets(rest.interval):
            return None
    return SharedOut((told[0],), rest)


def _is_unclear(between: str, parts: Sequence[Quantity]) -> bool:
    """Whether words tell of a part of the part before, or of how numbers changed."""
    plain = all(each.hedge in (Hedge.NONE, Hedge.ABOUT) for each in parts)
    changed = CHANGE.search(_ADDS.sub(" ", between))
    return not plain or bool(_OF_THESE.search(between) or changed)


def _sum(parts: Sequence[Quantity]) -> Interval:
    made = Interval.exactly(Fraction(0))
    for each in parts:
        made += each.interval
    return made
