"""Every 903 file among the reference files is read, with faults that a person agrees with."""

import csv
from pathlib import Path
from xml.etree import ElementTree

import pytest

from goldenthread.sources import ssda903

# A good many of the made-up codes are newer than the made-up dates: those of 2019 on in a return
# whose latest episodes lie in 2017-18. Other words in the place of a code are no code at all.
WHOLE = {
    "code_not_in_year": 442,
    "unknown_code": 62,  # 59 reasons XXX, two codes of accommodation, one reason of a worker
    "flag_unreadable": 1,  # a mother who is neither yes nor no
    "child_not_in_header": 1,  # deprived of liberty, with a worker, and in no other table
    "row_told_again": 1,  # the second file of placements has one of the first's again
    "year_inferred": 1,
}
TABLES = {
    "header.csv": "person",
    "episodes.csv": "cla_episodes",
    "reviews.csv": "cla_reviews",
    "uasc.csv": "immigration_status",
    "oc2.csv": "cla_yearly_outcomes",
    "oc3.csv": "care_leavers",
    "previous_permanence.csv": "cla_previous_permanence",
    "missing.csv": "missing",
    "sw_episodes.csv": "involvements",
    "DoLo.csv": "deprivation_of_liberty",
}
ELEMENTS = {
    "person": ["CHILD"],
    "cla_episodes": ["EPISODE"],
    "cla_reviews": ["AREVIEW"],
    "missing": ["AMISSING"],
    "cla_previous_permanence": ["PERMANENCE"],
    "cla_yearly_outcomes": ["OC2"],
    "care_leavers": ["IN_TOUCH"],
    "permanence": ["AD_PLACED", "DATE_INT"],
}


@pytest.fixture(scope="module")
def folder(shared: Path) -> Path:
    return shared / "standards" / "ssda903"


def test_the_whole_return_is_read_with_the_faults_a_person_finds(folder: Path) -> None:
    files = sorted((folder / "fake").glob("*.csv"))
    assert all(ssda903.recognises(file) for file in files)
    got = ssda903.read(files, area="821")
    assert got.year == 2018
    assert got.found.by_rule() == WHOLE
    for name, table in TABLES.items():
        text = (folder / "fake" / name).read_text(encoding="utf-8-sig")
        rows = list(csv.reader(text.splitlines()))
        # One child more is known from the table of workers than stands in the header.
        more = 1 if table == "person" else 0
        assert got.balances[table].came_in == len(rows) - 1 + more, table
        assert got.balances[table].reported == 0, table
    assert got.balances["permanence"].as_json() == {"in": 88, "kept": 87, "reported": 1}


def test_the_xml_is_read_with_the_faults_a_person_finds(folder: Path) -> None:
    file = folder / "fake" / "fake_903.xml"
    assert ssda903.recognises(file)
    got = ssda903.read([file], area="821")
    assert got.year == 2018
    assert got.found.by_rule() == {"code_not_in_year": 34, "unknown_code": 4, "year_inferred": 1}
    root = ElementTree.parse(file).getroot()
    for table, elements in ELEMENTS.items():
        assert got.balances[table].came_in == sum(
            len(root.findall(f".//{element}")) for element in elements
        ), table


def test_episodes_alone_say_what_they_lack(folder: Path) -> None:
    plain = ssda903.read([folder / "SSDA903_2020_episodes.csv"], area="821")
    assert plain.found.by_rule() == {"table_missing": 1, "year_inferred": 1}
    assert plain.year == 2020
    # Columns of a council and a year, which somebody put beside those of the return.
    longer = ssda903.read([folder / "SSDA903_episodes_for_testing_fixes_INPUT.csv"], area="821")
    assert longer.found.by_rule() == {"unknown_column": 2, "table_missing": 1, "year_inferred": 1}
    assert longer.balances["cla_episodes"].reported == 0


def test_nothing_else_is_taken_for_a_return(shared: Path, folder: Path) -> None:
    ours = {"SSDA903_2020_episodes.csv", "SSDA903_episodes_for_testing_fixes_INPUT.csv"}
    files = [file for file in (shared / "standards").rglob("*") if file.is_file()]
    others = [file for file in files if file.parent != folder / "fake" and file.name not in ours]
    workbooks = list((folder / "fake").glob("*.xlsx"))
    assert workbooks
    assert [file.name for file in (*others, *workbooks) if ssda903.recognises(file)] == []
