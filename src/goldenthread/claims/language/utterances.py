"""Sentences as they are to be judged: alone, or with the one before where they lean on it."""

from collections.abc import Iterator
from dataclasses import dataclass

from goldenthread.claims.language.model import Sentence
from goldenthread.claims.language.skeleton import Skeleton, skeleton_of
from goldenthread.claims.reading import Reading


@dataclass(frozen=True, slots=True)
class Utterance:
    """A sentence's skeleton, with ``since`` where it begins in it; before stand earlier words."""

    sentence: Sentence
    skeleton: Skeleton
    since: int = 0


# "This is an increase of ...", "Of these, ...": what is meant stands in the sentence before.
_FARTHEST = 400


def utterances(reading: Reading) -> Iterator[tuple[Utterance, Utterance | None]]:
    """Each sentence with a number in it, alone, and with the one or two before in its passage."""
    before: list[Sentence] = []
    for sentence in reading.sentences:
        if before and before[-1].passage is not sentence.passage:
            before = []
        if sentence.quantities:
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
