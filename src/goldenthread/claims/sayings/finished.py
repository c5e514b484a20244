"""What is done of so many, told again: "14 of the 19 actions were finished", "Eleven are complete".

Also what is left of them: "46 recommendations, 37 of which had been signed off ... Fourteen
recommendations remain open".
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction
from itertools import pairwise

from goldenthread.claims.language.model import Hedge, Measure, Quantity, Sentence
from goldenthread.claims.reading import Reading
from goldenthread.claims.sayings.groups import core_of
from goldenthread.claims.sayings.retelling import Retold, blanked_times

_DONE = (
    r"(?:completed?|finished|implemented|delivered|signed off|closed|achieved|carried out|"
    r"concluded|fulfilled|done)\b"
)
_BE = r"(?:are|were|is|was|have been|had been|has been)(?: (?:now|already|fully|since))*"
_OF_THE = re.compile(r"\s(?:out\s)?of\s(?:(?:the|our|its|these|those|all)\s)*$", re.IGNORECASE)
_IS_DONE = re.compile(rf"[^.;,]{{0,60}}?\b{_BE} {_DONE}")
_OF_WHICH = re.compile(
    rf"\s(?:of (?:which|them|these)\b)?(?:\s?\([^()]*\))?\s{_BE} {_DONE}|\s{_BE} {_DONE}"
)
_ALONE = re.compile(rf"\s(?:of (?:them|these|those) )?{_BE} {_DONE}")
_LEFT = re.compile(
    r"\s(?:(?:still|now|therefore) )?(?:remain(?:s|ed)?|are|were)(?: still)? "
    r"(?:open|outstanding|incomplete|unfinished|to be (?:done|completed|closed))\b"
)
# With one of these the number may be of another time, or of some of them.
_OTHERWISE = re.compile(
    r"\b(?:since|by then|later|further|new|another|additional|previous|last year'?s?|earlier|"
    r"expected|planned|will|should|target|only|due|partly|partially)\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Unlike:
    """What was told of so many done, and another number for it, or for what it leaves."""

    first: Retold
    whole: Quantity
    other: Retold
    meant: Fraction
    left: bool


@dataclass(frozen=True, slots=True)
class _Progress:
    """So many of a whole done: the sentence that tells it, and the noun they are of."""

    done: Retold
    whole: Quantity
    noun: frozenset[str]


def progress_told_again(reading: Reading) -> Iterator[Unlike]:
    """Each number of what is done, or left, that another sentence of its file tells otherwise."""
    sentences = [each for each in reading.sentences if each.quantities and not each.passage.heading]
    known = [each for sentence in sentences for each in _progress(sentence)]
    if not known:
        return
    for sentence in sentences:
        for quantity, noun in _left(sentence):
            for each in _of(known, sentence, noun, None):
                meant = each.whole.value - each.done.quantity.value
                if meant != quantity.value <= each.whole.value:
                    yield Unlike(each.done, each.whole, Retold(sentence, quantity), meant, True)
    for before, sentence in pairwise(reading.sentences):
        if before.passage is not sentence.passage or _OTHERWISE.search(sentence.text):
            continue
        for quantity in _done_alone(sentence):
            for whole, noun in _counted(before):
                for each in _of(known, sentence, noun, whole):
                    meant = each.done.quantity.value
                    if meant != quantity.value <= whole.value:
                        yield Unlike(each.done, whole, Retold(sentence, quantity), meant, False)


def _of(
    known: list[_Progress], sentence: Sentence, noun: frozenset[str], whole: Quantity | None
) -> list[_Progress]:
    """What is known of a noun (and a whole) in another sentence, where that is one thing only."""
    found = [
        each
        for each in known
        if each.done.sentence.file == sentence.file
        and each.done.sentence is not sentence
        and each.noun == noun
        and (whole is None or each.whole.value == whole.value)
    ]
    alike = {(each.whole.value, each.done.quantity.value) for each in found}
    return found[:1] if len(alike) == 1 else []


def _plain(quantity: Quantity) -> bool:
    return (
        quantity.measure is Measure.COUNT and quantity.hedge is Hedge.NONE and not quantity.decimals
    )


def _counted(sentence: Sentence) -> Iterator[tuple[Quantity, frozenset[str]]]:
    """Every count of a sentence with the noun it is of."""
    text = blanked_times(sentence)
    for each in sentence.quantities:
        if _plain(each):
            core, _ = core_of(text, each)
            if core:
                yield each, core


def _progress(sentence: Sentence) -> Iterator[_Progress]:
    text = blanked_times(sentence)
    counts = [each for each in sentence.quantities if _plain(each)]
    for one, two in pairwise(counts):
        between = text[one.end : two.start]
        core, end = core_of(text, two)
        if core and one.value <= two.value and _OF_THE.fullmatch(between):
            deed = _IS_DONE.match(text, end)
            if deed and not _OTHERWISE.search(text[: deed.end()]):
                yield _Progress(Retold(sentence, one), two, core)
            continue
        core, end = core_of(text, one)
        which = re.fullmatch(
            r"[^.;()]{0,40}?, (?:of (?:which|them|these) )?", text[end : two.start]
        )
        deed = _OF_WHICH.match(text, two.end)
        if not (core and which and deed) or _OTHERWISE.search(text[: deed.end()]):
            continue
        if two.value <= one.value:
            yield _Progress(Retold(sentence, two), one, core)


def _left(sentence: Sentence) -> Iterator[tuple[Quantity, frozenset[str]]]:
    """Every number of a noun that is said to be open still."""
    text = blanked_times(sentence)
    for each, core in _counted(sentence):
        _, end = core_of(text, each)
        left = _LEFT.match(text, end)
        if (
            left
            and not _OTHERWISE.search(text[: left.end()])
            and not _OF_THE.search(text[: each.start])
        ):
            yield each, core


def _done_alone(sentence: Sentence) -> Iterator[Quantity]:
    """Every number at the head of a sentence that is said to be done, with no noun of its own."""
    for each in sentence.quantities:
        leads = not sentence.text[: each.start].strip()
        if leads and _plain(each) and _ALONE.match(sentence.text, each.end):
            yield each
