"""The workbook read back with another program: every number there, as a number; no formula."""

import io
import zipfile
from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime
from functools import cache
from itertools import islice
from typing import Any

import openpyxl
import pytest
from openpyxl.workbook import Workbook
from openpyxl.worksheet.worksheet import Worksheet

from goldenthread.disclosure import Released
from goldenthread.nouns import Symbol, Unit
from goldenthread.report.document import Cell, Document, Mark, Row, Section, Table
from goldenthread.report.printed_values import every_table, printed_values
from goldenthread.report.workbook.render import render
from tests.factories.documents import a_document
from tests.factories.northmoor.figures import a_number


@cache
def the_bytes() -> bytes:
    return render(a_document())


def opened(content: bytes) -> Workbook:
    return openpyxl.load_workbook(io.BytesIO(content))


def cells_of(sheet: Worksheet) -> list[tuple[Any, ...]]:
    """The heading and rows of the sheet's one table."""
    (table,) = sheet.tables.values()
    return [tuple(cell.value for cell in row) for row in sheet[table.ref]]


def with_table(table: Table) -> Document:
    return a_document(summary=(), sections=(Section(id="s", title="S", blocks=(table,)),))


def a_table(*values: Released | str, **changes: Any) -> Table:
    rows = tuple(Row(f"Row {at}", (Cell(value),)) for at, value in enumerate(values))
    given = {"id": "t", "caption": "Values", "columns": ("Value",), "rows": rows, "corner": "Item"}
    return Table(**(given | changes))


def test_report_workbook_has_a_cover_contents_notes_and_a_sheet_for_each_table() -> None:
    book = opened(the_bytes())
    tables = [f"Table {at}" for at, _ in enumerate(every_table(a_document()), start=1)]
    assert book.sheetnames == ["Cover", "Contents", "Notes", *tables, "Figures"]
    assert book["Cover"]["A1"].value == a_document().title
    contents = cells_of(book["Contents"])
    assert [row[0] for row in contents[1:]] == ["Notes", *tables, "Figures"]
    links = [cell.hyperlink.location for cell in book["Contents"]["A"] if cell.hyperlink]
    assert links == [f"'{name}'!A1" for name in ["Notes", *tables, "Figures"]]
    for sheet in islice(book.worksheets, 1, None):
        assert len(sheet.tables) == 1
        assert sheet["A1"].value


def test_report_workbook_holds_every_printed_value_as_a_number() -> None:
    book = opened(the_bytes())
    for at, table in enumerate(every_table(a_document()), start=1):
        found = cells_of(book[f"Table {at}"])
        assert found[0][: len(table.columns) + 1] == (table.corner or "Row", *table.columns)
        for row, held in zip(table.rows, found[1:], strict=True):
            assert held[0] == row.heading
            for cell, value in zip(row.cells, held[1:], strict=False):
                if isinstance(cell.content, Released):
                    assert_same(value, cell.content)
    figures = cells_of(book["Figures"])
    value, identity = figures[0].index("Value"), figures[0].index("Id")
    listed = {row[identity]: row[value] for row in figures[1:]}
    assert list(listed) == list(printed_values(a_document()))
    for figure_id, released in printed_values(a_document()).items():
        assert_same(listed[figure_id], released)


def assert_same(held: object, released: Released) -> None:
    if released.value is None:
        assert held == str(released.symbol)
    else:
        assert isinstance(held, int | float)
        assert held == float(released.value)


def test_report_workbook_leaves_no_cell_of_a_table_blank() -> None:
    for sheet in islice(opened(the_bytes()).worksheets, 1, None):
        for row in cells_of(sheet):
            assert all(value not in (None, "") for value in row), sheet.title


def test_report_workbook_explains_each_letter_where_it_stands() -> None:
    values = [a_number("referrals", None, symbol, issue=symbol) for symbol in Symbol]
    book = opened(render(with_table(a_table(*values))))
    said = [row[0].value for row in book["Table 1"].iter_rows(max_row=14)]
    for symbol in Symbol:
        assert f"{symbol.value}: {symbol.meaning}" in said
        assert any(f"{symbol.value}: " in str(row[2]) for row in cells_of(book["Notes"]))


def test_report_workbook_numbers_its_notes() -> None:
    document = a_document()
    book = opened(the_bytes())
    notes = [row for row in cells_of(book["Notes"]) if str(row[0]).startswith("note ")]
    expected = [
        (f"Table {at}", note)
        for at, table in enumerate(every_table(document), start=1)
        for note in table.notes
    ]
    assert [row[1:] for row in notes] == expected
    for number, where, _ in notes:
        assert f"[{number}]" in str(book[where]["A1"].value)


@pytest.mark.parametrize(
    ("unit", "value", "shown"),
    [
        (Unit.COUNT, "1252", "#,##0"),
        (Unit.PERCENT, "37.3", '#,##0.0"%"'),
        (Unit.RATE_PER_10000, "207.9", "#,##0.0"),
        (Unit.POUNDS, "48250", '"£"#,##0'),
    ],
)
def test_report_workbook_shows_numbers_as_the_report_does(
    unit: Unit, value: str, shown: str
) -> None:
    book = opened(render(with_table(a_table(a_number("referrals", value, unit=unit)))))
    (table,) = book["Table 1"].tables.values()
    cell = book["Table 1"][table.ref][1][1]
    assert (cell.value, cell.number_format) == (float(value), shown)


HOSTILE = [
    *("=1+1", "+44 1582", "-2", "@SUM(A1)", '=HYPERLINK("x","y")', "{=1}", "=cmd|' /C calc'!A0"),
    *("[click](javascript:alert(1))", "$$note$$", "a\x00b\x1f", "—", "", " ", "中文", "\ud800"),
    *("https://example.org", "x" * 40_000, "NA", "nan", "12", "<b>&amp;</b>"),
]


@pytest.mark.parametrize("text", HOSTILE, ids=[repr(text[:20]) for text in HOSTILE])
def test_report_workbook_takes_any_text_for_text(text: str) -> None:
    table = a_table(text, caption=text, corner=text, columns=(text,), notes=(text,), id="t")
    table = replace(table, rows=(*table.rows, Row(text, (Cell(text),), total=True)))
    document = replace(
        with_table(table),
        title=text,
        subtitle=text,
        partnership=text,
        area=text,
        edition=text,
        sources=(text,),
    )
    content = render(document)
    for sheet in opened(content).worksheets:
        for row in sheet.iter_rows():
            for cell in row:
                assert cell.data_type in ("s", "n")
                if cell.hyperlink:
                    assert sheet.title == "Contents"
                    assert cell.hyperlink.target is None
    with zipfile.ZipFile(io.BytesIO(content)) as package:
        sheets = [name for name in package.namelist() if name.startswith("xl/worksheets/")]
        for name in sheets:
            assert b"<f>" not in package.read(name)
        assert not any("external" in name.lower() for name in package.namelist())


def test_report_workbook_tells_headings_apart_that_are_alike() -> None:
    row = Row("a", (Cell("1st"), Cell("2nd"), Cell("3rd")))
    table = a_table(columns=("Total", "TOTAL", ""), rows=(row,), corner="Total")
    book = opened(render(with_table(table)))
    assert cells_of(book["Table 1"])[0] == ("Total", "Total (2)", "TOTAL (3)", "no entry")


def test_report_workbook_says_in_words_what_is_marked() -> None:
    row = Row(
        "Neglect",
        (Cell(a_number("contacts", 52)), Cell(a_number("contacts", 75, age="x"), Mark.HIGHEST)),
    )
    table = a_table(columns=("October", "November"), rows=(row,))
    book = opened(render(with_table(table)))
    assert cells_of(book["Table 1"])[1] == ("Neglect", 52, 75, "highest: November")


def test_report_workbook_of_a_report_without_figures_still_opens() -> None:
    book = opened(render(with_table(a_table())))
    assert book.sheetnames == ["Cover", "Contents", "Notes", "Table 1", "Figures"]
    assert cells_of(book["Table 1"]) == [("Item", "Value"), ("no entry", "no entry")]


def test_report_workbook_is_the_same_bytes_again() -> None:
    assert render(a_document()) == the_bytes()
    book = opened(the_bytes())
    assert book.properties.created == datetime(2024, 12, 2)
    assert book.properties.title == a_document().title
    assert {info.date_time for info in packed(the_bytes())} == {(1980, 1, 1, 0, 0, 0)}


def packed(content: bytes) -> Iterator[zipfile.ZipInfo]:
    with zipfile.ZipFile(io.BytesIO(content)) as package:
        yield from package.infolist()
