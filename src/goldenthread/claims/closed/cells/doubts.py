"""Whether a number that another reading holds for a cell's may be of something else.

The cell may be told already, beside it; the number may be right under a line that the text names,
where the line it was held against is not named; and a row of a table is no text about it.
"""

import re
from collections.abc import Iterable

from goldenthread.claims.closed.cells.names import names_in, touched
from goldenthread.claims.language.directions import CHANGE
from goldenthread.claims.language.model import Quantity, Sentence
from goldenthread.claims.language.rows import is_a_row
from goldenthread.claims.orders.values.in_tables import timed
from goldenthread.claims.quoting.quoted_cells import SORTS, agrees, value_in
from goldenthread.claims.quoting.quoted_model import Quote
from goldenthread.claims.quoting.retold_lines import is_there
from goldenthread.claims.tables.table import Line

_OF_A_CHANGE = re.compile(
    rf"\b(?:\w+est|most)(?: \w+){{0,2}} (?:{CHANGE})\b[^.;:()]*$", re.IGNORECASE
)
_A_VALUE = re.compile(r"[<>≤≥~\s]*[\d.,]+\s*%\s*")


def may_be_of_another(quote: Quote, beside: Iterable[Sentence]) -> bool:
    """Whether a wrong quote may be right of another cell; ``beside`` it stands in its passage."""
    text = quote.sentence.text
    if " | " in text or is_a_row(quote.sentence) or _A_VALUE.fullmatch(quote.row):
        return True
    if _OF_A_CHANGE.search(text[: quote.quantity.start]):
        return True  # "the largest percentage increase was in Elm, at 11%"
    if quote.column and re.search(
        rf"\b(?:than|since|from|against)(?: in)? {re.escape(quote.column)}\b", text
    ):
        return True  # "£5.91 million, 0.4% more than in 2023"
    if _is_part_of_a_cell(quote) or _is_named_aside(quote):
        return True
    cell = _cell(quote)
    if cell is None:
        return False
    row, column = cell
    if any(
        each is not quote.quantity and _is_told(quote, each, row, column)
        for sentence in beside
        for each in sentence.quantities
    ):
        return True
    rows, columns = touched(text, quote.table.rows), touched(text, quote.table.columns)
    said = {each.line for each in names_in(text, quote.table.columns)}
    return (
        column not in said
        and timed(quote.table.columns[column]) is None
        and any(is_there(quote.table, row, each, quote.quantity) for each in columns)
    ) or (
        row not in rows
        and any(is_there(quote.table, each, column, quote.quantity) for each in rows)
    )


# "Make up 41% of pupils": of all rows, and not what is told of the row itself.
_SHARE_OF_ALL = re.compile(
    r"\b(?:account\w*|responsible) for(?: [a-z]+)? ?$|\b(?:ma[dk]e|making) up(?: [a-z]+)? ?$|"
    r"\b(?:represent|compris|form|constitut)\w*(?: [a-z]+)? ?$"
)
_OF_SO_MANY = re.compile(r" (?:out )?of (?:the |all )*(?P<whole>\d[\d,]*)\b(?!\.\d|%)")
_ITS_SHARES = re.compile(r"(?: [a-z]+){0,3} \(\d[\d.]*% of [^()]*\)")


def _is_part_of_a_cell(quote: Quote) -> bool:
    """Whether a number is told as a part of one: "107 of 356", beside 356; "the rest (1,386)"."""
    text, quantity = quote.sentence.text, quote.quantity
    if _SHARE_OF_ALL.search(text[: quantity.start]):
        return True
    values = {part.value for cell in quote.cells if (part := cell.amount)}
    whole = _OF_SO_MANY.match(text, quantity.end)
    if whole and int(whole["whole"].replace(",", "")) in values:
        return len(quote.cells) > 1
    others = [
        each.value
        for each in quote.sentence.quantities
        if each is not quantity and each.measure is quantity.measure
    ]
    return any(quantity.value + each in values for each in others)


def _is_named_aside(quote: Quote) -> bool:
    """Whether only a bracket with the shares of a number names the line: "(37% of all asked)"."""
    bracket = _ITS_SHARES.match(quote.sentence.text, quote.quantity.end)
    if bracket is None:
        return False
    text = quote.sentence.text
    plain = text[: bracket.start()] + text[bracket.end() :]
    lines = (*quote.table.rows, *quote.table.columns)
    named = [each for each in lines if each.label in (quote.row, quote.column)]
    return bool(named) and not any(touched(plain, [each]) for each in named)


def _is_told(quote: Quote, quantity: Quantity, row: int, column: int) -> bool:
    if quantity.measure not in SORTS or quantity.measure is not quote.quantity.measure:
        return False
    span = value_in(quote.table, row, column, quantity)
    return span is not None and agrees(span, quantity)


def _cell(quote: Quote) -> tuple[int, int] | None:
    """The row and the column of the one cell that is meant."""
    row, column = _named(quote.row, quote.table.rows), _named(quote.column, quote.table.columns)
    return (row, column) if row is not None and column is not None else None


def _named(label: str, lines: Iterable[Line]) -> int | None:
    found = [each.index for each in lines if each.label == label]
    return found[0] if len(found) == 1 else None
