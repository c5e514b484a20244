"""Totals told in sentences: "in all", "a total of", and the row of a table that has them."""

import re

from goldenthread.claims.language.model import Quantity, Sentence
from goldenthread.claims.orders.values.in_tables import timed
from goldenthread.claims.orders.values.view import View
from goldenthread.claims.quoting.quoted_cells import (
    agrees,
    candidates,
    column_meant,
    middle,
    sums_of,
    times_not_shown,
    value_in,
)
from goldenthread.claims.quoting.quoted_model import Quote, refers
from goldenthread.claims.quoting.quoted_plainly import is_plain
from goldenthread.claims.tables.labels import Whole
from goldenthread.claims.tables.table import Line, Table

_BEFORE = re.compile(
    r"\b(?:a\s+(?:grand\s+)?total\s+of|(?:in\s+total|in\s+all|altogether|"
    r"overall)\s*,?(?:\s+\w+){0,3}|"
    r"\b(?:grand\s+|overall\s+)?total(?:\s+number)?(?:\s+of\s+\w+(?:\s+\w+)?|\s+\w+)?\s+(?:was|"
    r"were|"
    r"came\s+to|stood\s+at|reached|is|amounted\s+to))\s*$",
    re.IGNORECASE,
)
_AFTER = re.compile(
    r"\s*(?:[a-z][\w-]*\s+){0,5}?(?:in\s+total|in\s+all|altogether|overall)\b", re.IGNORECASE
)


_WITH = re.compile(
    r"\b(?:with|without|plus|adding|added|including|counting|and|both|besides|beyond)\b",
    re.IGNORECASE,
)


def is_total(text: str, quantity: Quantity) -> bool:
    """Whether a number is said to be a total."""
    before = text[max(0, quantity.start - 60) : quantity.start]
    return bool(_BEFORE.search(before) or _AFTER.match(text, quantity.end))


def _total_row(table: Table) -> Line | None:
    """The one row of a table that is the total of all the others."""
    rows = [row for row in table.rows if row.whole is not Whole.NO and not row.empty]
    last = [row for row in table.rows if not row.empty][-1:]
    return rows[0] if len(rows) == 1 and rows == last else None


def of_total(
    sentence: Sentence, quantity: Quantity, view: View, piece: tuple[int, int], earlier: str
) -> Quote | None:
    """A total told, against the table's row of totals."""
    table = view.table
    row = _total_row(table)
    if row is None or times_not_shown(sentence.text, table, view.columns):
        return None
    if _WITH.search(sentence.text, 0, quantity.start):
        return None
    columns = candidates(table, row.index, quantity)
    column, how = column_meant(sentence, quantity, columns, view.columns, piece)
    if column is None:
        return None
    cell = table.cells[row.index][column]
    every = [middle(value_in(table, row.index, each.index, quantity)) for each in columns]
    down = [part.value for each in table.rows if (part := table.cells[each.index][column].amount)]
    span = value_in(table, row.index, column, quantity)
    fits = span is not None and agrees(span, quantity)
    if not fits and quantity.value in (*every, *sums_of(down), sum(down) - max(down)):
        return None
    dated = how == "named" and bool(timed(table.columns[column]))
    sure = not fits and is_plain(sentence, quantity, view, piece, how, earlier, dated=dated)
    if not fits and not sure and not refers(sentence.text):
        return None
    return Quote(
        sentence=sentence,
        quantity=quantity,
        table=table,
        row=row.label,
        column=table.columns[column].label,
        cells=(cell,),
        agrees=fits,
        plain=True,
        sure=sure,
    )
