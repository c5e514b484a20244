"""Shares told of two groups or two times side by side, of which one set makes 100 and one not.

"35% against 38%, 34% against 32%, 14% against 28% and 17% against 12%": the first of each make
100, so that these are all there are, and the second of each, which make 110, ought to as well.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from goldenthread.claims.intervals import Interval
from goldenthread.claims.language.model import Hedge, Quantity, Sentence
from goldenthread.claims.language.skeleton import PERCENT, QUANTITY, WHEN, skeleton_of
from goldenthread.claims.wholes.percent_lists import far_from_hundred
from goldenthread.claims.wholes.shared_out import SharedOut

_BESIDE = re.compile(
    rf"(?P<one>[{PERCENT}])(?P<words>[^{QUANTITY};.]{{0,70}}?)"
    r"\b(?P<link>to|vs\.?|versus|compared (?:with|to)|against|and)"
    rf"(?P<more>[^{QUANTITY};.]{{0,70}}?)(?P<other>[{PERCENT}])"
)
_LEAST, _MOST = 3, 12
_SPREAD = 4  # how far rounding may carry a sum, at most, for it to say anything
_HUNDRED = 100
_RATES = re.compile(
    r"\b(?:rates?|agree\w*|satisf\w+|target\w*|attend\w*|more than one|increase of|points?)\b"
)


@dataclass(frozen=True, slots=True)
class _Beside:
    sentence: Sentence
    one: Quantity
    other: Quantity
    link: str


def one_series_makes_it(sentences: Sequence[Sentence]) -> Iterator[tuple[Sentence, SharedOut]]:
    """The series that does not make 100 beside one that does, by paragraph and by bullets."""
    for run in (*_in_paragraphs(sentences), *_in_bullets(sentences)):
        if not _LEAST <= len(run) <= _MOST or len({each.link for each in run}) > 1:
            continue
        one = tuple(each.one for each in run)
        other = tuple(each.other for each in run)
        for right, wrong in ((one, other), (other, one)):
            if _makes_it(right) and far_from_hundred(wrong) and _is_plain((*right, *wrong)):
                yield run[0].sentence, SharedOut(wrong, None, beside=right)


def _pairs(sentence: Sentence) -> list[_Beside]:
    skeleton = skeleton_of(sentence.text)
    if _RATES.search(skeleton.text):
        return []
    return [
        _Beside(
            sentence,
            skeleton.quantity(match["one"]),
            skeleton.quantity(match["other"]),
            re.sub(rf"[{WHEN}]|[^a-z]", "", match["link"]),
        )
        for match in _BESIDE.finditer(skeleton.text)
    ]


def _in_paragraphs(sentences: Sequence[Sentence]) -> Iterator[list[_Beside]]:
    for _, group in groupby(sentences, key=lambda each: (each.file, each.passage.order)):
        yield [pair for each in group for pair in _pairs(each)]


def _in_bullets(sentences: Sequence[Sentence]) -> Iterator[list[_Beside]]:
    """The pairs of passages that follow one another, each with one."""
    run: list[_Beside] = []
    for each in sentences:
        pairs = _pairs(each)
        above = run[-1].sentence if run else None
        follows = (
            above is not None
            and above.file == each.file
            and above.passage.order + 1 == each.passage.order
        )
        if run and not (follows and len(pairs) == 1):
            yield run
            run = []
        run += pairs if len(pairs) == 1 else []
    yield run


def _made(parts: Sequence[Quantity]) -> Interval:
    made = Interval.exactly(0)
    for each in parts:
        made += each.interval
    return made


def _makes_it(parts: Sequence[Quantity]) -> bool:
    made = _made(parts)
    return made.holds(_HUNDRED) and made.high - made.low <= _SPREAD


def _is_plain(parts: Sequence[Quantity]) -> bool:
    return all(each.hedge is Hedge.NONE and each.value > 0 for each in parts)
