"""The faults of a table's totals as they are told: the sum that fails, and what would mend it."""

from collections.abc import Iterable, Sequence
from fractions import Fraction

from goldenthread.claims.found import ClaimFault
from goldenthread.claims.tables.balances import balances, points, running
from goldenthread.claims.tables.cells import Cell, Sort
from goldenthread.claims.tables.failing import FailingSum, failing_sums
from goldenthread.claims.tables.mending import Mend
from goldenthread.claims.tables.percentages import WrongCell, culprits
from goldenthread.claims.tables.table import Table
from goldenthread.claims.tables.telling import MINUS, told, told_share, told_sum
from goldenthread.nouns.fault import Severity

KIND = "total"


def faults_of(table: Table) -> Iterable[ClaimFault]:
    """Every total of a table, down and across, and every balance, that its cells do not make."""
    yield from _faults(table)
    yield from _unbalanced(table)


def _faults(table: Table) -> Iterable[ClaimFault]:
    failing = failing_sums(table)
    for mend, at_once in failing.mended:
        yield _mend_fault(table, mend, at_once)
    for each, severity in failing.alone:
        named = [
            (cell, wrong, wrong.instead.value)
            for cell in each.outcome.sum.parts
            if (wrong := culprits(table).get(cell.locator)) and wrong.instead and cell.amount
            if cell.amount.value + each.outcome.gap == wrong.instead.value
        ]
        yield _culprit_fault(each, *named[0]) if len(named) == 1 else _fault(each, severity)


def _unbalanced(table: Table) -> Iterable[ClaimFault]:
    """Balances, surpluses, running totals and changes in points that the cells do not make."""
    known = {
        cell.locator
        for failing in failing_sums(table).alone
        for cell in (failing[0].outcome.sum.whole, *failing[0].outcome.sum.parts)
    }
    known |= {table.cells[m.place[0]][m.place[1]].locator for m, _ in failing_sums(table).mended}
    for turned in (table, table.turned):
        for wrong in (*balances(turned), *running(turned), *points(turned)):
            if wrong.cell.locator not in known:
                known.add(wrong.cell.locator)
                yield ClaimFault(
                    file=table.file,
                    locator=wrong.cell.locator,
                    kind=KIND,
                    severity=Severity.ERROR,
                    printed=wrong.cell.text,
                    expected=wrong.expected,
                    message=(
                        f"{wrong.name} is printed as {wrong.cell.text}, and the numbers it is made "
                        f"of come to {wrong.expected}: correct the one that is wrong."
                    ),
                    evidence=wrong.evidence,
                )


def _culprit_fault(
    failing: FailingSum, cell: Cell, wrong: WrongCell, value: Fraction
) -> ClaimFault:
    """A part of which both the sum and the percentage printed beside it ask another value."""
    right = _pounds(cell) + told(value, cell.amount.decimals if cell.amount else 0)
    test = wrong.test
    share = told_share(test.part.value, test.base.value, test.percent.decimals + 1)
    return ClaimFault(
        file=failing.table.file,
        locator=cell.locator,
        kind=KIND,
        severity=Severity.ERROR,
        printed=cell.text,
        expected=right,
        message=(
            f"{cell.text} does not add up to “{failing.name}”, nor does it fit the percentage "
            f"beside it, {test.percent.text}. Both would hold with {right}: look this cell up "
            "first."
        ),
        evidence=f"{_reason(failing)}; {share}, not {test.percent.text}",
    )


def _change_fault(failing: FailingSum, severity: Severity) -> ClaimFault:
    """A change that is not the difference of the two numbers beside it."""
    outcome = failing.outcome
    whole, (part, change) = outcome.sum.whole, outcome.sum.parts
    if not (whole.amount and part.amount and change.amount):
        raise ValueError("a change is told only where all three numbers are printed")
    gap = whole.amount.value - part.amount.value
    decimals = max(outcome.decimals, 0)
    row, column = outcome.sum.parts_at[1]
    name = failing.table.upright.named(row, column)
    right = told(gap, decimals)
    return ClaimFault(
        file=failing.table.file,
        locator=change.locator,
        kind=KIND,
        severity=severity,
        printed=change.text,
        expected=right,
        message=(
            f"{name} is printed as {change.text}; from {part.text} to {whole.text} it is {right}: "
            "correct the change, or the number beside it that is wrong."
        ),
        evidence=(
            f"{told(whole.amount.value, decimals)} {MINUS} {told(part.amount.value, decimals)} = "
            f"{right}, not {change.text}"
        ),
    )


def _fault(failing: FailingSum, severity: Severity) -> ClaimFault:
    outcome, relation = failing.outcome, failing.addition.relation
    if relation.group[0] == "change" and all(part.amount for part in outcome.sum.parts):
        return _change_fault(failing, severity)
    whole = outcome.sum.whole
    right = _pounds(whole) + told(outcome.total, outcome.decimals)
    reason = _reason(failing)
    message = (
        f"{failing.name} is printed as {whole.text}, and what it is made of comes to {right}: "
        "look the numbers up again and correct the total or the part that is wrong."
    )
    if failing.addition.inferred:
        label = failing.table.rows[relation.whole].label
        message = (
            f"{failing.name} is printed as {whole.text}, and the cells beside it come to {right}. "
            f"“{label}” is nowhere called a total, but it is the sum of them in "
            f"{failing.addition.held} other places: correct the cell that is wrong, or say why "
            "it differs."
        )
    elif severity is not Severity.ERROR:
        message = (
            f"{failing.name} is printed as {whole.text}, and the cells it seems to be made of come "
            f"to {right}: correct it, or say beside the table what else it counts."
        )
    return ClaimFault(
        file=failing.table.file,
        locator=whole.locator,
        kind=KIND,
        severity=severity,
        printed=whole.text,
        expected=right,
        message=message,
        evidence=reason,
    )


def _pounds(cell: Cell) -> str:
    return "£" if cell.amount and cell.amount.sort is Sort.MONEY else ""


def _reason(failing: FailingSum) -> str:
    """The addition a reader can do again."""
    outcome = failing.outcome
    words = f"{told_sum(outcome.terms, outcome.decimals)}, not {outcome.sum.whole.text}"
    if failing.addition.inferred or failing.addition.relation.by_time:
        words += f" (it holds for {failing.addition.held} others)" if failing.addition.held else ""
    return words


def _mend_fault(table: Table, mend: Mend, failing: Sequence[FailingSum]) -> ClaimFault:
    row, column = mend.place
    cell = table.cells[row][column]
    decimals = cell.amount.decimals if cell.amount else 0
    right = _pounds(cell) + told(mend.value, max(decimals, 0))
    names = " and ".join(
        f"“{each.name}” ({'across' if each.table.is_turned else 'down'})" for each in failing
    )
    one_and_all = Severity.ERROR if any(_sure(each) for each in failing) else Severity.WARNING
    return ClaimFault(
        file=table.file,
        locator=cell.locator,
        kind=KIND,
        severity=one_and_all,
        printed=cell.text,
        expected=right,
        message=(
            f"{table.named(row, column)} is printed as {cell.text}. With {right} in its place "
            f"{names} would all add up, so look this cell up first."
        ),
        evidence="; ".join(_reason(each) for each in failing),
    )


def _sure(failing: FailingSum) -> bool:
    return failing.severity is Severity.ERROR
