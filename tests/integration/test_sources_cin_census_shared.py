"""Every census among the reference files is read, with faults that a person agrees with."""

from pathlib import Path
from xml.etree import ElementTree

import pytest

from goldenthread.sources import cin_census

# What a person finds in each file, looking at it: nothing more is to be told, and nothing less.
JUDGED = {
    "BAR_cin_2022.xml": {},
    "cin-2022.xml": {},
    # A heading without brackets stands between two elements, and Year is not the reference date's.
    "CIN2rows.xml": {"stray_text": 1, "year_differs": 1},
    "CIN_Census_2021_copy.xml": {"stray_text": 1, "year_differs": 1},
    "CIN_Census_2021_no_assessment_factors.xml": {"stray_text": 1, "year_differs": 1},
    # A child was expected before 1900.
    "CIN_Census_2021.xml": {"stray_text": 1, "date_cannot_be": 1},
    "CIN_la_issues_2887Q.xml": {"stray_text": 1, "date_cannot_be": 1},
    # The reference date is 28 March.
    "CIN_header_issues_100.xml": {"stray_text": 1, "date_cannot_be": 1, "reference_date": 1},
    # Sex is a number where it is to be a letter, and one factor is of no list: its row is not kept.
    "CIN_Census_2024.xml": {
        "stray_text": 1,
        "year_differs": 1,
        "code_not_in_year": 1,
        "unknown_code": 1,
    },
    # The same, with pre-proceedings in a census that says it is of 2024.
    "CIN_Census_2026.xml": {
        "stray_text": 1,
        "year_differs": 1,
        "code_not_in_year": 2,
        "unknown_code": 1,
    },
    # 332 children and not one assessment, enquiry, plan or review; the date is in July.
    "fake_CIN_data.xml": {"reference_date": 1, "table_empty": 6},
    "generated_500_children.xml": {},
}

ELEMENTS = {
    "person": "Child",
    "disability": "Disability",
    "cin_episodes": "CINdetails",
    "cin_assessments": "Assessments",
    "assessment_factors": "AssessmentFactors",
    "cin_plans": "CINPlanDates",
    "s47_enquiry": "Section47",
    "cp_plans": "ChildProtectionPlans",
    "cp_reviews": "CPPreviewDate",
    "pre_proceedings": "PreProceedingsandFGDM",
}


def test_every_census_has_been_judged(shared: Path) -> None:
    files = {file.name for file in (shared / "standards" / "cin").glob("*.xml")}
    assert files == set(JUDGED)


@pytest.mark.parametrize("name", JUDGED)
def test_a_census_is_read_with_the_faults_a_person_finds(shared: Path, name: str) -> None:
    file = shared / "standards" / "cin" / name
    assert cin_census.recognises(file)
    got = cin_census.read([file])
    assert got.found.by_rule() == JUDGED[name]
    root = ElementTree.parse(file).getroot()
    for table, element in ELEMENTS.items():
        assert got.balances[table].came_in == len(root.findall(f".//{element}")), table


def test_no_schema_is_taken_for_a_census(shared: Path) -> None:
    others = [file for file in (shared / "standards").rglob("*") if file.suffix != ".xml"]
    assert len(others) > 50
    assert [file.name for file in others if cin_census.recognises(file)] == []
