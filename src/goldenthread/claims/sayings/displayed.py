"""A number that stands by itself in large letters, told in a sentence beside it.

A page of facts sets "83.7 years" as a heading next to the sentence that says so.
"""

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import replace

from goldenthread.claims.documents.model import Document, Passage
from goldenthread.claims.language.model import Measure, Sentence
from goldenthread.claims.language.sentences import sentences_of
from goldenthread.claims.language.slip import Slip, slip_of
from goldenthread.claims.reading import Reading
from goldenthread.claims.sayings.retelling import Retold

_ALONE = re.compile(r"\W*£?\d[\d,.]*\d\s?(?:%|[a-z]+)?(?: [a-z]+)?\W*")
_NEAR = 8  # blocks
_LONG = 3  # digits


def displayed_otherwise(reading: Reading) -> Iterator[tuple[Retold, Retold]]:
    """Each number told in a sentence and, near by, alone with two of its digits changed about."""
    told: dict[str, list[Retold]] = defaultdict(list)
    for sentence in reading.sentences:
        for quantity in sentence.quantities:
            told[sentence.file].append(Retold(sentence, quantity))
    for document in reading.documents:
        every = told[document.file]
        known = {each.digits for each in every if not _is_alone(each.sentence.passage)}
        for alone in _alone(document):
            if alone.digits not in known and (one := _beside(alone, every)):
                yield one, alone


def _is_alone(passage: Passage) -> bool:
    return bool(_ALONE.fullmatch(passage.text))


def _alone(document: Document) -> Iterator[Retold]:
    for passage in document.passages:
        if not _is_alone(passage):
            continue
        # By itself "83.7 years" would be read as the number of a section.
        said = replace(passage, heading=False, text=f"It is {passage.text}")
        sentences: Sequence[Sentence] = list(sentences_of(document.file, said))
        numbers = [(each, number) for each in sentences for number in each.quantities]
        if len(numbers) == 1 and len(Retold(*numbers[0]).digits) >= _LONG:
            yield Retold(*numbers[0])


def _beside(alone: Retold, told: Sequence[Retold]) -> Retold | None:
    """The one number of the sentences near by that it is with two digits changed about."""
    order = alone.sentence.passage.order
    found = [
        each
        for each in told
        if abs(each.sentence.passage.order - order) <= _NEAR
        and not _is_alone(each.sentence.passage)
        and each.quantity.measure is alone.quantity.measure
        and each.quantity.decimals == alone.quantity.decimals
        and (alone.quantity.measure is not Measure.DURATION or _unit(each) == _unit(alone))
        and len(each.digits) == len(alone.digits)
        and slip_of(each.digits, alone.digits) is Slip.SWAPPED
    ]
    return found[0] if len({each.digits for each in found}) == 1 else None


def _unit(told: Retold) -> str:
    return told.quantity.noun.rstrip("s")
