"""Shares at the head of a list that words lead in as parts of one number: "Of this number:".

What follows is of the number that the paragraph above it is about, and of no other that stands
nearer: neither of what it was a year before nor of the next item of the list.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from goldenthread.claims.language.model import Hedge, Measure, Quantity, Sentence
from goldenthread.claims.language.skeleton import COUNT, QUANTITY, skeleton_of
from goldenthread.claims.reading import Reading
from goldenthread.claims.shares.proportions import Pair, pairs_in

_LEAD = re.compile(
    r"(?:^|[.;] )[^a-z0-9]*of (?:this|that|the above|this total) "
    r"(?:number|total|figure|group|cohort)\b[,:]? ?"
)
# What a paragraph is about is its first number: "At 31 March 2019, 412 children were ...".
_SUBJECT = re.compile(rf"^[^{QUANTITY}.;:]*?(?:\b(?:of|a total of) )?(?P<whole>[{COUNT}]) [a-z]")
_NOT_IT = re.compile(r"\b(?:from|than|by|aged|top|last|every|first) $")
_BACK = 2  # passages that the number may stand before its list
_ITEMS = 8


@dataclass(frozen=True, slots=True)
class OfItsWhole:
    """A share, and the number that words say it is of."""

    sentence: Sentence
    pair: Pair
    whole: Quantity

    @property
    def holds(self) -> bool:
        """Whether it may be that share."""
        return self.whole.interval.meets(self.pair.whole)


def of_a_number_led_in(reading: Reading) -> Iterator[OfItsWhole]:
    """Every share right after such words, or at the head of the list that they lead in."""
    sentences = reading.sentences
    for at, sentence in enumerate(sentences):
        skeleton = skeleton_of(sentence.text)
        lead = _LEAD.search(skeleton.text)
        whole = _subject_before(sentences, at) if lead else None
        if lead is None or whole is None:
            continue
        heads = [(sentence, lead.end())]
        if lead.end() >= len(skeleton.text):
            heads = [(each, 0) for each in _items(sentences, at)]
        for each, start in heads:
            pair = next(iter(pairs_in(skeleton_of(each.text))), None)
            if pair and pair.start == start and pair.count.value < whole.value:
                yield OfItsWhole(each, pair, whole)


def _subject_before(sentences: Sequence[Sentence], at: int) -> Quantity | None:
    """The first number of the paragraph that the words refer to."""
    here = sentences[at]
    for back in range(_BACK + 1):
        order = here.passage.order - back
        above = [
            each
            for each in sentences[max(0, at - 2 * _ITEMS) : at]
            if each.file == here.file and each.passage.order == order and each.quantities
        ]
        if not above:
            continue
        skeleton = skeleton_of(above[0].text)
        found = _SUBJECT.match(skeleton.text)
        if found is None or _NOT_IT.search(skeleton.text[: found.start("whole")]):
            return None
        whole = skeleton.quantity(found["whole"])
        return whole if whole.hedge is Hedge.NONE and whole.measure is Measure.COUNT else None
    return None


def _items(sentences: Sequence[Sentence], at: int) -> Iterator[Sentence]:
    """The lines of the list below a lead, as long as each begins with a number."""
    order = sentences[at].passage.order
    for each in sentences[at + 1 : at + 1 + _ITEMS]:
        if each.passage.order == order:
            return
        if each.passage.order != order + 1 or each.file != sentences[at].file:
            continue
        if not re.match(f"[{COUNT}]", skeleton_of(each.text).text):
            return
        order += 1
        yield each
