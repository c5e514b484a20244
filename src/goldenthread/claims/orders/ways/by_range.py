"""Ranges: "waits ranged from 9 to 14 weeks", "between 603 in August and 869 in July"."""

import re
from collections.abc import Iterator, Sequence

from goldenthread.claims.language.model import Measure, Quantity, Sentence
from goldenthread.claims.orders.values.in_tables import peers, points_of
from goldenthread.claims.orders.values.known import Known
from goldenthread.claims.orders.values.model import Point, Truth, Way
from goldenthread.claims.orders.values.view import View
from goldenthread.claims.orders.ways.assertion import Assertion
from goldenthread.claims.orders.ways.by_text import about
from goldenthread.claims.orders.words.cues import Cue
from goldenthread.claims.orders.words.topic import of_others, says_nothing_more
from goldenthread.claims.tables.cells import Sort

RANGE = re.compile(
    r"\b(?:rang(?:e|ed|es|ing)|var(?:y|ied|ies|ying))\s+(?:\w+\s+){0,2}?(?:from|between)\s+"
    r"(?:a\s+(?:low|high|minimum|maximum)\s+of\s+)?(?:just\s+|only\s+)?[£*]?$",
    re.IGNORECASE,
)
MAY_RANGE = re.compile(r"\b(?:rang(?:e|ed|es|ing)|var(?:y|ied|ies|ying))\b", re.IGNORECASE)
_TO = re.compile(r"[^.;:]{0,60}?\b(?:to|and)\s+(?:a\s+(?:low|high|peak)\s+of\s+)?[£*]?$", re.I)
_SORT = {Measure.COUNT: Sort.NUMBER, Measure.PERCENT: Sort.PERCENT, Measure.MONEY: Sort.MONEY}


def by_range(
    sentence: Sentence, known: Sequence[Known], seen: Sequence[tuple[View, View]]
) -> Iterator[Assertion]:
    """Whether the ends told are the lowest and the highest of the values."""
    ends = _ends(sentence)
    if ends is None:
        return
    one, other = ends
    text = sentence.text
    place = (one.start, other.end)
    for each in reversed(known):
        if each.parts and each.tells(sentence):
            continue  # what the sentences around a range count is seldom what it is told of
        points = list(each.series.points)
        if not all(_alike(point.printed, other.text) for point in points):
            continue
        if not each.tells(sentence) and _unit(points[0].printed) != _unit(other.text):
            continue
        if not each.tells(sentence) and not about(text, place, 0, other.end, each, sentence):
            continue
        yield _judged(sentence, one, other, each.series.name, points)
        return
    cue = Cue(start=one.start, end=other.end, words=text[one.start : other.end], way=Way.EITHER)
    for view in (view for pair in seen[:1] for view in pair):
        table = view.table
        filled = [n for n, row in enumerate(table.rows) if not row.empty]
        rows = list(dict.fromkeys(each.line for each in view.rows)) or filled
        if len(rows) != 1 or of_others(text, 0, len(text), view):
            continue
        if not says_nothing_more(text, cue, 0, view):
            continue
        along = peers(table.columns, (0,)) if table.columns else ()
        points_, gaps = points_of(table, rows[0], along, _SORT.get(one.measure, Sort.NUMBER))
        kept = [point for point in points_ if point.printed]
        if not gaps and len(kept) > 2 and len(kept) == len(points_):
            yield _judged(sentence, one, other, table.rows[rows[0]].label, kept)
            return


def _ends(sentence: Sentence) -> tuple[Quantity, Quantity] | None:
    """The two ends of a range told in a sentence, the lower one first."""
    text = sentence.text
    for one, other in zip(sentence.quantities, sentence.quantities[1:], strict=False):
        if RANGE.search(text[: one.start]) and _TO.fullmatch(text, one.end, other.start):
            same = one.measure is other.measure or one.measure is Measure.COUNT
            if same and one.value != other.value:
                return (one, other) if one.value < other.value else (other, one)
    return None


def _alike(printed: str, other: str) -> bool:
    return ("%" in printed) == ("%" in other) and ("£" in printed) == ("£" in other)


def _unit(printed: str) -> str:
    """The unit printed with a number: "days" of "291 days"."""
    return re.sub(r"[^a-z]", "", printed.lower()).removesuffix("s")


def _judged(
    sentence: Sentence, one: Quantity, other: Quantity, subject: str, points: Sequence[Point]
) -> Assertion:
    """Wrong where a value lies beyond an end, or where no value is the end told."""
    beyond = [
        point
        for point in points
        if point.interval.high < one.interval.low or point.interval.low > other.interval.high
    ]
    words = sentence.text[min(one.start, other.start) : max(one.end, other.end)]
    return Assertion(
        sentence=sentence,
        subject=subject,
        claimed=words,
        way=Way.EITHER,
        rank=1,
        truth=Truth.FAILS if beyond else Truth.HOLDS,
        printed=words,
        evidence="; ".join(
            f"{point.printed} ({point.label}) lies outside {one.text} to {other.text}"
            for point in beyond[:3]
        ),
    )
