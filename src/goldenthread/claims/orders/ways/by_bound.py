"""Bounds said of every value: "never fell below 90%", "above target of 85% in every month"."""

from collections.abc import Iterator, Sequence
from fractions import Fraction

from goldenthread.claims.intervals import Interval
from goldenthread.claims.language.model import Measure, Quantity, Sentence
from goldenthread.claims.orders.values.in_tables import is_level, peers, points_of, timed
from goldenthread.claims.orders.values.known import Known
from goldenthread.claims.orders.values.model import Point, Truth, Way
from goldenthread.claims.orders.values.view import View
from goldenthread.claims.orders.ways.assertion import Assertion
from goldenthread.claims.orders.ways.by_text import about
from goldenthread.claims.orders.words.bounds import MAY, Bound, bound_of
from goldenthread.claims.orders.words.claimed import just_before
from goldenthread.claims.orders.words.cues import Cue
from goldenthread.claims.orders.words.topic import of_others, says_nothing_more
from goldenthread.claims.tables.cells import Sort

__all__ = ["MAY", "by_bound"]

_SORT = {Measure.COUNT: Sort.NUMBER, Measure.PERCENT: Sort.PERCENT, Measure.MONEY: Sort.MONEY}


def by_bound(
    sentence: Sentence, known: Sequence[Known], seen: Sequence[tuple[View, View]]
) -> Iterator[Assertion]:
    """Whether every value of the list told, or of the row named, keeps to the bound."""
    text = sentence.text
    for quantity in sentence.quantities:
        bound = bound_of(text, quantity)
        if bound is None or quantity.measure not in _SORT:
            continue
        subject, points = _row(sentence, bound, quantity, seen) or _list(
            sentence, bound, quantity, known
        )
        points = [p for p in points if not (p.printed == quantity.text and len(points) < 3)]
        if len(points) < 2:
            continue
        broken = [point for point in points if _breaks(point.interval, quantity.value, bound)]
        words = text[bound.start : bound.end].strip()
        side = "above" if bound.way is Way.HIGHEST else "below"
        yield Assertion(
            sentence=sentence,
            subject=subject,
            claimed=words,
            way=bound.way,
            rank=1,
            truth=Truth.FAILS if broken else Truth.HOLDS,
            printed=words,
            evidence="; ".join(
                f"{p.printed} ({p.label}) is not {side if bound.strict else f'at or {side}'} "
                f"{quantity.text}"
                for p in broken[:3]
            ),
        )


def _breaks(value: Interval, limit: Fraction, bound: Bound) -> bool:
    at_it = bound.strict and value.low == value.high == limit
    if bound.way is Way.HIGHEST:
        return value.high < limit or at_it
    return value.low > limit or at_it


def _list(
    sentence: Sentence, bound: Bound, quantity: Quantity, known: Sequence[Known]
) -> tuple[str, Sequence[Point]]:
    """The nearest list that the bound can be of."""
    text = sentence.text
    for each in reversed(known):
        if not _same_sort(each.series.points, quantity):
            continue
        if about(text, (bound.start, bound.end), 0, len(text), each, sentence):
            return each.series.name, each.series.points
    return "", ()


def _same_sort(points: Sequence[Point], quantity: Quantity) -> bool:
    percent = quantity.measure is Measure.PERCENT
    money = quantity.measure is Measure.MONEY
    return all(
        ("%" in point.printed or "per cent" in point.printed) == percent
        and ("£" in point.printed) == money
        for point in points
    )


def _row(
    sentence: Sentence, bound: Bound, quantity: Quantity, seen: Sequence[tuple[View, View]]
) -> tuple[str, Sequence[Point]] | None:
    """The one row named just before the bound, or the only one, along the table's times."""
    text = sentence.text
    cue = Cue(start=bound.start, end=bound.end, words="", way=Way.HIGHEST)
    for view in (view for pair in seen[:1] for view in pair):
        table = view.table
        rows = {each.line for each in just_before(text, 0, cue, view.rows, view.plain)}
        times = [n for n, column in enumerate(table.columns) if timed(column)]
        if len(times) < 2 or view.columns or of_others(text, 0, len(text), view):
            continue
        if not rows and not view.rows and says_nothing_more(text, cue, 0, view):
            filled = [n for n, row in enumerate(table.rows) if not row.empty and not is_level(row)]
            rows = set(filled) if len(filled) == 1 else set()
        if len(rows) != 1:
            continue
        row = rows.pop()
        points, gaps = points_of(
            table, row, peers(table.columns, (times[0],)), _SORT[quantity.measure]
        )
        if not gaps and points and all(point.printed for point in points):
            return table.rows[row].label, points
    return None
