"""A percentage of a passage that is of no number told, where those around it are of one number.

The number may stand far off, in a table or another section: "10,855 made them (69%) ... 5,978 (34%)
ended so and 2,517 (16%) went on" are all of one whole, wherever it was told.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from goldenthread.claims.closed.shares.made_up import is_explained
from goldenthread.claims.closed.shares.pairs import Pair, Wrong, bears_out, is_far, pairs_in
from goldenthread.claims.language.model import Measure, Quantity, Sentence
from goldenthread.claims.language.skeleton import (
    COUNT,
    PERCENT,
    QUANTITY,
    Skeleton,
    skeleton_of,
)
from goldenthread.claims.language.utterances import Utterance
from goldenthread.claims.reading import Reading
from goldenthread.claims.shares.doubts import of_several_times
from goldenthread.claims.shares.listed_shares import ANOTHER
from goldenthread.claims.shares.section_wholes import sections

_ENOUGH = 2  # shares beside it that are of the number


@dataclass(frozen=True, slots=True)
class _Beside:
    skeleton: Skeleton
    count: Quantity
    share: Quantity
    span: tuple[int, int]


@dataclass(frozen=True, slots=True)
class _One:
    sentence: Sentence
    skeleton: Skeleton
    pair: Pair

    @property
    def part(self) -> Quantity:
        return self.skeleton.quantities[self.pair.part]

    @property
    def share(self) -> Quantity:
        return self.skeleton.quantities[self.pair.share]


def beside_them(reading: Reading) -> Iterator[Wrong]:
    """Every such percentage of the texts read."""
    for _, group in groupby(reading.sentences, key=lambda each: (each.file, each.passage.section)):
        lines = [
            each for each in group if any(q.measure is Measure.PERCENT for q in each.quantities)
        ]
        for at, sentence in enumerate(lines):
            skeleton = skeleton_of(sentence.text)
            if of_several_times(skeleton):
                continue
            near = [
                told
                for line in lines[max(0, at - 2) : at + 3]
                if abs(line.passage.order - sentence.passage.order) <= 1
                for told in _told(skeleton_of(line.text))
            ]
            for pair in pairs_in(skeleton):
                yield from _odd(reading, _One(sentence, skeleton, pair), near)


# A count and the percentage in brackets after it, whatever stands before the count.
_BESIDE = re.compile(rf"(?P<n>[{COUNT}])[^{QUANTITY}.;:()]{{0,60}} ?\((?P<p>[{PERCENT}])")


def _told(skeleton: Skeleton) -> Iterator[_Beside]:
    for match in _BESIDE.finditer(skeleton.text):
        yield _Beside(
            skeleton, skeleton.quantity(match["n"]), skeleton.quantity(match["p"]), match.span()
        )


def _odd(reading: Reading, one: _One, near: Sequence[_Beside]) -> Iterator[Wrong]:
    beside = [each for each in near if each.share is not one.share]
    own = [each for each in beside if each.skeleton is one.skeleton]
    if len(beside) < _ENOUGH or not own or one.part.measure is not Measure.COUNT:
        return
    for each in own:
        first, last = sorted((each.span, (one.pair.start, one.pair.end)))
        if ANOTHER.search(one.skeleton.text[first[1] : last[0]]):
            return
    window = Utterance(one.sentence, one.skeleton)
    if is_explained(reading, window, one.share, one.part):
        return
    wholes = {}
    for whole in sections(reading)[one.sentence.file].wholes:
        if whole.quantity is None or whole.measure is not one.part.measure:
            continue
        fitting = [
            each
            for each in beside
            if bears_out(each.skeleton, each.share, each.count, whole.quantity)
        ]
        if len(fitting) >= _ENOUGH and all(each in fitting for each in own):
            wholes[whole.value] = whole.quantity
    if len(wholes) != 1:
        return
    (whole_of_all,) = wholes.values()
    if one.part.value < whole_of_all.value and not is_far(one.share, one.part, whole_of_all):
        yield Wrong(one.sentence, one.skeleton, one.share, one.part, whole_of_all)
