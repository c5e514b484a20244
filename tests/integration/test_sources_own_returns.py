"""The hub's return and the neglect return: as their pages describe them, in CSV or a workbook."""

from datetime import date, datetime
from pathlib import Path

import openpyxl
import pytest

from goldenthread.nouns import GoldenThreadError
from goldenthread.sources import annex_a, gcp2, mash
from goldenthread.sources.gcp2.page import EXAMPLE as NEGLECT
from goldenthread.sources.mash.page import EXAMPLE as HUB
from goldenthread.sources.returns import read_all
from goldenthread.tables import Balance


def files(folder: Path, example) -> list[Path]:
    """The example of a page as CSV files."""
    paths = []
    for name, lines in example.items():
        path = folder / f"{name}.csv"
        path.write_text("\n".join(lines) + "\n", encoding="utf-8")
        paths.append(path)
    return paths


def a_workbook(file: Path, sheets) -> Path:
    book = openpyxl.Workbook()
    book.remove(book.active)
    for name, rows in sheets.items():
        sheet = book.create_sheet(name)
        for row in rows:
            sheet.append(list(row))
    book.save(file)
    return file


def test_the_hubs_page_is_read_as_it_stands(tmp_path):
    paths = files(tmp_path, HUB)
    assert all(mash.recognises(path) for path in paths)
    made = mash.read(paths, area="821")
    assert list(made.found) == []
    assert made.tables["contacts"]["contact_type"].to_pylist() == ["CONCERN", "INFORMATION"]
    assert made.tables["contacts"]["source"].to_pylist() == ["6", "2A"]
    (episode,) = made.tables["mash_episodes"].to_pylist()
    assert episode["started_at"] == datetime(2023, 4, 3, 10, 15)
    assert (episode["rating"], episode["outcome"]) == ("AMBER", "CSC")
    assert made.tables["mash_agency_requests"]["answered_at"].null_count == 1
    assert made.tables["person"].num_rows == 2
    assert made.tables["address"]["postcode"].to_pylist() == ["ZZ12 3AB", "ZZ17 1TD"]
    assert {each.table: (each.start, each.end) for each in made.coverage} == dict.fromkeys(
        ("contacts", "mash_episodes", "mash_agency_requests"),
        (date(2023, 4, 1), date(2023, 4, 30)),
    )
    assert made.balances["contacts"] == Balance(2, 2)
    assert made.places["contacts"](1, "source") == "contacts.csv, row 3, source"


def test_the_neglect_page_is_read_as_it_stands(tmp_path):
    (assessments, _, _) = files(tmp_path, NEGLECT)
    assert gcp2.recognises(assessments)
    assert not mash.recognises(assessments)
    made = gcp2.read([assessments], area="821", year=2024)
    assert list(made.found) == []
    assert made.tables["gcp2_assessments"]["safety"].to_pylist() == [4, 4]
    (told,) = made.coverage
    assert (told.start, told.end) == (date(2023, 4, 1), date(2024, 3, 31))


def test_a_table_of_addresses_may_come_alone_and_is_known_by_its_postcodes(tmp_path):
    paths = files(
        tmp_path,
        {
            "homes": ("Person ID,Start date,End date,Postcode", "C-1,01/04/2020,,ZZ12 3AB"),
            "else": ("Person ID,Start date,End date,Team", "C-1,01/04/2020,,North"),
        },
    )
    assert [mash.recognises(path) for path in paths] == [True, False]
    made = read_all([paths[0]], area="821")
    assert made.tables["address"].num_rows == 1
    assert list(made.found) == []


def test_a_workbook_holds_a_table_in_each_sheet(tmp_path):
    file = a_workbook(
        tmp_path / "hub.xlsx",
        {
            "MASH episodes": [
                ["Hub episodes of April"],
                ["Person ID", "Started at", "Decided at", "Outcome", "Colour"],
                ["C-1", datetime(2023, 4, 3, 10, 15), "04/04/2023 09:00", "NFA", "blue"],
                ["C-2", "soon", None, "MASH Completed – NFA", None],
            ],
            "contacts": [
                ["person_id", "contact_date", "source"],
                ["C-1", date(2023, 4, 3), "Police"],
            ],
            "notes": [["nothing", "here"]],
            "empty": [],
        },
    )
    assert mash.recognises(file)
    assert not gcp2.recognises(file)
    assert not annex_a.recognises(file)
    made = mash.read([file], area="821")
    (episode,) = made.tables["mash_episodes"].to_pylist()
    assert episode["started_at"] == datetime(2023, 4, 3, 10, 15)
    assert made.balances["mash_episodes"] == Balance(2, 1)
    assert made.found.by_rule() == {
        "column_unknown": 1,
        "date_unreadable": 1,
        "not_a_table": 1,
    }
    places = {fault.rule: fault.place for fault in made.found}
    assert places["date_unreadable"] == "sheet MASH episodes, cell B4"
    assert made.places["contacts"](0, "source") == "sheet contacts, cell C2"


def test_a_file_in_two_parts_is_one_table(tmp_path):
    lines = HUB["contacts"]
    for name, row in (("april.csv", 1), ("may.csv", 2)):
        text = f"{lines[0]}\n{lines[row]}\n".replace("C-2,03/04/2023", "C-2,31/05/2023")
        (tmp_path / name).write_text(text, encoding="utf-8")
    made = mash.read([tmp_path / "april.csv", tmp_path / "may.csv"], area="821")
    assert made.tables["contacts"].num_rows == 2
    assert made.places["contacts"](1, "source") == "may.csv, row 2, source"
    (told,) = made.coverage
    assert (told.start, told.end) == (date(2023, 4, 1), date(2023, 5, 31))


def test_what_cannot_be_read_is_refused_in_one_sentence(tmp_path):
    paths = files(tmp_path, NEGLECT)
    with pytest.raises(GoldenThreadError, match="--area"):
        gcp2.read(paths)
    (tmp_path / "x.csv").write_text("a,b\n1,2\n", encoding="utf-8")
    assert not mash.recognises(tmp_path / "x.csv")
    with pytest.raises(GoldenThreadError, match="holds no table of this return"):
        gcp2.read([tmp_path / "x.csv"], area="821")
    (tmp_path / "x.xlsx").write_bytes(b"PK\x03\x04")
    assert not gcp2.recognises(tmp_path / "x.xlsx")
    with pytest.raises(GoldenThreadError, match="not a whole workbook"):
        gcp2.read([tmp_path / "x.xlsx"], area="821")
    assert not mash.recognises(tmp_path)
