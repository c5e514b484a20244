"""Numbers in sentences that name a row of a table, and the cells they would be of."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction
from itertools import combinations

from goldenthread.claims.intervals import Interval
from goldenthread.claims.language.model import Measure, Quantity, Sentence
from goldenthread.claims.series.claimed import Named
from goldenthread.claims.series.in_tables import part_of, timed
from goldenthread.claims.series.labels import tokens
from goldenthread.claims.series.moments import Grain, moments
from goldenthread.claims.series.topic import of_others
from goldenthread.claims.series.view import View, views
from goldenthread.claims.series.vocabulary import FILL
from goldenthread.claims.tables.cells import Cell, Sort
from goldenthread.claims.tables.labels import Sense, Whole
from goldenthread.claims.tables.table import Table

SORT = {
    Measure.COUNT: Sort.NUMBER,
    Measure.PERCENT: Sort.PERCENT,
    Measure.MONEY: Sort.MONEY,
}
_SEPARATOR = re.compile(
    r"\s*[;,]\s*(?:and|but|while|with|whereas|then)?\b|\s+(?:and|but|while|whereas|then|"
    r"compared\s+(?:with|to)|against|from|to)\s+"
)
_CHANGE_BEFORE = re.compile(
    r"\b(?:by|increase|rise|fall|reduction|decrease|drop|change|difference|gap|growth|up|down|"
    r"further|additional|extra|another"
    r"|target|aim|goal|forecast|expected|planned|limit|capacity|out)\s*(?:of|to|for|some|about"
    r"|around|over|nearly|almost|just|\(|at|,)*\s*$",
    re.IGNORECASE,
)
_CHANGE_AFTER = re.compile(
    r"\s*(?:[a-z]+\s+){0,2}?(?:more|fewer|less|higher|lower|increase|decrease|rise|fall|"
    r"reduction|drop|up|down|over|under|above|below"
    r"|short|points?|times|year[- ]on|of\s+(?:these|them|those|whom|which)|additional|extra)\b",
    re.IGNORECASE,
)
ELSEWHERE = re.compile(
    r"\b(?:year\s+(?:ago|before|earlier)|(?:last|previous|prior|preceding|next)\s+(?:year|month|"
    r"quarter)|previously|national\w*|England|region\w*"
    r"|neighbours?|averag\w+|mean|median|not|who|whose|where|re-?referrals?|repeat\w*|altogether|"
    r"together|combined|between\s+them|in\s+all|each|per|rate|sub-?group|excluding|except|"
    r"including|includes"
    r"|also|half|those|only|remaining|rest|others?|target|provisional|revised|corrected"
    r"|estimated?)\b",
    re.IGNORECASE,
)
# "140 of the 1,163": the base of a share.
_BASE = re.compile(r"(?<!total )(?<!number )\bof\s+(?:(?:the|all|our|these)\s+)*$", re.IGNORECASE)
# "44.4% of plans (142)": the number in brackets is of the same thing.
_IN_BRACKETS = re.compile(r"(?:\s+[a-z][\w-]*){0,4}\s*\(")
_OF_THEM = re.compile(r"\s+of\s+(?:these|them|those)\b")
_TABLE = re.compile(
    r"\b[Tt]able\s*(?P<number>\d+\w?)?\b|\bas\s+shown\s+(?:above|below)\b|\bshown\s+above\b",
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Quote:
    """A number that would be of a cell: ``cells`` it may be of (one where the column is named).

    ``slip`` says that it is one slip of the pen from the cell, ``whole`` that the sentence then
    says nothing that the table does not.
    """

    sentence: Sentence
    quantity: Quantity
    table: Table
    row: str
    column: str
    cells: tuple[Cell, ...]
    agrees: bool
    plain: bool
    slip: bool = False
    whole: bool = False

    @property
    def sort(self) -> Sort:
        """The sort of number the cells hold in answer."""
        return SORT[self.quantity.measure]


def refers(text: str) -> re.Match[str] | None:
    """Where a sentence says that it speaks of a table."""
    return _TABLE.search(text)


def quotes(sentence: Sentence, table: Table, short: dict[str, tuple[str, ...]]) -> Iterator[Quote]:
    """Every number of the sentence that stands with the name of one row of the table.

    The table is looked at along its rows and along its columns; a number that a cell of either
    view bears out agrees.
    """
    text = sentence.text
    pair = views(table, text, short, loose=True)
    for quantity in sentence.quantities:
        level = is_level(text, quantity, sentence.quantities)
        if quantity.measure not in SORT or not (level or labelled(quantity, pair[0], text)):
            continue
        made = []
        for view in pair:
            if not of_the_table(quantity, view.known):
                continue
            start, end = _piece(sentence, quantity, [*view.rows, *view.columns])
            start = max(start, text.rfind(";", 0, quantity.start) + 1)
            end = min(end, max(text.find(";", quantity.end), 0) or end)
            if ELSEWHERE.search(text, start, end) or of_others(text, start, end, view):
                continue
            if found := _quote(sentence, quantity, view, (start, end)):
                made.append(found)
        if made:
            yield next((each for each in made if each.agrees), made[0])


def is_level(text: str, quantity: Quantity, quantities: tuple[Quantity, ...]) -> bool:
    """Whether the number tells how many there are, and not a change, a target or a part."""
    if any(q.end <= quantity.start for q in quantities) and _BASE.search(text[: quantity.start]):
        return False
    return not (
        _CHANGE_BEFORE.search(text[max(0, quantity.start - 40) : quantity.start])
        or _CHANGE_AFTER.match(text, quantity.end)
    )


def labelled(quantity: Quantity, view: View, text: str) -> bool:
    """Whether a number that is "of them" has its own label just before it: "upheld 418 of them"."""
    if not _OF_THEM.match(text, quantity.end):
        return False
    named = (*view.rows, *view.columns)
    return any(0 <= quantity.start - each.end <= 1 for each in named)


def _piece(sentence: Sentence, quantity: Quantity, named: list[Named]) -> tuple[int, int]:
    """The stretch of the sentence that belongs to one number, cut where others begin and end."""
    text = sentence.text
    others = [
        each
        for each in sentence.quantities
        if each is quantity
        or (each.measure in SORT and not any(name.start <= each.start < name.end for name in named))
    ]
    first = last = others.index(quantity)
    while first and _IN_BRACKETS.fullmatch(text, others[first - 1].end, others[first].start):
        first -= 1
    while last + 1 < len(others) and _IN_BRACKETS.fullmatch(
        text, others[last].end, others[last + 1].start
    ):
        last += 1
    start = _cut(text, others[first - 1].end, others[first].start, named) if first else 0
    if last + 1 == len(others):
        return start, len(text)
    return start, _cut(text, others[last].end, others[last + 1].start, named)


def _cut(text: str, start: int, end: int, named: list[Named]) -> int:
    cuts = [
        match.end()
        for match in _SEPARATOR.finditer(text, start, end)
        if not any(each.start < match.end() and match.start() < each.end for each in named)
    ]
    return cuts[-1] if cuts else end


def _quote(
    sentence: Sentence, quantity: Quantity, view: View, piece: tuple[int, int]
) -> Quote | None:
    table = view.table
    line = _row(sentence, view, piece)
    if line is None:
        return None
    row = table.rows[line]
    if row.whole is not Whole.NO or timed(row) or row.sense is Sense.CHANGE:
        return None
    column = _column(sentence, table, view.columns, piece)
    if column is None:
        return None
    chosen = [column] if column >= 0 else [c.index for c in table.columns]
    cells = tuple(table.cells[line][place] for place in chosen)
    sort = SORT[quantity.measure]
    parts = [part for cell in cells if (part := part_of(cell, sort))]
    if not parts or any(cell.hidden for cell in cells):
        return None
    fits = any(agrees(part.interval, quantity) for part in parts)
    if column < 0 and not fits and _worked_out([p.value for p in parts], quantity):
        return None
    return Quote(
        sentence=sentence,
        quantity=quantity,
        table=table,
        row=row.label,
        column=table.columns[column].label if column >= 0 else "",
        cells=cells,
        agrees=fits,
        plain=column >= 0 or len(parts) <= _FEW_CELLS or _has_total(table),
    )


_FEW_CELLS = 3


def _row(sentence: Sentence, view: View, piece: tuple[int, int]) -> int | None:
    """The row a number stands with: named in its piece, or the sentence's only one."""
    start, end = piece
    inside = {each.line for each in view.rows if start <= each.start and each.end <= end}
    if len(inside) == 1:
        return inside.pop()
    every = {each.line for each in view.rows}
    columns = [each for each in view.columns if start <= each.start and each.end <= end]
    if inside or len(every) != 1 or not columns:
        return None
    plain = all(
        token.word in FILL
        or token.word[0].isdigit()
        or token.word in view.known
        or token.word == "and"
        or any(each.start <= token.start < each.end for each in columns)
        for token in tokens(sentence.text)
        if start <= token.start < end
    )
    return every.pop() if plain else None


def _has_total(table: Table) -> bool:
    return any(column.whole is Whole.TOTAL for column in table.columns)


ANYONE = frozenset(
    [
        "child",
        "person",
        "people",
        "young",
        "case",
        "pupil",
        "family",
        "patient",
        "resident",
        "client",
        "user",
        "one",
        "student",
    ]
)
_STEM = 5


def of_the_table(quantity: Quantity, known: frozenset[str]) -> bool:
    """Whether what is counted may be what the table counts: "14 sessions" are no plans."""
    words = [token.word for token in tokens(quantity.noun)]
    stems = {word[:_STEM] for word in known}
    return (
        not words
        or quantity.measure is not Measure.COUNT
        or any(word in ANYONE or word[:_STEM] in stems for word in words)
    )


def agrees(cell: Interval, quantity: Quantity) -> bool:
    """Whether a cell may be what is told, rounded or hedged as it is."""
    if quantity.interval.meets(cell):
        return True
    fewer = Interval.rounded(quantity.value, quantity.decimals)
    return quantity.measure is not Measure.COUNT and fewer.meets(cell)


def _column(
    sentence: Sentence, table: Table, columns: list[Named], piece: tuple[int, int]
) -> int | None:
    """The column meant: -1 where none is named, None where it cannot be told or is not shown."""
    start, end = piece
    first = min((q.start for q in sentence.quantities), default=end)
    inside = {each.line for each in columns if start <= each.start and each.end <= end}
    lead = {each.line for each in columns if each.end <= first}
    times = [m for m in moments(sentence.text) if m.grain is not Grain.DAY]
    shown = [each for each in columns if timed(table.columns[each.line])]
    unshown = [m for m in times if not any(e.start <= m.start < e.end for e in shown)]
    if any(timed(column) for column in table.columns) and unshown:
        return None
    found = inside or lead
    if len(found) == 1:
        return found.pop()
    return None if found else -1


def _worked_out(values: list[Fraction], quantity: Quantity) -> bool:
    """Whether a number follows from two cells of the row: their sum, difference or share."""
    return any(
        quantity.interval.holds(result)
        for one, other in combinations(values, 2)
        for result in (one + other, abs(one - other))
    )
