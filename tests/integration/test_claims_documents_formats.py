"""Every format comes out as the same passages and tables, with places a person can find."""

import sys
from pathlib import Path

import openpyxl
import pytest

from goldenthread.claims.documents.model import Document, Grid
from goldenthread.claims.documents.opening import read_document
from goldenthread.nouns import GoldenThreadError
from tests.factories.reports import PROSE, a_page, a_pdf, a_word_document
from tests.factories.spreadsheets import an_ods, an_xlsx, with_parts


def told(document: Document) -> list[tuple[str, str]]:
    return [(each.locator, each.text) for each in document.passages]


def tables(document: Document) -> list[Grid]:
    return list(document.grids)


def test_a_page_of_html(tmp_path: Path) -> None:
    document = read_document(a_page(tmp_path / "report.html"))
    assert told(document) == [
        ("paragraph 1", "Report"),
        ("paragraph 2", "Referrals rose from 310 to 386², the 7th rise."),
        ("paragraph 3", "12 of 40 (30%)"),
        ("paragraph 4", "of whom 3 twice"),
    ]
    (table,) = tables(document)
    assert (table.caption, table.header_rows, table.section) == ("Table 1", 2, "Report")
    assert table.header == ("Team", "Q1 new", "Q1 old")
    assert table.body == (("North", "12", "13"), ("South", "n/a", ""))
    assert table.locators[2][1] == "table 1, row 3, column 2"


def test_a_word_document(tmp_path: Path) -> None:
    document = read_document(a_word_document(tmp_path / "report.docx"))
    assert told(document) == [
        ("paragraph 1", "Referrals"),
        ("paragraph 2", "Referrals rose from 310 to 386¹, an increase of 24.5%."),
        ("paragraph 3", "12 of 40 (30%) were under five"),
        ("paragraph 4", "Key facts"),
        ("paragraph 5", "Table 1: Referrals by source"),
        ("paragraph 6", "In a box: 5 of 10 (50%) agreed."),
    ]
    (table,) = tables(document)
    assert table.header == ("Source", "2023/24 H1", "2023/24 H2", "Total")
    assert table.rows[1] == ("", "H1", "H2", "")
    assert table.body[1] == ("Schools", "4", "5", "9")
    assert table.locators[3][3] == "table 1, row 4, column 4"
    assert table.caption == "Table 1: Referrals by source"


def test_a_pdf_by_pages_without_its_furniture(tmp_path: Path) -> None:
    steps: list[str] = []
    document = read_document(a_pdf(tmp_path / "report.pdf"), steps.append)
    assert steps == ["page 1 of 3", "page 2 of 3", "page 3 of 3"]
    told_there = dict(told(document))
    assert "Yearly report" not in told_there.values()
    assert not any(text.startswith("Page ") for text in told_there.values())
    prose = next(text for text in told_there.values() if text.startswith("Referrals rose"))
    assert "to 386¹, an increase of 24.5%." in prose
    assert prose.endswith("most were in time.")
    assert [place for place, text in told_there.items() if text == "Second page."] == [
        "page 2, paragraph 2"
    ]


def test_tables_of_a_pdf_with_rules_and_without(tmp_path: Path) -> None:
    boxed, ruled, bare = tables(read_document(a_pdf(tmp_path / "report.pdf")))
    header = ("Team", "2022/23", "2023/24")
    assert boxed.rows == (header, ("North", "12", "14"), ("South", "20", "25"))
    assert ruled.rows == (
        header,
        ("North and the hills", "12", "14"),
        ("South", "20", "25"),
        ("Total", "32", "39"),
    )
    assert bare.rows == (header, ("East", "7", "9"), ("West", "8", "11"))
    assert [each.header_rows for each in (boxed, ruled, bare)] == [1, 1, 1]
    assert (ruled.caption, bare.caption) == ("Table 2: Ruled across", "Table 3: No rules")
    assert ruled.locators[3][2] == "page 1, table 2, row 4, column 3"


def test_a_csv_file_with_a_title_and_a_total_set_off(tmp_path: Path) -> None:
    file = tmp_path / "table.csv"
    file.write_text(
        "Referrals by quarter\n\nArea;Q1;Q2\nNorth;12;14\nSouth;20;1,025\n\nTotal;32;1,039\n",
        encoding="utf-8",
    )
    document = read_document(file)
    (table,) = tables(document)
    assert told(document) == [("A1", "Referrals by quarter")]
    assert table.caption == "Referrals by quarter"
    assert table.rows[-1] == ("Total", "32", "1,039")
    assert table.locators[0] == ("A3", "B3", "C3")
    assert table.locators[-1] == ("A7", "B7", "C7")


def test_a_workbook_by_sheet_and_table(tmp_path: Path) -> None:
    book = openpyxl.Workbook()
    first = book.active
    for row in (
        ["Contacts by team"],
        ["", "2022/23", "", "2023/24", ""],
        ["Team", "New", "Old", "New", "Old"],
        ["North", 1, 2, 3, 4],
        [],
        [],
        ["Area", "Share"],
        ["East", 0.176],
        ["West", 0.824],
    ):
        first.append(row)
    first["B8"].number_format = first["B9"].number_format = "0.0%"
    second = book.create_sheet("Staff in post")
    for row in (["Team", "Posts", None, "Rank", "Name"], ["A", 3, None, "One", 7]):
        second.append(row)
    book.save(tmp_path / "book.xlsx")
    document = read_document(tmp_path / "book.xlsx")
    contacts, shares, posts, ranks = tables(document)
    assert contacts.caption == "Contacts by team"
    assert contacts.header == ("Team", "2022/23 New", "2022/23 Old", "2023/24 New", "2023/24 Old")
    assert contacts.locators[2][4] == "Sheet!E4"
    assert shares.rows == (("Area", "Share"), ("East", "17.6%"), ("West", "82.4%"))
    assert posts.rows == (("Team", "Posts"), ("A", "3"))
    assert ranks.locators == (
        ("Staff in post!D1", "Staff in post!E1"),
        ("Staff in post!D2", "Staff in post!E2"),
    )
    assert {table.section for table in (posts, ranks)} == {"Staff in post"}


def test_xlsx_and_ods_give_the_same_table(tmp_path: Path) -> None:
    rows = [["Area", "Share", "Count"], ["North", (0.176, "0.0%"), 180], ["South", "n/a", 1004]]
    read = [
        tables(read_document(made))
        for made in (an_xlsx(tmp_path / "a.xlsx", rows), an_ods(tmp_path / "a.ods", rows))
    ]
    assert read[0] == read[1]
    assert read[0][0].rows[1] == ("North", "17.6%", "180")


@pytest.mark.parametrize("lying", ["report.txt", "report.csv", "report.pdf", "report"])
def test_a_file_is_known_by_its_content_where_its_name_lies(tmp_path: Path, lying: str) -> None:
    true = a_word_document(tmp_path / "true.docx")
    true.rename(tmp_path / lying)
    assert len(tables(read_document(tmp_path / lying))) == 1


def test_a_page_called_a_text_is_read_as_a_page(tmp_path: Path) -> None:
    assert told(read_document(a_page(tmp_path / "page.txt")))[0] == ("paragraph 1", "Report")


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
def test_text_is_read_in_the_encodings_people_have(tmp_path: Path, encoding: str) -> None:
    file = tmp_path / "report.txt"
    file.write_bytes(f"{PROSE} – it’s so.".encode(encoding))
    assert told(read_document(file)) == [("line 1", f"{PROSE} – it’s so.")]


def test_the_extra_is_asked_for_by_its_name(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "lxml.html", None)
    with pytest.raises(GoldenThreadError, match=r"pip install 'goldenthread\[check\]'"):
        read_document(a_page(tmp_path / "report.html"))


def test_the_reference_texts_hold_the_tables_a_reader_sees(shared: Path) -> None:
    second = read_document(next((shared / "seeds").glob("002_*.txt")))
    months, courses = tables(second)
    assert (len(months.rows), len(months.header), months.locator) == (12, 8, "line 168")
    assert months.caption == "Table 1"
    assert (len(courses.rows), len(courses.header), courses.locator) == (25, 16, "line 251")
    assert courses.rows[-1][-1] == "3550"
    first = read_document(next((shared / "seeds").glob("000_*.txt")))
    assert [table.locator for table in tables(first)] == [
        "line 249", "line 405", "line 783", "line 796", "line 822",
    ]  # fmt: skip
    assert [table.header_rows for table in tables(first)] == [1, 1, 1, 2, 1]


def test_a_workbook_with_empty_settings_beside_its_sheets_is_read(tmp_path: Path) -> None:
    book = an_ods(tmp_path / "visits.ods", [["Ward", "Visits"], ["Oak", 40], ["Elm", 61]])
    with_parts(book, {"Configurations2/accelerator/current.xml": b""})
    assert [grid.rows[1] for grid in tables(read_document(book))] == [("Oak", "40")]
