"""A change told of a row of a table by its name: "Gas fell by 664", beside what gas was and is.

The numbers are not told again in the sentence, so that the row is all there is to hold the change
against. The sentence names the row in full and nothing that the table and its heading do not; no
two times of the row make what is told, and a known slip makes it of the two that are meant.
"""

import re
from collections.abc import Iterator, Sequence, Set
from dataclasses import dataclass
from itertools import combinations

from goldenthread.claims.changes.blockers import DENIED, ELSEWHERE, RECKONED, TO_COME, WISHED
from goldenthread.claims.changes.sizes import Size, sizes_in
from goldenthread.claims.dates.moments import Moment, moments
from goldenthread.claims.intervals import Interval, change_percent
from goldenthread.claims.language.clauses import content_words
from goldenthread.claims.language.hedges import BOUNDED
from goldenthread.claims.language.model import Measure, Quantity, Sentence
from goldenthread.claims.language.printed import number
from goldenthread.claims.language.skeleton import Skeleton, skeleton_of
from goldenthread.claims.language.slip import figures_of, slip_of
from goldenthread.claims.quoting.rows_in_time import (
    OfCells,
    Series,
    odd_change,
    series_of,
    turned_change,
)
from goldenthread.claims.reading import Reading
from goldenthread.claims.tables.cells import Part
from goldenthread.claims.tables.table import Table, tables_of

_NEAR = 8  # passages between a table and what is said of it
# Letters that two forms of a word have in common, and that one may have more.
_BEGINNING, _ENDING = 5, 3
_LOOSE = (DENIED, WISHED, RECKONED, ELSEWHERE, TO_COME)
_BEGINS = re.compile(r"[.;:] |, (?:and|but|while|whereas|though|although|yet) ")
_ENDS = re.compile(r"[.;:,(]| (?:and|but|while|whereas|though|although|because|despite|after) ")
# "Of those", "its": of what stands before, and not of the row named.
_OF_OTHERS = re.compile(r"\b(?:of (?:these|those|them|which|whom)|its|their|his|her|per)\b")
_LIGHT = content_words("number level rate figure total year quarter month previous before earlier")


@dataclass(frozen=True, slots=True)
class _Beside:
    """A table near a sentence, its rows in time, and every word printed with it."""

    rows: tuple[Series, ...]
    words: frozenset[str]


def changes_of_rows(reading: Reading) -> Iterator[tuple[Sentence, OfCells]]:
    """Every change told of a named row that none of its times make."""
    tables = tables_of(reading)
    for sentence in reading.sentences if tables else ():
        skeleton = skeleton_of(sentence.text)
        sizes = [each for each in sizes_in(skeleton) if each.sign]
        if not sizes:
            continue
        beside = [_beside(table) for table in _near(sentence, tables)]
        for size in sizes if any(each.rows for each in beside) else ():
            if found := _wrong(sentence, skeleton, size, beside):
                yield sentence, found


def _near(sentence: Sentence, tables: Sequence[Table]) -> list[Table]:
    order = sentence.passage.order
    return [
        each
        for each in tables
        if each.file == sentence.file and abs(each.grid.order - order) <= _NEAR
    ]


def _beside(table: Table) -> _Beside:
    rows = (*series_of(table), *series_of(table.turned))
    labels = [line.label for line in (*table.rows, *table.columns)]
    heading = [" ".join(row) for row in table.grid.rows[:1]]
    printed = [*labels, *heading, table.grid.caption, table.grid.section]
    return _Beside(rows, frozenset(content_words(" ".join(printed))))


def _wrong(
    sentence: Sentence, skeleton: Skeleton, size: Size, beside: list[_Beside]
) -> OfCells | None:
    stated = skeleton.quantities[size.number]
    clause = _clause(skeleton, size)
    told = [
        each
        for at, each in zip(skeleton.at, skeleton.quantities, strict=True)
        if clause[0] <= at < clause[1] and each is not stated
    ]
    if stated.hedge not in BOUNDED or told or _OF_OTHERS.search(skeleton.text, *clause):
        return None
    words = skeleton.text[slice(*clause)]
    if any(each.search(words) for each in _LOOSE):
        return None
    heading = content_words(sentence.passage.section)
    about = content_words(words) - _LIGHT
    named = [
        row
        for each in beside
        for row in each.rows
        if _are_among(about, each.words | heading) and _is_named(row, about)
    ]
    named = [
        row
        for row in named
        if not any(content_words(row.label) < content_words(other.label) for other in named)
    ]
    if len({row.label for row in named}) != 1:
        return None
    times = moments(_after(sentence.text, stated.end))
    if any(_fits(stated, size.sign, row, pair) for row in named for pair in _meant(row, times)):
        return None
    return _slipped(stated, size.sign, named[0], _meant(named[0], times))


def _is_named(row: Series, about: Set[str]) -> bool:
    label = content_words(row.label)
    return bool(label) and _are_among(label, about)


def _are_among(some: Set[str], others: Set[str]) -> bool:
    """Whether each of some words is one of the others, but for its ending."""
    return all(any(_begin_alike(one, other) for other in others) for one in some)


def _begin_alike(one: str, other: str) -> bool:
    short = min(len(one), len(other), _BEGINNING)
    return one[:short] == other[:short] and abs(len(one) - len(other)) <= _ENDING


def _clause(skeleton: Skeleton, size: Size) -> tuple[int, int]:
    """The clause that tells a size, with what follows it to the next mark."""
    text, at = skeleton.text, skeleton.at[size.number]
    start = max((each.end() for each in _BEGINS.finditer(text, 0, at)), default=0)
    stop = _ENDS.search(text, at + 1)
    return start, stop.start() if stop else len(text)


def _after(text: str, end: int) -> str:
    """What follows a size to the next mark, as printed: the times it is told on."""
    stop = _ENDS.search(text, end)
    return text[end : stop.start() if stop else len(text)]


def _pairs(row: Series) -> Iterator[tuple[int, int]]:
    """Every two times of a row, the earlier first."""
    order = sorted(range(len(row.points)), key=lambda each: _day(row.points[each][0]))
    yield from combinations(order, 2)


def _day(moment: Moment) -> tuple[int, int, int, int]:
    return moment.year, moment.quarter, moment.month, moment.day


def _fits(stated: Quantity, sign: int, row: Series, pair: tuple[int, int]) -> bool:
    before, after = (row.points[each][1].interval for each in pair)
    told = Interval.rounded(abs(stated.value), stated.decimals).scaled(sign)
    if stated.measure is Measure.PERCENT:
        points = (after - before).meets(told)  # told as per cent: another check's matter
        return points or before.low <= 0 or change_percent(before, after).meets(told)
    return (after - before).meets(told)


def _meant(row: Series, named: Sequence[Moment]) -> list[tuple[int, int]]:
    """The times that a change may lie between: from the one named to the last, or any two."""
    pairs = list(_pairs(row))
    if len(named) != 1:
        return [] if named else pairs
    return [pair for pair in pairs if _day(row.points[pair[0]][0]) == _day(named[0])][-1:]


def _slipped(
    stated: Quantity, sign: int, row: Series, pairs: Sequence[tuple[int, int]]
) -> OfCells | None:
    """The fault, where a slip makes what is told of the two times that are meant."""
    if not pairs:
        return None
    before, after = (row.points[each][1] for each in pairs[-1])
    turned = _fits(stated, -sign, row, pairs[-1])
    other = any(_fits(stated, sign, row, pair) for pair in _pairs(row) if pair != pairs[-1])
    if turned:
        return turned_change(stated, before, after)
    if not before.value or not (other or _is_a_slip(stated, before, after)):
        return None
    return odd_change(stated, before, after)


def _is_a_slip(stated: Quantity, before: Part, after: Part) -> bool:
    """Whether a size is reckoned on the later number, or has a slip in its figures."""
    difference = abs(after.value - before.value)
    made = difference
    if stated.measure is Measure.PERCENT:
        made = difference / before.value * 100
        told = Interval.rounded(abs(stated.value), stated.decimals)
        if after.value and told.meets(Interval.exactly(difference / after.value * 100)):
            return True
    right, figures = figures_of(number(made, stated.decimals)), figures_of(stated.text)
    return len(right) == len(figures) > 1 and slip_of(right, figures) is not None
