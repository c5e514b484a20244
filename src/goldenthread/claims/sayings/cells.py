"""What the cells of tables say, as sayings: a cell whose labels name its measure and its year."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction

from goldenthread.claims.intervals import Interval
from goldenthread.claims.language.model import Measure, Time
from goldenthread.claims.language.times import times_in
from goldenthread.claims.reading import Reading
from goldenthread.claims.sayings.context import general_stems
from goldenthread.claims.sayings.model import When
from goldenthread.claims.sayings.synonyms import settled
from goldenthread.claims.sayings.times import of_time
from goldenthread.claims.sayings.words import AGENT_STEMS, content
from goldenthread.claims.tables.cells import Sort
from goldenthread.claims.tables.labels import Sense, Whole
from goldenthread.claims.tables.table import Line, Table, tables_of

# "Table 2: Referrals by source", "Referrals by source and year".
_BY = re.compile(
    r"(?:(?:table|figure)\s[\w.]+[:.]?\s)?(?P<what>[^.;,]+?)\s(?:by|from each)\s", re.I
)
_LARGEST = 600  # cells: beyond, it is a file of data and no table that prose speaks of
_SCALES = {"million": 10**6, "thousand": 1000, "000": 1000, "billion": 10**9}
_MEASURES = {Sort.NUMBER: Measure.COUNT, Sort.PERCENT: Measure.PERCENT, Sort.MONEY: Measure.MONEY}


@dataclass(frozen=True, slots=True)
class Told:
    """One number of a cell, with the stems of its labels and its time."""

    file: str
    locator: str
    text: str
    value: Fraction
    interval: Interval
    measure: Measure
    words: frozenset[str]
    when: When


def told_in_tables(reading: Reading) -> Iterator[Told]:
    """Every number of a cell whose row and column say what it is of which year.

    A table whose title or heading speaks of more than its labels do is left out: it may be of one
    place or one group.
    """
    for table in tables_of(reading):
        if table.is_data or len(table.rows) * len(table.columns) > _LARGEST:
            continue
        titled = _about(table)
        whole = _BY.match(table.grid.caption)
        counted = content(_without(whole["what"])) if whole else frozenset()
        titles = times_in(table.grid.caption)
        columns = [_label(line) for line in table.columns]
        for row in table.rows:
            stems, times = _label(row)
            for column in table.columns:
                more, whens = columns[column.index]
                words = settled(stems | more)
                if not words and row.whole is Whole.TOTAL and titled >= counted:
                    words = counted  # "Total" of "Referrals by source"
                found = [*times, *whens] or list(titles)
                if words and (words == counted or not titled - words) and len(found) == 1:
                    plain = row.sense is Sense.COUNT and column.sense is Sense.COUNT
                    yield from _told(table, row, column, words, of_time(found[0]), plain)


def _about(table: Table) -> frozenset[str]:
    title = content(_without(table.grid.caption)) | content(_without(table.grid.section))
    return title - general_stems() - AGENT_STEMS


def _label(line: Line) -> tuple[frozenset[str], tuple[Time, ...]]:
    return content(_without(line.label)), times_in(line.label)


def _without(text: str) -> str:
    for time in reversed(times_in(text)):
        text = f"{text[: time.start]} {text[time.end :]}"
    return text


def _told(
    table: Table, row: Line, column: Line, words: frozenset[str], when: When, plain: bool
) -> Iterator[Told]:
    cell = table.cells[row.index][column.index]
    scale = next((by for stem_, by in _SCALES.items() if stem_ in words), 1)
    for part in cell.parts:
        if part.base or (part.sort is not Sort.PERCENT and not plain):
            continue
        yield Told(
            file=table.file,
            locator=cell.locator,
            text=part.text,
            value=part.value * scale,
            interval=part.interval.scaled(scale),
            measure=_MEASURES[part.sort],
            words=words - set(_SCALES),
            when=when,
        )
