"""Columns of change in per cent, worked out again from the two columns they compare."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from fractions import Fraction

from goldenthread.claims.intervals import Interval, change_percent
from goldenthread.claims.tables.bases import is_of_percent
from goldenthread.claims.tables.cells import Cell, Part
from goldenthread.claims.tables.failing import moved, put_right, suspected
from goldenthread.claims.tables.labels import Sense
from goldenthread.claims.tables.table import Line, Table
from goldenthread.claims.tables.telling import MINUS, told


@dataclass(frozen=True, slots=True)
class WrongChange:
    """A change that the two numbers beside it do not make."""

    cell: Cell
    name: str
    expected: str
    evidence: str


@dataclass(frozen=True, slots=True)
class _Step:
    cell: Cell
    change: Part
    before: Part
    after: Part
    row: int
    put_right: tuple[Part, Part]  # before and after as the table's sums would have them
    others: tuple[tuple[Part, Part], ...]  # and as they would be if one of them were to blame

    @property
    def right(self) -> Fraction:
        return (self.after.value - self.before.value) * 100 / self.before.value

    @property
    def fits(self) -> bool:
        return any(
            change_percent(before.interval, after.interval).meets(self.change.interval)
            for before, after in ((self.before, self.after), self.put_right)
            if before.interval.low > 0
        )

    @property
    def suspected(self) -> bool:
        """Whether another value of one of the two, which a failing sum asks for, would fit."""
        return any(
            change_percent(before.interval, after.interval).meets(self.change.interval)
            for before, after in self.others
            if before.interval.low > 0
        )

    @property
    def fits_unsigned(self) -> bool:
        made = change_percent(self.before.interval, self.after.interval)
        return made.scaled(-1).meets(self.change.interval)


def changes(table: Table) -> Iterator[WrongChange]:
    """Every cell of a column named a percentage change that does not fit the two columns before it.

    A column is judged only where most of its cells fit, so that a change on another year than
    those shown is let pass.
    """
    for line in table.columns:
        if line.sense is not Sense.CHANGE:
            continue
        if is_of_percent(table, line.index) or _is_headed_percent(table, line):
            yield from _wrong(table, line)


# "Change (%)" tells for all of its cells what "12.5" in one of them is; points are no such thing.
_HEADED = re.compile(r"%|\bper ?cent(?:age)?\b", re.IGNORECASE)
_OF_POINTS = re.compile(r"\b(?:points?|pts?|ppts?|pp)\b", re.IGNORECASE)


def _is_headed_percent(table: Table, line: Line) -> bool:
    """Whether the heading of a column says that its bare numbers are percentages."""
    headed = _HEADED.search(line.label) is not None and not _OF_POINTS.search(line.label)
    cells = [row[line.index] for row in table.cells if row[line.index].parts]
    return headed and all(len(each.parts) == 1 and each.amount for each in cells)


def _percent(cell: Cell) -> Part | None:
    """What a cell of such a column tells: its percentage, or its bare number as one."""
    return cell.percent or (_rounded(cell.amount) if cell.amount else None)


def _wrong(table: Table, line: Line) -> Iterator[WrongChange]:
    before = [
        each.index
        for each in table.columns[: line.index]
        if each.sense not in (Sense.CHANGE, Sense.PERCENT)
        and any(row[each.index].amount for row in table.cells)
    ]
    if len(before) < 2:
        return
    pairs = [(before[-2], before[-1]), (before[-1], before[-2])]
    tried = [_steps(table, line.index, *pair) for pair in pairs]
    steps = max(tried, key=lambda each: sum(step.fits for step in each))
    held = sum(step.fits and step.right != 0 for step in steps)
    signed = any(step.change.value < 0 for step in steps)
    failed = [
        step
        for step in steps
        if not step.fits and (signed or not step.fits_unsigned) and not step.suspected
    ]
    if held < 1 or 2 * len(failed) > held + 1:
        return
    for step in failed:
        right = f"{told(step.right, step.change.decimals)}%"
        gap = step.after.value - step.before.value
        decimals = max(step.after.decimals, step.before.decimals)
        yield WrongChange(
            step.cell,
            table.named(step.row, line.index),
            right,
            f"{told(step.after.value, decimals)} {MINUS} {told(step.before.value, decimals)} = "
            f"{told(gap, decimals)}; {told(gap, decimals)} ÷ {told(step.before.value, decimals)} "
            f"= {right}, not {step.change.text}",
        )


def _steps(table: Table, change: int, before: int, after: int) -> list[_Step]:
    found = []
    for row in table.rows:
        cells = table.cells[row.index]
        percent, first, last = _percent(cells[change]), cells[before].amount, cells[after].amount
        if first and last and row.sense is Sense.LEVEL:
            first, last = _rounded(first), _rounded(last)
        if percent and first and last and first.interval.low > 0:
            right = (
                _put_right(table, cells[before], first),
                _put_right(table, cells[after], last),
            )
            doubts = suspected(table)
            others = (
                *((moved(first, value), last) for value in doubts.get(cells[before].locator, ())),
                *((first, moved(last, value)) for value in doubts.get(cells[after].locator, ())),
            )
            found.append(_Step(cells[change], percent, first, last, row.index, right, others))
    return found


def _rounded(part: Part) -> Part:
    """A rate or an average, which is rounded even where it is printed without decimals."""
    return replace(part, interval=Interval.rounded(part.value, part.decimals))


def _put_right(table: Table, cell: Cell, printed: Part) -> Part:
    right = put_right(table, cell)
    return right if right and right.value != printed.value else printed
