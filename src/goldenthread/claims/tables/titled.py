"""A number of one table that the title or the foot of another is all about.

"Children looked after | 351 | 362 | 386" among key figures, and below it a table "Children looked
after at 31 March 2024 by placement" with a total: the cell and the total are one number.
"""

from collections.abc import Iterator, Sequence
from itertools import permutations

from goldenthread.claims.sayings.words import stem
from goldenthread.claims.tables.cells import Cell
from goldenthread.claims.tables.crossed import foot_of
from goldenthread.claims.tables.labels import Sense
from goldenthread.claims.tables.lines import Line
from goldenthread.claims.tables.retold import (
    OTHERWISE,
    SMALLEST,
    is_slip,
    main_of,
    period_of,
    words_of,
)
from goldenthread.claims.tables.series import Differing, differ, title_of, told_by_sums
from goldenthread.claims.tables.sums import additions
from goldenthread.claims.tables.table import Table

_MOST_LINES = 60
_FEWEST = 2  # words that name what is counted


def titled(tables: Sequence[Table]) -> Iterator[Differing]:
    """Pairs of cells of one name and time, a slip apart, one of them the foot of its table."""
    fit = [each for each in tables if not each.is_data and len(each.rows) <= _MOST_LINES]
    for one, other in permutations(fit, 2):
        if one.file == other.file:
            yield from _of_two(one, other)


def _of_two(one: Table, other: Table) -> Iterator[Differing]:
    foot = foot_of(other)
    if foot is None:
        return
    for column in _added_up(other, foot):
        names = words_of(foot.key), words_of(title_of(other).subject)
        name = names[0] or names[1]
        if len(name) < _FEWEST or not words_of(column.key) <= name:
            continue
        captions = f"{one.grid.caption} {other.grid.caption}".casefold()
        if any(stem(match.group()) not in name for match in OTHERWISE.finditer(captions)):
            continue  # a plan is no hope where plans are what is counted
        right = other.cells[foot.index][column.index]
        found = list(_named(one, name, other, column))
        if len(found) != 1:
            continue
        left, where = found[0]
        alike = differ(left, right) and is_slip(left.text, right.text)
        if not alike or told_by_sums(one, left, other, right):
            continue
        yield Differing(
            one.file,
            left,
            where,
            other.file,
            right,
            other.named(foot.index, column.index),
            "both are of all, of one name and time",
            sure=True,
        )


def _added_up(table: Table, foot: Line) -> Iterator[Line]:
    """The columns whose foot is the sum of what stands above it."""
    for each in additions(table):
        if each.relation.whole == foot.index and len(each.relation.parts) == len(table.rows) - 1:
            for place, outcome in each.outcomes.items():
                if outcome.fits and outcome.weighty and table.columns[place].sense is Sense.COUNT:
                    yield table.columns[place]


def _named(
    one: Table, name: frozenset[str], other: Table, column: Line
) -> Iterator[tuple[Cell, str]]:
    """The cells of a table that have the name for a label, and the time."""
    period = period_of(other, column)
    for table in (one, one.turned):
        for row in table.rows:
            if words_of(row.key) != name or OTHERWISE.search(row.key):
                continue
            for back in table.columns:
                cell = table.cells[row.index][back.index]
                part = main_of(cell)
                if words_of(back.key) or part is None or abs(part.value) < SMALLEST:
                    continue
                if period_of(table, back).may_be(period):
                    yield cell, table.named(row.index, back.index)
