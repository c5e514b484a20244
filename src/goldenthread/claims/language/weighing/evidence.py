"""What speaks for and against a size being meant of two numbers: each piece of evidence by name."""

import re
from collections.abc import Iterator

from goldenthread.claims.language.assertions.assignment import of_these
from goldenthread.claims.language.assertions.bases import names_its_base, on_its_base
from goldenthread.claims.language.assertions.blockers import (
    DENIED,
    ELSEWHERE,
    IN_TURN,
    OWN_WHOLE,
    RECKONED,
    TO_COME,
    WISHED,
)
from goldenthread.claims.language.assertions.cues import CHANGE, LEFT, NO_CHANGE, way_of
from goldenthread.claims.language.assertions.model import Role
from goldenthread.claims.language.assertions.subjects import clause_of
from goldenthread.claims.language.clauses import new_words
from goldenthread.claims.language.model import Hedge
from goldenthread.claims.language.skeleton import QUANTITY, WHEN, Skeleton
from goldenthread.claims.language.weighing.candidates import Candidate
from goldenthread.claims.language.weighing.slips import near, slip
from goldenthread.claims.language.weighing.surroundings import (
    MANY,
    of_the_pair,
    of_the_places,
    sentence_of,
)

_OPENERS = (
    ("bracket", re.compile(r"\(\s?(?:or |a |an |that is,? |i\.e\. |just |only |about |some )*$")),
    ("or", re.compile(r"\bor,? (?:by |just |only |about |a |some |put another way,? )*$")),
    (
        "concluding",
        re.compile(
            r"\b(?:which|this|that|it) (?:is|was|makes?|made|means|meant|represents?|represented|"
            r"gives|gave|comes?|came|amounts?|equates?|equals?|works?)\b[^,.;]{0,25}$|"
            r"\b(?:representing|meaning|making|giving|equating|amounting|equivalent|equal|i\.e\.|"
            r"that is|so|thus|hence|therefore|in other words|being|leaving|bringing)\b[^,.;]{0,25}$"
        ),
    ),
    (
        "apposed",
        re.compile(
            r"(?:,| –|:) (?:up|down|an?|the|or|some|only|just|by|which is)? ?(?:[a-z-]+ ){0,3}"
            r"(?:of|by)? ?$"
        ),
    ),
    (
        "definite",
        re.compile(r"\b(?:this|that|the|such an?|our) (?:[a-z-]+ ){0,2}(?:of|was|is|by)? ?$"),
    ),
    (
        "verb",
        re.compile(r"\b(?:by|of) (?:just |only |about |some |almost |nearly |over |a |an )*$"),
    ),
)
_OF_THEM = re.compile(r" (?:of|among) (?:them|these|those|whom|which|it|the total|the whole|all)\b")
_OTHER_SUBJECT = re.compile(
    r"\b(?:other|others|elsewhere|separately|meanwhile|alone|also|in addition)\b"
)
_A_RATE = re.compile(r"\b(?:rates?|shares?|proportions?|percentages?)\b")


def evidence(skeleton: Skeleton, candidate: Candidate) -> Iterator[str]:
    """The names of what is found beside a size and its pair, each once."""
    stated, pair = candidate.stated, (candidate.one, candidate.other)
    at = skeleton.at[stated.place]
    first, last = sorted(skeleton.at[each] for each in pair)
    yield "always"
    if at < candidate.since:
        yield "told in the sentence before"
    yield from _of_the_size(skeleton, candidate, at)
    yield from of_the_places(skeleton, at, first, last)
    yield from of_the_pair(skeleton, pair)
    yield from _of_the_value(skeleton, candidate)
    yield from _of_other_numbers(skeleton, candidate, at)
    yield from _of_the_words(skeleton, candidate, at, first, last)


def _of_the_size(skeleton: Skeleton, candidate: Candidate, at: int) -> Iterator[str]:
    stated = candidate.stated
    size = skeleton.quantities[stated.place]
    text = skeleton.text
    yield f"size told as {size.measure}"
    if stated.strong:
        yield "cue right beside"
    if not stated.word:
        yield "no cue"
    if not stated.sign:
        yield "no way told"
    if size.text[:1] in "+-−–":
        yield "signed"
    if size.hedge is not Hedge.NONE:
        yield "size hedged"
    if candidate.turned:
        yield "true the other way"
    before = text[:at]
    for name, pattern in _OPENERS:
        if pattern.search(before):
            yield f"opens: {name}"
            break
    else:
        yield "opens: otherwise"
    if DENIED.search(before):
        yield "denied"
    if TO_COME.search(before):
        yield "to come"
    if IN_TURN.match(text[at + 1 :]):
        yield "in turn"
    if _OF_THEM.match(text, at + 1):
        yield "of them"
    elif OWN_WHOLE.match(text, at + 1):
        yield "names its whole"
    if re.match(r" [a-z]", text[at + 1 :]):
        yield "goes on"
    after = re.match(rf"[^.;,:()–{QUANTITY}]{{0,40}}", text[at + 1 :])
    if after and re.search(r"\b(?:than|on|compared|against|from|since)\b", after.group()):
        yield "compared after"


def _of_the_value(skeleton: Skeleton, candidate: Candidate) -> Iterator[str]:
    if name := slip(skeleton, candidate):
        yield f"slip: {name}"
    else:
        yield f"near: {near(skeleton, candidate)}"
    size = skeleton.quantities[candidate.stated.place]
    if any(
        abs(each.value) == abs(size.value) and each.measure is not size.measure
        for place, each in enumerate(skeleton.quantities)
        if place != candidate.stated.place
    ):
        yield "printed as another unit"


def _of_other_numbers(skeleton: Skeleton, candidate: Candidate, at: int) -> Iterator[str]:
    pair = (candidate.one, candidate.other)
    beside = [
        place
        for place, where in enumerate(skeleton.at)
        if where >= 0 and place not in (*pair, candidate.stated.place)
    ]
    sizes = {each.place for each in candidate.every if each.role is Role.CHANGE and each.strong}
    same = [each for each in beside if each in candidate.levels]
    yield f"other levels: {min(len(same), MANY)}"
    yield f"other sizes: {min(len([each for each in beside if each in sizes]), 2)}"
    rest = [each for each in beside if each not in candidate.levels and each not in sizes]
    yield f"other numbers: {min(len(rest), MANY)}"
    others = [each for each in candidate.every if each.place in beside]
    if any(of_these(skeleton, each, *pair) for each in others):
        yield "pair of another size"
    start, stop = sentence_of(skeleton.text, at)
    if any(start <= skeleton.at[each] < stop for each in same):
        yield "other level in its sentence"
    inside = [each for each in pair if start <= skeleton.at[each] < stop]
    yield f"of the pair in its sentence: {len(inside)}"
    nearer = [
        each
        for each in same
        if abs(skeleton.at[each] - at) < max(abs(skeleton.at[p] - at) for p in pair)
    ]
    if nearer:
        yield "a nearer level"


def _of_the_words(
    skeleton: Skeleton, candidate: Candidate, at: int, first: int, last: int
) -> Iterator[str]:
    text, stated = skeleton.text, candidate.stated
    start, stop = clause_of(text, at)
    own = text[start:stop]
    begin, end = sentence_of(text, at)
    sentence = text[begin:end]
    for name, pattern in (("wished", WISHED), ("reckoned", RECKONED), ("elsewhere", ELSEWHERE)):
        if pattern.search(own):
            yield f"{name} beside"
        elif pattern.search(sentence):
            yield f"{name} in its sentence"
        elif any(pattern.search(text[slice(*clause_of(text, each))]) for each in (first, last)):
            yield f"{name} beside the pair"
        elif pattern.search(text):
            yield f"{name} anywhere"
    inside = any(start <= each < stop for each in (first, last))
    if not inside:
        before, after = new_words(text, (start, at)), new_words(text, (at, stop))
        yield f"new words before: {min(len(before), MANY)}"
        yield f"new words after: {min(len(after), MANY)}"
        if not any(begin <= each < end for each in (first, last)):
            yield f"new words of its sentence: {min(len(new_words(text, (begin, end))), 4)}"
    if stated.role is not Role.SHARE and not on_its_base(
        skeleton, stated, (candidate.one, candidate.other)
    ):
        yield "on another base"
    elif stated.role is not Role.SHARE and names_its_base(
        skeleton, stated, (candidate.one, candidate.other)
    ):
        yield "names its base"
    if _OTHER_SUBJECT.search(own):
        yield "another told"
    if re.search(r"\b(?:both|each|respectively|every)\b", sentence):
        yield "both or each"
    if LEFT.search(own):
        yield "left over"
    cues = [each["word"] for each in CHANGE.finditer(NO_CHANGE.sub(" ", sentence))]
    ways = {way_of(each) for each in cues} - {0}
    if stated.sign and -stated.sign in ways:
        yield "another way told"
    if stated.role is Role.SHARE and cues:
        yield "change told"
    if stated.role is Role.SHARE and _A_RATE.search(own):
        yield "rate named"
    if re.search(rf"[{WHEN}]", own) and not inside:
        yield "time of its own"
    if re.search(r"\?", sentence):
        yield "question"
