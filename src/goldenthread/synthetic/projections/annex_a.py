"""The workbook inspectors ask for: lists 1 to 11, as if they asked on 31 March.

The lists tell six months mostly, and of each child looked after or care leaver how things stand.
The writer is XlsxWriter, which comes with the ``report`` extra.
"""

from collections.abc import Mapping, Sequence
from datetime import date, datetime
from importlib import import_module
from pathlib import Path
from typing import Any

import pyarrow as pa

from goldenthread.nouns import GoldenThreadError
from goldenthread.synthetic.projections.annex_a_care import care_lists
from goldenthread.synthetic.projections.annex_a_lists import lists
from goldenthread.synthetic.projections.texts import Column
from goldenthread.synthetic.projections.view import View

List = Mapping[str, Column]

_WIDTH = 18


def write(view: View, folder: Path) -> Sequence[Path]:
    """The workbook. Raises GoldenThreadError where XlsxWriter is not installed."""
    writer = _writer()
    path = folder / f"annex_a_{view.area}_{view.year}.xlsx"
    book = writer.Workbook(str(path), {"default_date_format": "dd/mm/yyyy"})
    book.set_properties({"created": datetime(view.year, 3, 31)})
    bold = book.add_format({"bold": True})
    for number, columns in sorted({**lists(view), **care_lists(view)}.items()):
        _sheet(book.add_worksheet(f"List {number}"), columns, bold)
    book.close()
    return [path]


def _writer() -> Any:
    try:
        return import_module("xlsxwriter")
    except ModuleNotFoundError:
        raise GoldenThreadError(
            "A workbook cannot be written without XlsxWriter: "
            "install goldenthread with the extra report."
        ) from None


def _sheet(sheet: Any, columns: List, bold: Any) -> None:
    sheet.freeze_panes(1, 0)
    sheet.set_column(0, len(columns) - 1, _WIDTH)
    for at, (heading, column) in enumerate(columns.items()):
        sheet.write_string(0, at, heading, bold)
        for row, cell in enumerate(_cells(column), start=1):
            if isinstance(cell, date):
                sheet.write_datetime(row, at, cell)
            elif isinstance(cell, int):
                sheet.write_number(row, at, cell)
            elif cell is not None:
                sheet.write_string(row, at, cell)


def _cells(column: Column) -> list[Any]:
    whole: list[Any] = (column.combine_chunks() if isinstance(column, pa.ChunkedArray) else column
                        ).to_pylist()  # fmt: skip
    return whole
