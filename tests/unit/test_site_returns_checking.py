"""What was typed, pasted or uploaded: faults beside the line, and nothing hostile let in."""

import io
import zipfile
from decimal import Decimal

import openpyxl
import pytest
from odf.opendocument import OpenDocumentSpreadsheet
from odf.table import Table, TableCell, TableRow
from odf.text import P

from goldenthread.nouns import Period
from goldenthread.nouns.register import area
from goldenthread_site.returns.arriving import (
    from_file,
    from_pasted,
    keep,
    safe_name,
    template_file,
)
from goldenthread_site.returns.checking import EMPTY, check
from goldenthread_site.returns.rules import MAX_UPLOAD_BYTES, CellState
from goldenthread_site.returns.templates import templates
from tests.factories.filled import filled
from tests.factories.returns import ANSWERS, QUARTER

POLICE = templates()["police"]
LUTON = area("821")


def checked(**typed):
    return check(POLICE, QUARTER, LUTON, "Police", ANSWERS | typed)


def arrived(content, kind=".csv", period=QUARTER):
    return from_file(content, kind, POLICE, period, LUTON, "Police")


@pytest.mark.parametrize(
    ("typed", "state", "value"),
    [
        ("412", CellState.VALUE, Decimal(412)),
        (" 1,204 ", CellState.VALUE, Decimal(1204)),
        ("0", CellState.NIL, Decimal(0)),
        ("Nil", CellState.NIL, Decimal(0)),
        ("not known to us", CellState.NOT_KNOWN, None),
        ("NOT KNOWN", CellState.NOT_KNOWN, None),
        ("refused", CellState.REFUSED, None),
    ],
)
def test_what_a_line_can_say(typed, state, value):
    answer = checked(powers_of_protection=typed).answers["powers_of_protection"]
    assert (answer.state, answer.value) == (state, value)


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("", EMPTY),
        ("about 90", "in figures"),
        ("-", "in figures"),
        ("n/a", "in figures"),
        ("c", "in figures"),
        ("v", "in figures"),
        ("z", "in figures"),
        ("low", "in figures"),
        ("-3", "not below zero"),
        ("12.5", "whole number"),
        ("12*", "note"),
        ("12%", "unit"),
        ("=1+1", "formula"),
        ("1234567890123", "fewer digits"),
        ("9" * 200, "in figures"),
        ("'; DROP TABLE", "in figures"),
        ('a"\n,b', "in figures"),
    ],
)
def test_what_a_line_cannot_say_is_a_fault_of_that_line_alone(typed, said):
    found = checked(powers_of_protection=typed)
    assert said in found.faults["powers_of_protection"]
    assert len(found.faults) == 1
    assert len(found.answers) == len(POLICE.line) - 1


def test_no_part_is_more_than_its_whole():
    found = checked(notices="100", notices_domestic_abuse="101")
    assert set(found.faults) == {"notices_domestic_abuse"}
    assert "more than the 100" in found.faults["notices_domestic_abuse"]


@pytest.mark.parametrize(
    ("typed", "state", "value"),
    [("87.4", CellState.VALUE, Decimal("87.4")), ("87.4%", CellState.VALUE, Decimal("87.4")),
     ("nil", CellState.NIL, None)],
)  # fmt: skip
def test_a_percentage_of_nothing_is_not_nought_per_cent(typed, state, value):
    template = templates()["operation_encompass"]
    answer = check(template, QUARTER, LUTON, "Police", {"in_time": typed}).answers["in_time"]
    assert (answer.state, answer.value) == (state, value)


def test_a_percentage_beyond_a_hundred_is_a_fault():
    template = templates()["operation_encompass"]
    assert check(template, QUARTER, LUTON, "Police", {"in_time": "100.1"}).faults


def rows():
    return [("Line", QUARTER.code)] + [(each.words, ANSWERS[each.key]) for each in POLICE.line]


def as_xlsx():
    book = openpyxl.Workbook()
    for row in rows():
        book.active.append([int(each) if each.isdecimal() else each for each in row])
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def as_ods():
    document, table = OpenDocumentSpreadsheet(), Table(name="Return")
    for row in rows():
        line = TableRow()
        for text in row:
            cell = TableCell(valuetype="string", stringvalue=text)
            cell.addElement(P(text=text))
            line.addElement(cell)
        table.addElement(line)
    document.spreadsheet.addElement(table)
    out = io.BytesIO()
    document.write(out)
    return out.getvalue()


@pytest.mark.parametrize(("kind", "made"), [(".xlsx", as_xlsx), (".ods", as_ods)])
def test_a_workbook_is_read_with_the_place_of_every_cell(kind, made):
    found = arrived(made(), kind)
    assert found.faults == []
    assert found.typed == ANSWERS
    assert found.places["notices"].endswith("cell B2")


def test_the_file_of_another_period_is_refused_whole():
    content = filled(POLICE, Period.parse("2026-27 Q1"))
    found = arrived(content)
    assert found.typed == {}
    assert "2026-27 Q2" in found.faults[0]
    assert len(found.faults) == 1


def test_a_line_nobody_asked_for_is_named_by_its_cell():
    content = template_file(POLICE, QUARTER, LUTON) + b"Another thing,4,\r\n"
    assert arrived(content).faults == [
        "Cell A9: this is no line of this return: keep the words of the template file"
    ]


def a_bomb():
    """A workbook that says little and unpacks to much."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as packed:
        packed.writestr("[Content_Types].xml", "<Types/>")
        packed.writestr("xl/worksheets/sheet1.xml", b"0" * 70_000_000)
    return out.getvalue()


@pytest.mark.parametrize(
    ("content", "kind"),
    [
        (b"", ".csv"),
        (b"\x00\x01\x02", ".csv"),
        (b"\xff\xfeL\x00", ".csv"),
        (b'Line,"unclosed', ".csv"),
        (b"PK\x03\x04 not a workbook", ".xlsx"),
        (b"PK\x03\x04 not a workbook", ".ods"),
        (as_xlsx()[:500], ".xlsx"),
        (b"MZ", ".exe"),
        (b"a,b\n" * (MAX_UPLOAD_BYTES // 4 + 1), ".csv"),
    ],
)
def test_what_is_no_return_is_refused_with_a_sentence(content, kind):
    found = arrived(content, kind)
    assert found.typed == {}
    assert found.faults


def test_a_bomb_is_refused():
    content = a_bomb()
    assert len(content) < MAX_UPLOAD_BYTES
    found = arrived(content, ".xlsx")
    assert found.typed == {}
    assert found.faults


def test_rows_are_pasted_with_labels_or_alone():
    text = "\n".join("\t".join(each) for each in rows())
    assert from_pasted(text, POLICE).typed == ANSWERS
    assert from_pasted("\n".join(ANSWERS.values()), POLICE).typed == ANSWERS


@pytest.mark.parametrize("text", ["4\n5", "Another thing\t4", "x" * 20_001])
def test_rows_that_do_not_fit_are_faults(text):
    found = from_pasted(text, POLICE)
    assert found.typed == {}
    assert found.faults


@pytest.mark.parametrize(
    "given", ["../../etc/passwd", "C:\\x\\y.csv", "a\x00b.csv", "<b>.csv", "", "é" * 300]
)
def test_a_given_name_is_words_and_leads_nowhere(given):
    name = safe_name(given)
    assert name
    assert len(name) <= 120
    assert not set(name) & set('/\\<>"\x00')


def test_a_file_lies_under_its_digest(settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path
    digest = keep(b"one", ".csv")
    assert keep(b"one", ".csv") == digest
    files = [each for each in tmp_path.rglob("*") if each.is_file()]
    assert [each.name for each in files] == [f"{digest}.csv"]
    assert files[0].read_bytes() == b"one"
