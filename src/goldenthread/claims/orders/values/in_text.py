"""Series told in sentences: "39% in 2021/22, 31% in 2022/23 and 38% in 2023/24"."""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from goldenthread.claims.dates.moments import MONTHS, Grain, Moment, Span, moments, spans
from goldenthread.claims.language.model import Measure, Quantity, Sentence
from goldenthread.claims.orders.values.beside import FEWEST, beside, point_of, sole
from goldenthread.claims.orders.values.model import Point, Series
from goldenthread.claims.orders.values.month_spans import month_spans

_KINDS = (
    Measure.COUNT,
    Measure.PERCENT,
    Measure.RATE,
    Measure.MONEY,
    Measure.POINTS,
    Measure.DURATION,
)
# A unit told once goes for the bare numbers after it: "8.1 days in 2020, 9.4 in 2021".
_LENDS = (Measure.DURATION, Measure.RATE, Measure.POINTS)
_OUT_OF = re.compile(r"\bout\s+of\s+(?:\w+\s+)?£?$")  # "61 children out of 118": a whole
_BRACKET = re.compile(r"\([^()]*\)")
_BETWEEN_VALUES = re.compile(r"\s*(?:,|;|and|,\s*and|&|then|,\s*then|to)\s*£?\s*")


def text_series(sentence: Sentence) -> Iterator[Series]:
    """Every run of three or more values of one sort in a sentence, with their labels.

    Values in one list take their labels from beside them, or from a span or list of times of the
    same length: "11, 9, 12, 8 and 7 in the five years from 2018/19 to 2022/23".
    """
    yield from series_in(sentence.text, sentence.quantities)


def series_in(text: str, quantities: Sequence[Quantity], fewest: int = FEWEST) -> Iterator[Series]:
    """The same of any stretch of text with its quantities."""
    named = moments(text)
    for whole in _runs(text, quantities, named, fewest):
        aside = tuple(each for each in quantities if each not in whole)
        best: list[Point] = []
        for run in (whole, [each for each in whole if not _in_a_name(text, each)]):
            if len(run) < fewest:
                continue
            points = beside(text, run, fewest, aside) or _together(text, run, named)
            if len(points) > len(best):
                best = points
        if best and not _are_some_quarters(text, best) and not _of_parts(text, whole):
            first = text.find(best[0].printed)
            name = text[: max(first, 0)].strip(" :,–-(")
            yield Series(name=name, points=tuple(best))


def _are_some_quarters(text: str, points: Sequence[Point]) -> bool:
    """Whether a list of quarters called by their months leaves one out, or has another year's."""
    spans = {each.text: each for each in month_spans(text)}
    told = [spans[point.label] for point in points if point.label in spans]
    if len(told) < len(points):
        return False
    return len(spans) > len(points) or len({bool(each.year) for each in told}) > 1


def _of_parts(text: str, run: Sequence[Quantity]) -> bool:
    """Whether the values stand in several brackets, more than one in one of them.

    "Elm (740; girls 410, boys 330) and Oak (620; girls 290)": what a bracket tells besides is of
    parts, or of another thing.
    """
    inside = [
        sum(match.start() <= each.start < match.end() for each in run)
        for match in _BRACKET.finditer(text)
    ]
    told = [number for number in inside if number]
    return len(told) > 1 and max(told) > 1


def _runs(
    text: str, quantities: Sequence[Quantity], named: list[Moment], fewest: int
) -> Iterator[list[Quantity]]:
    """Quantities of one sort in order, with bare numbers where a unit was told before them."""
    inside = [
        each
        for each in quantities
        if not any(m.start <= each.start and each.end <= m.end for m in named)
        and each.measure in _KINDS
        and not _OUT_OF.search(text, 0, each.start)
    ]
    seen: list[tuple[Measure, int, str]] = []
    lent: list[Quantity] = []
    for one in inside:
        sort = (one.measure, one.per, one.noun if one.measure is Measure.DURATION else "")
        if sort in seen:
            continue
        seen.append(sort)
        run = [
            each
            for each in inside
            if (each.measure, each.per) == (one.measure, one.per)
            and (one.measure is not Measure.DURATION or each.noun == one.noun)
        ]
        if one.measure in _LENDS and len(run) < fewest:
            run += [
                each
                for each in inside
                if each.measure is Measure.COUNT
                and each.start > one.start
                and each.decimals == one.decimals
            ]
            lent += run
        elif all(each in lent for each in run):
            continue
        if len(run) >= fewest:
            yield sorted(run, key=lambda each: each.start)


def _in_a_name(text: str, quantity: Quantity) -> bool:
    """Whether a number belongs to a name, as 14 in "Station 14 with 2,207 calls"."""
    return bool(re.search(r"[A-Z][a-z]+\s$", text[: quantity.start])) and quantity.value < 1000


def _together(text: str, run: list[Quantity], named: list[Moment]) -> list[Point]:
    """Points listed one after another, labelled by a span or a list of times of the same length.

    A list whose first value alone has its quarter goes on from there: "38 in the first quarter,
    then 42, 35 and 51".
    """
    start = 0
    for place, (one, other) in enumerate(pairwise(run), start=1):
        if not _BETWEEN_VALUES.fullmatch(text[one.end : other.start]):
            start = place
    lead = run[start - 1] if start == 1 and len(run) > FEWEST else None
    run = run[start:]
    if len(run) < FEWEST - (lead is not None):
        return []
    if lead and (first := _led(text[lead.end : run[0].start])):
        steps = [first] + [_next(first, n) for n in range(1, len(run) + 1)]
        if all(steps):
            return [point_of(q, m.text, m) for q, m in zip([lead, *run], steps, strict=True) if m]
    if len(run) < FEWEST:
        return []
    labels: list[Moment] = []
    near = [m for m in named if m.end <= run[0].start or m.start >= run[-1].end]
    for span in spans(text, named):
        if span.first in near and not (span.last.start > run[0].start > span.first.start):
            labels = _steps(span)
            if len(labels) == len(run):
                break
    if len(labels) != len(run) and len(near) == len(run):
        labels = near
    if len(labels) != len(run) and len(run) == 4 and re.search(r"\bquarter", text):
        labels = [_made(f"Q{number}", Grain.QUARTER, quarter=number) for number in range(1, 5)]
    if len(labels) != len(run):
        return [point_of(q, f"value {n}", None) for n, q in enumerate(run, start=1)]
    return [point_of(q, m.text, m) for q, m in zip(run, labels, strict=True)]


_LED = re.compile(
    r"\s+(?:[a-z]+\s+)?(?:in|for|during)\s+(?:the\s+)?(?P<label>[^,;]+?)\s*,?\s*(?:and\s+)?"
    r"(?:then|followed\s+by|after\s+that)?\s*£?\s*$"
)


def _led(between: str) -> Moment | None:
    """The time of the first value of a list that goes on with values alone."""
    match = _LED.match(between)
    return sole(match["label"]) if match else None


def _next(moment: Moment, by: int) -> Moment | None:
    if moment.grain is Grain.QUARTER and moment.quarter + by <= 4:
        number = moment.quarter + by
        return _made(f"Q{number}", Grain.QUARTER, quarter=number, year=moment.year)
    if moment.grain is Grain.YEAR:
        return _made(str(moment.year + by), Grain.YEAR, year=moment.year + by)
    if moment.grain is Grain.MONTH:
        month = (moment.month + by - 1) % 12
        year = moment.year and moment.year + (moment.month + by - 1) // 12
        return _made(MONTHS[month], Grain.MONTH, month=month + 1, year=year)
    return None


def _made(text: str, grain: Grain, **more: int) -> Moment:
    return Moment(text=text, start=0, end=0, grain=grain, **more)  # type: ignore[arg-type]


def _steps(span: Span) -> list[Moment]:
    """Every moment from the first to the last of a span, both included."""
    first, last = span.first, span.last
    if first.grain is Grain.FINANCIAL_YEAR:
        years = range(first.year, last.year + 1)
        return [_made(f"{y}/{(y + 1) % 100:02d}", first.grain, year=y) for y in years]
    if first.grain is Grain.YEAR:
        return [_made(str(y), first.grain, year=y) for y in range(first.year, last.year + 1)]
    if first.grain is Grain.MONTH:
        count = (last.month - first.month) % 12 + 1
        if first.year and last.year:
            count = last.index - first.index + 1
        begin = (
            first.index
            if first.year
            else (last.year * 12 + last.month - count if last.year else first.month - 1)
        )
        dated = bool(first.year or last.year)
        return [
            _made(MONTHS[at % 12], Grain.MONTH, month=at % 12 + 1, year=at // 12 if dated else 0)
            for at in range(begin, begin + max(count, 0))
        ]
    return []
