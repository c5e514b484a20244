"""Statements about every step of a series, held against lists of values and rows of tables."""

import re
from collections.abc import Iterator, Sequence

from goldenthread.claims.language.model import Sentence
from goldenthread.claims.orders.values.in_tables import peers, points_of, sorts_in, timed
from goldenthread.claims.orders.values.known import Known
from goldenthread.claims.orders.values.model import Point, Series, Truth, Way
from goldenthread.claims.orders.values.view import View
from goldenthread.claims.orders.ways.assertion import Assertion
from goldenthread.claims.orders.ways.by_text import about
from goldenthread.claims.orders.ways.trends import broken, direction, of_steps, within
from goldenthread.claims.orders.words.claimed import Named, just_before
from goldenthread.claims.orders.words.cues import Cue
from goldenthread.claims.orders.words.firsts import FirstTime, first_time, not_the_first
from goldenthread.claims.orders.words.steadily import Trend, may_tell_a_trend, trends
from goldenthread.claims.orders.words.topic import says_nothing_more
from goldenthread.claims.tables.cells import Sort

_FEWEST = 3
_CONTRAST = re.compile(r";|\b(?:while|although|whereas|but|however|despite)\b", re.IGNORECASE)


def by_trend(
    sentence: Sentence, known: Sequence[Known], seen: Sequence[tuple[View, View]]
) -> Iterator[Assertion]:
    """What a sentence says of each step, judged by the series it lists or the rows it names."""
    text = sentence.text
    for trend in trends(text):
        own = [one for one in known if one.tells(sentence) and one.series.in_time]
        if bare := _straight_after(sentence, trend, known):
            yield of_steps(sentence, bare.name, bare.points, trend, broken(bare.points, trend))
            continue
        lists = [one for one in own if _joined(text, trend, one.series.points)]
        if not own:
            place = (trend.start, trend.end)
            lists = [
                one
                for one in known
                if one.series.in_time and about(text, place, 0, len(text), one, sentence)
            ]
        if lists:
            points = within(text, lists[-1].series.points, trend)
            if points and len(points) >= _FEWEST:
                yield of_steps(
                    sentence, lists[-1].series.name, points, trend, broken(points, trend)
                )
        elif not own:
            yield from _by_rows(sentence, trend, seen)
    for one in known:
        if one.source is sentence and not one.parts:
            yield from _listed(sentence, one.series)
    if (said := first_time(sentence)) and known:
        series, source = known[-1].series, known[-1].source
        if series.in_time:
            yield from _the_first(sentence, series, source, said)


# From the words to the values of their steps: "grew every year: £1.2m, £1.4m", "(6, 7, 9)".
_TO_VALUES = re.compile(r"(?:\s+since\s+(?:[A-Z][a-z]+\s+)?\d{4})?\s*[:(–—-]\s*[£$€]?")


def _straight_after(sentence: Sentence, trend: Trend, known: Sequence[Known]) -> Series | None:
    """The list of bare values that stands straight after the words, each the value of a step."""
    for one in known:
        points = one.series.points
        if one.source is not sentence or one.parts or any(each.moment for each in points):
            continue
        first = sentence.text.find(points[0].printed, trend.end)
        plain = all(each.label.startswith("value ") for each in points)
        if plain and first >= 0 and _TO_VALUES.fullmatch(sentence.text, trend.end, first):
            return one.series
    return None


def _joined(text: str, trend: Trend, points: Sequence[Point]) -> bool:
    """Whether nothing between the words and the list tells that they are of two things."""
    first, last = text.find(points[0].printed), text.rfind(points[-1].printed)
    between = text[trend.end : first] if trend.end <= first else text[last : trend.start]
    return not _CONTRAST.search(between)


def _listed(sentence: Sentence, series: Series) -> Iterator[Assertion]:
    """A rise or a fall said of a list of values: over the whole list, or over its last step.

    "A slight decrease: 4.5%, 7.4% and now 6.5%" is true of the last step alone, which a reader
    should be told; where neither reading holds it is wrong.
    """
    led = direction(series.name)
    before = sentence.text[: sentence.text.find(series.points[0].printed)]
    if not before.rstrip(" *£(").endswith((":", "–", "—", "-")):
        return  # "the fall in calls was 40 in 2020 ..." tells how large each fall was
    if led is None or not series.in_time or may_tell_a_trend(sentence.text):
        return
    way, words = led
    first, last = series.points[0], series.points[-1]
    readings = [_went(one, last, way) for one in (first, series.points[-2])]
    if Truth.FAILS not in readings:
        return
    values = ", ".join(f"{point.printed} ({point.label})" for point in series.points)
    went = "less" if way is Way.HIGHEST else "more"
    against = first if readings[0] is Truth.FAILS else series.points[-2]
    yield Assertion(
        sentence=sentence,
        subject=series.name,
        claimed=words,
        way=way,
        rank=1,
        truth=Truth.FAILS,
        printed=words,
        evidence=f"{values}: {last.printed} is {went} than {against.printed} ({against.label})",
        certain=set(readings) == {Truth.FAILS},
    )


def _went(one: Point, other: Point, way: Way) -> Truth:
    low, high = (one, other) if way is Way.HIGHEST else (other, one)
    return Truth.HOLDS if low.interval.low < high.interval.high else Truth.FAILS


def _by_rows(
    sentence: Sentence, trend: Trend, seen: Sequence[tuple[View, View]]
) -> Iterator[Assertion]:
    """The rows named just before the words, along the table's times."""
    cue = Cue(start=trend.start, end=trend.end, words=trend.words, way=trend.way)
    for view in (view for pair in seen for view in pair):
        table = view.table
        rows = just_before(sentence.text, 0, cue, view.rows, view.plain)
        filled = [n for n, row in enumerate(table.rows) if not row.empty]
        if not rows and len(filled) == 1 and says_nothing_more(sentence.text, cue, 0, view):
            rows = [Named(filled[0], cue.start, cue.start)]
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
                    made.append(
                        of_steps(sentence, table.rows[row].label, kept, trend, broken(kept, trend))
                    )
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
