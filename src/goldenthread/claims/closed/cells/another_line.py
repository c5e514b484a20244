"""A number told of one row of a table that is another row's, or another time's of it.

Where a number that the row has nowhere stands once in the table, in the line of something that the
sentence does not name, the eye slipped: the column is the one in which it stands. That it is of
this table at all is shown by its column's words, or by another number that is right for its row.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from goldenthread.claims.closed.cells.names import Name, names_in, stems_of, touched
from goldenthread.claims.language.model import Hedge, Measure, Quantity, Sentence
from goldenthread.claims.orders.values.in_tables import is_level, timed
from goldenthread.claims.quoting.quoted_cells import SORTS, times_not_shown, value_in
from goldenthread.claims.quoting.quoted_model import Quote
from goldenthread.claims.quoting.quoted_pieces import is_base
from goldenthread.claims.quoting.quoted_reckoned import is_reckoned
from goldenthread.claims.quoting.retold import (
    is_anywhere,
    is_of_a_part,
    known_stems,
    may_quote,
    quote_of,
    speaks_otherwise,
)
from goldenthread.claims.quoting.retold_lines import is_there
from goldenthread.claims.tables.labels import Whole
from goldenthread.claims.tables.table import Table

_DIGITS = 3  # of a number that does not stand in a table by chance


def of_another_line(
    sentence: Sentence,
    table: Table,
    others: Sequence[Table],
    pieces: Sequence[tuple[Quantity, tuple[int, int]]],
    *,
    beside: bool,
) -> Iterator[Quote]:
    """Every number of a sentence that is another row's than the one its piece names.

    ``pieces`` are the numbers, each with the stretch of the sentence around it; ``beside`` says
    that the sentence stands with the table under one heading. Elsewhere, and of what the table does
    not count by name, only another number that is right for its row shows that it is meant.
    """
    text = sentence.text
    rows = names_in(text, table.rows)
    if table.is_data or not rows or times_not_shown(text, table):
        return
    known = known_stems(table)
    for quantity, piece in pieces:
        row = _row(rows, quantity, piece)
        if row is None or table.rows[row].whole is not Whole.NO or not _is_long(quantity):
            continue
        if timed(table.rows[row]) is not None:
            continue  # "from 1,503 in 2020 to 1,841 last year"
        told = _has_one_right(sentence, table, rows, quantity)
        counted = replace(quantity, noun="") if told else quantity
        # A number that is right for its row has the same scope as this one.
        lead = piece[0] if told else 0
        stretch = (piece[0] - lead, piece[1] - lead)
        if not may_quote(sentence, counted, known) or speaks_otherwise(text[lead:], stretch, known):
            continue
        if is_of_a_part(text, piece, known) or _is_base(sentence, quantity):
            continue
        column = _elsewhere(table, row, quantity, text)
        if column is None or any(is_anywhere(each, quantity) for each in others):
            continue
        if _may_be_its_own(table, row, column, quantity, text):
            continue
        if told or (beside and _names(table, column, text)):
            yield quote_of(sentence, quantity, table, table.rows[row], table.columns[column])


def _elsewhere(table: Table, row: int, quantity: Quantity, text: str) -> int | None:
    """The column in which the number stands, once in all the table, in a row that is not named."""
    cells = [
        (each.index, column.index)
        for each in table.rows
        for column in table.columns
        if is_there(table, each.index, column.index, quantity)
    ]
    if len(cells) != 1:
        return None
    there, column = cells[0]
    if table.rows[there].whole is not Whole.NO:
        return None  # a total is told without its name
    if there == row or there in touched(text, table.rows) or is_level(table.columns[column]):
        return None
    return column


def _is_base(sentence: Sentence, quantity: Quantity) -> bool:
    """Whether a number is what another is a share of, which no percentage is."""
    if quantity.measure is Measure.PERCENT:
        return False
    return is_base(sentence.text, quantity, sentence.quantities)


def _is_long(quantity: Quantity) -> bool:
    digits = str(quantity.text).strip("£%").replace(",", "").replace(".", "").lstrip("0")
    return sum(each.isdigit() for each in digits) >= _DIGITS


def _row(rows: Sequence[Name], quantity: Quantity, piece: tuple[int, int]) -> int | None:
    """The one row named in the piece, or else the only one named before in the sentence."""
    inside = {each.line for each in rows if piece[0] <= each.start and each.end <= piece[1]}
    before = {each.line for each in rows if each.end <= quantity.start}
    named = inside or before
    return next(iter(named)) if len(named) == 1 else None


def _may_be_its_own(table: Table, row: int, column: int, quantity: Quantity, text: str) -> bool:
    """Whether the row's own cell is not to be told from it, or the number is worked out of it."""
    span = value_in(table, row, column, quantity)
    part = table.cells[row][column].amount or table.cells[row][column].percent
    if span is None or part is None or (part.decimals > 0) is not (quantity.decimals > 0):
        return True
    spans = [value_in(table, row, each.index, quantity) for each in table.columns]
    told = [each for each in spans if each]
    if any((one - other).meets(quantity.interval) for one in told for other in told):
        return True
    return is_reckoned(table, row, quantity, text)


def _has_one_right(
    sentence: Sentence, table: Table, rows: Sequence[Name], quantity: Quantity
) -> bool:
    """Whether another number of the sentence stands in a row that it names."""
    figures = [each for each in sentence.quantities if each.measure in SORTS]
    figures = [each for each in figures if each is not quantity and each.hedge is Hedge.NONE]
    named = {each.line for each in rows}
    cells = [(row, each.index) for row in named for each in table.columns]
    return any(
        _is_long(each) and is_there(table, *cell, each) for each in figures for cell in cells
    )


def _names(table: Table, column: int, text: str) -> bool:
    words = stems_of(table.columns[column].label) | stems_of(table.grid.caption)
    return bool(words & stems_of(text))
