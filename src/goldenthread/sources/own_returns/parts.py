"""The tables in a return’s files, still text: a CSV file is one, a workbook has several."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

import pyarrow as pa

from goldenthread.nouns import Fault, GoldenThreadError, Severity
from goldenthread.sources.columns import read_columns
from goldenthread.sources.own_returns.form import Form
from goldenthread.sources.spellings.meaning import fold
from goldenthread.sources.spreadsheets.grid import TableRefusedError
from goldenthread.sources.spreadsheets.records import Sheet, open_records
from goldenthread.tables import Found, Table

WORKBOOKS = {".xlsx", ".xlsm", ".ods"}

# A title and a sentence or two may stand above the headings of a sheet.
_ROWS_ABOVE = 10


@dataclass(frozen=True)
class Part:
    """Rows of one table: columns of text by the table's own names, and where cells stand.

    ``broken`` rows came in and were reported, and are in no column.
    """

    table: Table
    cells: Mapping[str, pa.Array]
    place: Callable[[int, str], str]
    broken: int = 0


def parts_of(path: Path, form: Form, found: Found) -> Iterator[Part]:
    """The tables in one file. Raises GoldenThreadError where it cannot be read at all.

    Faults: ``not_a_table``, ``column_unknown``, and those of what reads the file.
    """
    if path.suffix.lower() not in WORKBOOKS:
        part = _of_text(path, form, found)
        if part:
            yield part
        return
    try:
        for sheet in open_records(path).sheets():
            part = _of_sheet(sheet, path, form, found)
            if part:
                yield part
    except TableRefusedError as refused:
        raise GoldenThreadError(str(refused)) from refused


def _of_text(path: Path, form: Form, found: Found) -> Part | None:
    columns = read_columns(path, found)
    table = form.table_of(columns.headings, path.stem)
    if table is None:
        found.add(_not_a_table(form, str(path), ""))
        return None
    names = _names(table, columns.headings, str(path), "", found)
    cells = {name: columns.cells[heading] for heading, name in names.items()}
    return Part(table, cells, columns.place, columns.broken)


def _of_sheet(sheet: Sheet, path: Path, form: Form, found: Found) -> Part | None:
    if not any(any(row) for row in sheet.rows):
        return None
    for down, row in enumerate(sheet.rows[:_ROWS_ABOVE]):
        table = form.table_of(row, sheet.name)
        if table is not None:
            return _below(sheet, down, table, path, found)
    found.add(_not_a_table(form, str(path), f"sheet {sheet.name}"))
    return None


def _below(sheet: Sheet, down: int, table: Table, path: Path, found: Found) -> Part:
    """The rows below a sheet's headings."""
    headings = sheet.rows[down]
    names = _names(table, headings, str(path), f"sheet {sheet.name}", found)
    across = {name: headings.index(heading) for heading, name in names.items()}
    rows = [at for at in range(down + 1, len(sheet.rows)) if any(sheet.rows[at])]
    cells = {
        name: pa.array([_cell(sheet.rows[at], column) for at in rows], pa.string())
        for name, column in across.items()
    }
    return Part(table, cells, lambda row, name: sheet.place(rows[row], across.get(name)))


def _cell(row: list[str], column: int) -> str:
    return row[column] if column < len(row) else ""


def _names(
    table: Table, headings: tuple[str, ...] | list[str], file: str, place: str, found: Found
) -> dict[str, str]:
    """The table's column by each heading; a heading that is none is reported."""
    columns = {fold(column.name): column.name for column in table.own_columns}
    names: dict[str, str] = {}
    for heading in headings:
        name = columns.get(fold(heading))
        if name and name not in names.values():
            names[heading] = name
        elif heading and heading not in names:
            found.add(
                Fault(
                    "column_unknown",
                    f"A heading is no column of {table.name}, and is left out: see the page of "
                    "this return for the columns it has.",
                    file,
                    place,
                    Severity.WARNING,
                )
            )
    return names


def _not_a_table(form: Form, file: str, place: str) -> Fault:
    named = ", ".join(each.name for each in form.every_table)
    return Fault(
        "not_a_table",
        f"The headings are of none of the tables of this return ({named}): write them as its page "
        "says.",
        file,
        place,
        Severity.WARNING,
    )
