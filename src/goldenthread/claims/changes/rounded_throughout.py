"""Sums and counts of a text that rounds all its large ones alike are rounded, sentence by sentence.

"£27,000, 2.1% up on £26,500" is wrong of exact sums and right of sums to the nearest hundred. Where
every large number of the text ends in two noughts, these are; where only the two do, they may be.
"""

import re
from collections.abc import Iterator
from dataclasses import replace
from fractions import Fraction

from goldenthread.claims.changes.fitting import fits
from goldenthread.claims.changes.judged import Judged
from goldenthread.claims.intervals import Interval
from goldenthread.claims.language.model import Measure, Quantity
from goldenthread.claims.language.rounded_alike import ROUND_FROM, noughts
from goldenthread.claims.language.skeleton import Skeleton
from goldenthread.claims.reading import Reading

_SORTS = (Measure.COUNT, Measure.MONEY)
# Numbers from each of these on, and how many of them do not end in noughts alike by chance.
_LARGE = ((100, 8), (ROUND_FROM, 4))
# One in so many may be exact.
_ONE_IN = 10
# One nought ends every tenth number; of two numbers alone both must end in more.
_OF_TWO = 2
# A size of hundreds is round where it ends in two noughts.
_ROUND_SIZE = 100
# "£210,000" is seldom rounded to ten thousands: so many figures are kept.
_FIGURES = 3
_WHOLE = re.compile(r"[£$€]?\s?[\d,]+$")


def right_when_rounded(reading: Reading, file: str, skeleton: Skeleton, judged: Judged) -> bool:
    """Whether a change is right of numbers rounded as the whole text rounds its large ones."""
    sort = skeleton.quantities[judged.pair.before].measure
    return any(
        (of, which) == (file, sort) and _right(skeleton, judged, least, places)
        for of, which, least, places in reading.once(_conventions)
    )


def may_be_rounded(skeleton: Skeleton, judged: Judged) -> bool:
    """Whether a change is right if its two numbers are rounded to the noughts they end in.

    Another beside them that ends in fewer shows how exact they are. A size that itself ends in
    noughts, beside two numbers that do not, is a round one: "up by 1,000, from 6,685 to 7,720".
    """
    if _size_is_round(skeleton, judged):
        return True
    ends = [skeleton.quantities[each] for each in judged.pair.both]
    if not all(_is_from(ROUND_FROM, each) for each in ends):
        return False
    beside = [
        noughts(each.value)
        for each in skeleton.quantities
        if each.measure is ends[0].measure and _is_from(ROUND_FROM, each)
    ]
    return min(beside) >= _OF_TWO and _right(skeleton, judged, ROUND_FROM, min(beside))


def _size_is_round(skeleton: Skeleton, judged: Judged) -> bool:
    if judged.size is None:
        return False
    place = judged.size.number
    stated = skeleton.quantities[place]
    if stated.measure not in _SORTS or not _is_from(_ROUND_SIZE, stated):
        return False
    return noughts(stated.value) >= _OF_TWO and _fits_loosely(
        skeleton, judged, {place}, _ROUND_SIZE, noughts(stated.value)
    )


def _conventions(reading: Reading) -> Iterator[tuple[str, Measure, int, int]]:
    """Each file with the noughts that its numbers of a sort end in, from a size on."""
    for document in reading.documents:
        every = [
            each
            for sentence in reading.sentences
            if sentence.file == document.file
            for each in sentence.quantities
        ]
        for sort in _SORTS:
            for least, many in _LARGE:
                told = {
                    each.value for each in every if each.measure is sort and _is_from(least, each)
                }
                if len(told) >= many:
                    ending = sorted(noughts(each) for each in told)
                    yield document.file, sort, least, ending[len(ending) // _ONE_IN]


def _most(value: Fraction) -> int:
    """How many places may have been rounded off: hundreds, and else three figures are kept."""
    return max(_OF_TWO, len(str(int(value))) - _FIGURES)


def _is_from(least: int, quantity: Quantity) -> bool:
    """Whether a number is told in full, and large enough to be rounded: "26,500", not "1.2m"."""
    return quantity.value >= least and _WHOLE.match(quantity.text.strip()) is not None


def _right(skeleton: Skeleton, judged: Judged, least: int, places: int) -> bool:
    if judged.size is None or places < 1:
        return False
    return _fits_loosely(skeleton, judged, {judged.size.number, *judged.pair.both}, least, places)


def _fits_loosely(
    skeleton: Skeleton, judged: Judged, rounded: set[int], least: int, places: int
) -> bool:
    """Whether a size is true where these numbers, from a size on, are rounded to so many places."""
    loose = tuple(
        replace(each, interval=Interval.rounded(each.value, -min(places, _most(each.value))))
        if place in rounded and _is_from(least, each) and noughts(each.value) >= places
        else each
        for place, each in enumerate(skeleton.quantities)
    )
    pair, size = judged.pair, judged.size
    return size is not None and fits(
        replace(skeleton, quantities=loose), size, pair.before, pair.after
    )
