"""Sentences as they are to be judged: alone, or with the one before where they lean on it."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from goldenthread.claims.language.changes import Judged, changes_in
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
    """Each sentence with a number in it, alone, and together with the one before in its passage."""
    before: Sentence | None = None
    for sentence in reading.sentences:
        together = None
        if sentence.quantities:
            if (
                before is not None
                and before.passage is sentence.passage
                and before.quantities
                and len(before.text) + len(sentence.text) < _FARTHEST
            ):
                lead = skeleton_of(before.text).text
                both = skeleton_of(f"{before.text} {sentence.text}")
                together = Utterance(sentence, both, len(lead) + 1)
            yield Utterance(sentence, skeleton_of(sentence.text)), together
        before = sentence


def changes_told(reading: Reading) -> Iterator[tuple[Utterance, Judged]]:
    """Every change told that can be tested, with the utterance it stands in."""
    for alone, together in utterances(reading):
        found = changes_of(alone)
        if not found and together is not None:
            found = changes_of(together)
            yield from ((together, judged) for judged in found)
        else:
            yield from ((alone, judged) for judged in found)


def changes_of(utterance: Utterance) -> tuple[Judged, ...]:
    """The changes told in one utterance."""
    return _changes(utterance.skeleton, utterance.since)


@lru_cache(maxsize=4096)
def _changes(skeleton: Skeleton, since: int) -> tuple[Judged, ...]:
    if not re.search("[\ue000-\uefff].*[\ue000-\uefff]", skeleton.text, re.S):
        return ()
    return tuple(changes_in(skeleton, since))
