"""A row's share of its column, told beside the table: "Sports brought in 58.7% of the total".

Part and whole both stand in the table, and the row's own name says which part. Where the share is
not that of the column that is meant, and is the row's share of another time's, or where its words
name the column ("11% of the waiting list") and it is near the right one or another row's, it is a
slip.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from goldenthread.claims.closed.cells.names import Name, names_in, stems_of
from goldenthread.claims.found import ClaimFault
from goldenthread.claims.intervals import may_be_share
from goldenthread.claims.language.distance import is_far_share
from goldenthread.claims.language.hedges import BOUNDED
from goldenthread.claims.language.model import Measure, Quantity, Sentence
from goldenthread.claims.language.printed import like, number
from goldenthread.claims.language.times import times_in
from goldenthread.claims.reading import Reading
from goldenthread.claims.tables.cells import Part
from goldenthread.claims.tables.labels import Whole
from goldenthread.claims.tables.table import Table, tables_of
from goldenthread.nouns.fault import Severity

_NEAR = 8  # blocks between a table and what is said of it
_ROWS = 4  # and a total below three or more
_CUT = re.compile(
    r"[;:()]|,(?!\d)|\.\s|\b(?:and|but|while|whereas|against|compared|than|from|to)\b"
)
_OF = re.compile(
    r"\s+of\s+(?!(?:its|their|his|her|them|these|those|which|whom|this|that)\b)"
    r"(?P<what>[^\d;:.,()%£]{2,60})"
)
_WHERE = re.compile(
    r"\b(?:in|at|for|within|across|among|of|by|from|with|near|to)\s+(?:the\s+)?$", re.I
)
_THEN = re.compile(r"\b(?:previous|last|earlier|before|ago)\b")
_NOW = re.compile(r"\bthis (?:year|quarter|month|period|term)\b")
_YEAR = re.compile(r"\b(?:19|20)\d\d(?:[/–-]\d{2,4})?")
_LIGHT = stems_of("the all total whole overall entire our a year quarter month this everything")


@dataclass(frozen=True, slots=True)
class _Member:
    """A row's cell in a column, with the number that the column comes to."""

    cell: Part
    whole: Part

    def makes(self, share: Quantity) -> bool:
        return self.whole.interval.low > 0 and may_be_share(
            share.interval, self.cell.interval, self.whole.interval
        )

    @property
    def share(self) -> float:
        return float(self.cell.value / self.whole.value * 100)


def shares_of_columns(reading: Reading) -> Iterator[ClaimFault]:
    """Every share of a row that is not that of the column meant."""
    tables = tables_of(reading)
    for sentence in reading.sentences if tables else ():
        shares = [
            each
            for each in sentence.quantities
            if each.measure is Measure.PERCENT and each.hedge in BOUNDED
        ]
        for table in tables if shares else ():
            away = abs(table.grid.order - sentence.passage.order)
            if table.file != sentence.file or away > _NEAR or table.is_data:
                continue
            names = names_in(sentence.text, table.rows)
            for share in shares if names else ():
                yield from _wrong(sentence, table, share, names)


def _wrong(
    sentence: Sentence, table: Table, share: Quantity, names: Sequence[Name]
) -> Iterator[ClaimFault]:
    text = sentence.text
    what = _OF.match(text, share.end)
    if what is None:
        return
    start = max((each.end() for each in _CUT.finditer(text, 0, share.start)), default=0)
    own = [each for each in names if start <= each.start and each.end <= share.start]
    if len({each.line for each in own}) != 1 or _WHERE.search(text[: own[0].start]):
        return
    counts = (Measure.COUNT, Measure.MONEY, Measure.POINTS)
    if any(
        start <= each.start < share.start and each.measure in counts for each in sentence.quantities
    ):
        return
    row = own[0].line
    if row in _totals(table):
        return
    columns = _columns(table)
    named = _named(table, columns, what["what"])
    meant = named or _latest(table, columns, text)
    if len(meant) != 1 or row not in columns[meant[0]]:
        return
    right = columns[meant[0]][row]
    if right.makes(share) or not right.whole.value:
        return
    others = [
        column[row] for place, column in columns.items() if place != meant[0] and row in column
    ]
    if any(each.makes(share) for each in others):
        slipped = True
    else:
        beside = [part for line, part in columns[meant[0]].items() if line != row]
        slipped = bool(named) and (
            any(each.makes(share) for each in beside)
            or not is_far_share(
                share.value, right.cell.value / right.whole.value * 100, whole=not share.decimals
            )
        )
    if slipped:
        yield _fault(sentence, table, share, right, row)


def _columns(table: Table) -> dict[int, dict[int, _Member]]:
    """Every column of counts that has a total, by its rows."""
    found: dict[int, dict[int, _Member]] = {}
    totals = _totals(table)
    if len(totals) != 1:
        return found
    for column in table.columns:
        cells = {
            row.index: cell.amount
            for row in table.rows
            if (cell := table.cells[row.index][column.index]).amount and not cell.percent
        }
        whole = cells.pop(totals[0], None)
        if whole is None or len(cells) < 2 or any(each.value < 0 for each in cells.values()):
            continue
        made = sum(each.value for each in cells.values())
        if abs(made - whole.value) <= len(cells) * (whole.interval.high - whole.interval.low):
            found[column.index] = {at: _Member(cell, whole) for at, cell in cells.items()}
    return found


def _totals(table: Table) -> list[int]:
    """The row that is called a total, or the last where it is what all the others come to."""
    called = [row.index for row in table.rows if row.whole is not Whole.NO]
    rows = [row for row in table.rows if not row.empty]
    if called or len(rows) < _ROWS:
        return called
    for column in table.columns:
        *cells, last = (table.cells[row.index][column.index].amount for row in rows)
        if last and all(cells) and sum(each.value for each in cells if each) == last.value:
            return [rows[-1].index]
    return []


def _named(table: Table, columns: dict[int, dict[int, _Member]], what: str) -> list[int]:
    """The columns that the words for the whole name, all of them."""
    said = stems_of(what) - _LIGHT
    return [at for at in columns if said and said <= stems_of(table.columns[at].label)]


def _latest(table: Table, columns: dict[int, dict[int, _Member]], text: str) -> list[int]:
    """The column of the latest time, where all are of times and the text tells of no other."""
    if _THEN.search(text) or (times_in(text) and not _NOW.search(text)):
        return []
    times = {at: _YEAR.findall(table.columns[at].label) for at in columns}
    if len(columns) < 2 or any(len(each) != 1 for each in times.values()):
        return []
    last = max(each[0] for each in times.values())
    return [at for at, each in times.items() if each[0] == last]


def _fault(
    sentence: Sentence, table: Table, share: Quantity, right: _Member, row: int
) -> ClaimFault:
    value = right.cell.value / right.whole.value * 100
    stated = share.text.strip()
    return ClaimFault(
        file=sentence.file,
        locator=sentence.locator,
        kind="share",
        severity=Severity.ERROR,
        printed=stated,
        expected=like(share, value),
        message=f"The percentage is not what the table has for {table.rows[row].label}: "
        f"print {like(share, value)}, or look at the table.",
        evidence=f"{number(right.cell.value)} ÷ {number(right.whole.value)} = "
        f"{number(value, max(share.decimals, 1))}%, not {stated}",
    )
