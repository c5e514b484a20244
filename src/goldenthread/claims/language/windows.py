"""What stands around a sentence: the two before it, or the lead-in and the bullets above it."""

from collections.abc import Iterator
from itertools import groupby

from goldenthread.claims.documents.model import Passage
from goldenthread.claims.language.model import Measure, Sentence
from goldenthread.claims.language.skeleton import skeleton_of
from goldenthread.claims.language.utterances import Utterance, says_something
from goldenthread.claims.reading import Reading

_LONGEST = 420
_MOST_BEFORE = 2
# A bullet is a line of its own, and short; more bullets than sentences belong together.
_BULLET = 130
_MOST_BULLETS = 4


def windows(reading: Reading) -> tuple[Utterance, ...]:
    """Each sentence with a number in it, together with what it may lean on; found once."""
    return reading.once(_windows)


def _windows(reading: Reading) -> Iterator[Utterance]:
    before: list[Sentence] = []
    for sentence in reading.sentences:
        if before and not _follows(before[-1].passage, sentence):
            before = []
        if says_something(sentence):
            yield _window(before, sentence)
        before = [*before[-_MOST_BULLETS + 1 :], sentence]


_FAR = 900


def passages_up_to(reading: Reading) -> tuple[Utterance, ...]:
    """Each sentence with all the numbered ones before it in its passage, as far as fits."""
    return reading.once(_passages)


def _passages(reading: Reading) -> Iterator[Utterance]:
    before: list[Sentence] = []
    for sentence in reading.sentences:
        if before and before[-1].passage is not sentence.passage:
            before = []
        texts = [each.text for each in before if each.quantities]
        while texts and sum(map(len, texts)) > _FAR:
            texts = texts[1:]
        if texts and sentence.quantities:
            lead = " ".join(texts)
            whole = skeleton_of(f"{lead} {sentence.text}")
            yield Utterance(sentence, whole, len(skeleton_of(lead).text) + 1)
        before = [*before, sentence]


_MOST_ABOVE = 3  # passages


def passages_above(reading: Reading) -> tuple[Utterance, ...]:
    """Each sentence that begins a passage with a share in words, with the few passages above it.

    Bullets lean on one another: "- 86 children are waiting. - Half of those waiting, 41, ...".
    """
    return reading.once(_above)


def _above(reading: Reading) -> Iterator[Utterance]:
    above: list[list[Sentence]] = []
    for _, group in groupby(reading.sentences, key=lambda each: id(each.passage)):
        own = list(group)
        if above and not _is_next(above[-1][0].passage, own[0].passage):
            above = []
        numbered = [each for each in own if each.quantities]
        texts = [_closed(each.text) for one in above for each in one if each.quantities]
        in_words = numbered and any(q.measure is Measure.TIMES for q in numbered[0].quantities)
        if texts and in_words and sum(map(len, texts)) <= _FAR:
            lead = " ".join(texts)
            whole = skeleton_of(f"{lead} {numbered[0].text}")
            yield Utterance(numbered[0], whole, len(skeleton_of(lead).text) + 1)
        above = [] if own[0].passage.heading else [*above[1 - _MOST_ABOVE :], own]


def _is_next(above: Passage, passage: Passage) -> bool:
    return passage.order == above.order + 1 and passage.section == above.section


def _follows(above: Passage, sentence: Sentence) -> bool:
    """Whether a sentence is in the passage, or in the bullet after it."""
    passage = sentence.passage
    if above is passage:
        return True
    if passage.heading or passage.order != above.order + 1 or len(passage.text) > _BULLET:
        return False
    if above.heading or above.text.rstrip().endswith(":"):
        return True
    return len(above.text) <= _BULLET and not above.text.rstrip().endswith(".")


def _window(before: list[Sentence], sentence: Sentence) -> Utterance:
    same = [each for each in before if each.passage is sentence.passage]
    chosen = same[-_MOST_BEFORE:] if same else before
    texts = [_closed(each.text) for each in chosen]
    while texts and sum(map(len, texts)) + len(sentence.text) > _LONGEST:
        texts = texts[1:]
    if not texts:
        return Utterance(sentence, skeleton_of(sentence.text))
    lead = " ".join(texts)
    whole = skeleton_of(f"{lead} {sentence.text}")
    return Utterance(sentence, whole, len(skeleton_of(lead).text) + 1)


def _closed(text: str) -> str:
    """A bullet gets the full stop that its end of line stands for."""
    return text if text.rstrip()[-1:] in ".:;!?" else f"{text}."
