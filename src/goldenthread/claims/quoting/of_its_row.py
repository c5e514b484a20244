"""A number beside another that anchors it to one row of a table, of which no cell is that number.

"Ash completed 1,066 of the 1,164 reviews due": 1,164 is the row's own, and 1,066 is what another
row has completed. "Letters in time improved from 48% to 67%": the row goes from 58% to 67%.
"""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from goldenthread.claims.language.model import Hedge, Measure, Quantity, Sentence
from goldenthread.claims.language.slip import slip_of
from goldenthread.claims.quoting.quoted_model import Quote
from goldenthread.claims.tables.cells import Cell, Part
from goldenthread.claims.tables.labels import Sense, Whole
from goldenthread.claims.tables.lines import Line
from goldenthread.claims.tables.table import Table

_OF = re.compile(r" (?:out )?of (?:(?:the|its|their|all|our) )*")
_CLAUSE = re.compile(
    r"[;:]\s|\.\s|,? (?:and|but|while|whereas) (?:the|in|at|has|have|had|was|were)\b"
)
# Another time than the table's, or another standing.
_OTHERWISE = re.compile(
    r"\b(?:ago|last|before|previous\w*|earlier|year|target|national\w*|england|average|(?:19|20)\d\d|"
    r"expected|forecast|provisional|revised|about|around|excluding|including|only)\b",
    re.IGNORECASE,
)
_GOES_ON = re.compile(r"\s(?:in|within|on|by|at)\s")
_LONG, _NAME, _STEM = 3, 4, 5


def of_its_row(sentence: Sentence, table: Table) -> Iterator[Quote]:
    """Every number that the one beside it ties to a row, which has another in its place."""
    numbers = sentence.quantities
    for one, other in pairwise(numbers):
        if one.hedge is not Hedge.NONE or other.hedge is not Hedge.NONE:
            continue
        start, end = _clause(sentence.text, one.start, other.end)
        clause = sentence.text[start:end]
        rows = [row for row in table.rows if _is_named(row, clause)]
        if len(rows) != 1 or rows[0].whole is not Whole.NO or one.measure is not other.measure:
            continue
        between = sentence.text[one.end : other.start]
        found: Line | None = None
        if _OF.fullmatch(between) and one.measure is Measure.COUNT:
            found = _part(table, rows[0], one, other, clause)
        elif between == " to " and not _OTHERWISE.search(clause):
            led = sentence.text[: one.start].endswith("from ")
            found = _first_end(table, rows[0], one, other) if led else None
        if found:
            yield Quote(
                sentence=sentence,
                quantity=one,
                table=table,
                row=rows[0].label,
                column=found.label,
                cells=(table.cells[rows[0].index][found.index],),
                agrees=False,
                plain=True,
                sure=True,
                slip=True,
            )


def _clause(text: str, start: int, end: int) -> tuple[int, int]:
    """The clause of two numbers that stand together."""
    begins = max((match.end() for match in _CLAUSE.finditer(text, 0, start)), default=0)
    stop = _CLAUSE.search(text, end)
    return begins, stop.start() if stop else len(text)


def _is_named(row: Line, text: str) -> bool:
    """Whether a row is named whole, or by what stands before "in 20 days" in its name."""
    label = re.sub(r"\s*\([^()]*\)", "", row.label)
    head = _GOES_ON.split(label)[0]
    names = [label, *([head] if " " in head else [])]
    return any(
        len(name) >= _NAME and re.search(rf"\b{re.escape(name)}\b", text, re.IGNORECASE)
        for name in names
    )


def _number(cell: Cell, like: Quantity) -> Part | None:
    """The cell's number of the sort told."""
    return cell.percent if like.measure is Measure.PERCENT else cell.amount


def _has(cells: Sequence[Cell], told: Quantity) -> list[int]:
    return [
        place
        for place, cell in enumerate(cells)
        if (part := _number(cell, told)) and part.value == told.value
    ]


def _part(table: Table, row: Line, part: Quantity, whole: Quantity, clause: str) -> Line | None:
    """The column of which a part is told with the whole of this row and the part of another."""
    cells = table.cells[row.index]
    if len(_has(cells, whole)) != 1 or _has(cells, part) or len(part.text) < _LONG:
        return None
    words = {word[:_STEM] for word in re.findall(r"[a-z]{4,}", clause.lower())}
    meant = [
        column
        for column in table.columns
        if column.sense is Sense.COUNT
        and words & {word[:_STEM] for word in re.findall(r"[a-z]{4,}", column.key)}
        and column.index not in _has(cells, whole)
        and any(
            (number := _number(table.cells[each.index][column.index], part))
            and number.value == part.value
            for each in table.rows
            if each is not row
        )
    ]
    own = [column for column in meant if _number(cells[column.index], part)]
    return own[0] if len(own) == 1 else None


def _first_end(table: Table, row: Line, one: Quantity, other: Quantity) -> Line | None:
    """The column before that of the second number, of whose cell the first is a slip."""
    cells = table.cells[row.index]
    places = _has(cells, other)
    if len(places) != 1 or not places[0] or _has(cells, one):
        return None
    column = table.columns[places[0] - 1]
    before = _number(cells[column.index], one)
    if before is None or column.whole is not Whole.NO or column.sense is Sense.CHANGE:
        return None
    first, second = (re.sub(r"\D", "", text) for text in (one.text, before.text))
    alike = len(first) == len(second) and before.decimals == one.decimals
    return column if alike and slip_of(first, second) else None
