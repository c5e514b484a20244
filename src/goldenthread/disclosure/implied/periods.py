"""The stretches of a period that nobody told, beside the whole of it and its other parts."""

from collections.abc import Collection, Iterable, Iterator
from datetime import date, timedelta
from operator import itemgetter

from goldenthread.disclosure.drawn.times import inside
from goldenthread.nouns import Period

_DAY = timedelta(days=1)
_DAYS = itemgetter(0)


def stretches(told: Collection[Period]) -> Iterator[Period]:
    """What each of the periods has beside those of the others that fill most of it.

    Whole months: of a year with its first quarter and its fifth month, one month and three
    quarters less two months. Of a year alone, nothing.
    """
    for whole in told:
        if within := [each for each in told if inside(each, whole)]:
            yield from _untold(whole.start, whole.end, _most_days(within))


def _most_days(within: Iterable[Period]) -> tuple[Period, ...]:
    """Of periods, those that do not overlap and have the most days between them, in order."""
    best: list[tuple[int, tuple[Period, ...]]] = [(0, ())]
    ordered = sorted(within, key=lambda each: each.end)
    for number, each in enumerate(ordered):
        apart = sum(one.end < each.start for one in ordered[:number])
        days, way = best[apart]
        best.append(
            max(best[-1], (days + (each.end - each.start).days + 1, (*way, each)), key=_DAYS)
        )
    return best[-1][1]


def _untold(first: date, last: date, told: Iterable[Period]) -> Iterator[Period]:
    """The stretches from a first to a last day that periods in order leave untold."""
    for each in told:
        if first < each.start:
            yield _stretch(first, each.start - _DAY)
        first = each.end + _DAY
    if first <= last:
        yield _stretch(first, last)


def _stretch(first: date, last: date) -> Period:
    if (last - first).days < 93 and first.month % 3 == 1 and last.month == first.month + 2:
        year = Period.financial_year(first.year + (first.month > 3))
        return Period.quarters(year.ending, (first.month - 4) % 12 // 3 + 1)
    return Period.months(first.year, first.month, last.year, last.month)
