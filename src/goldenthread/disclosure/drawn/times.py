"""How periods lie in one another, for counts of what happens in them."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from datetime import date, timedelta
from itertools import pairwise

from goldenthread.nouns import Period, PeriodKind

# Periods in which something happens; numbers on a day make no sum with other days.
FLOWS = {
    PeriodKind.MONTH,
    PeriodKind.MONTHS,
    PeriodKind.QUARTER,
    PeriodKind.QUARTERS,
    PeriodKind.FINANCIAL_YEAR,
}

# Ways to lay periods end to end within a longer one: a year of months and quarters has sixteen.
_MOST_WAYS = 32


def inside(inner: Period, outer: Period) -> bool:
    """Whether one period is a part of another, and something happens in it."""
    within = outer.start <= inner.start and inner.end <= outer.end
    return inner.kind in FLOWS and within and (inner.start, inner.end) != (outer.start, outer.end)


def overlap(periods: Iterable[Period]) -> bool:
    """Whether any two of them share a day."""
    ordered = sorted(periods, key=lambda each: each.start)
    return any(earlier.end >= later.start for earlier, later in pairwise(ordered))


def ways(within: Iterable[Period], outer: Period) -> list[tuple[Period, ...]]:
    """The ways to lay the periods end to end from its first day to its last."""
    by_start: dict[date, list[Period]] = defaultdict(list)
    for each in within:
        by_start[each.start].append(each)
    found: list[tuple[Period, ...]] = []

    def go_on(day: date, way: tuple[Period, ...]) -> Iterator[tuple[Period, ...]]:
        if day > outer.end:
            yield way
        for each in sorted(by_start.get(day, ()), key=lambda each: each.end, reverse=True):
            yield from go_on(each.end + timedelta(days=1), (*way, each))

    for way in go_on(outer.start, ()):
        found.append(way)
        if len(found) == _MOST_WAYS:
            break
    return found
