"""Every sum of a table that fails, and the cells that are to blame for it."""

from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction
from functools import lru_cache

from goldenthread.claims.intervals import Interval
from goldenthread.claims.tables.adding import Outcome
from goldenthread.claims.tables.attending import is_of_attendance
from goldenthread.claims.tables.cells import Cell, Part
from goldenthread.claims.tables.mending import Mend, mends
from goldenthread.claims.tables.sums import Addition, additions
from goldenthread.claims.tables.table import Table
from goldenthread.claims.tables.trust import severity_of
from goldenthread.nouns.fault import Severity


@dataclass(frozen=True, slots=True)
class FailingSum:
    """A sum that fails. ``table`` is turned where it runs across; ``line`` is its column.

    ``severity`` is None where the sum by itself is better left unsaid.
    """

    table: Table
    addition: Addition
    line: int
    outcome: Outcome
    severity: Severity | None

    @property
    def name(self) -> str:
        """Which total this is: "Total, Q3"."""
        return self.table.named(self.addition.relation.whole, self.line)


@dataclass(frozen=True, slots=True)
class Failing:
    """The failing sums of a table: those that one changed cell would mend, and the others."""

    mended: tuple[tuple[Mend, tuple[FailingSum, ...]], ...]
    alone: tuple[tuple[FailingSum, Severity], ...]


@lru_cache(maxsize=256)
def failing_sums(table: Table) -> Failing:
    """Add up a table (not a turned one), down and across."""
    failing: list[FailingSum] = []
    holding: list[Outcome] = []
    across = [] if is_of_attendance(table) else [table.turned]
    for turned in (table, *across):
        for addition in additions(turned):
            holding += [each for each in addition.outcomes.values() if each.fits]
            for line, outcome in addition.failed.items():
                severity = severity_of(turned, addition, outcome, line)
                failing.append(FailingSum(turned, addition, line, outcome, severity))
    mended, done = [], set()
    for mend in mends(table, [each.outcome for each in failing], holding):
        at_once = tuple(failing[number] for number in mend.mended)
        if any(each.severity for each in at_once):
            done |= set(mend.mended)
            mended.append((mend, at_once))
    alone = tuple(
        (each, each.severity)
        for number, each in enumerate(failing)
        if number not in done and each.severity is not None
    )
    return Failing(tuple(mended), alone)


@lru_cache(maxsize=256)
def blamed(table: Table) -> Mapping[str, Fraction]:
    """Cells by their places with what they would be if the sums held.

    A percentage that fits what a cell should be is no second fault.
    """
    failing = failing_sums(table.upright)
    found: dict[str, Fraction] = {}
    for each, _ in failing.alone:
        found[each.outcome.sum.whole.locator] = each.outcome.total
    for mend, _ in failing.mended:
        row, column = mend.place
        found[table.upright.cells[row][column].locator] = mend.value
    return found


def put_right(table: Table, cell: Cell) -> Part | None:
    """The amount of a cell as the sums of the table would have it."""
    if cell.amount is None or cell.locator not in blamed(table):
        return cell.amount
    return moved(cell.amount, blamed(table)[cell.locator])


def moved(amount: Part, value: Fraction) -> Part:
    """An amount with another value, rounded as it was."""
    by = value - amount.value
    span = Interval(amount.interval.low + by, amount.interval.high + by)
    return Part(amount.sort, value, amount.decimals, span, amount.text)


@lru_cache(maxsize=256)
def suspected(table: Table) -> Mapping[str, tuple[Fraction, ...]]:
    """Parts of failing sums by their places, with the values that would mend a sum each.

    Any part may be the wrong one: a percentage that fits such a value says which.
    """
    found: dict[str, list[Fraction]] = {}
    for each, _ in failing_sums(table.upright).alone:
        for cell in each.outcome.sum.parts:
            if cell.amount and cell.amount.value + each.outcome.gap >= 0:
                found.setdefault(cell.locator, []).append(cell.amount.value + each.outcome.gap)
    return {place: tuple(values) for place, values in found.items()}
