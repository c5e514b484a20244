"""Hostile workbooks of records are refused in one sentence, before they can cost much."""

import tracemalloc

import pytest

from goldenthread.nouns import GoldenThreadError
from goldenthread.sources import annex_a
from goldenthread.sources.spreadsheets import limits
from tests.factories.annex_a import a_child, a_workbook
from tests.factories.spreadsheets import with_parts

SHEET = "xl/worksheets/sheet1.xml"
AROUND = (
    '<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>'
    "{}</sheetData></worksheet>"
)
DOCTYPE = b'<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "aaaa">]><x>&a;</x>'


def refused(tmp_path, parts):
    """The sentence with which a workbook with these parts is refused."""
    file = a_workbook(tmp_path / "a.xlsx", {1: [a_child()]})
    with_parts(file, parts)
    with pytest.raises(GoldenThreadError) as error:
        annex_a.read([file], area="821")
    return str(error.value)


def test_macros_and_documents_with_entities_are_refused(tmp_path):
    assert "macros" in refused(tmp_path, {"xl/vbaProject.bin": b"x"})
    assert "document type" in refused(tmp_path, {SHEET: DOCTYPE})


def test_a_bomb_is_refused_by_what_it_declares(tmp_path, monkeypatch):
    monkeypatch.setattr(limits, "RECORDS", limits.RECORDS._replace(unpacked_bytes=1_000_000))
    parts = {"xl/media/big.xml": b"0" * 3_000_000}
    assert "unpacks to more than" in refused(tmp_path, parts)


@pytest.mark.parametrize(
    "cell",
    [
        '<c r="XFD1048576"><v>1</v></c>',
        "<c r='XFD1048576'><v>1</v></c>",
        '<c s="0" r="XFD1048576"><v>1</v></c>',
        '<c r="XFD1048576"><f>1+1</f><v>2</v></c>',
        '<x:c xmlns:x="http://schemas.openxmlformats.org/spreadsheetml/2006/main" r="XFD1048576">'
        "<x:v>1</x:v></x:c>",
    ],
)
def test_a_cell_at_the_end_of_a_sheet_reserves_no_room_before_it(cell, tmp_path):
    rows = f'<row r="1"><c r="A1"><v>1</v></c></row><row r="1048576">{cell}</row>'
    tracemalloc.start()
    assert "larger than" in refused(tmp_path, {SHEET: AROUND.format(rows).encode()})
    assert tracemalloc.get_traced_memory()[1] < 20_000_000
    tracemalloc.stop()


def test_formulas_without_a_result_and_errors_are_not_taken_for_blanks(tmp_path):
    file = a_workbook(
        tmp_path / "a.xlsx",
        {1: [a_child(**{"Date of Contact": "=TODAY()", "Contact Source": "6"})]},
    )
    made = annex_a.read([file], area="821")
    assert made.found.by_rule()["date_unreadable"] == 1
