"""Sums and counts of a text that rounds all its large ones alike are rounded, sentence by sentence.

"£27,000, 2.1% up on £26,500" is wrong of exact sums and right of sums to the nearest hundred. Where
every large number of the text ends in two noughts, these are; where only the two do, they may be.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace

from goldenthread.claims.changes.fitting import fits
from goldenthread.claims.changes.tested import Judged
from goldenthread.claims.intervals import Interval
from goldenthread.claims.language.model import Measure, Quantity
from goldenthread.claims.language.rounded_alike import ROUND_FROM, noughts
from goldenthread.claims.language.skeleton import Skeleton
from goldenthread.claims.reading import Reading

_SORTS = (Measure.COUNT, Measure.MONEY)
# So many large numbers do not end in noughts alike by chance; one in so many may be exact.
_LEAST = 4
_ONE_IN = 10
# One nought ends every tenth number; of two numbers alone both must end in more.
_OF_TWO = 2
_WHOLE = re.compile(r"[£$€]?\s?[\d,]+$")


def right_when_rounded(reading: Reading, file: str, skeleton: Skeleton, judged: Judged) -> bool:
    """Whether a change is right of numbers rounded as the whole text rounds its large ones."""
    sort = skeleton.quantities[judged.pair.before].measure
    known = {(of, which): places for of, which, places in reading.once(_conventions)}
    return _right(skeleton, judged, known.get((file, sort), 0))


def may_be_rounded(skeleton: Skeleton, judged: Judged) -> bool:
    """Whether a change is right if its two numbers are rounded to the noughts they end in."""
    ends = [skeleton.quantities[each] for each in judged.pair.both]
    if not all(_is_large(each) for each in ends):
        return False
    places = min(noughts(each.value) for each in ends)
    return places >= _OF_TWO and _right(skeleton, judged, places)


def _conventions(reading: Reading) -> Iterator[tuple[str, Measure, int]]:
    """Each file with the noughts that its large counts and sums end in."""
    for document in reading.documents:
        every = [
            each
            for sentence in reading.sentences
            if sentence.file == document.file
            for each in sentence.quantities
        ]
        for sort in _SORTS:
            yield document.file, sort, _shared(each for each in every if each.measure is sort)


def _shared(quantities: Iterable[Quantity]) -> int:
    values = {each.value for each in quantities if _is_large(each)}
    if len(values) < _LEAST:
        return 0
    ending = sorted(noughts(each) for each in values)
    return ending[len(ending) // _ONE_IN]


def _is_large(quantity: Quantity) -> bool:
    """Whether it is told in full, and large enough to have been rounded: "26,500", not "1.2m"."""
    return quantity.value >= ROUND_FROM and _WHOLE.match(quantity.text.strip()) is not None


def _right(skeleton: Skeleton, judged: Judged, places: int) -> bool:
    if judged.size is None or places < 1:
        return False
    rounded = {judged.size.number, *judged.pair.both}
    loose = tuple(
        replace(each, interval=Interval.rounded(each.value, -places))
        if place in rounded and _is_large(each) and noughts(each.value) >= places
        else each
        for place, each in enumerate(skeleton.quantities)
    )
    pair = judged.pair
    return fits(replace(skeleton, quantities=loose), judged.size, pair.before, pair.after)
