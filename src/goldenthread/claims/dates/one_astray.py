"""Days in order but for one: which of them stands astray, and whether a likely slip put it there.

A list of days in no order at all is sorted by something else, and says nothing. Where all but one
run forwards, and the one would stand in its place with another year or month, it is mistaken.
"""

from collections.abc import Iterator, Sequence
from datetime import date
from itertools import pairwise


def runs_forward(days: Sequence[date]) -> bool:
    """Whether no day comes before the one told ahead of it."""
    return all(one <= other for one, other in pairwise(days))


def astray(days: Sequence[date]) -> list[int]:
    """The places of those days of which any one, left out, lets the others run forwards.

    >>> astray([date(2023, 4, 18), date(2023, 7, 11), date(2022, 10, 17), date(2024, 1, 23)])
    [2]
    """
    if runs_forward(days):
        return []
    places = range(len(days))
    return [place for place in places if runs_forward([*days[:place], *days[place + 1 :]])]


def of_another_year(days: Sequence[date], place: int) -> Iterator[date]:
    """The same day of the year before or after, where it stands in order among the others."""
    day = days[place]
    yield from _in_order(days, place, [(day.year + step, day.month) for step in (-1, 1)])


def of_another_month(days: Sequence[date], place: int) -> Iterator[date]:
    """The same day of another month of that year, where it stands in order."""
    day = days[place]
    yield from _in_order(days, place, [(day.year, month) for month in range(1, 13)])


def _in_order(days: Sequence[date], place: int, others: list[tuple[int, int]]) -> Iterator[date]:
    for year, month in others:
        try:
            day = date(year, month, days[place].day)
        except ValueError:  # there is no such day in that month
            continue
        after = place == 0 or days[place - 1] < day
        if after and (place == len(days) - 1 or day < days[place + 1]):
            yield day
