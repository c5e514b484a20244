"""A change told in a sentence, and a table's column of changes to hold it against."""

import re

from goldenthread.claims.language.model import Hedge, Measure, Quantity, Sentence
from goldenthread.claims.orders.values.view import View
from goldenthread.claims.quoting.quoted_cells import times_not_shown
from goldenthread.claims.quoting.quoted_model import Quote
from goldenthread.claims.tables.cells import Cell, Part
from goldenthread.claims.tables.labels import Sense
from goldenthread.claims.tables.table import Table

_CHANGE_BEFORE = re.compile(
    r"\b(?:by|increase|rise|fall|reduction|decrease|drop|change|difference|gap|growth|"
    r"(?<!make\s)(?<!makes\s)(?<!made\s)(?<!making\s)up|down|"
    r"further|additional|extra|another|lost|lose|loses|losing|gain|gained|gains|gaining|shed|added|"
    r"adding|won|saved|saving"
    r"|target|aim|goal|forecast|expected|planned|limit|capacity|out(?=\s+of\b))\s*(?:of|to|for|some|about|around|over|nearly|almost|just|\(|at|,)*\s*$",
    re.IGNORECASE,
)
_CHANGE_AFTER = re.compile(
    r"\s*(?:[a-z]+\s+){0,2}?(?:more|fewer|less|higher|lower|increase|decrease|rise|fall|"
    r"reduction|drop|up|down|over|under|above|below"
    r"|short|points?|times(?=\s+(?:as|the|that|what|more|fewer|higher|lower|larger|greater)\b)"
    r"|year[- ]on|additional|extra)\b",
    re.IGNORECASE,
)


# "Completed by 92% of staff" and "taken up by 136 people" tell who did it, and no change.
_DONE_BY = re.compile(
    r"\b(?:taken(?:\s+up)?|attended|used|visited|completed|chosen|picked|named|cited|mentioned"
    r"|reported|joined|read|viewed|watched|heard|booked|borrowed|undertaken|selected|accessed"
    r"|returned|signed|followed|given|received|seen|made|shared|staffed|run|carried\s+out)\s+by\s+"
    r"(?:(?:some|about|around|over|nearly|almost|just|only)\s+)*(?:$|(?=\d))",
    re.IGNORECASE,
)
_LISTED_BY = re.compile(r"\d[\d,.%]*(?:\s[^.;:]*)?(?:,|\band)\s[^.;:]*\bby\s+$", re.IGNORECASE)
_DOERS = re.compile(r"\s+of\s+(?:the\s+|our\s+|its\s+|all\s+)?[a-z]", re.IGNORECASE)


def is_change(text: str, quantity: Quantity) -> bool:
    """Whether the number tells by how much something changed, a target, or a part."""
    if _DOERS.match(text, quantity.end) and text[: quantity.start].rstrip().endswith(" by"):
        return False
    if _is_done_by(text, quantity):
        return bool(_CHANGE_AFTER.match(text, quantity.end))
    return bool(
        _CHANGE_BEFORE.search(text[max(0, quantity.start - 40) : quantity.start])
        or _CHANGE_AFTER.match(text, quantity.end)
    )


_CHANGES = re.compile(
    r"\b(?:rise|rose|risen|fall|fell|fallen|increas\w+|decreas\w+|drop\w*|reduc\w+|chang\w+|growth|"
    r"grew|grown|climb\w*|declin\w+|up|down)\b",
    re.IGNORECASE,
)


def _is_done_by(text: str, quantity: Quantity) -> bool:
    """Whether so many did it: "attended by 163", "and the other course by 148"."""
    done = list(_DONE_BY.finditer(text, 0, quantity.start))
    return bool(done) and (done[-1].end() == quantity.start or is_listed(text, quantity))


def is_listed(text: str, quantity: Quantity) -> bool:
    """Whether it is told after another of what so many did, without the verb: "one by 148"."""
    done = list(_DONE_BY.finditer(text, 0, quantity.start))
    stretch = text[done[-1].end() : quantity.start] if done else ""
    return bool(_LISTED_BY.fullmatch(stretch)) and not _CHANGES.search(stretch)


def is_change_of(text: str, quantity: Quantity, view: View) -> bool:
    """ "The largest fall was in Tolland (8.7%)": in brackets straight after the name of a row."""
    if not _CHANGES.search(text, 0, quantity.start) or quantity.measure is not Measure.PERCENT:
        return False
    after = any(
        re.fullmatch(r"\s*\(\s*[-+−–]?", text[row.end : quantity.start]) for row in view.rows
    )
    return after and text[quantity.end : quantity.end + 1] == ")"


def _changed(table: Table, row: int, quantity: Quantity) -> tuple[int, Cell, bool] | None:
    """The column and cell of a row's change in the unit told, and whether it agrees, sign aside.

    None where the table has no such column, or several.
    """
    if quantity.hedge is not Hedge.NONE:
        return None
    columns = [
        (column.index, cell, part)
        for column in table.columns
        if column.sense is Sense.CHANGE
        and (cell := table.cells[row][column.index])
        and (part := _part(cell, quantity))
    ]
    if len(columns) != 1:
        return None
    column, cell, part = columns[0]
    size = part.interval if part.value >= 0 else part.interval.scaled(-1)
    return column, cell, quantity.interval.meets(size)


def _part(cell: Cell, quantity: Quantity) -> Part | None:
    if quantity.measure is Measure.PERCENT:
        return cell.percent
    return cell.amount if quantity.measure is Measure.COUNT else None


_BESIDE = 8  # "by 8.4% in 2023"


def of_change(
    sentence: Sentence, quantity: Quantity, view: View, piece: tuple[int, int]
) -> Quote | None:
    """A change told, against the table's column of changes."""
    table = view.table
    every = {each.line for each in view.rows if each.end <= quantity.start}
    inside = {each.line for each in view.rows if piece[0] <= each.start and each.end <= piece[1]}
    near = [
        each
        for each in view.rows
        if 0 <= each.start - quantity.end <= _BESIDE and each.line in inside
    ]
    lines = {each.line for each in near[:1]} if len(inside) > 1 else inside or every
    found = _changed(table, next(iter(lines)), quantity) if len(lines) == 1 else None
    if found is None or times_not_shown(sentence.text, table, [*view.rows, *view.columns]):
        return None
    column, cell, fits = found
    return Quote(
        sentence=sentence,
        quantity=quantity,
        table=table,
        row=table.rows[next(iter(lines))].label,
        column=table.columns[column].label,
        cells=(cell,),
        agrees=fits,
        plain=True,
        sure=not fits,
    )
