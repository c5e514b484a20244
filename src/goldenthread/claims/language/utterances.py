"""Sentences as they are to be judged: alone, or with the one before where they lean on it."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from goldenthread.claims.language.directions import NOUN, VERB
from goldenthread.claims.language.model import Sentence
from goldenthread.claims.language.skeleton import Skeleton, skeleton_of
from goldenthread.claims.reading import Reading


@dataclass(frozen=True, slots=True)
class Utterance:
    """A sentence's skeleton, with ``since`` where it begins in it; before stand earlier words."""

    sentence: Sentence
    skeleton: Skeleton
    since: int = 0

    def leans_back(self, *places: int) -> bool:
        """Whether one of these numbers stands in an earlier sentence."""
        return any(self.skeleton.at[place] < self.since for place in places)


# "This is an increase of ...", "Of these, ...": what is meant stands in the sentence before.
_FARTHEST = 400


_LEANING = re.compile(
    rf"(?:This|That|Such an?) (?:\w+ )?(?:{NOUN})\b|"
    rf"[A-Z][^,;:]{{0,60}}\b(?:thus|therefore|hence) (?:{VERB})\b|"
    rf"[A-Z][^,;:]{{0,40}}\b(?:has|have) (?:thus|therefore) (?:{VERB})\b"
)


def says_something(sentence: Sentence) -> bool:
    """Whether a sentence has a number, or leans on those before it: "This increase was small"."""
    return bool(sentence.quantities) or _LEANING.match(sentence.text) is not None


def utterances(reading: Reading) -> tuple[tuple[Utterance, Utterance | None], ...]:
    """Each sentence that speaks of numbers, alone, and with the one or two before it; once."""
    return reading.once(_utterances)


def _utterances(reading: Reading) -> Iterator[tuple[Utterance, Utterance | None]]:
    before: list[Sentence] = []
    for sentence in reading.sentences:
        if before and before[-1].passage is not sentence.passage:
            before = []
        if says_something(sentence):
            yield Utterance(sentence, skeleton_of(sentence.text)), _together(before, sentence)
        before = [*before[-1:], sentence]


def _together(before: list[Sentence], sentence: Sentence) -> Utterance | None:
    """A sentence with the one before it, and the one before that where it has numbers."""
    texts = [each.text for each in before[:-1] if each.quantities]
    texts += [each.text for each in before[-1:]]
    while texts and sum(map(len, texts)) + len(sentence.text) > _FARTHEST:
        texts = texts[1:]
    if not texts:
        return None
    lead = " ".join(texts)
    both = skeleton_of(f"{lead} {sentence.text}")
    return Utterance(sentence, both, len(skeleton_of(lead).text) + 1)
