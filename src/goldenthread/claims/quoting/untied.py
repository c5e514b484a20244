"""Whether a number that its cell is not is that cell with a slip, or is told of something else.

Two digits changed about are hardly chance. What another cell has is told of that cell, unless
nothing in the passage speaks of the row or the column that it stands in.
"""

import re
from collections.abc import Iterator, Sequence
from fractions import Fraction

from goldenthread.claims.language.model import Measure, Quantity
from goldenthread.claims.language.slip import Slip, slip_of
from goldenthread.claims.orders.values.in_tables import timed
from goldenthread.claims.orders.values.view import named_lines
from goldenthread.claims.quoting.quoted_cells import SORTS, middle, value_in
from goldenthread.claims.quoting.quoted_reckoned import is_reckoned
from goldenthread.claims.quoting.retold import known_stems
from goldenthread.claims.quoting.retold_lines import stems
from goldenthread.claims.quoting.tied import Tied, holds
from goldenthread.claims.quoting.told_of import names_in
from goldenthread.claims.tables.table import Line, Table

_LONG = 3  # digits; fewer may change places by chance
_CLOSE = Fraction(1, 4)
_CLAUSE = re.compile(r"[;.]\s|:\s")
# What is of another time or group than the table's lines, unless one of them is called so.
_OTHERWISE = re.compile(
    r"\b(?:ago|previous\w*|earlier|(?:year|quarter|month|term|week)s? before"
    r"|last (?:year|quarter|month|term|week)|targets?|excluding|except|combined|together"
    r"|altogether|half|halves|per|each|difference|gap|points?|would|could|should|if|not|never|only"
    r"|exceed\w*|over|under|above|below|least|provisional|revised|forecast|expected)\b",
    re.IGNORECASE,
)
_SUPERLATIVE = re.compile(r"\b(?:largest|highest|lowest|smallest|most|fewest|greatest)\b", re.I)


def is_wrong(table: Table, tied: Tied, right: Sequence[Tied], others: Sequence[Table]) -> bool:
    """Whether a number that its cell is not can be nothing but that cell with a slip."""
    quantity, text = tied.quantity, tied.sentence.text
    if is_reckoned(table, tied.row.index, quantity, text) or _speaks_otherwise(tied, table):
        return False
    if _is_told_too(table, tied) or any(_has_in_row(each, tied) for each in others):
        return False
    cells = list(_cells_with(table, quantity))
    if any(_is_told_of(cell, table, tied) for cell in cells):
        return False
    slips = {_slip(table, tied.row, each, quantity) for each in tied.columns}
    anchors = [each for each in right if each.quantity is not quantity]
    alone = len(tied.columns) == 1
    if sum(map(str.isdigit, quantity.text)) >= _LONG:
        if not cells and any(True for each in others for _ in _cells_with(each, quantity)):
            return False
        if Slip.SWAPPED in slips and (anchors or tied.named):
            return True
        if Slip.CHANGED in slips and anchors and alone and not cells:
            return True
    elif Slip.SWAPPED in slips and alone:
        return bool(anchors) or (tied.named and not timed(tied.columns[0]))
    return bool(anchors) and alone and _is_beside(cells, table, tied)


def _is_told_too(table: Table, tied: Tied) -> bool:
    """Whether another number of the sentence is what the cell has."""
    return any(
        each is not tied.quantity
        and each.measure is tied.quantity.measure
        and holds(table, tied.row.index, column.index, each)
        for each in tied.sentence.quantities
        for column in tied.columns
    )


def _has_in_row(table: Table, tied: Tied) -> bool:
    """Whether another table has the number in a row that the sentence names."""
    return any(
        holds(view, named.line, each.index, tied.quantity)
        for view in (table, table.turned)
        for named in named_lines(view.rows, tied.sentence.text, {}, loose=True)
        for each in view.columns
    )


def _is_told_of(cell: tuple[Line, Line], table: Table, tied: Tied) -> bool:
    """Whether the passage speaks of the other line of a cell that has the number."""
    row, column = cell
    if row is tied.row:
        return _is_told(table.columns, column, tied)
    return _is_told(table.rows, row, tied) or _has_another(table, row, tied)


def _is_beside(cells: Sequence[tuple[Line, Line]], table: Table, tied: Tied) -> bool:
    """Whether another cell of the row has the number, where the column is named; or of the column.

    Of the largest and the smallest any cell may be told.
    """
    told = stems(" ".join(_SUPERLATIVE.findall(tied.sentence.text)))
    if not told <= known_stems(table):
        return False
    return any(
        tied.named if row is tied.row else column is tied.columns[0] for row, column in cells
    )


def _cells_with(table: Table, quantity: Quantity) -> Iterator[tuple[Line, Line]]:
    for row in table.rows:
        for column in table.columns:
            if holds(table, row.index, column.index, quantity):
                yield row, column


def _is_told(lines: tuple[Line, ...], line: Line, tied: Tied) -> bool:
    """Whether the passage, up to the end of the sentence, has a line's name or all its words."""
    whole, text = tied.sentence.passage.text, tied.sentence.text
    told = whole[: max(whole.find(text), 0) + len(text)]
    words = stems(line.label)
    return (bool(words) and words <= stems(told)) or any(
        each.line == line.index for each in names_in(lines, told)
    )


def _has_another(table: Table, row: Line, tied: Tied) -> bool:
    """Whether another number of the sentence stands in a row, and not in that of this one."""

    def has(index: int, quantity: Quantity) -> bool:
        return any(holds(table, index, each.index, quantity) for each in table.columns)

    return any(
        has(row.index, each) and not has(tied.row.index, each)
        for each in tied.sentence.quantities
        if each is not tied.quantity and each.measure in SORTS
    )


def _slip(table: Table, row: Line, column: Line, quantity: Quantity) -> Slip | None:
    """How a number is a cell's with a slip of the hand."""
    span = value_in(table, row.index, column.index, quantity)
    if span is None:
        return None
    decimals = max(quantity.decimals, 0)
    scale = 10**decimals if quantity.measure is not Measure.MONEY else 1
    cell = middle(span)
    one, other = (str(int(abs(value) * scale)) for value in (quantity.value, cell))
    if len(one) != len(other) or (abs(cell) * scale).denominator != 1:
        return None
    slip = slip_of(one, other)
    far = abs(abs(quantity.value) - abs(cell)) > _CLOSE * abs(cell)
    return None if slip is Slip.CHANGED and far else slip


def _speaks_otherwise(tied: Tied, table: Table) -> bool:
    """Whether the number's clause tells of what no label of the table names."""
    text, quantity = tied.sentence.text, tied.quantity
    start = max((each.end() for each in _CLAUSE.finditer(text, 0, quantity.start)), default=0)
    stop = _CLAUSE.search(text, quantity.end)
    known = known_stems(table)
    return any(
        not stems(match.group()) <= known
        for match in _OTHERWISE.finditer(text, start, stop.start() if stop else len(text))
    )
