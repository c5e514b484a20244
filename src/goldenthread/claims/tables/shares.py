"""Columns of percentages that share out one whole, and what they come to."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from fractions import Fraction

from goldenthread.claims.intervals import Interval
from goldenthread.claims.tables.bases import Scheme, is_of_percent, schemes
from goldenthread.claims.tables.cells import Cell
from goldenthread.claims.tables.labels import Sense, Whole, when_of
from goldenthread.claims.tables.table import Line, Table
from goldenthread.claims.tables.topics import Topic, topic_of

_HUNDRED = Fraction(100)
_MOST = 150  # what comes to more was never meant to make 100


@dataclass(frozen=True, slots=True)
class Shares:
    """A column of shares that does not make 100; ``reason`` is why it should: "total" (100% is
    printed), "others" (other columns do), "labels" (the categories leave nothing out).
    """

    column: int
    cells: tuple[Cell, ...]
    whole: Cell | None
    terms: tuple[Fraction, ...]
    decimals: int
    slack: Fraction
    reason: str
    sure: bool

    @property
    def total(self) -> Fraction:
        """What the shares come to."""
        return sum(self.terms, Fraction(0))


@dataclass(frozen=True, slots=True)
class _Column:
    index: int
    cells: tuple[Cell, ...]
    whole: Cell | None
    plain: bool  # the whole is called a total
    span: Interval
    complete: bool  # no cell is hidden or blank
    shared: bool  # the column is called a share, and no rate of something

    @property
    def holds(self) -> bool:
        return self.complete and self.span.holds(_HUNDRED)

    @property
    def short(self) -> bool:
        return self.span.high < _HUNDRED


def shares(table: Table) -> Iterator[Shares]:
    """The columns of percentages that ought to make 100 and cannot."""
    hints = table.hints
    if hints.more_than_once or table.is_data:
        return
    tested = {column for column, choices in schemes(table).items() if _follows(choices)}
    columns = [
        column
        for line in table.columns
        if line.index not in tested and line.sense is not Sense.CHANGE
        if is_of_percent(table, line.index)
        for column in _column(table, line)
    ]
    holding = [column for column in columns if column.holds and len(column.cells) > 1]
    wrong = [column for column in columns if not column.span.holds(_HUNDRED)]
    if _across(columns):
        wrong = [column for column in wrong if column.whole is not None and column.plain]
    topic = topic_of(table)
    for column in wrong:
        reason, sure = _why(column, holding, wrong, topic)
        if not reason or (column.short and (hints.some_only or not column.complete)):
            continue
        yield _told(column, reason, sure)


def _across(columns: Sequence[_Column]) -> bool:
    """Whether each row makes 100, so that the columns set one group beside another."""
    if len(columns) < 2 or len({len(column.cells) for column in columns}) > 1:
        return False
    for row in zip(*(column.cells for column in columns), strict=True):
        span = Interval.exactly(0)
        for cell in row:
            if cell.percent is None:
                return False
            span = span + cell.percent.interval
        if not span.holds(_HUNDRED):
            return False
    return True


def _follows(choices: Sequence[Scheme]) -> bool:
    """Whether counts stand beside the shares, against which each is checked."""
    return any(each.held >= (1 if each.kin[0] == "row" else 2) for each in choices)


def _column(table: Table, line: Line) -> list[_Column]:
    rows = [row for row in table.rows if not row.empty]
    wholes = [row for row in rows if row.whole is not Whole.NO]
    hundred = [row for row in wholes if _is_hundred(row, table.cells[row.index][line.index])]
    parts = [
        row
        for row in rows
        if row.label
        and row.whole is Whole.NO
        and not row.of_which
        and row.sense not in (Sense.CHANGE,)
    ]
    if len(hundred) > 1 or len({row.section for row in parts}) > 1:
        return []
    cells = tuple(
        cell
        for row in parts
        if not (cell := table.cells[row.index][line.index]).amount  # of another kind
    )
    known = [cell.percent for cell in cells if cell.percent]
    if len(known) < 2 or any(percent.value < 0 or percent.value >= 100 for percent in known):
        return []  # rates of several groups, and all of one of them
    span = Interval.exactly(0)
    for percent in known:
        span = span + percent.interval
    whole = table.cells[hundred[0].index][line.index] if hundred else None
    plain = bool(hundred) and hundred[0].whole is not Whole.ALL
    complete = len(known) == len(cells)
    if not complete:
        span = Interval(span.low, max(span.high, _HUNDRED))
    rest = " ".join(_SIGNS.sub(" ", line.key).split())
    plural = re.fullmatch(r"(?:all )?(?:[a-z]+[a-rt-z]s|people|children|population|staff)", rest)
    shared = bool(not rest or plural or rest.startswith("of ") or when_of(rest))
    return [_Column(line.index, cells, whole, plain, span, complete, shared)]


_SIGNS = re.compile(r"%|\bper ?cent(?:ages?)?\b|\bproportions?\b|\bshares?\b|[(),:]")


def _is_hundred(row: Line, cell: Cell) -> bool:
    """Whether all of them is printed; below percentages "Total" is 100 without its sign, too."""
    bare = cell.amount if row.whole is Whole.TOTAL else None
    return any(each is not None and each.value == _HUNDRED for each in (cell.percent, bare))


def _why(
    column: _Column, holding: Sequence[_Column], wrong: Sequence[_Column], topic: Topic
) -> tuple[str, bool]:
    """Why a column should make 100, and whether that is beyond doubt; "" where it need not."""
    if len(holding) >= 2 and len(holding) >= 2 * len(wrong):
        return "others", True
    summed = column.whole is not None and column.plain  # 100% is printed as their total
    if (topic.several and not summed) or _is_nested(column):
        return "", False
    middle = (column.span.low + column.span.high) / 2
    alike = len(wrong) > 1 and len({each.short for each in wrong}) == 1
    if middle > _MOST:
        return "", False
    if column.whole is not None and (column.plain or not column.short or topic.complete(middle)):
        return ("", False) if alike else ("total", True)
    if not column.shared and not topic.known:
        return "", False
    if topic.pair:
        near = 80 <= middle <= 120 and not alike
        return ("labels", len(column.cells) == 2) if near else ("", False)
    if len(column.cells) < 3 or alike:
        return "", False
    if (topic.left_over or topic.parts) and holding:
        return "others", True
    if topic.parts and (topic.left_over or not column.short) and 80 <= middle <= 130:
        return "labels", True
    if topic.left_over and 90 <= middle <= 112:
        return "labels", topic.shares and len(column.cells) >= 4
    return "", False


def _is_nested(column: _Column) -> bool:
    """Whether a share is the sum of those straight below it, and they explain what is too much."""
    percents = [cell.percent for cell in column.cells]
    for start, parent in enumerate(percents):
        if parent is None:
            continue
        span = Interval.exactly(0)
        for children, child in enumerate(percents[start + 1 :], start=1):
            if child is None:
                break
            span = span + child.interval
            if children < 2 or not span.meets(parent.interval):
                continue
            rest = column.span - span
            if rest.low <= _HUNDRED <= rest.high:
                return True
    return False


def _told(column: _Column, reason: str, sure: bool) -> Shares:
    percents = [cell.percent for cell in column.cells if cell.percent]
    decimals = max(percent.decimals for percent in percents)
    slack = (column.span.high - column.span.low) / 2
    return Shares(
        column.index,
        column.cells,
        column.whole,
        tuple(percent.value for percent in percents),
        max(decimals, 0),
        slack,
        reason,
        sure,
    )
