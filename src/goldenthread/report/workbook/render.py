"""The report's tables as ``tables.xlsx``, to the Government Analysis Function's guidance.

The library gptables lays each sheet out as that guidance asks: a title, what the sheet holds, the
letters used, then one marked table without blank cells. Nothing is ever written as a formula.
"""

import io
import warnings
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime, time
from types import ModuleType
from typing import Any

from goldenthread.nouns import GoldenThreadError
from goldenthread.report.document import Document
from goldenthread.report.printed_values import refuse_unreleased
from goldenthread.report.workbook.sheets import Sheet, sheets
from goldenthread.report.workbook.words import text

_OPTIONS = {
    "in_memory": True,
    "strings_to_formulas": False,
    "strings_to_numbers": False,
    "strings_to_urls": False,
}
_WIDEST, _NARROWEST = 48, 9
_ONE_TABLE = "This worksheet contains one table."
_ONE_TABLE_AND_NOTES = (
    _ONE_TABLE + " Notes, letters and sources are explained on the Notes worksheet."
)


def render(document: Document) -> bytes:
    """The accessible workbook, the same bytes every time.

    Raises TypeError where a number has not been released, and GoldenThreadError where gptables is
    not installed.
    """
    refuse_unreleased(document)
    with _quiet():
        return _written(document, sheets(document), _gptables())


def _written(document: Document, made: list[Sheet], gptables: ModuleType) -> bytes:
    out = io.BytesIO()
    workbook = gptables.GPWorkbook(out, _OPTIONS)
    workbook.set_properties(
        {
            "title": text(document.title),
            "subject": text(document.subtitle),
            "author": text(document.partnership),
            "created": datetime.combine(document.as_of, time()),
        }
    )
    workbook.add_worksheet("Cover").write_cover(_cover(document, gptables))
    tables = {sheet.name: _gptable(sheet, gptables) for sheet in made}
    contents = workbook.add_worksheet("Contents")
    contents.write_gptable(
        workbook.make_table_of_contents(tables, instructions=_ONE_TABLE), auto_width=False
    )
    contents.set_column(0, 0, 12)
    contents.set_column(1, 1, 90)
    for sheet in made:
        worksheet = workbook.add_worksheet(sheet.name)
        worksheet.write_gptable(tables[sheet.name], auto_width=False)
        for column, width in enumerate(_widths(sheet)):
            worksheet.set_column(column, column, width)
    workbook.close()
    return out.getvalue()


def _cover(document: Document, gptables: ModuleType) -> Any:
    if document.cover:
        return gptables.Cover(
            title=text(document.title),
            intro=[text(each) for each in (document.notice, document.subtitle) if each],
            about=[text(each) for each in document.cover if each != document.notice],
        )
    as_of = f"{document.as_of.day} {document.as_of:%B %Y}"
    return gptables.Cover(
        title=text(document.title),
        intro=[
            *([text(document.notice)] if document.notice else []),
            text(document.subtitle),
            text(f"Published by {document.partnership}."),
            text(f"Area: {document.area}. Reporting year: {document.year}."),
            f"Figures as known on {as_of}.",
        ],
        about=[
            "Each worksheet holds one table of the report. The last, Figures, holds every figure "
            "printed in it, with the file and place it comes from.",
            "Where a number is not shown, a letter stands in its place; its meaning is said above "
            "the table and on the Notes worksheet.",
            text(f"The report is written to: {document.edition}."),
            "The workbook is laid out to the Government Analysis Function’s guidance on accessible "
            "spreadsheets.",
        ],
    )


def _gptable(sheet: Sheet, gptables: ModuleType) -> Any:
    import pandas

    values = [[entry.value for entry in row] for row in sheet.rows]
    return gptables.GPTable(
        table=pandas.DataFrame(values, columns=sheet.columns, dtype=object),
        table_name=sheet.name.replace(" ", "_").lower(),
        title=sheet.title,
        subtitles=list(sheet.subtitles),
        instructions=_ONE_TABLE if sheet.name == "Notes" else _ONE_TABLE_AND_NOTES,
        legend=list(sheet.legend),
        source=sheet.source or None,
        index_columns={1: 0},
        additional_formatting=_formats(sheet),
    )


def _formats(sheet: Sheet) -> list[dict[str, Any]]:
    """Numbers to the right with their own decimals; totals and marked cells bold."""
    numeric = [
        column
        for column in range(len(sheet.columns))
        if any(not isinstance(row[column].value, str) for row in sheet.rows)
    ]
    made: list[dict[str, Any]] = []
    if numeric:
        made.append(
            {"column": {"columns": numeric, "format": {"align": "right"}, "include_names": True}}
        )
    for at, row in enumerate(sheet.rows, start=1):
        made += [
            {"cell": {"cells": (at, column), "format": {"num_format": entry.shown_as}}}
            for column, entry in enumerate(row)
            if entry.shown_as
        ]
    bold = {"bold": True}
    made += [
        {"row": {"rows": [at + 1], "format": bold, "include_names": True}} for at in sheet.bold
    ]
    made += [
        {"cell": {"cells": (at + 1, column), "format": bold}} for at, column in sheet.bold_cells
    ]
    return made


def _widths(sheet: Sheet) -> list[int]:
    """Wide enough for what a column holds; longer texts go onto a second line."""
    return [
        min(_WIDEST, max(_NARROWEST, *(len(str(row[column].value)) + 3 for row in sheet.rows)))
        if sheet.name != "Notes" or column < 2
        else 100
        for column in range(len(sheet.columns))
    ]


@contextmanager
def _quiet() -> Iterator[None]:
    """Keep gptables' own warnings from the user, who can do nothing about them.

    It calls parts of pandas that are to change, and leaves a file of its own open as it loads.
    """
    with warnings.catch_warnings():
        for category in (DeprecationWarning, FutureWarning, ResourceWarning):
            warnings.simplefilter("ignore", category)
        yield


def _gptables() -> ModuleType:
    """The library, asked for only when a workbook is made: it is slow to load."""
    try:
        import gptables
    except ImportError as error:
        raise GoldenThreadError(
            'the workbook needs gptables: install the report extra (pip install ".[report]" in a '
            "copy of the project), or make the report without the workbook"
        ) from error
    return gptables
