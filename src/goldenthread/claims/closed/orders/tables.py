"""A place in an order claimed for one cell of a table, held against its row and its column.

The cell is known by the table's own words: the clause names its row or its column, or tells its
number. It is wrong where the cell has that place neither in its column nor, among times, its row.
"""

import re
from collections.abc import Iterator, Sequence

from goldenthread.claims.closed.cells.names import Name, names_in, stems_of
from goldenthread.claims.closed.orders.claims import (
    BUT_FOR,
    NARROWED,
    Claim,
    claims_in,
    is_of_a_change,
    strange,
)
from goldenthread.claims.closed.orders.lists import own_value
from goldenthread.claims.closed.orders.series import wholes_in
from goldenthread.claims.language.model import Hedge, Quantity, Sentence
from goldenthread.claims.orders.values.in_tables import is_level, part_of, peers, timed
from goldenthread.claims.orders.values.measures import of_different_measures
from goldenthread.claims.orders.values.model import Point, Truth, place_of
from goldenthread.claims.orders.ways.assertion import Assertion, disproved_end
from goldenthread.claims.orders.words.narrowed import OVER_TIME
from goldenthread.claims.quoting.quoted_cells import SORTS
from goldenthread.claims.quoting.retold_lines import is_there
from goldenthread.claims.sayings.words import content
from goldenthread.claims.tables.cells import Cell, Sort
from goldenthread.claims.tables.table import Table

_THAT_TIME = re.compile(r"\b(?:that|the same) (?:quarter|year|month|term|week|period)\b", re.I)
_FORMED = re.compile(r"\b[a-z]+ed\b(?=\s(?:the|its|our|their|a)\b)")  # "formed the largest"
_FEWEST = 3
_Cell = tuple[int, int]


def misplaced_in_table(sentence: Sentence, table: Table) -> Iterator[Assertion]:
    """Every cell to which a sentence gives a place that it has in no reading of the table."""
    text = sentence.text
    heads = _heads(table).lower()
    if table.is_data:
        return
    claims = list(claims_in(text))
    cells = {claim: _cells(sentence, claim, table) for claim in claims}
    leads = False  # whether the claim before is so of this table
    for claim in claims:
        clause = text[claim.led : claim.within[1]]
        if any(each.group().lower() not in heads for each in NARROWED.finditer(clause)):
            continue
        if is_of_a_change(clause, claim.words) or (claim.rank == 1 and BUT_FOR.search(clause)):
            continue
        alike = [
            other
            for other in claims
            if other is not claim and (other.way, other.rank) == (claim.way, claim.rank)
        ]
        if not all(cells[other] for other in alike):
            continue  # what is called the same may be so of another measure
        rivals = {cell for other in alike for cell in cells[other]}
        made = [
            each for cell in cells[claim] for each in _placed(sentence, claim, table, cell, rivals)
        ]
        if claim.follows and not leads:
            continue
        leads = any(truth is Truth.HOLDS for truth, _ in made)
        if made and all(truth is Truth.FAILS for truth, _ in made):
            yield made[0][1]


def _heads(table: Table) -> str:
    lines = [line.label for line in (*table.rows, *table.columns)]
    return " ".join([table.grid.caption, table.grid.section, *table.grid.rows[0][:1], *lines])


def _cells(sentence: Sentence, claim: Claim, table: Table) -> list[_Cell]:
    """The cells a claim may be of; none where that cannot be told, or it is of something else."""
    text = sentence.text
    rows, columns = names_in(text, table.rows), names_in(text, table.columns)
    told_rows, told_columns = _inside(rows, claim), _inside(columns, claim)
    if not told_columns and _THAT_TIME.search(text, *claim.within):
        before = [each.line for each in columns if each.end <= claim.within[0]]
        told_columns = set(before) if len(set(before)) == 1 else set()
    if len(told_rows) > 1 or len(told_columns) > 1:
        return []
    figures = [each for each in sentence.quantities if _is_figure(sentence, each)]
    own = own_value(text, figures, (claim.start, claim.end), claim.within)
    inside = [each for each in figures if claim.within[0] <= each.start < claim.within[1]]
    if inside and own is None:
        return []
    led = {each.line for each in rows if claim.led <= each.start < claim.within[1]}
    if own is not None and not told_rows and len(led) == 1:
        told_rows = led
    every = [
        (row.index, column.index)
        for row in table.rows
        for column in table.columns
        if row.index in (told_rows or {row.index})
        and column.index in (told_columns or {column.index})
        and not (row.empty or column.empty or is_level(row) or is_level(column))
    ]
    known = content(_heads(table)) | stems_of(_heads(table))
    clause = _FORMED.sub(" ", text[slice(*claim.within)])
    new = strange(clause, claim.words, known)
    if new or OVER_TIME.search(text, *claim.within):
        return []
    if own is not None:
        named = told_rows or told_columns
        return [each for each in every if named and is_there(table, *each, figures[own])]
    if led != told_rows or not told_rows:
        return []
    return every if claim.is_of_numbers and len(every) == 1 else []


def _inside(names: Sequence[Name], claim: Claim) -> set[int]:
    return {each.line for each in names if claim.within[0] <= each.start < claim.within[1]}


def _is_figure(sentence: Sentence, quantity: Quantity) -> bool:
    """Whether a number may be a cell's: in figures, as it is, and no part of a time."""
    return (
        quantity.measure in SORTS
        and quantity.hedge is Hedge.NONE
        and quantity.text.strip("£ ")[:1].isdigit()
        and not any(time.start <= quantity.start < time.end for time in sentence.times)
    )


def _placed(
    sentence: Sentence, claim: Claim, table: Table, cell: _Cell, rivals: set[_Cell]
) -> Iterator[tuple[Truth, Assertion]]:
    """What a cell's column says to a claim, and its row where its columns are times.

    Of two cells of one line that are both called the highest neither is so of that line.
    """
    row, column = cell
    for view, line, at in ((table, row, column), (table.turned, column, row)):
        sums = wholes_in(view)
        along = peers(view.rows, (line,), with_rest=claim.rank > 1)
        along = tuple(each for each in along if each == line or each not in sums)
        if line not in along or len(along) < _FEWEST:
            continue
        side = 1 if view is table else 0
        if any(each[side] == cell[side] and each != cell for each in rivals):
            continue
        if view is not table and timed(table.columns[column]) is None:
            continue
        if of_different_measures(view.turned, (line,), along):
            continue
        for sort in (Sort.NUMBER, Sort.PERCENT, Sort.MONEY):
            points = _points(view, along, at, sort)
            if len(points) == len(along):
                mine = along.index(line)
                truth = place_of(points, mine, claim.way, claim.rank)
                yield (
                    truth,
                    disproved_end(sentence, claim.words, points, mine, claim.way, claim.rank),
                )


def _points(view: Table, along: Sequence[int], at: int, sort: Sort) -> list[Point]:
    cells: list[tuple[int, Cell]] = [(each, view.cells[each][at]) for each in along]
    return [
        Point(label=view.rows[each].label, printed=part.text, interval=part.interval)
        for each, cell in cells
        if (part := part_of(cell, sort))
    ]
