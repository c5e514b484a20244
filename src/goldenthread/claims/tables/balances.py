"""Lines that make another by taking away: balances, surpluses, running totals, changes."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from fractions import Fraction

from goldenthread.claims.intervals import Interval
from goldenthread.claims.tables.adding import span_of
from goldenthread.claims.tables.cells import Cell, Part
from goldenthread.claims.tables.labels import Sense
from goldenthread.claims.tables.table import Line, Table
from goldenthread.claims.tables.telling import MINUS, told

_OPENING = re.compile(
    r"\bopening\b|\bbrought forward\b|\bb/f\b|\b(?:at|from) (?:the )?(?:start|beginning)\b|"
    r"\bstart of (?:the )?(?:year|month|quarter|period)|^1 (?:april|january)\b|"
    r"\b(?:on|at|as at) 1 [a-z]{3,9}(?: (?:19|20)\d\d)?$"
)
_CLOSING = re.compile(
    r"\bclosing\b|\bcarried forward\b|\bc/f\b|\bat (?:the )?(?:year )?end\b|"
    r"\bend of (?:the )?(?:year|month|quarter|period)|^31 (?:march|december)\b|"
    r"\b(?:on|at|as at) (?:28|29|30|31) [a-z]{3,9}(?: (?:19|20)\d\d)?$"
)
_IN = re.compile(
    r"^(?:new|started|starts|joined|joiners|admitted|admissions|added|additions|income|entered|"
    r"arrivals|arrived|registered|opened|received|became|(?:paid|money|moved|came|taken) in|bought|"
    r"taken on|recruited|purchases|purchased|acquired|deposits|contributions|surplus)\b|"
    r"\b(?:started|starting|opened|joined|received|registered|coming in|added)"
    r"(?: in (?:the )?(?:year|month|quarter|period))?$|"
    r"^(?:children|people|cases|staff) (?:starting|joining|entering)\b"
)
_OUT = re.compile(
    r"^(?:closed|ended|ends|ceased|left|leavers|discharged|discharges|removed|spending|expenditure|"
    r"spent|withdrawn|resolved|departures|(?:paid|money|moved|taken|went) out|sold|disposals|lost|"
    r"withdrawals|retired|scrapped|deficit)\b|\b(?:ended|closed|ceased|leaving|left|"
    r"discharged|resolved|removed)(?: in (?:the )?(?:year|month|quarter|period))?$|"
    r"^(?:children|people|cases|staff) (?:ceasing|leaving)\b"
)
# What comes and goes in one number.
_MOVED = re.compile(r"(?:net )?(?:surplus|deficit)\b")
_EARNED = re.compile(
    r"(?:total )?(?:income|receipts|revenue|incoming resources|budget|allocation|funding|grant)"
    r"(?: \(?£.*)?"
)
_SPENT = re.compile(
    r"(?:total )?(?:expenditure|spending|expenses|costs|payments|spent|spend|outgoings|"
    r"resources expended|used)(?: \(?£.*)?"
)
_NET = re.compile(
    r"(?:(?:net )?(?:surplus|deficit)|net (?:income|expenditure|movement|result|position|receipts)|"
    r"net|underspend|overspend|unspent|remaining|left over|(?:surplus|net income|underspend) ?/? ?"
    r"(?:or )?\(?(?:deficit|expenditure|overspend)\)?)(?: for the (?:year|period))?(?: \(?£.*)?"
)
_RUNNING = re.compile(r"\bcumulative\b|\brunning total\b|\btotal (?:so far|to date)\b")
_POINTS = re.compile(r"\bpoints?\b|\bpp(?:ts?)?\b")


@dataclass(frozen=True, slots=True)
class WrongBalance:
    """A cell that is not what the others make of it: its name, what it should be, and the sum."""

    cell: Cell
    name: str
    expected: str
    evidence: str


@dataclass(frozen=True, slots=True)
class _Made:
    """One cell with the parts it is made of, each with its sign."""

    cell: Cell
    whole: Part
    parts: tuple[tuple[int, Part], ...]
    line: int
    span: Interval
    unsigned: bool = False

    @property
    def value(self) -> Fraction:
        return sum((sign * part.value for sign, part in self.parts), Fraction(0))

    @property
    def decimals(self) -> int:
        return max(self.whole.decimals, *(part.decimals for _, part in self.parts))

    @property
    def fits(self) -> bool:
        total = Interval.exactly(0)
        for sign, part in self.parts:
            total = total + part.interval.scaled(sign)
        return total.meets(self.span) or (self.unsigned and total.scaled(-1).meets(self.span))


def balances(table: Table) -> Iterator[WrongBalance]:
    """Rows that are the sum and difference of those above them, in each column."""
    if table.is_data:
        return
    rows = [row for row in table.rows if row.label and not row.empty]
    for whole, parts, unsigned in (*_of_stock(rows), *_of_money(rows)):
        made = [
            each
            for column in table.columns
            if column.sense is not Sense.CHANGE
            and (each := _made(table, whole, parts, column.index, unsigned))
        ]
        failed = [each for each in made if not each.fits]
        if len(failed) * 2 <= len(made) or len(made) == 1:
            for each in failed:
                yield _told(table, each, whole.index, each.line)


def running(table: Table) -> Iterator[WrongBalance]:
    """Cells of a column of running totals that are not the sum of all before them."""
    for line in table.columns:
        counts = table.columns[line.index - 1] if line.index else None
        if counts is None or not _RUNNING.search(line.key) or counts.sense is not Sense.COUNT:
            continue
        rows = [row for row in table.rows if not row.empty and not row.whole]
        parts: list[tuple[int, Part]] = []
        made = []
        for row in rows:
            count = table.cells[row.index][counts.index].amount
            cell = table.cells[row.index][line.index]
            if count is None or cell.amount is None:
                break
            parts.append((1, count))
            made.append(
                _Made(cell, cell.amount, tuple(parts), row.index, span_of(table, cell.amount))
            )
        failed = [each for each in made if not each.fits]
        if len(made) - len(failed) >= 2 and len(failed) == 1:
            yield _told(table, failed[0], failed[0].line, line.index)


def points(table: Table) -> Iterator[WrongBalance]:
    """Changes in points that are not the difference of the two percentages beside them."""
    changes = [line for line in table.columns if line.sense is Sense.CHANGE]
    if not changes or table.is_data:
        return
    shares = [column for column in table.columns if _is_of_percent(table, column)]
    for line in changes:
        before = [each for each in shares if each.index < line.index]
        if len(before) != 2 or "%" in line.key.replace("% point", ""):
            continue
        made = []
        for row in table.rows:
            one, two = (table.cells[row.index][each.index].percent for each in before)
            cell = table.cells[row.index][line.index]
            change = cell.amount or (cell.percent if _POINTS.search(line.key) else None)
            if one and two and change:
                span = Interval.rounded(change.value, change.decimals)
                made.append(_Made(cell, change, ((1, two), (-1, one)), row.index, span))
        if not any(each.whole.value < 0 for each in made):
            made = [_Made(m.cell, m.whole, m.parts, m.line, m.span, True) for m in made]
        failed = [each for each in made if not each.fits]
        if len(made) - len(failed) >= 2 * len(failed):
            for each in failed:
                yield _told(table, each, each.line, line.index)


def _is_of_percent(table: Table, column: Line) -> bool:
    cells = [row[column.index] for row in table.cells if row[column.index].parts]
    return column.sense is not Sense.CHANGE and bool(cells) and all(cell.percent for cell in cells)


_Relation = tuple[Line, tuple[tuple[int, Line], ...], bool]


def _of_stock(rows: Sequence[Line]) -> Iterator[_Relation]:
    """Opening, new, closed, closing: in this order, with nothing else between."""
    for start, row in enumerate(rows):
        if not _OPENING.search(row.key) or _CLOSING.search(row.key):
            continue
        parts: list[tuple[int, Line]] = [(1, row)]
        for after in rows[start + 1 :]:
            signs = {sign for sign, _ in parts[1:]}
            if _CLOSING.search(after.key):
                if signs == {1, -1} or (len(parts) == 2 and _MOVED.match(parts[1][1].key)):
                    yield after, tuple(parts), False
                break
            comes, goes = bool(_IN.search(after.key)), bool(_OUT.search(after.key))
            if comes is goes:
                break
            parts.append((1 if comes else -1, after))


def _of_money(rows: Sequence[Line]) -> Iterator[_Relation]:
    """Income, expenditure and what is left, in this order; rows that make up the two between."""
    for place, row in enumerate(rows):
        if not _NET.fullmatch(row.key) or place < 2:
            continue
        spent = rows[place - 1]
        earned = [each for each in rows[: place - 1] if _EARNED.fullmatch(each.key)]
        if _SPENT.fullmatch(spent.key) and len(earned) == 1:
            yield row, ((1, earned[0]), (-1, spent)), True


def _made(
    table: Table, whole: Line, parts: Sequence[tuple[int, Line]], column: int, unsigned: bool
) -> _Made | None:
    cell = table.cells[whole.index][column]
    amounts = [(sign, table.cells[row.index][column].amount) for sign, row in parts]
    if cell.amount is None or any(part is None for _, part in amounts):
        return None
    known = tuple((sign if part.value >= 0 else 1, part) for sign, part in amounts if part)
    return _Made(cell, cell.amount, known, column, span_of(table, cell.amount), unsigned)


def _told(table: Table, made: _Made, row: int, column: int) -> WrongBalance:
    decimals = max(made.decimals, 0)
    words = told(made.parts[0][1].value, decimals)
    for sign, part in made.parts[1:]:
        plus = (sign > 0) is (part.value >= 0)
        words += f" {'+' if plus else MINUS} {told(abs(part.value), decimals)}"
    right = told(made.value, decimals)
    return WrongBalance(
        made.cell, table.named(row, column), right, f"{words} = {right}, not {made.cell.text}"
    )
