"""A number that a sentence near a table tells of a cell, and that is the cell beside it.

Which cell is meant is known by the table's own words: the row and the column have each a word
that no other has, and the piece of the sentence around the number names one of each. What is left
out of a piece is carried on from the one before, or told by the numbers beside it that are right.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from enum import IntEnum

from goldenthread.claims.closed.cells.another_line import of_another_line
from goldenthread.claims.closed.cells.names import Name, names_in, stems_of, touched, words_in
from goldenthread.claims.intervals import Interval
from goldenthread.claims.language.model import Measure, Quantity, Sentence
from goldenthread.claims.language.skeleton import EARLIER, LAST, LATER, NEXT, skeleton_of
from goldenthread.claims.orders.values.in_tables import is_level
from goldenthread.claims.quoting.quoted_cells import SORTS, middle, times_not_shown, value_in
from goldenthread.claims.quoting.quoted_model import Quote
from goldenthread.claims.quoting.quoted_near import is_slip
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
from goldenthread.claims.sayings.words import LIGHT, STOP
from goldenthread.claims.tables.labels import Whole
from goldenthread.claims.tables.table import Line, Table

_CUT = re.compile(
    r"[;:()]|,(?!\d)|\.\s|\b(?:and|but|while|whereas|against|"
    r"compare[sd] (?:with|to))\b"
)
_SAME = re.compile(
    r"\b(?:the same|that|over the same|those same) (?:year|period|quarter|month|term)s?\b", re.I
)
_FROM = re.compile(r"\bfrom\s£?$|\bfrom\s[^;:.]{1,60}\bto\s£?$")
_TO = re.compile(r"\s(?:[^\d;:.]{0,40}\s)?to\s£?\d")
_BASE = re.compile(
    r"\b(?:on|since|than|from|against|above|below|compared\s(?:with|to))\s(?:in\s)?$"
)
_SIBLINGS = 2


class _How(IntEnum):
    """How it is known which line a number is of."""

    OPEN = 0
    CARRIED = 1  # from what was told before, or the only one of the table
    TOLD = 2  # in the number's own piece


def misquoted(
    sentence: Sentence, table: Table, others: Sequence[Table], *, beside: bool
) -> Iterator[Quote]:
    """Every number of a sentence that its row and its column have not, and a line beside has.

    ``others`` are the other tables that may be meant: what one of them has is no slip; ``beside``
    says that the sentence stands close by the table, under one heading with it.
    """
    text = sentence.text
    rows, columns = names_in(text, table.rows), names_in(text, table.columns)
    if table.is_data or not rows or times_not_shown(text, table):
        return
    known = known_stems(table)
    pieces = []
    for quantity in sentence.quantities:
        piece = _piece(text, quantity, sentence.quantities, [*rows, *columns])
        pieces.append((quantity, piece))
        if not beside:
            continue
        if not _may_quote(sentence, quantity, known) or speaks_otherwise(text, piece, known):
            continue
        whole = _named_whole(text, piece, table.columns)
        # "119 of our boats were dry and painted": of a heading whose words are all there.
        if whole is None and is_of_a_part(text, piece, known):
            continue
        if is_base(text, quantity, sentence.quantities):
            continue
        if _is_of_another_time(text, quantity, piece):
            continue
        row, by_row = _meant(rows, quantity, piece)
        fitting = [
            each
            for each in columns
            if row is None or value_in(table, row, each.line, quantity) is not None
        ]
        column, by_column = _meant(fitting, quantity, piece)
        if by_column is not _How.TOLD and whole is not None:
            column, by_column = whole.index, _How.TOLD
        if by_column is not _How.TOLD and (counted := touched(quantity.noun, table.columns)):
            column, by_column = (counted.pop(), _How.TOLD) if len(counted) == 1 else (None, by_row)
        if column is None or by_column is _How.CARRIED:
            column, by_column = _shown_by_others(
                sentence, table, rows, quantity, column, few=_adds_nothing(text, piece, rows)
            )
        if column is not None and by_column is _How.CARRIED and _SAME.search(text, *piece):
            by_column = _How.TOLD
        if row is None or column is None or any(is_anywhere(each, quantity) for each in others):
            continue
        if is_level(table.columns[column]) or table.rows[row].whole is not Whole.NO:
            continue
        meant = [each for each in rows if each.line == row]
        meant += [each for each in columns if each.line == column]
        if any(_BASE.search(text[: each.start]) for each in meant):
            continue  # "up by 11% on 2022, to 466,200"
        named = sorted(touched(text[slice(*piece)], table.columns) - {column})
        for each in (column, *(named if by_column is _How.TOLD else ())):
            # A row that is only named further on has its own number there.
            said = text[: piece[1]] if by_row is by_column is _How.TOLD else text
            if _is_wrong(sentence, said, table, quantity, (row, each), (by_row, by_column)):
                yield quote_of(sentence, quantity, table, table.rows[row], table.columns[each])
                break
    yield from of_another_line(sentence, table, others, pieces, beside=beside)


def _may_quote(sentence: Sentence, quantity: Quantity, known: frozenset[str]) -> bool:
    """Whether a number may be a cell's; a length of time too, where a heading has its unit."""
    if quantity.measure is Measure.DURATION:
        return may_quote(sentence, replace(quantity, measure=Measure.COUNT, noun=""), known)
    return may_quote(sentence, quantity, known)


def _piece(
    text: str, quantity: Quantity, quantities: Sequence[Quantity], names: Sequence[Name]
) -> tuple[int, int]:
    """The stretch around a number, with the stretches before it that have none."""
    cuts = [
        each.span()
        for each in _CUT.finditer(text)
        if not any(name.start < each.end() and each.start() < name.end for name in names)
    ]
    last = max((each.end for each in quantities if each.end <= quantity.start), default=0)
    start = min((end for _, end in cuts if last <= end <= quantity.start), default=last)
    start = 0 if not last else start
    end = min((begin for begin, _ in cuts if begin >= quantity.end), default=len(text))
    return start, end


def _is_of_another_time(text: str, quantity: Quantity, piece: tuple[int, int]) -> bool:
    """Whether a number is told of "the year before", or is an end of "from 41 to 56"."""
    told = skeleton_of(text[slice(*piece)]).text
    return any(slot in told for slot in (EARLIER, LAST, LATER, NEXT)) or bool(
        _FROM.search(text, 0, quantity.start) or _TO.match(text, quantity.end)
    )


def _meant(
    names: Sequence[Name], quantity: Quantity, piece: tuple[int, int]
) -> tuple[int | None, _How]:
    """The one line that the piece names, else the one named last before it."""
    inside = {each.line for each in names if piece[0] <= each.start and each.end <= piece[1]}
    if len(inside) == 1:
        return inside.pop(), _How.TOLD
    before = [each for each in names if each.end <= quantity.start]
    if inside or not before:
        return None, _How.OPEN
    return before[-1].line, _How.CARRIED


def _named_whole(text: str, piece: tuple[int, int], lines: Sequence[Line]) -> Line | None:
    """The one line all of whose words a piece has: "visits ... in 2022/23"."""
    said = stems_of(text[slice(*piece)])
    labels = {each.index: stems_of(each.label) for each in lines if not each.empty}
    found = [each for each in lines if labels.get(each.index, said | {""}) <= said]
    return found[0] if len(found) == 1 and len(labels[found[0].index]) > 1 else None


def _adds_nothing(text: str, piece: tuple[int, int], rows: Sequence[Name]) -> bool:
    """Whether a piece says no more than the name of a row, and that it has the number."""
    return not any(
        piece[0] <= each.start < piece[1]
        and not any(name.start <= each.start < name.end for name in rows)
        and text[each.start : each.end].lower() not in STOP | LIGHT
        and not each.stem[0].isdigit()
        for each in words_in(text)
    )


def _shown_by_others(
    sentence: Sentence,
    table: Table,
    rows: Sequence[Name],
    quantity: Quantity,
    carried: int | None,
    *,
    few: bool,
) -> tuple[int | None, _How]:
    """The column in which the other numbers of the sentence are right, each for a row it names.

    One of them is enough for a ``few`` words that only name another row: "while Fenn had 85%".
    """
    named = {each.line for each in rows}
    right = {
        (each.start, column.index)
        for each in _figures(sentence)
        if each is not quantity
        for column in table.columns
        if any(is_there(table, row, column.index, each) for row in named)
    }
    told = {start for start, _ in right}
    columns = {column for _, column in right}
    filled = [line for line in table.columns if not line.empty]
    if len(filled) == 1:
        return filled[0].index, _How.CARRIED
    if len(columns) == 1 and carried in columns and len(told) >= (1 if few else _SIBLINGS):
        return carried, _How.TOLD
    return carried, _How.CARRIED


def _is_wrong(
    sentence: Sentence,
    said: str,
    table: Table,
    quantity: Quantity,
    cell: tuple[int, int],
    known: tuple[_How, _How],
) -> bool:
    """Whether a number is not its cell, is no other that may be meant, and is a slip for it."""
    row, column = cell
    span = value_in(table, row, column, quantity)
    part = table.cells[row][column].amount or table.cells[row][column].percent
    if span is None or part is None or (part.decimals > 0) is not (quantity.decimals > 0):
        return False
    text = sentence.text
    told_rows = touched(said, table.rows) | {row} | _wholes(table.rows)
    told_columns = touched(text, table.columns) | {column} | _wholes(table.columns)
    if known[1] is not _How.TOLD:
        told_columns = {each.index for each in table.columns}
    if any(is_there(table, r, c, quantity) for r in told_rows for c in told_columns):
        return False
    if any(span.meets(quantity.interval) for span in _differences(table, row, quantity)):
        return False
    if is_reckoned(table, row, quantity, text):
        return False
    if any(is_there(table, row, column, each) for each in _figures(sentence)):
        return False  # the cell is told already: this is of something else
    beside = any(is_there(table, row, each.index, quantity) for each in table.columns) or any(
        is_there(table, each.index, column, quantity) for each in table.rows
    )
    turned = str(quantity.value) == str(middle(span))[::-1]
    return beside or turned or is_slip([middle(span)], quantity)


def _figures(sentence: Sentence) -> list[Quantity]:
    return [each for each in sentence.quantities if each.measure in SORTS]


def _wholes(lines: Sequence[Line]) -> set[int]:
    return {each.index for each in lines if each.whole is not Whole.NO}


def _differences(table: Table, row: int, quantity: Quantity) -> Iterator[Interval]:
    """How far each two cells of a row lie apart."""
    spans = [value_in(table, row, each.index, quantity) for each in table.columns]
    told = [each for each in spans if each]
    return (one - other for one in told for other in told if one is not other)
