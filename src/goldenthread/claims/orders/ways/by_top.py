"""Lists told from the top down: "the top three were X, Y and Z", "X, followed by Y and Z"."""

import re
from collections.abc import Iterator

from goldenthread.claims.language.model import Sentence
from goldenthread.claims.orders.values.in_tables import part_of, peers, timed
from goldenthread.claims.orders.values.measures import of_different_measures
from goldenthread.claims.orders.values.model import Point, Truth, Way, beyond
from goldenthread.claims.orders.values.view import View
from goldenthread.claims.orders.ways.assertion import Assertion
from goldenthread.claims.orders.words.topic import of_others
from goldenthread.claims.tables.cells import Sort
from goldenthread.claims.tables.labels import Whole

_MOST = r"(?:highest|largest|biggest|commonest|most\s+(?:common|frequent|prevalent))"
_NUMBER = r"(?P<{}>two|three|four|five|[2-5])"
TOP = re.compile(
    rf"\b(?:(?:top|{_MOST}|leading)\s+{_NUMBER.format('n1')}|{_NUMBER.format('n2')}\s+{_MOST})\b"
    r"(?P<noun>[^.;:]{0,60}?)(?:\s+(?:were|are|was)\b|:|\s[–—-]\s)\s*",
    re.IGNORECASE,
)
_NUMBERS = {"two": 2, "three": 3, "four": 4, "five": 5}
_BETWEEN = re.compile(r"\s*(?:\([^)]*\))?\s*(?:,\s*and|,|and|&)\s*(?:the\s+)?", re.IGNORECASE)


def by_top(sentence: Sentence, view: View) -> Iterator[Assertion]:
    """Whether the lines listed as the top few are the highest of their table.

    Any column may be meant where none is named, and any that bears the list out will do.
    """
    text, table = sentence.text, view.table
    match = TOP.search(text)
    if match is None or of_others(text, 0, len(text), view):
        return
    number = match["n1"] or match["n2"]
    size = _NUMBERS.get(number.lower()) or int(number)
    listed = _listed(text, match.end(), view)
    if len(listed) != size or any(timed(table.columns[one]) for one in listed):
        return
    fellows = peers(table.columns, tuple(listed))
    if len(fellows) <= size or any(one not in fellows for one in listed):
        return
    if of_different_measures(table, listed, fellows):
        return
    named = {each.line for each in view.rows}
    rows = [n for n in named if not table.rows[n].empty] or _likely(view)
    readings = [found for row in rows for found in _readings(view, row, fellows, listed)]
    if readings:
        truth, why = min(readings, key=lambda each: list(Truth).index(each[0]))
        words = text[match.start() : match.end()].rstrip(" :–—-")
        yield Assertion(
            sentence=sentence,
            subject=words,
            claimed=" and ".join(table.columns[one].label for one in listed),
            way=Way.HIGHEST,
            rank=size,
            truth=truth,
            printed=words,
            evidence=why,
        )


def _listed(text: str, start: int, view: View) -> list[int]:
    """The lines named one after another from here on."""
    listed: list[int] = []
    place = start
    for each in sorted(view.columns, key=lambda one: one.start):
        if each.start < start:
            continue
        between = text[place : each.start]
        if not (_BETWEEN.fullmatch(between) if listed else not between.strip("‘“'\" ")):
            break
        listed.append(each.line)
        place = each.end
    return listed


def _likely(view: View) -> list[int]:
    """The total where there is one, or else every line that holds numbers."""
    rows = view.table.rows
    wholes = [n for n, row in enumerate(rows) if row.whole is Whole.TOTAL and not row.empty]
    return wholes or [n for n, row in enumerate(rows) if not row.empty]


def _readings(
    view: View, row: int, fellows: tuple[int, ...], listed: list[int]
) -> Iterator[tuple[Truth, str]]:
    table = view.table
    for sort in (Sort.NUMBER, Sort.PERCENT, Sort.MONEY):
        points = {}
        for one in fellows:
            part = part_of(table.cells[row][one], sort)
            if part is None:
                break
            label = table.columns[one].label
            points[one] = Point(label=label, printed=part.text, interval=part.interval)
        if len(points) != len(fellows):
            continue
        lowest = min((points[one] for one in listed), key=lambda point: point.interval.low)
        passed = [
            p for n, p in points.items() if n not in listed and beyond(p.interval, lowest.interval)
        ]
        if passed:
            yield (
                Truth.FAILS,
                f"{passed[0].printed} ({passed[0].label}) is more than "
                f"{lowest.printed} ({lowest.label})",
            )
        else:
            yield Truth.HOLDS, ""
