"""Whether any assignment of numbers to the slots of an assertion makes it true.

The slots are two: before and after, part and whole, one number and its multiple. Any two numbers of
a unit class may fill them, in any order that the direction told allows; where there are more
than two numbers, so may sums of them, and what one leaves of another.
"""

import re
from collections.abc import Iterator, Sequence, Set
from fractions import Fraction
from itertools import combinations, permutations

from goldenthread.claims.changes.change_cues import CHANGE, LEFT, NO_CHANGE, TOGETHER
from goldenthread.claims.changes.pair_model import How
from goldenthread.claims.changes.pairs import linked
from goldenthread.claims.intervals import Interval
from goldenthread.claims.language.assertion import Role, Stated
from goldenthread.claims.language.hedges import hedge_before
from goldenthread.claims.language.levels import UNITS, levels_of
from goldenthread.claims.language.model import Measure, Quantity
from goldenthread.claims.language.ratios import room
from goldenthread.claims.language.skeleton import Skeleton
from goldenthread.claims.language.timing import order_of

_MOST = 9
_MOST_SUMMED = 6
_ONE = Interval.exactly(1)

# The places that fill a slot, what they make, and whether they were added up.
_Slot = tuple[frozenset[int], Interval, bool]


def wanted(skeleton: Skeleton, stated: Stated) -> Interval:
    """Every value the size may stand for: a ratio, or a difference in its own unit."""
    quantity = skeleton.quantities[stated.place]
    if quantity.measure is Measure.TIMES:
        return room(quantity, hedge_before(skeleton.source, quantity.start)[2]).doubtful
    interval = quantity.interval.scaled(-1) if quantity.value < 0 else quantity.interval
    relative = quantity.measure is Measure.PERCENT
    return interval.scaled(Fraction(1, 100)) if relative else interval


def borne_out(skeleton: Skeleton, stated: Stated, *, tied: bool) -> bool:
    """Whether some assignment of the window's numbers makes the size true.

    ``tied`` says that the words make one number a part of another, so that the two are not added.
    """
    want = wanted(skeleton, stated)
    again = {stated.place, *_again(skeleton, stated.place)}
    return any(
        value.meets(want)
        for unit in UNITS
        for everything in (True, False)
        for value in _values(skeleton, stated, again, unit, tied=tied, everything=everything)
    )


_RELATIVE = (Measure.PERCENT, Measure.TIMES)
_REPEATED = re.compile(r" ?(?:\(|– |, or |or |, that is,? |i\.e\. |\(that is )?")


def _again(skeleton: Skeleton, place: int) -> Iterator[int]:
    """The same share said once more beside it, which bears nothing out: "a quarter (25%)"."""
    for one, other in ((place - 1, place), (place, place + 1)):
        if one < 0 or other >= len(skeleton.quantities):
            continue
        if {skeleton.quantities[each].measure for each in (one, other)} != {*_RELATIVE}:
            continue
        gap = skeleton.text[skeleton.at[one] + 1 : skeleton.at[other]]
        if skeleton.at[one] >= 0 and _REPEATED.fullmatch(gap):
            yield one if other == place else other


def of_these(skeleton: Skeleton, stated: Stated, one: int, other: int) -> bool:
    """Whether the size is true of these two numbers, in any order and role."""
    want = wanted(skeleton, stated)
    first, second = (skeleton.quantities[each] for each in (one, other))
    if skeleton.quantities[stated.place].measure not in (Measure.PERCENT, Measure.TIMES):
        return any(
            (a - b).meets(want) for a, b in permutations((first.interval, second.interval), 2)
        )
    for a, b in permutations((first.interval, second.interval), 2):
        if b.low > 0 and any(r.meets(want) for r in (a / b, _ONE - a / b, a / b - _ONE)):
            return True
    return False


def turned(skeleton: Skeleton, stated: Stated, pair: tuple[int, int]) -> bool:
    """Whether a difference told as up is one down, as the times of two numbers have it."""
    order = order_of(skeleton, *pair)
    link = next(iter(linked(skeleton, sorted(pair))), None)
    if not order and link is not None and link.how in (How.FROM_TO, How.FROM, How.COMPARED):
        order = 1 if (link.before, link.after) == pair else -1
    measure = skeleton.quantities[stated.place].measure
    if not (stated.sign and stated.strong and order) or measure in (Measure.PERCENT, Measure.TIMES):
        return False
    one, other = pair if order > 0 else reversed(pair)
    change = skeleton.quantities[other].interval - skeleton.quantities[one].interval
    return change.high < 0 if stated.sign > 0 else change.low > 0


def _values(
    skeleton: Skeleton,
    stated: Stated,
    again: Set[int],
    unit: Measure,
    *,
    tied: bool,
    everything: bool,
) -> Iterator[Interval]:
    """Every value that the levels of one unit may give the size."""
    quantity = skeleton.quantities[stated.place]
    levels = levels_of(skeleton, unit, again, all_of_them=everything)[-_MOST:]
    intervals = [skeleton.quantities[each].interval for each in levels]
    alone = stated.role is Role.CHANGE and not TOGETHER.search(skeleton.text)
    slots = list(_slots(intervals, summed=not everything and not alone))
    if quantity.measure in (Measure.PERCENT, Measure.TIMES):
        if unit is Measure.PERCENT and not (stated.role is Role.CHANGE and stated.strong):
            yield from _said_again(intervals)
            yield from _said_in_words(skeleton, again)
        elif unit is Measure.PERCENT:  # "up by 4.99%: 2.99% for services and 2% for care"
            yield from (
                (one + other).scaled(Fraction(1, 100)) for one, other in combinations(intervals, 2)
            )
        left = LEFT.search(skeleton.text) is not None
        changes = CHANGE.search(NO_CHANGE.sub(" ", skeleton.text)) is not None
        bases = [each for each in slots if not (tied and each[2])]
        for one, other in _pairs(slots, bases, apart=stated.role is Role.CHANGE):
            yield from _ratios(stated, one, other, left=left, changes=changes)
        if stated.role is Role.SHARE and _OF_THEM.match(
            skeleton.text, skeleton.at[stated.place] + 1
        ):
            yield from _of_a_part(skeleton, stated, intervals)
        if stated.role is Role.SHARE and not tied and len(intervals) == 2:
            whole = intervals[0] + intervals[1]
            yield from (each / whole for each in intervals if whole.low > 0)
    if _of_the_unit(quantity, unit):
        for one, other in _pairs(slots, slots, apart=True, simple=False):
            yield one - other
        if quantity.measure is not Measure.POINTS:
            yield from (value for _, value, _ in slots)


_OF_THEM = re.compile(r" of (?:them|these|those|whom|which)\b")


def _of_a_part(
    skeleton: Skeleton, stated: Stated, intervals: Sequence[Interval]
) -> Iterator[Interval]:
    """What each number is of so many per cent of another: "60% of the 50, 70% of them (21)"."""
    for place, each in enumerate(skeleton.quantities):
        if each.measure in _RELATIVE and place != stated.place and each.value > 0:
            by = each.interval.scaled(
                Fraction(1, 100) if each.measure is Measure.PERCENT else Fraction(1)
            )
            for part, whole in permutations(intervals, 2):
                if by.low > 0 and whole.low > 0:
                    yield part / (whole * by)


def _said_again(intervals: Sequence[Interval]) -> Iterator[Interval]:
    """Percentages told beside it, what they leave of a whole, and what two of them make."""
    shares = [each.scaled(Fraction(1, 100)) for each in intervals]
    shares += [one + other for one, other in combinations(shares, 2)]
    for each in shares:
        yield each
        yield _ONE - each


def _said_in_words(skeleton: Skeleton, again: Set[int]) -> Iterator[Interval]:
    """Shares told in words beside it, and what they leave of a whole."""
    for place, each in enumerate(skeleton.quantities):
        if each.measure is Measure.TIMES and place not in again and each.value < 1:
            yield each.interval
            yield _ONE - each.interval


def _slots(intervals: Sequence[Interval], *, summed: bool) -> Iterator[_Slot]:
    """What may fill a slot: each level, and of three or more their sums and differences."""
    places = range(len(intervals))
    for place in places:
        yield frozenset((place,)), intervals[place], False
    if len(intervals) < 3 or not summed:
        return
    for size in range(2, min(len(intervals), _MOST_SUMMED) + 1):
        if size > 3 and len(intervals) > _MOST_SUMMED + 1:
            break
        for some in combinations(places, size):
            total = intervals[some[0]]
            for place in some[1:]:
                total += intervals[place]
            yield frozenset(some), total, True
    for one, other in permutations(places, 2):
        if intervals[one].low > intervals[other].high:
            yield frozenset((one, other)), intervals[one] - intervals[other], False


def _pairs(
    slots: Sequence[_Slot], bases: Sequence[_Slot], *, apart: bool, simple: bool = True
) -> Iterator[tuple[Interval, Interval]]:
    """Every two fillings; ``apart`` where no level may stand in both, ``simple`` one by itself."""
    for one, value, _ in slots:
        for other, base, _ in bases:
            if one == other or (simple and len(one) > 1 and len(other) > 1):
                continue
            if not (apart and one & other):
                yield value, base


def _ratios(
    stated: Stated, one: Interval, other: Interval, *, left: bool, changes: bool
) -> Iterator[Interval]:
    if other.low <= 0:
        return
    ratio = one / other
    loose = stated.role is Role.CHANGE and not stated.strong
    if stated.role is not Role.SHARE or changes:
        if stated.sign >= 0:
            yield ratio - _ONE
        if stated.sign <= 0:
            yield _ONE - ratio
    if stated.role is not Role.CHANGE or loose:
        yield ratio
    if loose or (stated.role is Role.SHARE and left):
        yield _ONE - ratio


def _of_the_unit(quantity: Quantity, unit: Measure) -> bool:
    if quantity.measure is Measure.POINTS:
        return unit is Measure.PERCENT
    if quantity.measure is Measure.DURATION:
        return unit in (Measure.DURATION, Measure.COUNT)
    return quantity.measure is unit
