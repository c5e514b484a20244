"""Whose census it is and of which year: the header, what is given beside it, and what it covers."""

from datetime import date
from pathlib import Path

import pytest

from goldenthread.nouns import GoldenThreadError
from goldenthread.sources import cin_census
from goldenthread.tables import Return
from tests.factories.statutory import a_census, a_child, as_file, details

WHOLE = a_census(a_child(details("Section47")))


def read(folder: Path, text: str, **given) -> Return:
    return cin_census.read([as_file(folder, "census.xml", text)], **given)


@pytest.mark.parametrize(
    ("before", "after", "year", "rules"),
    [
        ("", "", 2024, []),
        ("<Year>2024", "<Year>2023", 2024, ["year_differs"]),
        ("2024-03-31", "2023-07-21", 2024, ["reference_date"]),
        ("<ReferenceDate>2024-03-31</ReferenceDate>", "", 2024, []),
        ("<Year>2024</Year>", "", 2024, []),
        ("<Year>2024", "<Year>four", 2024, []),
        ("<Year>2024", "<Year>1024", 2024, []),
    ],
)
def test_the_year_is_that_of_the_reference_date_or_else_the_year_told(
    tmp_path: Path, before: str, after: str, year: int, rules: list[str]
) -> None:
    got = read(tmp_path, WHOLE.replace(before, after, 1) if before else WHOLE)
    assert got.year == year
    assert [fault.rule for fault in got.found] == rules
    assert all(fault.place.startswith("Header / ") for fault in got.found)


def test_a_given_year_and_council_are_for_a_header_without(tmp_path: Path) -> None:
    bare = f"<Message><Children>{a_child(details('Section47'))}</Children></Message>"
    assert read(tmp_path, bare, area="821", year=2022).year == 2022
    untold = read(tmp_path, bare, area="821")
    assert untold.year is None
    assert untold.coverage == ()
    assert untold.found.by_rule() == {"year_missing": 1}
    with pytest.raises(GoldenThreadError, match=r"^census.xml .* --area\.$"):
        read(tmp_path, bare)


def test_a_header_is_believed_against_what_is_given_and_it_is_said(tmp_path: Path) -> None:
    got = read(tmp_path, WHOLE, area="822", year=2023)
    assert (got.area, got.year) == ("821", 2024)
    assert got.found.by_rule() == {"area_differs": 1, "year_differs": 1}
    assert read(tmp_path, WHOLE, area="821", year=2024).found.by_rule() == {}


def test_a_council_that_is_no_code_is_none(tmp_path: Path) -> None:
    with pytest.raises(GoldenThreadError, match="--area"):
        read(tmp_path, WHOLE.replace("<LEA>821", "<LEA>QZX"))


def test_a_second_header_is_reported(tmp_path: Path) -> None:
    two = WHOLE.replace("<Children>", "<Header><Source><LEA>822</LEA></Source></Header><Children>")
    got = read(tmp_path, two)
    assert got.area == "821"
    assert got.found.by_rule() == {"header_twice": 1}


def test_every_table_is_covered_for_the_year(tmp_path: Path) -> None:
    got = read(tmp_path, WHOLE)
    assert {(each.area, each.start, each.end) for each in got.coverage} == {
        ("821", date(2023, 4, 1), date(2024, 3, 31))
    }
    assert {each.table for each in got.coverage} == {
        "cin_episodes",
        "cin_assessments",
        "assessment_factors",
        "cin_plans",
        "s47_enquiry",
        "initial_cp_conference",
        "cp_plans",
        "cp_reviews",
    }


def test_a_module_is_covered_only_where_it_is_told(tmp_path: Path) -> None:
    told = read(tmp_path, a_census(a_child(details("PreProceedingsandFGDM"))))
    assert "pre_proceedings" in {each.table for each in told.coverage}
    old = read(tmp_path, WHOLE.replace("2024", "2019"))
    assert "cin_plans" not in {each.table for each in old.coverage}


def test_what_a_whole_census_cannot_lack_is_not_covered_and_is_said(tmp_path: Path) -> None:
    child = a_child(details("Section47"))
    many = (child.replace("QZX-4711-A", f"QZX-{number}") for number in range(100))
    got = read(tmp_path, a_census(*many))
    assert {each.table for each in got.coverage} == {
        "cin_episodes",
        "s47_enquiry",
        "initial_cp_conference",
    }
    assert got.found.by_rule() == {"table_empty": 5}


def test_a_census_is_one_file(tmp_path: Path) -> None:
    file = as_file(tmp_path, "census.xml", WHOLE)
    with pytest.raises(GoldenThreadError, match="one file"):
        cin_census.read([file, file])


def test_progress_is_told_by_the_thousand(tmp_path: Path) -> None:
    child = a_child(details("ReferralNFA"))
    many = (child.replace("QZX-4711-A", f"QZX-{number}") for number in range(1001))
    said: list[str] = []
    cin_census.read([as_file(tmp_path, "census.xml", a_census(*many))], progress=said.append)
    assert [each.rpartition(": ")[2] for each in said] == ["1,000 children"]
