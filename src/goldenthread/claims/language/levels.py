"""The numbers of a window that may fill a slot: by unit class, with what is no number left out."""

import re
from collections.abc import Collection
from dataclasses import replace

from goldenthread.claims.language.hedges import BOUNDED
from goldenthread.claims.language.model import Measure, Quantity
from goldenthread.claims.language.skeleton import Skeleton

UNITS = (Measure.COUNT, Measure.MONEY, Measure.RATE, Measure.DURATION, Measure.PERCENT)
# Small numbers in words ("two officers", "under five") are seldom what larger ones are held to.
_SMALL = 13
_LARGE = 30
_PLUS = re.compile(r"[-−–+]")


def levels_of(
    skeleton: Skeleton, unit: Measure, without: Collection[int] = (), *, all_of_them: bool = False
) -> list[int]:
    """The places of the numbers of one unit class, in order.

    Bare numbers go with a rate, a length of time or a percentage told beside them. Small numbers in
    words are left out where larger ones stand by, but for ``all_of_them``.
    """
    found = [
        place
        for place, each in enumerate(skeleton.quantities)
        if place not in without
        and skeleton.at[place] >= 0
        and each.interval.low >= 0
        and each.hedge in BOUNDED
        and not _PLUS.match(each.text)
        and _is_of(each, unit)
    ]
    if not any(skeleton.quantities[place].measure is unit for place in found):
        return []
    if not all_of_them and any(skeleton.quantities[each].value >= _LARGE for each in found):
        found = [each for each in found if not _in_words(skeleton.quantities[each])]
    return found


def in_one_unit(skeleton: Skeleton, sizes: Collection[int]) -> Skeleton:
    """The window with bare numbers in the unit of the only size: "up by 4 per 10,000 to 74"."""
    units = {skeleton.quantities[each].measure for each in sizes}
    for unit in (Measure.RATE, Measure.DURATION):
        told = [n for n, each in enumerate(skeleton.quantities) if each.measure is unit]
        if unit not in units or len(told) != 1 or told[0] not in sizes:
            continue
        like = skeleton.quantities[told[0]]
        quantities = tuple(
            replace(each, measure=unit, per=like.per)
            if each.measure is Measure.COUNT and not each.noun
            else each
            for each in skeleton.quantities
        )
        return replace(skeleton, quantities=quantities)
    return skeleton


def _is_of(each: Quantity, unit: Measure) -> bool:
    if unit is Measure.RATE:
        return each.measure is unit or (
            each.measure is Measure.COUNT and (each.decimals > 0 or not each.noun)
        )
    if unit is Measure.DURATION:
        return each.measure is unit or (each.measure is Measure.COUNT and not each.noun)
    return each.measure is unit


def _in_words(each: Quantity) -> bool:
    return each.value < _SMALL and not each.text[:1].isdigit()
