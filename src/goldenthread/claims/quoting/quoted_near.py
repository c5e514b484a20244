"""Whether a number that a table has otherwise is like enough to be meant for the table's."""

from collections.abc import Sequence
from fractions import Fraction

from goldenthread.claims.language.model import Measure, Quantity
from goldenthread.claims.orders.values.view import View
from goldenthread.claims.quoting.quoted_cells import agrees, middle, value_in
from goldenthread.claims.tables.labels import Sense
from goldenthread.claims.tables.misprints import may_be_slip
from goldenthread.claims.tables.table import Line, Table


def is_slip(values: Sequence[Fraction], quantity: Quantity) -> bool:
    """Whether the number is one of the values with a slip of the hand."""
    decimals = max(quantity.decimals, 0)
    return any(may_be_slip(quantity.value, value, decimals) for value in values)


_CLOSE = Fraction(1, 4)
_POINTS = 15


def is_close_slip(values: Sequence[Fraction], quantity: Quantity) -> bool:
    """Whether it is so and of the same size too."""
    close = [value for value in values if abs(quantity.value - value) <= _CLOSE * value]
    return is_slip(close, quantity)


def is_near(table: Table, line: int, chosen: Sequence[Line], quantity: Quantity) -> bool:
    """Whether the number is like the cell's or one beside it: else it is of something else."""
    cells = [value_in(table, line, column.index, quantity) for column in chosen]
    beside = [
        span
        for row in table.rows
        for column in table.columns
        if (row.index == line or column in chosen) and column.sense is not Sense.CHANGE
        if (span := value_in(table, row.index, column.index, quantity)) is not None
    ]
    if is_slip([middle(span) for span in cells], quantity):
        return True
    if any(agrees(span, quantity) for span in beside):
        return True
    most = Fraction(_POINTS if quantity.measure is Measure.PERCENT else 0)
    return any(
        abs(quantity.value - middle(span)) <= max(most, _CLOSE * abs(middle(span)))
        or str(quantity.value) == str(middle(span))[::-1]
        for span in cells
        if span is not None
    )


def is_of_another(quantity: Quantity, view: View, line: int, chosen: Sequence[Line]) -> bool:
    """Whether another row that the sentence names has the number, in a column that may be meant."""
    others = {each.line for each in view.rows} - {line}
    return any(
        span is not None and agrees(span, quantity)
        for row in others
        for column in chosen
        if (span := value_in(view.table, row, column.index, quantity)) is not None
    )
