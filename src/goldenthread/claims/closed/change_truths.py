"""A change that is true of numbers not printed: it is let be, whatever the words beside it."""

from goldenthread.claims.changes.fitting import fits, magnitude
from goldenthread.claims.changes.pair_model import Pair
from goldenthread.claims.changes.sizes import Size
from goldenthread.claims.closed.change_window import (
    base_told,
    levels_in,
    makes,
    sentence_of,
    sizes_of,
)
from goldenthread.claims.intervals import Interval
from goldenthread.claims.language.model import Measure
from goldenthread.claims.language.skeleton import Skeleton

_BALANCED = (Measure.COUNT, Measure.MONEY, Measure.PERCENT)
_HUNDRED = 100


def is_true_otherwise(skeleton: Skeleton, size: Size | None, pair: Pair) -> bool:
    """Whether a size is right across nought, on the base told, or upon another size."""
    return size is not None and (
        _is_across_nought(skeleton, size, pair)
        or _is_on_its_base(skeleton, size, pair)
        or _is_of_a_size(skeleton, size, pair)
        or _is_of_its_own(skeleton, size, pair)
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
        and (one.interval + other.interval).meets(magnitude(stated))
    )


def _is_of_a_size(skeleton: Skeleton, size: Size, pair: Pair) -> bool:
    """Whether a percentage is what another size is of the level before it: "£2m less, £8m (20%)"."""
    stated = skeleton.quantities[size.number]
    if stated.measure is not Measure.PERCENT:
        return False
    told = Interval.rounded(abs(stated.value), stated.decimals)
    sizes = sizes_of(skeleton)
    for place, other in sizes.items():
        change = skeleton.quantities[place]
        if makes(skeleton, place, pair.both):
            continue  # what the two make is of the two
        for level, reached in enumerate(skeleton.quantities):
            if level in sizes or reached.measure is not change.measure:
                continue
            before = reached.value - other.sign * abs(change.value)
            if other.sign and before > 0:
                share = abs(change.value) / before * _HUNDRED
                if told.meets(Interval.exactly(share)):
                    return True
    return False
