"""Numbers beside a table that are a slip of the pen from the cell they would be of."""

import re
from collections.abc import Iterator, Sequence
from itertools import combinations

from goldenthread.claims.language.model import Hedge, Quantity, Sentence
from goldenthread.claims.series.claimed import Named
from goldenthread.claims.series.in_tables import part_of, timed
from goldenthread.claims.series.labels import tokens, words_of
from goldenthread.claims.series.moments import Grain, moments
from goldenthread.claims.series.quoted import (
    ANYONE,
    ELSEWHERE,
    SORT,
    Quote,
    agrees,
    is_level,
    labelled,
    of_the_table,
)
from goldenthread.claims.series.topic import of_others
from goldenthread.claims.series.view import View, views
from goldenthread.claims.series.vocabulary import CLASSES, DONE, FILL, GENERIC, JOIN, PLAIN, VERBS
from goldenthread.claims.tables.cells import Cell, Part, Sort
from goldenthread.claims.tables.labels import Sense
from goldenthread.claims.tables.table import Line, Table

# What is done may be another thing than the table counts: "East closed 264 cases".
_PLAINLY_DONE = frozenset(
    ["made", "making", "rose", "fell", "stood", "scored", "two", "three", "saw"]
)
_KNOWN = (FILL | GENERIC | VERBS | PLAIN | CLASSES | JOIN | ANYONE) - (DONE - _PLAINLY_DONE)
_TELLING = frozenset(
    ["table", "show", "shown", "largest", "smallest", "highest", "lowest", "follow", "followed"]
)
_STEM = 5
_FEWEST_DIGITS = 3
_PRINTED = re.compile(r"[£$]?\d")
_CUT = re.compile(r"[;:]|,\s|\s\(|\)")
_MOST_CELLS = 400


def slips(sentence: Sentence, table: Table, short: dict[str, tuple[str, ...]]) -> Iterator[Quote]:
    """Every number that no cell of the table has, and that is one slip from a cell named.

    A slip is two neighbouring digits changed about, or one digit of three or more that is another.
    Where row and column are named and no other number of that sort stands there, any difference
    tells.
    """
    text = sentence.text
    first, _ = views(table, text, short, loose=True)
    if not (first.rows or first.columns) or len(table.rows) * len(table.columns) > _MOST_CELLS:
        return
    if of_others(text, 0, len(text), first) or _other_times(text, first):
        return
    for quantity in sentence.quantities:
        sort = SORT.get(quantity.measure)
        if sort is None or quantity.hedge is not Hedge.NONE or not _PRINTED.match(quantity.text):
            continue
        before = _CUT.split(text[max(0, quantity.start - 60) : quantity.start])[-1]
        after = _CUT.split(text[quantity.end : quantity.end + 24])[0]
        if ELSEWHERE.search(before) or ELSEWHERE.search(after) or _in_a_name(quantity, first):
            continue
        if not of_the_table(quantity, first.known):
            continue
        if _stands(table, quantity, sort):
            continue
        yield from _found(sentence, table, first, quantity, sort)


def _found(
    sentence: Sentence, table: Table, view: View, quantity: Quantity, sort: Sort
) -> Iterator[Quote]:
    rows = {each.line for each in view.rows}
    columns = {each.line for each in view.columns}
    if not rows:
        return
    text = sentence.text
    every = set(range(len(table.columns)))
    changes = {n for n in every if table.columns[n].sense is Sense.CHANGE}
    level = is_level(text, quantity, sentence.quantities) or labelled(quantity, view, text)
    parts: list[tuple[Cell, Part]] = []
    slipped: list[tuple[Cell, Part]] = []
    for across in (columns or every, every):
        kept = across - changes if level and columns else (across if level else across & changes)
        cells = [table.cells[row][column] for row in rows for column in sorted(kept)]
        found = [(cell, part) for cell in cells if (part := part_of(cell, sort))]
        parts = parts or found
        slipped = [(cell, part) for cell, part in found if is_slip(quantity, part)]
        if slipped:
            break
    bracketed = text[: quantity.start].rstrip("£").endswith("(")
    if len({part.text for _, part in slipped}) == 1:
        chosen = [slipped[0][0]]
    elif len(parts) == 1 and columns and level and not bracketed and _all_known(sentence, view):
        chosen = [parts[0][0]]
    else:
        return
    row, column = _place(table, chosen[0])
    yield Quote(
        sentence=sentence,
        quantity=quantity,
        table=table,
        row=table.rows[row].label,
        column=table.columns[column].label,
        cells=tuple(chosen),
        agrees=False,
        plain=len(digits_of(quantity.text)) >= _FEWEST_DIGITS or _all_known(sentence, view),
        whole=_all_known(sentence, view) or _wholly_named(quantity, text, view, cells=len(parts)),
        slip=True,
    )


def _wholly_named(quantity: Quantity, text: str, view: View, *, cells: int) -> bool:
    """Whether row and column stand there by their whole names, or the number in brackets by one."""
    rows = [each for each in view.rows if _is_whole(each, text, view.table.rows)]
    if (
        rows
        and text[: quantity.start].rstrip("£").endswith("(")
        and text[quantity.end :][:1] == ")"
    ):
        return any(0 <= quantity.start - each.end <= 3 for each in rows)
    columns = [each for each in view.columns if _is_whole(each, text, view.table.columns)]
    return bool(rows) and (bool(columns) or cells == 1)


def _is_whole(named: Named, text: str, lines: Sequence[Line]) -> bool:
    label = words_of(lines[named.line].label)
    said = words_of(text[named.start : named.end])
    return timed(lines[named.line]) is not None or len(said) >= len(label)


def _place(table: Table, cell: Cell) -> tuple[int, int]:
    return next(
        (row, column)
        for row, line in enumerate(table.cells)
        for column, each in enumerate(line)
        if each is cell
    )


def digits_of(printed: str) -> str:
    """The digits of a number as printed, its first number alone."""
    match = re.search(r"\d[\d,]*(?:\.\d+)?", printed)
    return re.sub(r"\D", "", match.group()) if match else ""


def is_slip(quantity: Quantity, part: Part) -> bool:
    """Whether a number is the other with two digits changed about, or with one of them another."""
    one, other = digits_of(quantity.text), digits_of(part.text)
    if len(one) != len(other) or one == other or quantity.decimals != part.decimals:
        return False
    apart = [place for place in range(len(one)) if one[place] != other[place]]
    if len(apart) == 1:
        return len(one) >= _FEWEST_DIGITS
    if len(apart) != 2:
        return False
    return one[apart[0]] == other[apart[1]] and one[apart[1]] == other[apart[0]]


def _stands(table: Table, quantity: Quantity, sort: Sort) -> bool:
    """Whether a cell has the number, or two cells of a line make it."""
    for lines in (table.cells, table.turned.cells):
        for line in lines:
            parts = [part for cell in line if (part := part_of(cell, sort))]
            if any(agrees(part.interval, quantity) for part in parts):
                return True
            if any(
                quantity.interval.holds(made)
                for one, other in combinations([part.value for part in parts], 2)
                for made in (one + other, abs(one - other))
            ):
                return True
    return False


def _in_a_name(quantity: Quantity, view: View) -> bool:
    return any(each.start <= quantity.start < each.end for each in (*view.rows, *view.columns))


def _other_times(text: str, view: View) -> bool:
    """Whether the sentence names a time that the table does not show."""
    lines = (*view.table.rows, *view.table.columns)
    if not any(timed(line) for line in lines):
        return False
    named = (*view.rows, *view.columns)
    return any(
        moment.grain is not Grain.DAY
        and not any(each.start <= moment.start < each.end for each in named)
        for moment in moments(text)
    )


def _all_known(sentence: Sentence, view: View) -> bool:
    """Whether the sentence says nothing that the table does not."""
    stems = {word[:_STEM] for word in view.known}
    named = (*view.rows, *view.columns)
    return all(
        token.word in _KNOWN
        or token.word[0].isdigit()
        or token.word[:_STEM] in stems
        or token.word in _TELLING
        or any(each.start <= token.start < each.end for each in named)
        for token in tokens(sentence.text)
    )
