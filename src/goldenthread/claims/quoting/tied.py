"""Each number of a sentence with the row of a table that it is told of, and its columns there."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from goldenthread.claims.language.model import Hedge, Measure, Quantity, Sentence
from goldenthread.claims.orders.words.claimed import Named
from goldenthread.claims.quoting.quoted_cells import SORTS, middle, times_not_shown, value_in
from goldenthread.claims.quoting.quoted_changes import is_change
from goldenthread.claims.quoting.quoted_pieces import OF_BASE, is_base
from goldenthread.claims.quoting.told_of import NO_LINE, YEAR, names_in, told_of
from goldenthread.claims.tables.labels import Sense, Whole
from goldenthread.claims.tables.table import Line, Table

_LONG = 4  # digits
# Not "16–21", nor "two".
_DIGITS = re.compile(r"[-+\u2013\u2212£ ]*\d[\d,.]*(?:[^\d\u2010-\u2013-]|$)")
_OF_THESE = re.compile(r"\s(?:out )?of (?:these|those|them)\b", re.IGNORECASE)  # a part
_MORE = re.compile(r"\b(?:additional|extra|more|increase|decrease|growth|reduction)\b")


@dataclass(frozen=True, slots=True)
class Tied:
    """A number with the row it is told of and the columns it may be of.

    ``named`` says that the columns are named beside it, or that it is long and theirs the total.
    """

    sentence: Sentence
    quantity: Quantity
    row: Line
    columns: tuple[Line, ...]
    named: bool


def tied_numbers(sentence: Sentence, table: Table) -> Iterator[Tied]:
    """The numbers of a sentence whose row is known, where the row has any of their sort."""
    text = sentence.text
    numbers = [each for each in sentence.quantities if may_be_a_cell(sentence, each)]
    rows = names_in(table.rows, text) if numbers else []
    if not rows:
        return
    columns = names_in(table.columns, text)
    timely = not times_not_shown(text, table, [*rows, *columns])
    for quantity in numbers:
        alike = [each for each in numbers if each.measure is quantity.measure]
        row = told_of(quantity, alike, rows)
        if row is None or row.line == NO_LINE:
            continue
        line = table.rows[row.line]
        may = _of_the_unit(sentence, quantity, table, line)
        column = told_of(quantity, alike, columns)
        if column is not None and column.line == NO_LINE:
            continue
        if column is not None:
            meant = tuple(each for each in may if _is_named(table, each, column))
            if meant and (timely or any(YEAR.search(each.label) for each in (line, *meant))):
                yield Tied(sentence, quantity, line, meant, named=True)
            continue
        total = () if columns else tuple(each for each in may if each.whole is not Whole.NO)
        if len(total) == 1:
            long = sum(map(str.isdigit, quantity.text)) >= _LONG
            yield Tied(sentence, quantity, line, total, named=long)
        elif may and timely:
            yield Tied(sentence, quantity, line, may, named=False)


def may_be_a_cell(sentence: Sentence, quantity: Quantity) -> bool:
    """Whether a number is told as it stands in a table: no time, no base, nothing loose."""
    text = sentence.text
    return (
        quantity.measure in SORTS
        and quantity.measure is not Measure.DURATION
        and quantity.hedge is Hedge.NONE
        and bool(_DIGITS.match(quantity.text))
        and len(re.sub(r"\D", "", quantity.text)) > 1
        and not any(time.start <= quantity.start < time.end for time in sentence.times)
        and not is_base(text, quantity, sentence.quantities)
        and not OF_BASE.match(text, quantity.end)
        and not _OF_THESE.match(text, quantity.end)
    )


def _of_the_unit(
    sentence: Sentence, quantity: Quantity, table: Table, row: Line
) -> tuple[Line, ...]:
    """The columns that have a number of the sort told; those of changes for a change."""
    held = [each for each in table.columns if value_in(table, row.index, each.index, quantity)]
    changes = tuple(each for each in held if each.sense is Sense.CHANGE)
    levels = tuple(each for each in held if each.sense is not Sense.CHANGE)
    if is_change(sentence.text, quantity) or quantity.text.strip()[0] in "+-\u2013\u2212":
        return changes or tuple(each for each in levels if _MORE.search(each.key))
    return levels or changes


def _is_named(table: Table, column: Line, named: Named) -> bool:
    """Whether a column is the one named, or of its year too."""
    one = table.columns[named.line]
    years = YEAR.findall(one.label)
    return column.index == one.index or (bool(years) and years == YEAR.findall(column.label)[-1:])


def places(table: Table, tied: Tied) -> list[int]:
    """The columns, of those it may be of, that have the number in its row."""
    return [
        each.index
        for each in tied.columns
        if holds(table, tied.row.index, each.index, tied.quantity)
    ]


def holds(table: Table, row: int, column: int, quantity: Quantity) -> bool:
    """Whether a cell has the number; 32% is not within what 33% may stand for."""
    span = value_in(table, row, column, quantity)
    if span is None:
        return False
    told = quantity.interval
    low, high = max(span.low, told.low), min(span.high, told.high)
    return low < high or low == high in (quantity.value, middle(span))
