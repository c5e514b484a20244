"""Counts that nobody wrote down and anybody can work out: the part of a period that is lacking.

A year is printed, and three of its quarters; the fourth did not come. It is the year less the
three, and where it is three children they have been published. Where two quarters did not come,
what is left over is of both together, and a few children in both are few in either.
"""

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal
from operator import itemgetter

from goldenthread.disclosure.drawn.counts import FROM_COUNTS
from goldenthread.disclosure.drawn.sums import FLOWS
from goldenthread.disclosure.rules import rule_for
from goldenthread.nouns import Figure, Period, Sensitivity, Unit

_DAY = timedelta(days=1)
_DAYS = itemgetter(0)
_Place = tuple[str, str, str]  # indicator, area, breakdown


def implied(figures: Iterable[Figure]) -> dict[str, Figure]:
    """The counts of children that are left over, by figure id; each a count, of its line's source.

    One for a period of which all but one stretch of whole months is told by the same source, where
    no other figure tells that stretch. Where several stretches are lacking and few children are
    left over, they stand in the first and none in the others: as much as is known of the one is
    known of the other. Where children are counted once in the whole and in several of its parts,
    what is left over is too small, or less than nothing and then left out.
    """
    lines: dict[tuple[_Place, object], dict[Period, Figure]] = defaultdict(dict)
    told: dict[_Place, set[Period]] = defaultdict(set)
    for figure in figures:
        place = figure.indicator, figure.area.code, str(figure.breakdown)
        told[place].add(figure.period)
        if figure.period.kind in FLOWS and _count(figure) is not None:
            thread = figure.thread
            origin = thread.source, thread.vintage, thread.definition
            lines[place, origin][figure.period] = figure
    found = (each for (place, _), line in lines.items() for each in _left_over(line, told[place]))
    return {each.id: each for each in found}


def _count(figure: Figure) -> Decimal | None:
    """The count of children behind a figure, where it is one of its own and known."""
    if figure.sensitivity is not Sensitivity.CHILDREN or figure.unit not in FROM_COUNTS:
        return None
    if figure.thread.inputs or not figure.known:
        return None
    return figure.value if figure.unit is Unit.COUNT else figure.numerator


def _left_over(line: Mapping[Period, Figure], told: Collection[Period]) -> Iterator[Figure]:
    for whole, figure in line.items():
        inside = [
            each
            for each in line
            if whole.start <= each.start and each.end <= whole.end and each != whole
        ]
        if not inside:
            continue
        before = _from(inside, whole.start)
        after = _until(inside, whole.end)
        first, last = max(before), min(each for each in after if each >= max(before) - _DAY)
        if first > last:
            continue  # its parts are all there
        parts = [*before[first], *after[last]]
        rest = (_count(figure) or 0) - sum(_count(line[each]) or 0 for each in parts)
        if parts and rest >= 0 and _stretch(first, last) not in told:
            yield _as_a_count(figure, _stretch(first, last), Decimal(rest))
        middle = [each for each in inside if first <= each.start and each.end <= last]
        if among := _most_days(middle):
            rest -= sum(_count(line[each]) or 0 for each in among)
            if 0 < rest <= rule_for(figure.thread.source, figure.thread.vintage).threshold:
                lacking = [each for each in _lacking(first, last, among) if each not in told]
                for number, each in enumerate(lacking):
                    yield _as_a_count(figure, each, Decimal(0 if number else rest))


def _most_days(inside: Iterable[Period]) -> tuple[Period, ...]:
    """Of periods, those that do not overlap and have the most days between them, in order."""
    best: list[tuple[int, tuple[Period, ...]]] = [(0, ())]
    ordered = sorted(inside, key=lambda each: each.end)
    for number, each in enumerate(ordered):
        apart = sum(one.end < each.start for one in ordered[:number])
        days, way = best[apart]
        best.append(
            max(best[-1], (days + (each.end - each.start).days + 1, (*way, each)), key=_DAYS)
        )
    return best[-1][1]


def _lacking(first: date, last: date, told: Iterable[Period]) -> Iterator[Period]:
    """The stretches from a first to a last day that periods in order leave untold."""
    for each in told:
        if first < each.start:
            yield _stretch(first, each.start - _DAY)
        first = each.end + _DAY
    if first <= last:
        yield _stretch(first, last)


def _from(inside: Iterable[Period], start: date) -> dict[date, tuple[Period, ...]]:
    """The days that periods laid end to end from a first day lead up to, with a way to each."""
    ways: dict[date, tuple[Period, ...]] = {start: ()}
    for each in sorted(inside, key=lambda each: each.start):
        if each.start in ways:
            ways.setdefault(each.end + _DAY, (*ways[each.start], each))
    return ways


def _until(inside: Iterable[Period], end: date) -> dict[date, tuple[Period, ...]]:
    """The days after which periods laid end to end lead to a last day, with a way from each."""
    ways: dict[date, tuple[Period, ...]] = {end: ()}
    for each in sorted(inside, key=lambda each: each.end, reverse=True):
        if each.end in ways:
            ways.setdefault(each.start - _DAY, (*ways[each.end], each))
    return ways


def _stretch(first: date, last: date) -> Period:
    if (last - first).days < 93 and first.month % 3 == 1 and last.month == first.month + 2:
        year = Period.financial_year(first.year + (first.month > 3))
        return Period.quarters(year.ending, (first.month - 4) % 12 // 3 + 1)
    return Period.months(first.year, first.month, last.year, last.month)


def _as_a_count(whole: Figure, period: Period, value: Decimal) -> Figure:
    return replace(
        whole,
        unit=Unit.COUNT,
        period=period,
        value=value,
        decimals=0,
        numerator=None,
        denominator=None,
        thread=replace(whole.thread, locator=f"{whole.period} less its other parts"),
    )
