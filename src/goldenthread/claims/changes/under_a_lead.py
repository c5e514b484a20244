"""Changes told one after another under one word: "these rose: Kent, from 41 to 52; Essex, from".

The word stands in the line above a list, or with the first of several things of one sentence, and
every "from A to B" that has no word of its own goes the way it says.
"""

import re
from collections.abc import Iterator

from goldenthread.claims.changes.governed import way_from_afar
from goldenthread.claims.changes.governing import Direction, direction_of
from goldenthread.claims.changes.judged import Judged, Verdict
from goldenthread.claims.changes.pair_model import How, Pair
from goldenthread.claims.changes.pairs import ENDS, LEAD, linked
from goldenthread.claims.language.directions import COMPARED, NOUN, VERB, sign_of
from goldenthread.claims.language.model import Sentence
from goldenthread.claims.language.skeleton import QUANTITY, WHEN, Skeleton, skeleton_of
from goldenthread.claims.language.utterances import Utterance
from goldenthread.claims.reading import Reading

_TIME = rf"(?: ?\(?(?:in |by )?(?:the )?[{WHEN}]\)?)?"
_ITEM = re.compile(
    rf"(?:^|[;:] |, )(?:and )?(?:[-–•] )?(?P<name>[^{QUANTITY}{WHEN};:.()]{{2,60}}?),? \(?"
    rf"from {LEAD}(?P<a>[{QUANTITY}]){_TIME},? to {LEAD}(?P<b>[{QUANTITY}]){_TIME}\)?"
    r"(?=[;,.]|$| and\b)"
)
_WAY = re.compile(rf"\b(?P<word>{VERB}|{NOUN}|{COMPARED}|up|down)\b")
# What changed is named, and no other change: "and a switch in other sums from".
_NO_NAME = re.compile(
    r"(?:an?|with|to|by|which|this|that|it|they|was|were|is|are)\b|.*\b(?:in|of|net|loss|deficit)\b"
)
_FEW_WORDS = 7
_SHORT = 90


def under_a_lead(reading: Reading) -> Iterator[tuple[Utterance, Judged]]:
    """Every change of a list with the word above it, and of a sentence with its first word."""
    lead: Direction | None = None
    last: Sentence | None = None
    for sentence in reading.sentences:
        text = sentence.text.rstrip()
        section = sentence.passage.section
        if last is None or section != last.passage.section:
            lead = _lead(section) if section.endswith(":") else None
        last = sentence
        if text.endswith(":"):
            lead = _lead(text)
            continue
        if " from " not in f" {text}" or not sentence.quantities:
            lead = lead if _is_item(sentence) else None
            continue
        utterance = Utterance(sentence, skeleton_of(sentence.text))
        found = list(_items(utterance.skeleton, lead))
        yield from ((utterance, judged) for judged in found)
        if not found:
            lead = None


def _is_item(sentence: Sentence) -> bool:
    """Whether a line may stand in a list without ending it."""
    return not sentence.passage.heading and len(sentence.text) <= _SHORT


def _lead(text: str) -> Direction | None:
    skeleton = skeleton_of(text)
    words = skeleton.text.rstrip(" :")
    if found := way_from_afar(f"{words}"):
        return Direction(*found)
    start = words.rfind(". ") + 1
    ways = {sign_of(match["word"]) for match in _WAY.finditer(words, start)}
    if len(ways) != 1 or not (sign := ways.pop()):
        return None
    word = next(_WAY.finditer(words, start))["word"]
    return Direction(word, sign) if re.fullmatch(rf"{VERB}|{NOUN}", word) else None


def _items(skeleton: Skeleton, lead: Direction | None) -> Iterator[Judged]:
    """Each "from A to B" without a word of its own, with the word that it stands under."""
    way = lead
    for match in _ITEM.finditer(skeleton.text):
        first, second = skeleton.number(match["a"]), skeleton.number(match["b"])
        one, other = skeleton.quantities[first], skeleton.quantities[second]
        if one.measure is not other.measure or one.measure not in ENDS:
            continue
        if _WAY.search(match["name"]) or len(match["name"].split()) > _FEW_WORDS:
            continue
        if match.start() and _NO_NAME.match(match["name"]):
            continue
        way = way if match.start() == 0 else _first_way(skeleton, match.start()) or way
        if way is None or one.hedge or other.hedge:
            continue
        difference = other.interval - one.interval
        can = difference.high > 0 if way.sign > 0 else difference.low < 0
        yield Judged(
            verdict=Verdict.HOLDS if can else Verdict.DIRECTION,
            pair=Pair(before=first, after=second, how=How.FROM_TO),
            direction=way,
            plain=True,
        )


def _first_way(skeleton: Skeleton, stop: int) -> Direction | None:
    """The only way told of a "from A to B" before it in the sentence."""
    start = skeleton.text.rfind(". ", 0, stop) + 1
    told: list[Direction] = []
    for measure in ENDS:
        ends = [
            place
            for place, each in enumerate(skeleton.quantities)
            if each.measure is measure and start <= skeleton.at[place] < stop
        ]
        told += [
            way
            for pair in linked(skeleton, ends)
            if pair.how is How.FROM_TO and (way := direction_of(skeleton, pair))
        ]
    ways = {sign_of(match["word"]) for match in _WAY.finditer(skeleton.text, start, stop)} - {0}
    return told[-1] if told and len(ways) == 1 else None
