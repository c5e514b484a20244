"""A row of years in one table that another table has as a column with its whole at the foot.

"Loans made" for each year in a summary, and "Loans made" by branch for the latest year below it:
the foot of the column and the last cell of the row are one number.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import permutations

from goldenthread.claims.tables.cells import Cell
from goldenthread.claims.tables.failing import failing_sums
from goldenthread.claims.tables.labels import Sense, Whole
from goldenthread.claims.tables.lines import Line
from goldenthread.claims.tables.retold import (
    OTHERWISE,
    SMALLEST,
    is_slip,
    main_of,
    period_of,
    words_of,
)
from goldenthread.claims.tables.series import Differing, differ, told_by_sums
from goldenthread.claims.tables.sums import additions
from goldenthread.claims.tables.table import Table

_MOST_LINES = 60
_FEWEST = 2  # words that name what is counted, where no other pair of cells agrees


@dataclass(frozen=True, slots=True)
class _Pair:
    """The cell of a row of years and the foot of the column of the same name."""

    row: Line
    column: Line
    left: Cell
    right: Cell
    foot: Line
    back: Line


def crossed(tables: Sequence[Table]) -> Iterator[Differing]:
    """Pairs of cells of one name and year, one in a row of years and one at a column's foot."""
    fit = [each for each in tables if not each.is_data and len(each.rows) <= _MOST_LINES]
    for one, other in permutations(fit, 2):
        if one.file == other.file:
            yield from _of_two(one, other)


def _of_two(one: Table, other: Table) -> Iterator[Differing]:
    """The foot of ``other`` against the rows of years of ``one``."""
    if OTHERWISE.search(f"{one.grid.caption} {other.grid.caption}".casefold()):
        return
    foot = foot_of(other)
    pairs = list(_pairs(one, other, foot)) if foot else []
    unlike = [each for each in pairs if differ(each.left, each.right)]
    alike = [each for each in pairs if each not in unlike and _counts(each.left)]
    if len(unlike) != 1 or told_by_sums(one, unlike[0].left, other, unlike[0].right):
        return
    odd = unlike[0]
    slip = is_slip(odd.left.text, odd.right.text) and len(words_of(odd.row.key)) >= _FEWEST
    if not (alike or slip):
        return
    reason = "both are of all, of one name and year"
    if alike:
        reason += f", and {len(alike)} such of the same tables agree"
    yield Differing(
        one.file,
        odd.left,
        one.named(odd.row.index, odd.back.index),
        other.file,
        odd.right,
        other.named(odd.foot.index, odd.column.index),
        reason,
        sure=True,
    )


def foot_of(table: Table) -> Line | None:
    """The last row, where it is of all the others by its name or by its sums."""
    foot = table.rows[-1]
    summed = any(each.relation.whole == foot.index and each.held for each in additions(table))
    failing = any(
        each.addition.relation.whole == foot.index for each, _ in failing_sums(table).alone
    )
    named = foot.whole is not Whole.NO
    return foot if len(table.rows) > 2 and not failing and (named or summed) else None


def _pairs(one: Table, other: Table, foot: Line) -> Iterator[_Pair]:
    own = period_of(other, foot)
    for back in one.columns:
        period = period_of(one, back)
        if words_of(back.key) or not period.year or not period.may_be(own):
            continue
        for column in other.columns:
            if column.sense is Sense.CHANGE or OTHERWISE.search(column.key):
                continue
            rows = [row for row in one.rows if words_of(row.key) and row.key == column.key]
            if len(rows) == 1 and rows[0].sense is column.sense:
                left, right = (
                    one.cells[rows[0].index][back.index],
                    other.cells[foot.index][column.index],
                )
                if main_of(left) and main_of(right):
                    yield _Pair(rows[0], column, left, right, foot, back)


def _counts(cell: Cell) -> bool:
    part = main_of(cell)
    return part is not None and abs(part.value) >= SMALLEST
