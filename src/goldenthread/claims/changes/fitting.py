"""Whether two printed numbers can bear out a change of a size told: intervals, sign by sign."""

from goldenthread.claims.changes.sizes import Size
from goldenthread.claims.intervals import Interval, change_percent
from goldenthread.claims.language.model import Measure, Quantity
from goldenthread.claims.language.ratios import room
from goldenthread.claims.language.skeleton import Skeleton


def _signed(size: Size, interval: Interval) -> list[Interval]:
    """The change as its direction word has it: kept for up, turned for down, both for neither."""
    turned = interval.scaled(-1)
    if size.sign > 0:
        return [interval]
    return [turned] if size.sign < 0 else [interval, turned]


def differences(skeleton: Skeleton, size: Size, one: int, other: int) -> list[Interval]:
    """The difference of two numbers, in each direction the size may mean."""
    before, after = (skeleton.quantities[each].interval for each in (one, other))
    return _signed(size, after - before)


def relatives(skeleton: Skeleton, size: Size, one: int, other: int) -> list[Interval] | None:
    """The change in per cent, in each direction the size may mean; None from nought."""
    before, after = (skeleton.quantities[each].interval for each in (one, other))
    if before.low <= 0:
        return None
    return _signed(size, change_percent(before, after))


def fits(skeleton: Skeleton, size: Size, before: int, after: int) -> bool:
    """Whether values that round to the printed numbers can bear out a change of that size."""
    stated = skeleton.quantities[size.number]
    one, other = skeleton.quantities[before], skeleton.quantities[after]
    interval = magnitude(stated)
    if stated.measure in (Measure.PERCENT, Measure.TIMES):
        if stated.measure is Measure.TIMES:
            interval = room(stated).doubtful.scaled(100)
        relative = relatives(skeleton, size, before, after)
        if relative is None:
            if one.value < 0:
                return True  # a percentage of a loss says nothing that anybody agrees on
            if one.value > 0:
                return False  # "under 18" may be anything, and bears out nothing
            return one.interval.high > 0 and other.interval.high >= 0
        return any(each.meets(interval) for each in relative)
    if stated.measure is Measure.POINTS:
        if one.measure not in (Measure.PERCENT, Measure.POINTS):
            return False
    elif not of_one_kind(stated, one):
        return False
    return any(each.meets(interval) for each in differences(skeleton, size, before, after))


def magnitude(stated: Quantity) -> Interval:
    """The size without its sign, since the sign is the direction."""
    return stated.interval.scaled(-1) if stated.value < 0 else stated.interval


def of_one_kind(stated: Quantity, end: Quantity) -> bool:
    """Whether a change in numbers may be of an end: "by 3.1 minutes, from 24.8 to 27.9"."""
    if stated.measure is Measure.DURATION and end.measure is Measure.COUNT:
        return not end.noun
    return stated.measure is end.measure


def of_one_sort(one: Quantity, other: Quantity) -> bool:
    """Whether two sizes tell a change in the same way, so that both cannot be of one change."""
    relative = (Measure.PERCENT, Measure.TIMES)
    if one.measure in relative and other.measure in relative:
        return True
    return one.measure is other.measure
