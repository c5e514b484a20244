"""Tables as partnerships send them, and the mappings that describe them, for tests."""

import io
import zipfile
from pathlib import Path
from typing import Any

import openpyxl
from odf.opendocument import OpenDocumentSpreadsheet
from odf.table import Table, TableCell, TableRow
from odf.text import P

HEAD = """
title = "A table"
data = "a_table.csv"
published = 2024-12-31
indicator = "contacts"
unit = "count"
period = "2023-24"
area = "Luton"
"""
BY_SOURCE_AND_MONTH = """
[[columns]]
is = "period"

[[rows]]
is = "breakdown"
dimension = "source"
"""


def a_mapping(folder: Path, axes: str = BY_SOURCE_AND_MONTH, head: str = "", **keys: str) -> Path:
    """A mapping file beside ``a_table.csv``; ``keys`` replace or add top-level lines as TOML."""
    lines = {line.split(" = ")[0]: line for line in HEAD.strip().splitlines()}
    lines |= {key: f"{key} = {value}" for key, value in keys.items()}
    file = folder / "a_table.toml"
    file.write_text("\n".join([*lines.values(), head, axes]), encoding="utf-8")
    return file


def a_csv(folder: Path, text: str, name: str = "a_table.csv") -> Path:
    """A CSV file in the folder."""
    file = folder / name
    file.write_text(text, encoding="utf-8")
    return file


def an_xlsx(file: Path, rows: list[list[Any]], sheet: str = "Year") -> Path:
    """A workbook; a value given as ``(value, format)`` has that number format."""
    book = openpyxl.Workbook()
    page = book.active
    page.title = sheet
    for down, row in enumerate(rows, start=1):
        for across, value in enumerate(row, start=1):
            if isinstance(value, tuple):
                page.cell(down, across, value[0]).number_format = value[1]
            else:
                page.cell(down, across, value)
    book.save(file)
    return file


def an_ods(file: Path, rows: list[list[Any]], sheet: str = "Year") -> Path:
    """An OpenDocument spreadsheet; ``(0.176, "0.0%")`` is a cell of the kind percentage."""
    book = OpenDocumentSpreadsheet()
    page = Table(name=sheet)
    book.spreadsheet.addElement(page)
    for row in rows:
        line = TableRow()
        page.addElement(line)
        for value in row:
            line.addElement(_ods_cell(value))
    book.save(str(file))
    return file


def _ods_cell(value: Any) -> TableCell:
    if isinstance(value, tuple):
        return TableCell(valuetype="percentage", value=str(value[0]))
    if isinstance(value, int | float):
        return TableCell(valuetype="float", value=str(value))
    if not value:
        return TableCell()
    cell = TableCell(valuetype="string")
    cell.addElement(P(text=value))
    return cell


def with_parts(file: Path, changes: dict[str, bytes]) -> Path:
    """The workbook with parts of its zip replaced or added."""
    with zipfile.ZipFile(file) as old:
        parts = {name: old.read(name) for name in old.namelist()} | changes
    whole = io.BytesIO()
    with zipfile.ZipFile(whole, "w", zipfile.ZIP_DEFLATED) as new:
        for name, content in parts.items():
            new.writestr(name, content)
    file.write_bytes(whole.getvalue())
    return file
