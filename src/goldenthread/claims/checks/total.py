"""Totals, subtotals, quarters and years of a table that its own cells do not add up to."""

from collections.abc import Iterable, Sequence
from fractions import Fraction

from goldenthread.claims.found import ClaimFault, Findings
from goldenthread.claims.kinds import Example, Kind
from goldenthread.claims.language.added_up import Unmade, unmade
from goldenthread.claims.language.printed import like
from goldenthread.claims.reading import Reading
from goldenthread.claims.tables.balances import balances, points, running
from goldenthread.claims.tables.cells import Cell, Sort
from goldenthread.claims.tables.failing import FailingSum, failing_sums
from goldenthread.claims.tables.mending import Mend
from goldenthread.claims.tables.percentages import WrongCell, culprits
from goldenthread.claims.tables.table import Table, tables_of
from goldenthread.claims.tables.telling import MINUS, told, told_share, told_sum
from goldenthread.nouns.fault import Severity


def run(reading: Reading, findings: Findings) -> None:
    """Add up every table, down and across, and every list in the text that has its whole told."""
    for table in tables_of(reading):
        for fault in (*_faults(table), *_unbalanced(table)):
            findings.add(fault)
    shares = {(each.file, each.locator) for each in findings if each.kind == "share"}
    for told_of in unmade(reading):
        sentence = told_of.sentence
        findings.tested(sentence.file, sentence.locator)
        if (sentence.file, sentence.locator) not in shares:  # which has told it already
            findings.add(_list_fault(told_of))


def _list_fault(told_of: Unmade) -> ClaimFault:
    """A whole told in the text that the list of its parts does not make."""
    stated, right = told_of.whole.text.strip(), like(told_of.whole, told_of.made)
    return ClaimFault(
        file=told_of.sentence.file,
        locator=told_of.sentence.locator,
        kind=KIND.name,
        severity=Severity.ERROR,
        printed=stated,
        expected=right,
        message=f"The numbers listed come to {right} and not to {stated}: "
        "correct the total or the part that is wrong.",
        evidence=told_of.evidence(stated),
    )


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
                    kind=KIND.name,
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
        kind=KIND.name,
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
        kind=KIND.name,
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
        kind=KIND.name,
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
        kind=KIND.name,
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


KIND = Kind(
    name="total",
    title="Totals that do not add up",
    asks=(
        "Do the rows and columns of a table make the totals, subtotals, quarters and years printed "
        "with them, and do lists in the text make their whole? Where one changed cell would mend "
        "a row and a column at once, which is it?"
    ),
    examples=(
        Example(
            text="| Ward | Visits |\n|---|---|\n| Oak | 21 |\n| Elm | 34 |\n| Total | 65 |",
            fault=True,
        ),
        Example(
            text=(
                "| Centre | Q1 | Q2 | Q3 | Q4 | 2021/22 |\n|---|---|---|---|---|---|\n"
                "| Mill Lane | 31 | 28 | 40 | 35 | 134 |\n| Harbour | 12 | 19 | 22 | 17 | 79 |"
            ),
            fault=True,
        ),
        Example(
            text=(
                "| Team | Boys | Girls | Total |\n|---|---|---|---|\n| East | 14 | 15 | 29 |\n"
                "| West | 22 | 18 | 40 |\n| Total | 36 | 31 | 69 |"
            ),
            fault=True,
        ),
        Example(text="Calls came by day (40), night (31) and dawn (9), 90 in all.", fault=True),
        Example(text="They run 12 vans: five red, four blue and two green.", fault=True),
        Example(
            text="There were 30 calls. They came:\n- by day: 12\n- at night: 9\n- at dawn: 8",
            fault=True,
        ),
        Example(text="They run 12 vans, including five red, four blue and two green.", fault=False),
        Example(text="Calls came by day (40), night (31) and dawn (9), 80 in all.", fault=False),
        Example(
            text="| Ward | Visits |\n|---|---|\n| Oak | 21 |\n| Elm | 34 |\n| Total | 55 |",
            fault=False,
        ),
        Example(
            text=(
                "Five most common reasons for a call\n\n| Reason | Calls |\n|---|---|\n"
                "| Noise | 410 |\n| Litter | 266 |\n| Parking | 198 |\n| Dogs | 90 |\n"
                "| Lights | 61 |\n| All calls | 2,204 |"
            ),
            fault=False,
        ),
        Example(
            text=(
                "Spending, £ million\n\n| Heading | 2020 |\n|---|---|\n| Staff | 4.3 |\n"
                "| Rooms | 1.2 |\n| Travel | 0.4 |\n| Total | 6.0 |"
            ),
            fault=False,
        ),
        Example(
            text=(
                "| Age | Boys | Girls | Total |\n|---|---|---|---|\n| Under 5 | c | 7 | 10 |\n"
                "| 5 to 9 | 12 | c | 15 |\n| Total | 15 | 10 | 25 |"
            ),
            fault=False,
        ),
    ),
    limits=(
        "A line is taken for a total by its words (total, all, both, year) or because it is the "
        "sum of its neighbours nearly everywhere; a total with another name and no such proof is "
        "passed over.",
        "What is hidden, blank or a dash may hold anything from nought, so a total that is too "
        "high for the rest is not questioned beside one.",
        "Averages, rates, scores and percentages are never added up; nor are numbers on a day "
        "(open cases) made into a year. A “total” among its parts in size is taken for an average.",
        "Balances (opening, new, closed, closing), what is left of income or budget, running "
        "totals and changes in points are worked out by their usual names, where nothing else "
        "stands between.",
        "A list in prose or bullets is added up where the words say that it is the whole, and has "
        "three parts or more of one shape; reasons and themes, which may be several, are let be.",
        "Where people may be counted in several rows and the words near the table say so, sums "
        "are left alone.",
    ),
    run=run,
)
