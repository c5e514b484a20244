"""A row of a table named as an end of an order, which it is in none of the columns meant.

"The rate is highest in Ash", "Ash had the lowest rate": where the words of what is counted are the
table's own, no column they may mean may have another row ahead of Ash in it. "July was the busiest
month" may mean any column.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from fractions import Fraction

from goldenthread.claims.language.any_of import any_of
from goldenthread.claims.language.model import Sentence
from goldenthread.claims.orders.values.measures import of_different_measures
from goldenthread.claims.orders.values.model import Point, Way, beyond
from goldenthread.claims.orders.values.own_values import tells_its_own
from goldenthread.claims.orders.ways.assertion import Assertion, disproved_end
from goldenthread.claims.quoting.quoted_cells import is_yardstick
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
_HAS = re.compile(
    r"(?:^|[.;] (?:and |but )?|, (?:and |but )|: )(?P<row>[^.;,:()]{2,50}?) "
    r"(?:now |again |still |also )?"
    r"(?:has|have|had|recorded|saw|reported) (?:by far |easily )?"
    rf"(?P<end>the (?:(?P<up>{_UP}|most)|{_DOWN})) "
    r"(?P<what>[^.;,:()\d]{2,50}?)(?= of the\b| of all\b| and\b| but\b|[.;,(]|$)",
    re.IGNORECASE,
)
_IS_IN = re.compile(
    rf"(?:^|[.;] )(?P<end>The (?:(?P<up>{_UP})|{_DOWN})) (?P<what>[^.;,:()\d]{{2,50}}?) "
    r"(?:is|are|was|were) (?:again |still |now )?(?:in|at|that of|those of) (?:the )?"
    r"(?P<row>[^.;,:()]{2,50}?)(?=[.;,(]|$)"
)
_BUSIEST = re.compile(
    r"(?:^|[.;] |, and |\band )(?P<row>[A-Z][a-z]+(?: \d+)?) (?:was|is) (?:again |by far )?"
    r"(?P<end>the (?:(?P<up>busiest)|quietest) (?P<what>month|quarter|day|term))\b"
    r"(?! (?:for|in|of|at)\b)"
)
_ALL_TIMES = re.compile(r"(?:the |full |whole |half[- ])?(?:year|period)\b", re.IGNORECASE)
_QUARTER = re.compile(r"Q([1-4])\b")
_STOPS = re.compile(r"\s*(?:$|[.;,(]|and\b|at\b|with\b|where\b)")
_PRONOUN = re.compile(r"(?:it|this|they)", re.IGNORECASE)
_STEM = 5
_SMALL = frozenset(("the", "our", "its", "their", "this", "that", "and", "for", "with", "per"))
_FEWEST = 3


def _words(text: str) -> frozenset[str]:
    """The beginnings of a text's words, so that "absence" and "absent" are one."""
    words = re.findall(r"[a-z]{3,}", text.lower())
    return frozenset(word[:_STEM] for word in words if word not in _SMALL)


def _told_in(words: frozenset[str], title: frozenset[str]) -> bool:
    """Whether a title has every word, in any of its forms: "use" in "Video used"."""
    return all(
        word in title or any(len(word) < _STEM and each == f"{word}d" for each in title)
        for word in words
    )


_ANY = _words("rate number figure percentage proportion share level total value")


@dataclass(frozen=True, slots=True)
class _Told:
    """An end told: of what, if that is told; the words its row begins; how it is printed."""

    what: str
    row: str
    way: Way
    printed: str


def _told(text: str) -> Iterator[_Told]:
    for match in _SAID.finditer(text):
        way = Way.HIGHEST if match["up"] else Way.LOWEST
        rest = text[match.end() :]
        printed = f"{match['what'].strip()} … {match['end']}"
        yield _Told(match["what"], rest, way, printed)
    for form in (_HAS, _IS_IN, _BUSIEST):
        for match in form.finditer(text):
            way = Way.HIGHEST if match["up"] else Way.LOWEST
            start = min(match.start("row"), match.start("end"))
            what = "" if form is _BUSIEST else match["what"]
            yield _Told(what, match["row"], way, text[start : match.end()])


def by_row_named(
    sentence: Sentence, before: str, near: Sequence[Table], every: Sequence[Table]
) -> Iterator[Assertion]:
    """Every such end told; ``before`` is the sentence before, of which "it" may speak.

    Where row and column are both named, the table may be any of the file's (``every``).
    """
    for told in _told(sentence.text):
        pronoun = _PRONOUN.fullmatch(told.what)
        spoken = _words(before) if pronoun else _words(told.what)
        tables = every if told.what and not pronoun else near
        # "Autumn 24, spring 19, summer 18. Summer was the quietest": of these, not of the table's.
        tables = [each for each in tables if not tells_its_own(sentence.passage.text, each)]
        found = [made for table in tables for made in _in_table(told, spoken, table)]
        if found and all(points is not None for points, _ in found):
            points, own = found[0]
            if points is None:
                continue
            label = points[own].label if told.printed.endswith(" ") else ""
            yield disproved_end(sentence, f"{told.printed}{label}", points, own, told.way)


def _in_table(
    told: _Told, spoken: frozenset[str], table: Table
) -> Iterator[tuple[list[Point] | None, int]]:
    """For each column meant, its values where it fails and nothing where it does not."""
    rows = [
        row
        for row in table.rows
        if row.whole is Whole.NO
        and row.label
        and not (row.empty or is_yardstick(row) or _ALL_TIMES.match(row.label))
    ]
    named = [row for row in rows if _opens_with(told.row, row, table)]
    if len(named) != 1 or len(rows) < _FEWEST:
        return
    if of_different_measures(table.turned, (named[0].index,), [row.index for row in rows]):
        return
    columns = [each for each in table.columns if each.sense is not Sense.CHANGE]
    title = _words(f"{table.grid.caption} {' '.join(each.label for each in columns)}")
    if _PRONOUN.fullmatch(told.what):
        if not spoken & title - _ANY:
            return
    elif told.what and not (spoken and _told_in(spoken, title | _ANY)):
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
        if len(places) != 1 or len(points) < _FEWEST:
            yield None, 0
            continue
        points = _without_whole(points, places[0])
        own_place = next(n for n, point in enumerate(points) if point.label == named[0].label)
        mine = points[own_place].interval
        ahead = any(
            beyond(each.interval, mine) if told.way is Way.HIGHEST else beyond(mine, each.interval)
            for each in points
        )
        yield (points if ahead else None), own_place


def _opens_with(after: str, row: Line, table: Table) -> bool:
    """Whether a text begins with a row's name, or with what the rows are called and its name."""
    heads = table.grid.header[0].split() if table.grid.header_rows else []
    names = [row.label, *(f"{heads[0]} {row.label}" for _ in heads[:1])]
    if row.label.isdigit():
        names = names[1:]
    if quarter := _QUARTER.match(row.label):
        names += [f"Quarter {quarter[1]}", quarter.group()]
    return any(
        after.casefold().startswith(name.casefold()) and _STOPS.match(after[len(name) :])
        for name in names
    )


def _without_whole(points: list[Point], own: int) -> list[Point]:
    """The points without one that is the sum of the others, or may be their average."""
    values = [each.interval.low + each.interval.high for each in points]
    whole = sum(values, Fraction(0))
    return [each for place, each in enumerate(points) if place == own or values[place] * 2 != whole]
