"""Totals, subtotals, quarters and years of a table that its own cells do not add up to."""

from collections.abc import Iterable
from dataclasses import dataclass

from goldenthread.claims.found import ClaimFault, Findings
from goldenthread.claims.kinds import Example, Kind
from goldenthread.claims.reading import Reading
from goldenthread.claims.tables.adding import Outcome
from goldenthread.claims.tables.attending import is_of_attendance
from goldenthread.claims.tables.mending import Mend, mends
from goldenthread.claims.tables.sums import Addition, additions
from goldenthread.claims.tables.table import Table, tables_of
from goldenthread.claims.tables.telling import told, told_sum
from goldenthread.claims.tables.trust import severity_of
from goldenthread.nouns.fault import Severity


@dataclass(frozen=True, slots=True)
class _Failing:
    """A sum that fails, in words and in numbers."""

    table: Table  # turned where the sum runs across
    addition: Addition
    line: int
    outcome: Outcome
    severity: Severity | None  # None: by itself better left unsaid

    @property
    def name(self) -> str:
        """Which total this is: "Total, Q3"."""
        return self.table.named(self.addition.relation.whole, self.line)


def run(reading: Reading, findings: Findings) -> None:
    """Add up every table, down and across."""
    for table in tables_of(reading):
        for fault in _faults(table):
            findings.add(fault)


def _faults(table: Table) -> Iterable[ClaimFault]:
    failing: list[_Failing] = []
    holding: list[Outcome] = []
    across = [] if is_of_attendance(table) else [table.turned]
    for turned in (table, *across):
        for addition in additions(turned):
            holding += [each for each in addition.outcomes.values() if each.fits]
            for line, outcome in addition.failed.items():
                severity = severity_of(turned, addition, outcome, line)
                failing.append(_Failing(turned, addition, line, outcome, severity))
    mended: set[int] = set()
    for mend in mends(table, [each.outcome for each in failing], holding):
        at_once = [failing[number] for number in mend.mended]
        if any(each.severity for each in at_once):
            mended |= set(mend.mended)
            yield _mend_fault(table, mend, at_once)
    for number, each in enumerate(failing):
        if number not in mended and each.severity is not None:
            yield _fault(each, each.severity)


def _fault(failing: _Failing, severity: Severity) -> ClaimFault:
    outcome, relation = failing.outcome, failing.addition.relation
    whole = outcome.sum.whole
    right = told(outcome.total, outcome.decimals)
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


def _reason(failing: _Failing) -> str:
    """The addition a reader can do again."""
    outcome = failing.outcome
    words = f"{told_sum(outcome.terms, outcome.decimals)}, not {outcome.sum.whole.text}"
    if failing.addition.inferred or failing.addition.relation.by_time:
        words += f" (it holds for {failing.addition.held} others)" if failing.addition.held else ""
    return words


def _mend_fault(table: Table, mend: Mend, failing: list[_Failing]) -> ClaimFault:
    row, column = mend.place
    cell = table.cells[row][column]
    decimals = cell.amount.decimals if cell.amount else 0
    right = told(mend.value, max(decimals, 0))
    names = " and ".join(f"“{each.name}”" for each in failing)
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


def _sure(failing: _Failing) -> bool:
    return failing.severity is Severity.ERROR


KIND = Kind(
    name="total",
    title="Totals that do not add up",
    asks=(
        "Do the rows and columns of a table make the totals, subtotals, quarters and years printed "
        "with them? Where one changed cell would mend a row and a column at once, which is it?"
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
        "(open cases) made into a year.",
        "Where people may be counted in several rows and the words near the table say so, sums "
        "are left alone.",
    ),
    run=run,
)
