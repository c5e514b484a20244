"""Hostile and broken files: one clear fault, no figure, and little memory."""

import tracemalloc
import zipfile
import zlib

import pytest

from goldenthread.nouns import GoldenThreadError
from goldenthread.sources.spreadsheets import limits, read_table
from tests.factories.spreadsheets import a_csv, a_mapping, an_ods, an_xlsx, with_parts

ROWS = [["Source", "Oct-23"], ["Police", 246]]
DOCTYPE = (
    b'<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;">]>'
    b"<x>&b;</x>"
)


def refused(tmp_path, name):
    """The one fault of a file that is refused whole."""
    reading = read_table(a_mapping(tmp_path, data=f'"{name}"'))
    assert reading.figures == ()
    (fault,) = reading.faults
    assert fault.file == name
    assert fault.message.endswith(".")
    return fault


@pytest.mark.parametrize(
    ("content", "rule", "place"),
    [
        (b"", "empty_file", ""),
        (b"  \n\n ", "empty_file", ""),
        (b"\xef\xbb\xbf", "no_table", ""),
        (b"Source,Oct-23\n", "no_table", ""),
        (b"Source\nPolice\n", "no_table", ""),
        (b"Source,Oct-23\nPolice,1\nCaf\xe9,2\n", "encoding", "line 3"),
        ("Source,Oct-23\nPolice,1\n".encode("utf-16"), "encoding", ""),
        (b"PK\x03\x04 this is a workbook", "encoding", ""),
        (b"Source,Oct-23\nPolice,1\x00\n", "encoding", "line 2"),
        (b'Source,Oct-23\nPolice,"1\n', "broken_csv", "line 2"),
        (b'Source,Oct-23\nPol"ice","1"x\n', "broken_csv", "line 2"),
        (b"Source,Oct-23\n" + b"x" * 200_000 + b",1\n", "broken_csv", "line 2"),
        (b"," * 300_000, "too_large", ""),
        (b"a" + b",1" * 5_000, "too_large", "line 1"),
        (b"a,1\n" * 30_000, "too_large", "line 20001"),
    ],
)
def test_a_csv_that_cannot_be_trusted_is_one_fault(content, rule, place, tmp_path):
    (tmp_path / "a.csv").write_bytes(content)
    fault = refused(tmp_path, "a.csv")
    assert (fault.rule, fault.place) == (rule, place)


def test_an_older_encoding_is_read_when_the_mapping_says_so(tmp_path):
    (tmp_path / "a.csv").write_bytes("Source,Oct-23\nCafé,2\n".encode("cp1252"))
    reading = read_table(a_mapping(tmp_path, data='"a.csv"', encoding='"cp1252"'))
    assert str(reading.figures[0].breakdown) == "source=Café"


def test_a_byte_order_mark_and_another_delimiter_are_no_matter(tmp_path):
    (tmp_path / "a.csv").write_bytes(b"\xef\xbb\xbfSource;Oct-23\r\nPolice;2\r\n")
    reading = read_table(a_mapping(tmp_path, data='"a.csv"', delimiter='";"'))
    assert len(reading.figures) == 1


def test_a_file_that_is_absent_or_of_another_kind_is_one_fault(tmp_path):
    assert refused(tmp_path, "absent.csv").rule == "missing_file"
    (tmp_path / "folder.csv").mkdir()
    assert refused(tmp_path, "folder.csv").rule == "missing_file"
    for name in ("a.xls", "a.pdf", "a.xlsb", "noending"):
        a_csv(tmp_path, "x", name)
        assert refused(tmp_path, name).rule == "unknown_format"
    a_csv(tmp_path, "x", "a.xlsm")
    assert refused(tmp_path, "a.xlsm").rule == "macros"


def test_a_file_beyond_the_limit_is_not_even_read_through(tmp_path):
    with (tmp_path / "a.csv").open("wb") as file:
        file.truncate(10 * limits.MAX_FILE_BYTES)
    tracemalloc.start()
    assert refused(tmp_path, "a.csv").rule == "too_large"
    assert tracemalloc.get_traced_memory()[1] < 2 * limits.MAX_FILE_BYTES
    tracemalloc.stop()


def test_a_link_out_of_the_folder_is_refused(tmp_path):
    inside = tmp_path / "inside"
    inside.mkdir()
    a_csv(tmp_path, "Source,Oct-23\nPolice,1\n", "outside.csv")
    (inside / "a.csv").symlink_to(tmp_path / "outside.csv")
    with pytest.raises(GoldenThreadError, match="leads out of the mapping's folder"):
        read_table(a_mapping(inside, data='"a.csv"'))


def test_a_table_given_by_hand_may_lie_anywhere(tmp_path):
    inside = tmp_path / "inside"
    inside.mkdir()
    table = a_csv(tmp_path, "Source,Oct-23\nPolice,1\n", "outside.csv")
    assert len(read_table(a_mapping(inside), table).figures) == 1


@pytest.mark.parametrize(
    "content",
    [b"PK\x03\x04 broken", b"nothing at all", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1 with a password"],
)
def test_what_is_no_workbook_is_refused(content, tmp_path):
    (tmp_path / "a.xlsx").write_bytes(content)
    assert refused(tmp_path, "a.xlsx").rule == "not_a_workbook"


def test_a_workbook_cut_short_anywhere_is_refused(tmp_path):
    whole = an_xlsx(tmp_path / "a.xlsx", ROWS).read_bytes()
    for length in range(1, len(whole), len(whole) // 25):
        (tmp_path / "a.xlsx").write_bytes(whole[:length])
        assert refused(tmp_path, "a.xlsx").rule == "not_a_workbook"


def test_a_zip_bomb_is_refused_by_what_it_declares(tmp_path):
    file = an_xlsx(tmp_path / "a.xlsx", ROWS)
    with_parts(file, {"xl/media/big.xml": b"0" * (limits.MAX_UNPACKED_BYTES + 1)})
    assert file.stat().st_size < 200_000
    tracemalloc.start()
    assert refused(tmp_path, "a.xlsx").rule == "zip_bomb"
    assert tracemalloc.get_traced_memory()[1] < 5_000_000
    tracemalloc.stop()


def test_a_zip_bomb_that_lies_about_its_size_is_not_unpacked(tmp_path):
    """The declared size, and its checksum, are those of the first bytes; more would follow."""
    file = an_xlsx(tmp_path / "a.xlsx", ROWS)
    real, told = b"0" * 5_000_000, b"0" * 100
    with_parts(file, {"xl/extra.xml": real})
    content = file.read_bytes()
    for true, lie in (
        (len(real).to_bytes(4, "little"), len(told).to_bytes(4, "little")),
        (zlib.crc32(real).to_bytes(4, "little"), zlib.crc32(told).to_bytes(4, "little")),
    ):
        assert true in content
        content = content.replace(true, lie)
    file.write_bytes(content)
    assert refused(tmp_path, "a.xlsx").rule in {"not_a_workbook", "broken_xml"}


def test_too_many_parts_are_refused(tmp_path):
    file = an_xlsx(tmp_path / "a.xlsx", ROWS)
    with_parts(file, {f"xl/{n}.xml": b"<x/>" for n in range(limits.MAX_ZIP_PARTS)})
    assert refused(tmp_path, "a.xlsx").rule == "zip_bomb"


@pytest.mark.parametrize("name", ["xl/vbaProject.bin", "xl/macrosheets/sheet1.xml"])
def test_macros_under_an_innocent_name_are_refused(name, tmp_path):
    with_parts(an_xlsx(tmp_path / "a.xlsx", ROWS), {name: b"x"})
    assert refused(tmp_path, "a.xlsx").rule == "macros"


def test_macros_in_an_ods_are_refused(tmp_path):
    with_parts(an_ods(tmp_path / "a.ods", ROWS), {"Basic/Standard/Module1.xml": b"<x/>"})
    assert refused(tmp_path, "a.ods").rule == "macros"


@pytest.mark.parametrize(
    "part", ["xl/worksheets/sheet1.xml", "xl/sharedStrings.xml", "xl/workbook.xml", "extra.xml"]
)
def test_an_xml_bomb_in_any_part_is_refused(part, tmp_path):
    with_parts(an_xlsx(tmp_path / "a.xlsx", ROWS), {part: DOCTYPE})
    fault = refused(tmp_path, "a.xlsx")
    assert (fault.rule, fault.place) == ("xml_bomb", part)


def test_an_xml_bomb_in_an_ods_is_refused(tmp_path):
    with_parts(an_ods(tmp_path / "a.ods", ROWS), {"content.xml": DOCTYPE})
    assert refused(tmp_path, "a.ods").rule == "xml_bomb"


def test_xml_nested_without_end_is_refused(tmp_path):
    deep = b"<a>" * 5_000 + b"</a>" * 5_000
    with_parts(an_xlsx(tmp_path / "a.xlsx", ROWS), {"xl/worksheets/sheet1.xml": deep})
    assert refused(tmp_path, "a.xlsx").rule == "broken_xml"


@pytest.mark.parametrize("encoding", ["big5", "no-such-encoding"])
def test_an_encoding_that_no_spreadsheet_has_is_refused(tmp_path, encoding):
    sheet = f'<?xml version="1.0" encoding="{encoding}"?><worksheet/>'.encode()
    with_parts(an_xlsx(tmp_path / "a.xlsx", ROWS), {"xl/worksheets/sheet1.xml": sheet})
    fault = refused(tmp_path, "a.xlsx")
    assert fault.rule == "broken_xml"
    assert encoding not in str(fault)


SHEET = (
    '<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>'
    "{}</sheetData></worksheet>"
)


def test_two_cells_at_the_ends_of_a_sheet_reserve_no_room_between(tmp_path):
    """The reader behind would reserve seventeen thousand million cells."""
    cells = '<row r="1"><c r="A1"><v>1</v></c></row><row r="9"><c r="XFD1048576"><v>1</v></c></row>'
    with_parts(
        an_xlsx(tmp_path / "a.xlsx", ROWS),
        {"xl/worksheets/sheet1.xml": SHEET.format(cells).encode()},
    )
    assert refused(tmp_path, "a.xlsx").rule == "too_large"


def test_the_same_in_a_part_of_another_name_is_found(tmp_path):
    file = an_xlsx(tmp_path / "a.xlsx", ROWS)
    with zipfile.ZipFile(file) as archive:
        links = archive.read("xl/_rels/workbook.xml.rels")
    cells = '<row r="1"><c r="XFD1048576"><v>1</v></c></row>'
    moved = links.replace(b"worksheets/sheet1.xml", b"elsewhere.xml")
    assert moved != links
    with_parts(
        file,
        {
            "xl/_rels/workbook.xml.rels": moved,
            "xl/elsewhere.xml": SHEET.format(cells).encode(),
        },
    )
    assert refused(tmp_path, "a.xlsx").rule == "too_large"


@pytest.mark.parametrize("repeated", ["columns", "rows"])
def test_a_cell_repeated_a_thousand_million_times_is_refused(repeated, tmp_path):
    file = an_ods(tmp_path / "a.ods", ROWS)
    with zipfile.ZipFile(file) as archive:
        content = archive.read("content.xml").decode()
    spot = "<table:table-row" if repeated == "rows" else "<table:table-cell"
    many = f'{spot} table:number-{repeated}-repeated="999999999"'
    with_parts(file, {"content.xml": content.replace(spot, many, 1).encode()})
    assert refused(tmp_path, "a.ods").rule == "too_large"


def test_empty_rows_repeated_to_the_end_of_a_sheet_are_harmless(tmp_path):
    """Spreadsheet programs write such a row at the end of every table."""
    file = an_ods(tmp_path / "a.ods", ROWS)
    with zipfile.ZipFile(file) as archive:
        content = archive.read("content.xml").decode()
    filler = (
        '<table:table-row table:number-rows-repeated="1048573">'
        '<table:table-cell table:number-columns-repeated="16384"/></table:table-row></table:table>'
    )
    with_parts(file, {"content.xml": content.replace("</table:table>", filler).encode()})
    assert len(read_table(a_mapping(tmp_path, data='"a.ods"')).figures) == 1


def test_a_formula_is_its_saved_result_and_without_one_a_fault(tmp_path):
    saved = '<c r="B2"><f>1+1</f><v>246</v></c>'
    unsaved = '<c r="C2"><f>1+1</f></c>'
    error = '<c r="D2" t="e"><f>1/0</f><v>#DIV/0!</v></c>'
    heads = "".join(
        f'<c r="{letter}1" t="inlineStr"><is><t>{text}</t></is></c>'
        for letter, text in zip("ABCD", ("Source", "Oct-23", "Nov-23", "Dec-23"), strict=True)
    )
    label = '<c r="A2" t="inlineStr"><is><t>Police</t></is></c>'
    rows = f'<row r="1">{heads}</row><row r="2">{label}{saved}{unsaved}{error}</row>'
    with_parts(
        an_xlsx(tmp_path / "a.xlsx", ROWS),
        {"xl/worksheets/sheet1.xml": SHEET.format(rows).encode()},
    )
    reading = read_table(a_mapping(tmp_path, data='"a.xlsx"'))
    assert [str(each.value) for each in reading.figures] == ["246"]
    assert [(each.rule, each.place) for each in reading.faults] == [
        ("formula", "sheet Year, cell C2"),
        ("not_a_number", "sheet Year, cell D2"),
    ]
