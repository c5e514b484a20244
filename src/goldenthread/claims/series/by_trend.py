"""Statements about every step of a series, held against lists of values and rows of tables."""

from collections.abc import Iterator, Sequence

from goldenthread.claims.language.model import Sentence
from goldenthread.claims.series.assertion import Assertion
from goldenthread.claims.series.claimed import just_before
from goldenthread.claims.series.cues import Cue
from goldenthread.claims.series.in_tables import peers, points_of, sorts_in, timed
from goldenthread.claims.series.model import Point, Series, Truth, Way
from goldenthread.claims.series.trends import (
    FirstTime,
    Trend,
    broken,
    first_time,
    not_the_first,
    trends,
    within,
)
from goldenthread.claims.series.view import View
from goldenthread.claims.tables.cells import Sort

_FEWEST = 3


def by_trend(
    sentence: Sentence, known: Sequence[tuple[Series, Sentence]], seen: Sequence[tuple[View, View]]
) -> Iterator[Assertion]:
    """What a sentence says of each step, judged by the series it lists or the rows it names."""
    for trend in trends(sentence.text):
        own = [series for series, source in known if source is sentence and series.in_time]
        if own:
            points = within(sentence.text, own[-1].points, trend)
            if points and len(points) >= _FEWEST:
                yield _stepwise(sentence, own[-1].name, points, trend)
        else:
            yield from _by_rows(sentence, trend, seen)
    if (said := first_time(sentence)) and known:
        series, source = known[-1]
        if series.in_time:
            yield from _the_first(sentence, series, source, said)


def _stepwise(sentence: Sentence, subject: str, points: Sequence[Point], trend: Trend) -> Assertion:
    fault = broken(points, trend)
    evidence = ", ".join(f"{point.printed} ({point.label})" for point in points)
    if fault:
        one, other = fault
        went = "not less than" if trend.way is Way.LOWEST else "not more than"
        evidence = f"{other.printed} ({other.label}) is {went} {one.printed} ({one.label})"
    return Assertion(
        sentence=sentence,
        subject=subject,
        claimed=trend.words,
        way=trend.way,
        rank=1,
        truth=Truth.FAILS if fault else Truth.HOLDS,
        printed=trend.words,
        evidence=evidence,
    )


def _by_rows(
    sentence: Sentence, trend: Trend, seen: Sequence[tuple[View, View]]
) -> Iterator[Assertion]:
    """The rows named just before the words, along the table's times."""
    cue = Cue(start=trend.start, end=trend.end, words=trend.words, way=trend.way)
    for view in (view for pair in seen for view in pair):
        table = view.table
        rows = just_before(sentence.text, 0, cue, view.rows, view.known)
        times = [n for n, column in enumerate(table.columns) if timed(column)]
        if not rows or len(times) < _FEWEST:
            continue
        along = peers(table.columns, (times[0],))
        for row in dict.fromkeys(each.line for each in rows):
            made = []
            for sort in (Sort.NUMBER, Sort.PERCENT, Sort.MONEY):
                if sort not in set(sorts_in(table.cells[row][along[0]])):
                    continue
                points, gaps = points_of(table, row, along, sort)
                if gaps or not all(point.printed for point in points):
                    continue
                kept = within(sentence.text, points, trend)
                if kept and len(kept) >= _FEWEST:
                    made.append(_stepwise(sentence, table.rows[row].label, kept, trend))
            if made:
                yield min(made, key=lambda each: list(Truth).index(each.truth))
        return


def _the_first(
    sentence: Sentence, series: Series, source: Sentence, said: FirstTime
) -> Iterator[Assertion]:
    """Whether a bar is passed for the first time by the last value, told here or in the series."""
    points = list(series.points)
    if source is not sentence:
        counts = [
            q for q in sentence.quantities if q.text != said.bar_words and q.value != said.bar.low
        ]
        if sentence.times and counts:
            quantity = counts[0]
            exact = quantity.interval.low == quantity.interval.high
            now = Point(
                label=sentence.times[0].text,
                printed=quantity.text,
                interval=quantity.interval,
                exact=exact,
            )
            points.append(now)
    why = not_the_first(points, said)
    words = {"now": "is not past", "earlier": "was past it already", "since": "was not past it"}
    evidence = ", ".join(f"{point.printed} ({point.label})" for point in points)
    if why:
        side, point = why
        bar = said.bar_words
        evidence = f"{point.printed} ({point.label}) {words[side]}" + (
            f" {bar}" if side == "now" else f": {bar}"
        )
    yield Assertion(
        sentence=sentence,
        subject=series.name,
        claimed=said.words,
        way=said.way,
        rank=1,
        truth=Truth.FAILS if why else Truth.HOLDS,
        printed=said.words,
        evidence=evidence,
    )
