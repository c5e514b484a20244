"""Lengths of time in hours, minutes and seconds, in one unit: "9 minutes 12 seconds" is 552.

So is "9 minutes 12", once the seconds were told of another.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from goldenthread.claims.language.model import Measure, Quantity

_SECONDS = {"hour": 3600, "hr": 3600, "minute": 60, "min": 60, "second": 1, "sec": 1}
_NAMES = {3600: "hour", 60: "minute", 1: "second"}
_MOST = 60  # of one unit in the next
_BETWEEN = re.compile(r",?\s(?:and\s)?|-")


def in_one_unit(text: str, found: Sequence[Quantity]) -> list[Quantity]:
    """The quantities, with "2 hours 15 minutes" as one, and all clock times in the least unit told.

    Where only one unit is told, nothing changes.
    """
    units = {_SECONDS[each.noun] for each in found if _of_the_clock(each)}
    if len(units) < 2:
        return list(found)
    least = min(units)
    named = _with_units(text, found)
    return list(_joined(text, [_in_unit(each, least) for each in named]))


def _with_units(text: str, found: Sequence[Quantity]) -> Iterator[Quantity]:
    """The quantities; a bare number that ends a length of time has the unit below it."""
    before: Quantity | None = None
    for each in found:
        bare = each.measure is Measure.COUNT and not each.noun and each.value < _MOST
        if before and bare and _BETWEEN.fullmatch(text, before.end, each.start):
            unit = _NAMES.get(_SECONDS[before.noun] // _MOST)
            each = replace(each, measure=Measure.DURATION, noun=unit) if unit else each
        yield each
        before = each if _of_the_clock(each) else None


def _of_the_clock(each: Quantity) -> bool:
    return each.measure is Measure.DURATION and each.noun in _SECONDS


def _in_unit(each: Quantity, least: int) -> Quantity:
    if not _of_the_clock(each):
        return each
    times = _SECONDS[each.noun] // least
    return replace(
        each,
        value=each.value * times,
        interval=each.interval.scaled(times),
        # The unit as printed stays in the text; the noun says what the value counts.
        noun=_NAMES[least],
    )


def _joined(text: str, found: Sequence[Quantity]) -> Iterator[Quantity]:
    """Each length of time with the smaller one that ends it."""
    kept: Quantity | None = None
    for each in found:
        if kept is not None and _ends(text, kept, each):
            kept = replace(
                kept,
                text=text[kept.start : each.end],
                end=each.end,
                value=kept.value + each.value,
                interval=kept.interval + each.interval,
            )
            continue
        if kept is not None:
            yield kept
        kept = each
    if kept is not None:
        yield kept


def _ends(text: str, one: Quantity, other: Quantity) -> bool:
    """Whether the second is the smaller part of the first: "2 hours" and "15 minutes"."""
    both = _of_the_clock(one) and _of_the_clock(other)
    return (
        both
        and other.value < one.value
        and _unit(one) > _unit(other)
        and _BETWEEN.fullmatch(text, one.end, other.start) is not None
    )


def _unit(each: Quantity) -> int:
    """The last unit printed, in seconds."""
    names = re.findall(r"[a-z]+", each.text.lower())
    told = (_SECONDS[name.rstrip("s")] for name in reversed(names) if name.rstrip("s") in _SECONDS)
    return next(told, _SECONDS[each.noun])
