"""Bounds said of every value: "never fell below 90%", "above target of 85% in every month"."""

import re
from collections.abc import Iterator, Sequence
from fractions import Fraction

from goldenthread.claims.intervals import Interval
from goldenthread.claims.language.model import Measure, Quantity, Sentence
from goldenthread.claims.series.assertion import Assertion
from goldenthread.claims.series.claimed import just_before
from goldenthread.claims.series.cues import Cue
from goldenthread.claims.series.in_tables import peers, points_of, timed
from goldenthread.claims.series.model import Point, Series, Truth, Way
from goldenthread.claims.series.view import View
from goldenthread.claims.tables.cells import Sort

_NEVER = r"(?:never|at\s+no\s+(?:point|time)|not\s+once|in\s+no\s+(?:month|quarter|year))"
_AT_LEAST = rf"{_NEVER}\s+(?:\w+\s+){{0,2}}?(?:below|under|less\s+than|fewer\s+than)"
_AT_MOST = rf"{_NEVER}\s+(?:\w+\s+){{0,2}}?(?:above|over|exceed(?:ed|s)?|more\s+than)"
_STEADY = r"(?:consistently|always|throughout)"
_BOUND = re.compile(
    rf"(?:(?P<least>{_AT_LEAST})|(?P<most>{_AT_MOST})"
    rf"|(?P<steady>{_STEADY}\s+)?(?:(?:been|stayed|remained|was|were)\s+)?"
    r"(?:(?P<above>above|over|more\s+than)|(?P<below>below|under|fewer\s+than|less\s+than)))\s+$",
    re.IGNORECASE,
)
_EVERY = re.compile(
    r"\s+(?:\w+\s+)?(?:in|for|throughout|at)\s+(?:each|every|all)\s+(?:of\s+the\s+|the\s+)?(?:\w+\s+)?"
    r"(?:months?|quarters?|years?|terms?|weeks?|(?:area|district|school|ward|team)s?)\b",
    re.IGNORECASE,
)
MAY = re.compile(rf"\b(?:{_NEVER}|{_STEADY}|each|every|all)\b", re.IGNORECASE)
_LOOSE = re.compile(
    r"\b(?:except|apart|other\s+than|bar|almost|nearly|but|until|since|should|will|would|may|if|not\s+always"
    r"|target|aim|expected)\b",
    re.IGNORECASE,
)
_SORT = {Measure.COUNT: Sort.NUMBER, Measure.PERCENT: Sort.PERCENT, Measure.MONEY: Sort.MONEY}


def by_bound(
    sentence: Sentence, known: Sequence[tuple[Series, Sentence]], seen: Sequence[tuple[View, View]]
) -> Iterator[Assertion]:
    """Whether every value of the series told before, or of the row named, keeps to the bound."""
    text = sentence.text
    if _LOOSE.search(text):
        return
    for quantity in sentence.quantities:
        found = _bound(text, quantity)
        if found is None or quantity.measure not in _SORT:
            continue
        match, way, strict = found
        earlier = [series for series, source in known if source is not sentence]
        points: Sequence[Point] = ()
        subject = ""
        row = _row(text, match, quantity, seen)
        if row:
            subject, points = row
        elif earlier and _same_sort(earlier[-1], quantity):
            subject, points = earlier[-1].name, earlier[-1].points
        if len(points) < 2:
            continue
        broken = [point for point in points if _breaks(point.interval, quantity.value, way, strict)]
        words = text[match.start() : quantity.end].strip()
        yield Assertion(
            sentence=sentence,
            subject=subject,
            claimed=words,
            way=way,
            rank=1,
            truth=Truth.FAILS if broken else Truth.HOLDS,
            printed=words,
            evidence="; ".join(
                f"{p.printed} ({p.label}) is {'not above' if way is Way.HIGHEST else 'not below'} "
                f"{quantity.text}"
                for p in broken[:3]
            ),
        )


def _bound(text: str, quantity: Quantity) -> tuple[re.Match[str], Way, bool] | None:
    """The bound's words, which way values must lie, and whether the bound itself is ruled out."""
    digits = re.search(r"[\d£]", quantity.text)
    number = quantity.start + (digits.start() if digits else 0)
    match = _BOUND.search(text[:number])
    if match is None:
        return None
    if match["least"] or match["most"]:
        return match, (Way.HIGHEST if match["least"] else Way.LOWEST), False
    if match["steady"] or _EVERY.match(text, quantity.end):
        return match, (Way.HIGHEST if match["above"] else Way.LOWEST), True
    return None


def _breaks(value: Interval, bound: Fraction, way: Way, strict: bool) -> bool:
    limit = Interval.exactly(bound)
    if way is Way.HIGHEST:
        return value.high < limit.low or (strict and value.low == value.high == limit.low)
    return value.low > limit.high or (strict and value.low == value.high == limit.low)


def _same_sort(series: Series, quantity: Quantity) -> bool:
    percent = quantity.measure is Measure.PERCENT
    return all(
        ("%" in point.printed or "per cent" in point.printed) == percent for point in series.points
    )


def _row(
    text: str, match: re.Match[str], quantity: Quantity, seen: Sequence[tuple[View, View]]
) -> tuple[str, Sequence[Point]] | None:
    """The one row named just before the bound, with its values along the table's times."""
    cue = Cue(start=match.start(), end=quantity.end, words="", way=Way.HIGHEST)
    for view in (view for pair in seen[:1] for view in pair):
        table = view.table
        rows = {each.line for each in just_before(text, 0, cue, view.rows, view.known)}
        times = [n for n, column in enumerate(table.columns) if timed(column)]
        if len(rows) != 1 or len(times) < 2 or view.columns:
            continue
        row = rows.pop()
        points, gaps = points_of(
            table, row, peers(table.columns, (times[0],)), _SORT[quantity.measure]
        )
        if not gaps and all(point.printed for point in points):
            return table.rows[row].label, points
    return None
