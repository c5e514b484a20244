"""A row of a table named as an end of an order, which it is in none of the columns meant.

"The rate is highest in Ash": where the words before the superlative are the table's own, no column
they may mean may have another row ahead of Ash in it.
"""

import re
from collections.abc import Iterator, Sequence
from fractions import Fraction

from goldenthread.claims.language.any_of import any_of
from goldenthread.claims.language.model import Sentence
from goldenthread.claims.series.assertion import Assertion, disproved_end
from goldenthread.claims.series.model import Point, Way, beyond
from goldenthread.claims.tables.labels import Sense, Whole
from goldenthread.claims.tables.lines import Line
from goldenthread.claims.tables.table import Table

_UP = any_of("highest largest greatest biggest")
_DOWN = any_of("lowest smallest fewest")
# What leads a sentence in may say of which rows alone: "Of the two by the sea, ...".
_SAID = re.compile(
    r"(?:^|[.;] (?:and |but )?)(?P<what>[^.;,:()\d]{2,60}?) (?:is|are|was|were|remains?|remained)"
    r" (?:now |again |still |by far |clearly )?"
    rf"(?P<end>(?:(?P<up>{_UP})|{_DOWN}) (?:in|at|for|among) (?:the )?)",
    re.IGNORECASE,
)
_STOPS = re.compile(r"\s*(?:$|[.;,(]|and\b|at\b|with\b|where\b)")
_PRONOUN = re.compile(r"(?:it|this|they)", re.IGNORECASE)
_STEM = 5
_SMALL = frozenset(("the", "our", "its", "their", "this", "that", "and", "for", "with", "per"))
_FEWEST = 3


def _words(text: str) -> frozenset[str]:
    """The beginnings of a text's words, so that "absence" and "absent" are one."""
    words = re.findall(r"[a-z]{3,}", text.lower())
    return frozenset(word[:_STEM] for word in words if word not in _SMALL)


_ANY = _words("rate number figure percentage proportion share level total value")


def by_row_named(sentence: Sentence, before: str, near: Sequence[Table]) -> Iterator[Assertion]:
    """Every such end told; ``before`` is the sentence before, of which "it" may speak."""
    for match in _SAID.finditer(sentence.text):
        what = match["what"]
        way = Way.HIGHEST if match["up"] else Way.LOWEST
        spoken = _words(before) if _PRONOUN.fullmatch(what) else _words(what)
        found = [
            made
            for table in near
            for made in _in_table(sentence.text[match.end() :], spoken, what, way, table)
        ]
        if found and all(points is not None for points, _ in found):
            points, own = found[0]
            if points is None:
                continue
            printed = f"{what.strip()} … {match['end']}{points[own].label}"
            yield disproved_end(sentence, printed, points, own, way)


def _in_table(
    after: str, spoken: frozenset[str], what: str, way: Way, table: Table
) -> Iterator[tuple[list[Point] | None, int]]:
    """For each column meant, its values where it fails and nothing where it does not."""
    rows = [row for row in table.rows if row.whole is Whole.NO and not row.empty and row.label]
    named = [row for row in rows if _opens_with(after, row, table)]
    if len(named) != 1 or len(rows) < _FEWEST:
        return
    columns = [each for each in table.columns if each.sense is not Sense.CHANGE]
    title = _words(f"{table.grid.caption} {' '.join(each.label for each in columns)}")
    if _PRONOUN.fullmatch(what):
        if not spoken & title - _ANY:
            return
    elif not spoken or not spoken <= title | _ANY:
        return
    own = [each for each in columns if spoken & _words(each.label)]
    for column in own or columns:
        points = [
            Point(label=row.label, printed=part.text, interval=part.interval)
            for row in rows
            if (
                part := table.cells[row.index][column.index].amount
                or table.cells[row.index][column.index].percent
            )
        ]
        places = [n for n, point in enumerate(points) if point.label == named[0].label]
        if len(points) != len(rows) or len(places) != 1:
            yield None, 0
            continue
        points = _without_whole(points, places[0])
        own_place = next(n for n, point in enumerate(points) if point.label == named[0].label)
        mine = points[own_place].interval
        ahead = any(
            beyond(each.interval, mine) if way is Way.HIGHEST else beyond(mine, each.interval)
            for each in points
        )
        yield (points if ahead else None), own_place


def _opens_with(after: str, row: Line, table: Table) -> bool:
    """Whether a text begins with a row's name, or with what the rows are called and its name."""
    heads = table.grid.header[0].split() if table.grid.header_rows else []
    names = [row.label, *(f"{heads[0]} {row.label}" for _ in heads[:1])]
    if row.label.isdigit():
        names = names[1:]
    return any(
        after.casefold().startswith(name.casefold()) and _STOPS.match(after[len(name) :])
        for name in names
    )


def _without_whole(points: list[Point], own: int) -> list[Point]:
    """The points without one that is the sum of the others, or may be their average."""
    values = [each.interval.low + each.interval.high for each in points]
    whole = sum(values, Fraction(0))
    return [each for place, each in enumerate(points) if place == own or values[place] * 2 != whole]
