"""Percentages in a table that the counts and totals beside them do not make."""

from collections.abc import Iterator

from goldenthread.claims.found import ClaimFault, Findings
from goldenthread.claims.kinds import Example, Kind
from goldenthread.claims.reading import Reading
from goldenthread.claims.tables.bases import Test
from goldenthread.claims.tables.changing import changes
from goldenthread.claims.tables.percentages import WrongCell, WrongColumn, wrong_percentages
from goldenthread.claims.tables.table import Table, tables_of
from goldenthread.claims.tables.telling import told, told_share
from goldenthread.nouns.fault import Severity


def run(reading: Reading, findings: Findings) -> None:
    """Divide again every percentage that stands beside its count."""
    for table in tables_of(reading):
        for fault in _own_base(table):
            findings.add(fault)
        for turned in (table, table.turned):
            for found in wrong_percentages(turned):
                if isinstance(found, WrongColumn):
                    findings.add(_whole_column(turned, found))
                elif found.instead is None:  # else told with the sum that fails for it
                    findings.add(_fault(turned, found))
        for wrong in (*changes(table), *changes(table.turned)):
            findings.add(
                ClaimFault(
                    file=table.file,
                    locator=wrong.cell.locator,
                    kind=KIND.name,
                    severity=Severity.ERROR,
                    printed=wrong.cell.text,
                    expected=wrong.expected,
                    message=(
                        f"{wrong.name} is printed as {wrong.cell.text}; the numbers beside it make "
                        f"{wrong.expected}: correct the one that is wrong."
                    ),
                    evidence=wrong.evidence,
                )
            )


def _own_base(table: Table) -> Iterator[ClaimFault]:
    """ "12 of 48 (25%)" in a cell of its own."""
    for row in table.rows:
        for column in table.columns:
            cell = table.cells[row.index][column.index]
            if not (cell.percent and cell.amount and cell.base) or cell.base.value <= 0:
                continue
            test = Test(cell, cell.percent, cell.amount, cell.base, row.index)
            if not test.fits:
                yield _fault(
                    table, WrongCell(column.index, test, "the number printed with it", True)
                )


def _whole_column(table: Table, found: WrongColumn) -> ClaimFault:
    """One fault for a column whose percentages are all of another column's total."""
    wrong, value = found.tests, next(iter(found.bases.values()))
    names = " or ".join(f"{told(base)}, which is “{name}”" for name, base in found.bases.items())
    line = table.columns[found.column]
    worst = max(wrong, key=lambda test: abs(test.share - test.percent.value))
    base = told(worst.base.value)
    cells = "; ".join(
        f"{told_share(test.part.value, test.base.value, test.percent.decimals + 1)}, not "
        f"{test.percent.text}"
        for test in wrong
    )
    shown = told_share(worst.part.value, value, worst.percent.decimals + 1)
    return ClaimFault(
        file=table.file,
        locator=line.locator,
        kind=KIND.name,
        severity=Severity.ERROR,
        printed=worst.cell.text,
        expected=f"{told(worst.share, worst.percent.decimals)}%",
        message=(
            f"The percentages under “{line.label}” are not of {base}, its own total: all fit "
            f"{names}. Work them out again on {base}."
        ),
        evidence=f"{cells}; on the other base {shown}, and so for all of them",
    )


def _fault(table: Table, found: WrongCell) -> ClaimFault:
    test = found.test
    right = f"{told(test.share, test.percent.decimals)}%"
    said = told_share(test.part.value, test.base.value, test.percent.decimals + 1)
    return ClaimFault(
        file=table.file,
        locator=test.cell.locator,
        kind=KIND.name,
        severity=Severity.ERROR if found.sure else Severity.WARNING,
        printed=test.cell.text,
        expected=right,
        message=(
            f"{table.named(test.row, found.column)} is printed as {test.percent.text}; "
            f"{told(test.part.value)} of {told(test.base.value)} ({found.base_name}) is {right}: "
            "correct the percentage or the count."
        ),
        evidence=f"{said}, not {test.percent.text}",
    )


KIND = Kind(
    name="percentage_of_base",
    title="Percentages that are not of their base",
    asks=(
        "Is each percentage of a table what its count makes of the total or the base beside it? "
        "Where a whole column is not, which other number is it worked on?"
    ),
    examples=(
        Example(
            text=(
                "| Reply | Number | % |\n|---|---|---|\n| Yes | 48 | 60% |\n| No | 22 | 27.5% |\n"
                "| Unsure | 10 | 15% |\n| Total | 80 | 100% |"
            ),
            fault=True,
        ),
        Example(
            text=(
                "Colour\tMay\tJune\nRed\t20 / 40%\t33 / 66%\nBlue\t18 / 36%\t15 / 30%\n"
                "Green\t12 / 24%\t12 / 24%\nTotal\t50 / 100%\t60 / 100%"
            ),
            fault=True,
        ),
        Example(
            text=(
                "| School | Pupils | Seen | Seen % |\n|---|---|---|---|\n"
                "| Park | 210 | 189 | 90% |\n"
                "| Lane | 180 | 153 | 85% |\n| Brook | 160 | 120 | 80% |"
            ),
            fault=True,
        ),
        Example(
            text=(
                "| Reply | Number | % |\n|---|---|---|\n| Yes | 48 | 60% |\n| No | 22 | 28% |\n"
                "| Unsure | 10 | 13% |\n| Total | 80 | 100% |"
            ),
            fault=False,
        ),
        Example(
            text=(
                "| School | Pupils | Seen | Seen % |\n|---|---|---|---|\n"
                "| Park | 210 | 189 | 90% |\n"
                "| Lane | 180 | 153 | 85% |\n| Brook | 160 | 120 | 75% |"
            ),
            fault=False,
        ),
        Example(
            text=(
                "| Course | Places | Satisfaction |\n|---|---|---|\n| First aid | 40 | 97% |\n"
                "| Fire | 25 | 88% |\n| Total | 65 | 94% |"
            ),
            fault=False,
        ),
    ),
    limits=(
        "What a percentage is of is found out from the table itself: where fewer than half of the "
        "percentages follow any one reading, none is questioned.",
        "A base printed only in words by the table, or in a column's name, is taken where at least "
        "two percentages follow it.",
        "Percentages all cut off rather than rounded are let pass; where every one of a column "
        "ends in a nought (“4.90%”) that nought is not taken at its word.",
        "Counts that are all tens, or said to be rounded, have the room of their rounding.",
    ),
    run=run,
)
