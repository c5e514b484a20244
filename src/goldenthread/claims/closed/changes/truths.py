"""A change that is true of numbers not printed: it is let be, whatever the words beside it."""

import re
from dataclasses import replace
from itertools import permutations

from goldenthread.claims.changes.fitting import fits, magnitude
from goldenthread.claims.changes.pair_model import Pair
from goldenthread.claims.changes.sizes import Size
from goldenthread.claims.closed.changes.window import (
    base_told,
    levels_in,
    makes,
    sentence_of,
    sizes_of,
)
from goldenthread.claims.intervals import Interval
from goldenthread.claims.language.model import Measure
from goldenthread.claims.language.skeleton import QUANTITY, Skeleton
from goldenthread.claims.language.timing import order_of

_BALANCED = (Measure.COUNT, Measure.MONEY, Measure.PERCENT)
_HUNDRED = 100


def is_true_otherwise(skeleton: Skeleton, size: Size | None, pair: Pair) -> bool:
    """Whether a size is right across nought, on the base told, or upon another size."""
    return size is not None and (
        _is_across_nought(skeleton, size, pair)
        or _is_on_its_base(skeleton, size, pair)
        or _is_of_a_size(skeleton, size, pair)
        or _is_of_its_own(skeleton, size, pair)
        or _is_a_gap(skeleton, size, pair)
    )


# What lies between two numbers has no earlier one, and is told on either.
_GAP = re.compile(
    rf"\b(?:surplus|shortfall|deficit|excess|gap|difference)\b[^{QUANTITY}.;]{{0,30}}"
    rf"(?:[{QUANTITY}][^{QUANTITY}.;]{{0,30}}(?:, or|,|\() ?)?$"
)


def _is_a_gap(skeleton: Skeleton, size: Size, pair: Pair) -> bool:
    """Whether a gap between two numbers is right on the greater: "a surplus of 268, or 6.4%"."""
    return _GAP.search(skeleton.text[: size.start]) is not None and (
        fits(skeleton, size, pair.after, pair.before)
        or fits(skeleton, replace(size, sign=-size.sign), pair.after, pair.before)
    )


def _is_on_its_base(skeleton: Skeleton, size: Size, pair: Pair) -> bool:
    """Whether a size is right on the base right after it, whichever has the later date.

    "The plan for next year is £15m more than the £30m of this".
    """
    base = base_told(skeleton, size.number, pair.both)
    return base is not None and fits(skeleton, size, base, sum(pair.both) - base)


def _is_of_its_own(skeleton: Skeleton, size: Size, pair: Pair) -> bool:
    """Whether a size has a level of its own before it, and the two stand in earlier sentences.

    "Imports fell from £40m to £30m. Exports came to £28m, a fall of 12%".
    """
    start = sentence_of(skeleton.text, size.start)[0]
    if any(skeleton.at[each] >= start for each in pair.both):
        return False
    sort = skeleton.quantities[pair.before].measure
    sizes = sizes_of(skeleton)
    return any(
        start <= skeleton.at[each] < size.start
        for each in levels_in(skeleton, sort, sizes)
        if each not in sizes
    )


def _is_across_nought(skeleton: Skeleton, size: Size, pair: Pair) -> bool:
    """Whether a size is what two numbers make together: one of them stands below nought then.

    No slip adds what is to be taken away, so that the words for the two sides need not be known.
    """
    stated = skeleton.quantities[size.number]
    one, other = (skeleton.quantities[each] for each in pair.both)
    return (
        stated.measure is one.measure is other.measure
        and stated.measure in _BALANCED
        and min(one.value, other.value) >= 0  # else the words have been read, and the sign set
        and (one.interval + other.interval).meets(magnitude(stated))
    )


def _is_of_a_size(skeleton: Skeleton, size: Size, pair: Pair) -> bool:
    """Whether a number and a percentage bear each other out on a level: "£2m less, £8m (20%)".

    A number that is the difference of the two is of the two, and proves nothing else; and of two
    levels with a time each the earlier is none that a change told after both has led to.
    """
    sizes = sizes_of(skeleton)
    first, last = sorted(pair.both)
    dated = last < size.number and order_of(skeleton, first, last) != 0
    for number, percentage in permutations(sizes, 2):
        if size.number not in (number, percentage) or makes(skeleton, number, pair.both):
            continue
        change, stated = skeleton.quantities[number], skeleton.quantities[percentage]
        sign, told = sizes[number].sign, Interval.rounded(abs(stated.value), stated.decimals)
        if stated.measure is not Measure.PERCENT or not sign:
            continue
        for place in levels_in(skeleton, change.measure, sizes):
            if dated and place == pair.before:
                continue
            before = skeleton.quantities[place].value - sign * abs(change.value)
            if before > 0 and told.meets(Interval.exactly(abs(change.value) / before * _HUNDRED)):
                return True
    return False
