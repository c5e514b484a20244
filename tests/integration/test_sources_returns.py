"""Files of any format are told apart, put together and merged; what nobody can use is said."""

from datetime import date
from pathlib import Path

import openpyxl
import pytest

from goldenthread.nouns import GoldenThreadError, Severity
from goldenthread.sources.returns import kinds, read_all
from tests.factories.annex_a import a_workbook

CONTACTS = "cont_person_id,cont_contact_date\n{}\n"


def dataset(folder: Path, *rows: str) -> Path:
    """A safeguarding dataset of nothing but contacts."""
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "ssd_contacts.csv").write_text(CONTACTS.format("\n".join(rows)), encoding="utf-8")
    return folder


def test_every_format_says_what_it_is() -> None:
    named = [kind.KIND for kind in kinds()]
    assert {"annex_a", "cin_census", "ssda903", "ssd", "mash", "gcp2", "parquet"} == {*named}


def test_rubbish_is_recognised_by_no_format_and_stops_none(tmp_path: Path) -> None:
    for name in ("x.xlsx", "x.xml", "x.csv", "x.parquet", "x", "records.json"):
        for content in (b"", b"\x00\xff\xfe", b"<a><b", b"PK\x03\x04", b'"', b"a,b\n1,2\n"):
            path = tmp_path / name
            path.write_bytes(content)
            assert [kind.KIND for kind in kinds() if kind.recognises(path)] == []
    assert not any(kind.recognises(tmp_path / "absent") for kind in kinds())
    assert not any(kind.recognises(tmp_path) for kind in kinds())


def test_each_folder_of_a_dataset_is_a_return_and_all_become_one(tmp_path: Path) -> None:
    dataset(tmp_path / "2023", "a,2023-05-01", "b,2023-05-02")
    dataset(tmp_path / "2024", "b,2023-05-02", "c,2024-05-03")
    records = read_all([tmp_path], area="821")
    assert len(records.returns) == 2
    assert records.tables["contacts"]["person_id"].to_pylist() == ["a", "b", "c"]
    assert sum(each.balances["contacts"].came_in for each in records.returns) == 4


def test_years_in_the_names_of_files_part_returns_in_one_folder(tmp_path: Path) -> None:
    for year in ("2023", "2024"):
        path = tmp_path / f"ssd_contacts_{year}.csv"
        path.write_text(CONTACTS.format(f"a,{year}-05-01"), encoding="utf-8")
    records = read_all([tmp_path], area="821")
    assert [each.year for each in records.returns] == [2024, 2025]


def test_a_file_named_twice_is_read_once(tmp_path: Path) -> None:
    file = dataset(tmp_path, "a,2023-05-01") / "ssd_contacts.csv"
    records = read_all([file, tmp_path, file], area="821")
    assert len(records.returns) == 1
    assert records.returns[0].balances["contacts"].came_in == 1


def test_a_strange_file_costs_more_where_a_person_named_it(tmp_path: Path) -> None:
    dataset(tmp_path, "a,2023-05-01")
    strange = tmp_path / "notes.docx"
    strange.write_bytes(b"PK\x03\x04 nothing")
    (tmp_path / ".hidden").write_bytes(b"not looked at")
    (tmp_path / "~$open.xlsx").write_bytes(b"nor this")
    within = read_all([tmp_path], area="821").found
    named = read_all([tmp_path, strange], area="821").found
    assert within.by_rule()["unknown_format"] == named.by_rule()["unknown_format"] == 1
    assert [f.severity for f in within if f.rule == "unknown_format"] == [Severity.WARNING]
    named = read_all([strange, tmp_path], area="821").found
    assert [f.severity for f in named if f.rule == "unknown_format"] == [Severity.ERROR]


def test_what_is_not_there_is_a_fault_beside_what_is(tmp_path: Path) -> None:
    dataset(tmp_path, "a,2023-05-01")
    records = read_all([tmp_path, tmp_path / "absent.xml"], area="821")
    assert records.found.by_rule()["file_missing"] == 1


def test_one_return_that_cannot_be_used_does_not_take_the_others_with_it(tmp_path: Path) -> None:
    dataset(tmp_path / "whole", "a,2023-05-01")
    (tmp_path / "records.json").write_text('{\n  "schema": 99}', encoding="utf-8")
    records = read_all([tmp_path], area="821")
    assert records.found.by_rule()["unusable_file"] == 1
    assert records.tables["contacts"].num_rows == 1


@pytest.mark.parametrize("content", [None, b"", b"nothing of the kind"])
def test_where_nothing_can_be_used_one_sentence_says_what_to_do(
    tmp_path: Path, content: bytes | None
) -> None:
    if content is not None:
        (tmp_path / "x.xml").write_bytes(content)
    with pytest.raises(GoldenThreadError, match=r"see that|name the files"):
        read_all([tmp_path])


def test_what_a_dataset_covers_can_be_told(tmp_path: Path) -> None:
    dataset(tmp_path, "a,2023-05-01")
    told = (date(2020, 4, 1), date(2024, 3, 31))
    records = read_all([tmp_path], area="821", coverage=told)
    assert records.covered("contacts", "821", *told)
    assert not read_all([tmp_path], area="821").covered("contacts", "821", *told)


def test_the_day_of_a_workbook_of_lists_can_be_told(tmp_path: Path) -> None:
    path = tmp_path / "lists.xlsx"
    a_workbook(path, {1: [{"Child Unique ID": "a", "Date of Contact": date(2024, 2, 1)}]})
    told = read_all([path], area="821", reported_on=date(2024, 3, 31))
    assert {(each.table, each.end) for each in told.coverage} == {("contacts", date(2024, 3, 31))}
    assert "day_of_lists" not in told.found.by_rule()
    guessed = read_all([path], area="821")
    assert {each.end for each in guessed.coverage} == {date(2024, 2, 1)}
    assert "day_of_lists" in guessed.found.by_rule()


def test_one_day_is_not_told_of_several_workbooks(tmp_path: Path) -> None:
    paths = [tmp_path / "one.xlsx", tmp_path / "two.xlsx"]
    for path in paths:
        a_workbook(path, {1: [{"Child Unique ID": "a", "Date of Contact": date(2024, 2, 1)}]})
    with pytest.raises(GoldenThreadError, match="2 Annex A workbooks"):
        read_all(paths, area="821", reported_on=date(2024, 3, 31))


def test_care_leavers_of_a_dataset_are_told_of_its_day_alone(tmp_path: Path) -> None:
    dataset(tmp_path, "a,2023-05-01")
    leavers = "clea_person_id,clea_care_leaver_in_touch\na,YES\n"
    (tmp_path / "ssd_care_leavers.csv").write_text(leavers, encoding="utf-8")
    told = (date(2020, 4, 1), date(2024, 3, 31))
    records = read_all([tmp_path], area="821", coverage=told)
    spans = {each.table: (each.start, each.end) for each in records.coverage}
    assert spans == {"contacts": told, "care_leavers": (told[1], told[1])}


def test_a_file_without_a_row_tells_that_there_was_nothing(tmp_path: Path) -> None:
    dataset(tmp_path, "a,2023-05-01")
    heading = "clac_person_id,clac_cla_conviction_date\n"
    (tmp_path / "ssd_cla_convictions.csv").write_text(heading, encoding="utf-8")
    told = (date(2020, 4, 1), date(2024, 3, 31))
    records = read_all([tmp_path], area="821", coverage=told)
    assert records.covered("cla_convictions", "821", *told)
    assert {each.table for each in records.coverage} == {"contacts", "cla_convictions"}


def test_what_lies_beside_returns_and_holds_no_child_is_named_for_what_it_is(
    tmp_path: Path,
) -> None:
    book = openpyxl.Workbook()
    book.active.title = "Providers"
    book.active.append(["Local authority", "URN", "Provider type", "Registration date"])
    book.active.append(["Somewhere", "SC1", "Children's home", "2020-01-01"])
    homes = tmp_path / "homes.xlsx"
    book.save(homes)
    figures = tmp_path / "figures.csv"
    figures.write_text("time_period,geographic_level,x\n2024,National,1\n", encoding="utf-8")
    dataset(tmp_path / "2024", "a,2024-05-03")
    records = read_all([tmp_path], area="821")
    told = {Path(each.file).name: each for each in records.found if each.rule == "no_records"}
    assert "list of homes" in told["homes.xlsx"].message
    assert "published figures" in told["figures.csv"].message
    assert {each.severity for each in told.values()} == {Severity.NOTE}
    with pytest.raises(GoldenThreadError, match="Ofsted’s list of homes"):
        read_all([homes], area="821")
