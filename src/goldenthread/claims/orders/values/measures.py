"""Whether the columns of a table are of different measures, which stand in no order."""

from collections.abc import Sequence

from goldenthread.claims.intervals import Interval, may_be_share
from goldenthread.claims.tables.cells import Cell, Sort
from goldenthread.claims.tables.labels import Sense
from goldenthread.claims.tables.table import Table

_FEWEST = 2


def of_different_measures(table: Table, claimed: Sequence[int], columns: Sequence[int]) -> bool:
    """Whether a column is a part of a claimed one, or it of that, as a percentage beside them says.

    "Cases 89, deferred 4, % deferred 4.5": the deferred are not fewer than the cases, but some of
    them.
    """
    shares = [
        column.index
        for column in table.columns
        if column.index not in columns
        and (column.sense in (Sense.PERCENT, Sense.LEVEL) or _is_percent(table, column.index))
    ]
    return any(
        _is_share(table, share, part, whole)
        for share in shares
        for one in claimed
        for other in columns
        if one != other
        for part, whole in ((one, other), (other, one))
    )


def _is_percent(table: Table, column: int) -> bool:
    return any(part.sort is Sort.PERCENT for cells in table.cells for part in cells[column].parts)


def _is_share(table: Table, share: int, part: int, whole: int) -> bool:
    """Whether in every row but one at the most the one is the percentage of the others."""
    fits = wrong = 0
    for cells in table.cells:
        told, some, every = (_number(cells[each]) for each in (share, part, whole))
        if told is None or some is None or every is None or every.low <= 0:
            continue
        if may_be_share(told, some, every):
            fits += 1
        else:
            wrong += 1
    return fits >= _FEWEST and fits > wrong and wrong <= 1


def _number(cell: Cell) -> Interval | None:
    """The only number of a cell, counted or in percent."""
    sorts = (Sort.NUMBER, Sort.PERCENT)
    parts = [each for each in cell.parts if not each.base and each.sort in sorts]
    return parts[0].interval if len(parts) == 1 else None
