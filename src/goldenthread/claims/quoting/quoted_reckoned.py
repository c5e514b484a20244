"""Numbers worked out from the cells of a table, which no cell of it has as it stands."""

import re
from collections.abc import Iterator
from fractions import Fraction

from goldenthread.claims.changes.change_cues import CHANGE, LEFT, NO_CHANGE
from goldenthread.claims.intervals import Interval
from goldenthread.claims.language.model import Measure, Quantity
from goldenthread.claims.quoting.quoted_cells import agrees, middle, value_in
from goldenthread.claims.tables.cells import Part
from goldenthread.claims.tables.labels import Sense
from goldenthread.claims.tables.table import Table

# A difference between small numbers is too often another small number by chance.
_LARGE = 100
_EACH = re.compile(r"\s+(?:an?|per|each|for each|for every)\s+[a-z]+", re.IGNORECASE)
_BEYOND = re.compile(r"\b(?:outside|late|later|overdue|beyond|over|longer|more than|worse)\b", re.I)
_HUNDRED = Interval.exactly(Fraction(100))


def is_reckoned(table: Table, line: int, quantity: Quantity, text: str) -> bool:
    """Whether the number follows from the row's cells: what is left, a share of a count, a price.

    ``text`` is the sentence: "£4.34 a visit" is no sum that a cell would have.
    """
    if quantity.measure is Measure.MONEY and _EACH.match(text, quantity.end):
        return True
    left = LEFT.search(text.casefold()) is not None or _BEYOND.search(text) is not None
    if any(agrees(value, quantity) for value in _left_or_shared(table, line, quantity, left=left)):
        return True
    changes = CHANGE.search(NO_CHANGE.sub(" ", text.casefold())) is not None
    return changes and any(agrees(value, quantity) for value in _changes(table, line, quantity))


def _left_or_shared(
    table: Table, line: int, quantity: Quantity, *, left: bool
) -> Iterator[Interval]:
    cells = [table.cells[line][column.index] for column in table.columns]
    percents = [cell.percent.interval for cell in cells if cell.percent]
    if quantity.measure is Measure.PERCENT and left:
        yield from (_HUNDRED - each for each in percents)
    counts = [cell.amount for cell in cells if cell.amount and not cell.amount.decimals]
    if quantity.measure is Measure.PERCENT and quantity.decimals > 0:
        yield from _shares(counts)
    if quantity.measure is not Measure.COUNT or quantity.value < _LARGE:
        return
    for part in counts:
        for share in percents:
            yield (part.interval * share).scaled(Fraction(1, 100))


def _shares(counts: list[Part]) -> Iterator[Interval]:
    """What percentage each count of a row is of each larger one: 21 of the 33 is 63.6%."""
    for part in counts:
        for whole in counts:
            if 0 < part.value < whole.value:
                yield Interval.exactly(part.value * 100 / whole.value)


def _changes(table: Table, line: int, quantity: Quantity) -> Iterator[Interval]:
    if quantity.measure is not Measure.COUNT or quantity.value < _LARGE or table.is_turned:
        return
    for column in table.columns:
        if column.sense is Sense.CHANGE:
            continue
        own = value_in(table, line, column.index, quantity)
        for row in table.rows:
            other = value_in(table, row.index, column.index, quantity)
            if own is not None and other is not None and middle(own) != middle(other):
                yield own - other
                yield other - own
