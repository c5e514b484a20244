"""Rows that are called total or both and are one of the parts all the same."""

from collections.abc import Sequence
from dataclasses import replace
from fractions import Fraction

from goldenthread.claims.tables.cells import Cell
from goldenthread.claims.tables.labels import Whole
from goldenthread.claims.tables.lines import Line

_NAMES = frozenset(["both", "total", "overall", "all", "combined"])


def members(rows: Sequence[Line], cells: Sequence[Sequence[Cell]]) -> tuple[Line, ...]:
    """The rows, those set apart that a later total has among its parts.

    "Criminal, sexual, both, all": both is a third kind. A kind of work may be named "total". The
    numbers tell: the later total is the sum of all rows before it, this one included.
    """
    wholes = [row for row in rows if row.whole is not Whole.NO and not row.empty]
    if len(wholes) != 2 or wholes[0].key not in _NAMES or wholes[0].section:
        return tuple(rows)
    one, last = wholes
    between = [row for row in rows if row.index < last.index and not row.empty]
    before = [row for row in between if row.index < one.index]
    for column in range(len(cells[0]) if cells else 0):
        whole = cells[last.index][column].amount
        inside = [cells[row.index][column].amount for row in between]
        own = cells[one.index][column].amount
        if whole is None or own is None or not all(inside):
            continue
        added = sum((part.value for part in inside if part), Fraction(0))
        subtotal = sum(
            (part.value for row in before if (part := cells[row.index][column].amount)), Fraction(0)
        )
        if added == whole.value and own.value != subtotal:
            return tuple(replace(row, member=True) if row is one else row for row in rows)
    return tuple(rows)
