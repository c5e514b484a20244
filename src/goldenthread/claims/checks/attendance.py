"""Members whose attendances do not make the meetings held, or who came to more than there were."""

from collections import Counter
from collections.abc import Iterator
from fractions import Fraction

from goldenthread.claims.documents.model import Document
from goldenthread.claims.found import ClaimFault, Findings
from goldenthread.claims.kinds import Example, Kind
from goldenthread.claims.reading import Reading
from goldenthread.claims.tables.attending import (
    Attendance,
    attendance_of,
    came_or_went,
    meetings_held,
    pairs_of,
)
from goldenthread.claims.tables.cells import Cell
from goldenthread.claims.tables.labels import Whole
from goldenthread.claims.tables.registers import Register, register_of
from goldenthread.claims.tables.table import Line, Table, tables_of
from goldenthread.claims.tables.telling import told, told_sum
from goldenthread.nouns.fault import Severity


def run(reading: Reading, findings: Findings) -> None:
    """Count every member's meetings."""
    for document, grid in reading.grids:
        table = next((each for each in tables_of(reading) if each.grid is grid), None)
        marked = register_of(document, grid)
        if marked is not None:
            for fault in _miscounted(document, marked):
                findings.add(fault)
            continue
        attendance = attendance_of(table) if table else None
        if table is not None and attendance is not None:
            for fault in (*_faults(document, table, attendance), *_of_boards(table, attendance)):
                findings.add(fault)


def _of_boards(table: Table, attendance: Attendance) -> Iterator[ClaimFault]:
    """Several boards side by side, each with its own meetings possible."""
    for attended, held in pairs_of(table):
        if attended is attendance.attended and held is attendance.held:
            continue
        for row in table.rows:
            came = table.cells[row.index][attended.index]
            possible = table.cells[row.index][held.index].amount
            if row.whole is not Whole.NO or not row.label or not came.amount or not possible:
                continue
            if came.amount.value > possible.value:
                yield _fault(table, row, came, possible.value, "", sure=True)


def _miscounted(document: Document, register: Register) -> Iterator[ClaimFault]:
    """Where the marks of a row or a column do not come to the number printed with them."""
    counts = list(register.counts)
    held = sum(each.fits for each in counts)
    for each in counts:
        if not each.fits and held:
            yield ClaimFault(
                file=document.file,
                locator=each.locator,
                kind=KIND.name,
                severity=Severity.ERROR if held > len(counts) - held else Severity.WARNING,
                printed=each.printed,
                expected=each.expected,
                message=(
                    f"{each.name} is printed as {each.printed}, and the marks beside it come to "
                    f"{each.told}: correct the number or the mark that is wrong."
                ),
                evidence=f"the marks of {each.name} come to {each.told}, not {each.printed}",
            )


def _faults(document: Document, table: Table, attendance: Attendance) -> Iterator[ClaimFault]:
    members = [row for row in table.rows if not row.empty and row.whole is Whole.NO and row.label]
    held = meetings_held(document, table.grid, attendance.attended.label)
    if held is not None and _is_of_others(table, members, attendance, held):
        held = None
    sums = {row.index: _sum(table, row, attendance) for row in members}
    usual, agreeing = _usual([total for total in sums.values() if total is not None])
    for row in members:
        cells = table.cells[row.index]
        came = cells[attendance.attended.index]
        own = cells[attendance.held.index].amount if attendance.held else None
        if own and (row.when or own.value > _MOST_MEETINGS):
            continue  # so many people at a time, and no one member's meetings
        of = came.base.value if came.base else own.value if own else held
        inferred = of is None
        if inferred:
            of = usual if usual is not None and agreeing >= 3 else None
        total = sums[row.index]
        if of is None or came.amount is None:
            continue
        of = Fraction(of)
        if came.amount.value > of:
            yield _fault(table, row, came, of, "", not inferred or agreeing >= 4)
        elif (
            total is not None and total > of and not _deputies_twice(table, members, attendance, of)
        ):
            words = told_sum(_terms(table, row, attendance))
            yield _fault(table, row, came, of, words, not inferred or agreeing >= 4)
        elif total is not None and total < of:
            words = told_sum(_terms(table, row, attendance))
            full = attendance.absent is not None or (
                attendance.apologies is not None and agreeing >= 2 and usual == of
            )
            excused = inferred or came_or_went(document, table.grid, row.label)
            if full:
                yield _fault(table, row, came, of, words, not excused)


_MOST_MEETINGS = 60


def _is_of_others(table: Table, members: list[Line], attendance: Attendance, held: int) -> bool:
    """Whether most came to more than the words near by say were held: those are other meetings."""
    came = [table.cells[row.index][attendance.attended.index].amount for row in members]
    over = [each for each in came if each and each.value > held]
    return len(over) * 2 > len(members)


def _terms(table: Table, row: Line, attendance: Attendance) -> list[Fraction]:
    cells = [table.cells[row.index][line.index] for line in attendance.statuses]
    return [cell.amount.value for cell in cells if cell.amount]


def _sum(table: Table, row: Line, attendance: Attendance) -> Fraction | None:
    """All a member's meetings; None where a column is missing for them."""
    if len(attendance.statuses) < 2:
        return None
    terms = _terms(table, row, attendance)
    blank = sum(table.cells[row.index][line.index].hidden for line in attendance.statuses)
    return None if blank or not terms else sum(terms, Fraction(0))


def _deputies_twice(
    table: Table, members: list[Line], attendance: Attendance, held: Fraction
) -> bool:
    """Whether who sent a deputy sent apologies too: without deputies all come to those held."""
    deputies = attendance.represented
    if deputies is None or attendance.apologies is None:
        return False
    totals = set()
    for row in members:
        total, sent = _sum(table, row, attendance), table.cells[row.index][deputies.index].amount
        if total is None or sent is None:
            return False
        totals.add(total - sent.value)
    return totals == {held}


def _usual(sums: list[Fraction]) -> tuple[Fraction | None, int]:
    """The number of meetings that at least three quarters of the members make, and how many."""
    if not sums:
        return None, 0
    value, count = Counter(sums).most_common(1)[0]
    return (value, count) if 4 * count >= 3 * len(sums) or count >= len(sums) - 1 else (None, 0)


def _fault(
    table: Table, row: Line, cell: Cell, held: Fraction, added: str, sure: bool
) -> ClaimFault:
    if added:
        message = (
            f"The meetings of {row.label} come to another number than the {told(held)} held: "
            "correct the entry, or say beside the table since when they have been a member."
        )
        evidence = f"{added}, not {told(held)}"
    else:
        message = (
            f"{row.label} is said to have attended {cell.text}, and only {told(held)} meetings "
            "were held: correct whichever is wrong."
        )
        came = cell.amount.value if cell.amount else Fraction(0)
        evidence = f"{told(came)} attended, and {told(held)} meetings held"
    return ClaimFault(
        file=table.file,
        locator=row.locator if added else cell.locator,
        kind=KIND.name,
        severity=Severity.ERROR if sure else Severity.WARNING,
        printed=row.label if added else cell.text,
        expected="",
        message=message,
        evidence=evidence,
    )


KIND = Kind(
    name="attendance",
    title="Attendances that do not make the meetings held",
    asks=(
        "Do the meetings each member attended, was represented at, sent apologies to or missed "
        "make the meetings held?"
    ),
    examples=(
        Example(
            text=(
                "| Member | Attended | Apologies | Meetings held |\n|---|---|---|---|\n"
                "| Fire service | 5 | 0 | 4 |\n| Housing | 3 | 1 | 4 |"
            ),
            fault=True,
        ),
        Example(
            text=(
                "Four meetings were held.\n\n| Member | Attended | Represented | Absent |\n"
                "|---|---|---|---|\n| Fire service | 3 | 1 | 0 |\n| Housing | 2 | 0 | 1 |"
            ),
            fault=True,
        ),
        Example(
            text=(
                "| Member | Attended | Deputy sent | Apologies |\n|---|---|---|---|\n"
                "| Fire service | 3 | 1 | 1 |\n| Housing | 4 | 0 | 1 |\n| Probation | 2 | 2 | 1 |\n"
                "| Schools | 5 | 0 | 0 |\n| Health | 4 | 2 | 0 |"
            ),
            fault=True,
        ),
        Example(
            text=(
                "| Member | Attended | Apologies | Meetings held |\n|---|---|---|---|\n"
                "| Fire service | 4 | 0 | 4 |\n| Housing | 3 | 1 | 4 |"
            ),
            fault=False,
        ),
        Example(
            text=(
                "Four meetings were held.\n\n| Member | Attended | Represented | Absent |\n"
                "|---|---|---|---|\n| Fire service | 3 | 1 | 0 |\n| Housing | 2 | 0 | 2 |"
            ),
            fault=False,
        ),
        Example(
            text=(
                "| Member | Attended | Represented |\n|---|---|---|\n| Fire service | 3 | 1 |\n"
                "| Housing | 2 | 0 |\n| Schools | 1 | 1 |"
            ),
            fault=False,
        ),
    ),
    limits=(
        "A table is one of attendance by its column names, or by a column of marks (ticks, Yes and "
        "No) for each meeting with a number of them beside it; marks that may mean either, as A "
        "for attended and for absent, are let be.",
        "Who joined or left during the year has fewer meetings: unless a column says how many "
        "there were for each member, too few is a warning where the label says so.",
        "Where most came to more than the words near by say were held, other meetings are meant.",
    ),
    run=run,
)
