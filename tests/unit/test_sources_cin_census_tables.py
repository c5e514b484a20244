"""What each element of a census becomes: the tables, however leniently it is written."""

from datetime import date
from pathlib import Path

import pytest

from goldenthread.sources import cin_census
from goldenthread.tables import Return
from tests.factories.statutory import (
    CHILDREN,
    HEADER,
    IDENTIFIERS,
    MODULES,
    PUPIL,
    a_census,
    a_child,
    another,
    as_file,
    details,
)


def read(folder: Path, text: str | bytes, **given) -> Return:
    return cin_census.read([as_file(folder, "census.xml", text)], **given)


def rows(got: Return, table: str) -> list[dict]:
    """The rows of a table without the names made up for them."""
    made = ("referral_id", "assessment_id", "plan_id", "enquiry_id")
    return [
        {name: value for name, value in row.items() if value is not None and name not in made}
        for row in got.tables[table].to_pylist()
    ]


def rules(got: Return) -> dict[str, int]:
    return got.found.by_rule()


CHILD = {"area": "821", "person_id": CHILDREN[0]}
WHOLE = a_census().replace("<PPOutcome>A</PPOutcome>", "")


def test_a_whole_child_is_in_every_table(tmp_path: Path) -> None:
    got = read(tmp_path, WHOLE)
    assert rules(got) == {}
    assert (got.area, got.year, got.kind) == ("821", 2024, "cin_census")
    assert rows(got, "person") == [
        CHILD
        | {
            "sex": "F",
            "ethnicity": "ABAN",
            "birth_date": date(2015, 3, 27),
            "expected_birth_date": date(2015, 3, 20),
            "death_date": date(2024, 3, 1),
            "upn": PUPIL,
            "upn_unknown": "UN3",
            "disabled": True,
        }
    ]
    assert [row["disability"] for row in rows(got, "disability")] == ["HAND", "HEAR"]
    assert rows(got, "cin_episodes") == [
        CHILD
        | {
            "referral_date": date(2023, 5, 6),
            "source": "1A",
            "primary_need": "N4",
            "no_further_action": False,
            "closure_date": date(2024, 2, 27),
            "closure_reason": "RC1",
        }
    ]
    began = {"start_date": date(2023, 6, 2)}
    assert rows(got, "cin_assessments") == [
        CHILD | began | {"authorisation_date": date(2023, 7, 18)}
    ]
    assert rows(got, "assessment_factors") == [
        CHILD | began | {"factor": factor} for factor in ("2A", "3B")
    ]
    assert rows(got, "cin_plans") == [
        CHILD | {"start_date": date(2023, 7, 19), "end_date": date(2023, 8, 1)}
    ]


def test_protection_is_told_from_the_enquiry_to_the_reviews(tmp_path: Path) -> None:
    got = read(tmp_path, WHOLE)
    held = {"conference_date": date(2023, 8, 18)}
    assert rows(got, "s47_enquiry") == [
        CHILD
        | held
        | {
            "start_date": date(2023, 8, 1),
            "conference_not_required": False,
            "conference_target": date(2023, 8, 22),
        }
    ]
    assert rows(got, "initial_cp_conference") == [
        CHILD
        | held
        | {
            "s47_start_date": date(2023, 8, 1),
            "target_date": date(2023, 8, 22),
            "transfer_in": False,
        }
    ]
    assert rows(got, "cp_plans") == [
        CHILD
        | {
            "start_date": date(2023, 8, 18),
            "end_date": date(2024, 2, 1),
            "initial_category": "NEG",
            "latest_category": "EMO",
            "previous_plans": 1,
        }
    ]
    plan = {"plan_start_date": date(2023, 8, 18)}
    assert rows(got, "cp_reviews") == [
        CHILD | plan | {"review_date": day} for day in (date(2023, 11, 10), date(2024, 1, 20))
    ]
    assert rows(got, "pre_proceedings") == [
        CHILD
        | {
            "start_date": date(2024, 1, 9),
            "letter_date": date(2024, 1, 20),
            "family_meeting_offered": True,
            "family_meeting_held": False,
            "first_meeting_date": date(2024, 1, 28),
            "review_meetings": 3,
            "step_decision_date": date(2024, 2, 1),
            "court_application_date": date(2024, 2, 18),
        }
    ]


def test_what_belongs_together_has_one_name_in_both_tables(tmp_path: Path) -> None:
    got = read(tmp_path, a_census(a_child(), another(1)))
    for table, holder, name in (
        ("cin_assessments", "cin_episodes", "referral_id"),
        ("initial_cp_conference", "cin_episodes", "referral_id"),
        ("assessment_factors", "cin_assessments", "assessment_id"),
        ("cp_reviews", "cp_plans", "plan_id"),
    ):
        known = {row[name]: row["person_id"] for row in got.tables[holder].to_pylist()}
        assert len(known) == 2
        for row in got.tables[table].to_pylist():
            assert known[row[name]] == row["person_id"]
    text = str(got.tables["cin_episodes"]["referral_id"].to_pylist())
    assert not any(child in text for child in CHILDREN)


def test_names_are_the_same_in_the_next_census_wherever_the_child_stands(tmp_path: Path) -> None:
    alone = read(tmp_path, a_census(another(1)))
    second = read(tmp_path, a_census(a_child(), another(1)).replace("2024-03-31", "2025-03-31"))
    assert (
        alone.tables["cin_episodes"]["referral_id"][0]
        == second.tables["cin_episodes"]["referral_id"][1]
    )


def test_a_conference_at_the_referral_is_of_a_child_who_came_with_a_plan(tmp_path: Path) -> None:
    came = details("<DateOfInitialCPC>2023-05-20</DateOfInitialCPC>", "ReferralNFA")
    got = read(tmp_path, a_census(a_child(came)))
    assert rows(got, "initial_cp_conference") == [
        CHILD | {"conference_date": date(2023, 5, 20), "transfer_in": True}
    ]


@pytest.mark.parametrize("order", [list(MODULES), list(reversed(MODULES))])
def test_elements_may_stand_in_any_order(tmp_path: Path, order: list[str]) -> None:
    child = a_child(details(*order)).replace("<PPOutcome>A</PPOutcome>", "")
    backwards = f"<Message><Children>{child}</Children>{HEADER}</Message>"
    got, plain = read(tmp_path, backwards), read(tmp_path, WHOLE)
    assert got.tables == plain.tables
    assert rules(got) == {}


def test_an_identifier_after_what_it_identifies_is_the_same_child(tmp_path: Path) -> None:
    late = a_child(details("Section47"), identifiers="", more=IDENTIFIERS)
    child = late.replace(IDENTIFIERS, "").replace("</Child>", f"{IDENTIFIERS}</Child>")
    got = read(tmp_path, a_census(child))
    assert [row["person_id"] for row in rows(got, "s47_enquiry")] == [CHILDREN[0]]


@pytest.mark.parametrize(
    ("written", "read_as"),
    [("0", False), ("1", True), ("false", False), ("true", True), ("False", False), ("True", True)],
)
def test_booleans_are_read_however_they_are_written(
    tmp_path: Path, written: str, read_as: bool
) -> None:
    got = read(tmp_path, WHOLE.replace("NFA>0<", f"NFA>{written}<"))
    assert rows(got, "cin_episodes")[0]["no_further_action"] is read_as
    assert rules(got) == {}


def test_namespaces_cases_and_spellings_of_systems_are_understood(tmp_path: Path) -> None:
    text = (
        WHOLE.replace("<Message>", '<c:Message xmlns:c="urn:any" xmlns="urn:other">')
        .replace("</Message>", "</c:Message>")
        .replace("CINclosureDate", "CINClosureDate")
        .replace("UPNunknown", "UPNUnknownType")
        .replace("<ReferralNFA>0</ReferralNFA>", "<ReferralNFA> false </ReferralNFA>")
    )
    got = read(tmp_path, text)
    assert got.tables == read(tmp_path, WHOLE).tables
    assert rules(got) == {}


def test_a_collection_without_a_header_is_read_where_the_council_is_given(tmp_path: Path) -> None:
    text = f"<CINdetailsCollection>{a_child(details('Section47'))}</CINdetailsCollection>"
    got = read(tmp_path, text, area="821", year=2024)
    assert (got.area, got.year) == ("821", 2024)
    assert rules(got) == {}


@pytest.mark.parametrize(
    ("element", "code", "sex", "told"),
    [
        ("GenderCurrent", "1", "M", 0),
        ("GenderCurrent", "2", "F", 0),
        ("GenderCurrent", "0", "U", 0),
        ("GenderCurrent", "9", "U", 0),
        ("GenderCurrent", "M", "M", 1),
        ("Sex", "M", "M", 0),
        ("Sex", "u", "U", 0),
        ("Sex", "1", "M", 1),
    ],
)
def test_sex_and_gender_are_one_column(
    tmp_path: Path, element: str, code: str, sex: str, told: int
) -> None:
    written = IDENTIFIERS.replace(
        "<GenderCurrent>2</GenderCurrent>", f"<{element}>{code}</{element}>"
    )
    got = read(tmp_path, a_census(a_child(details("Section47"), identifiers=written)))
    assert rows(got, "person")[0]["sex"] == sex
    assert rules(got) == ({"code_not_in_year": told} if told else {})


@pytest.mark.parametrize(
    ("disabilities", "disabled"),
    [("<Disability>NONE</Disability>", False), ("", None), ("<Disability>VIS</Disability>", True)],
)
def test_whether_a_child_is_disabled_is_known_only_where_it_is_told(
    tmp_path: Path, disabilities: str, disabled: bool | None
) -> None:
    told = (
        f"<ChildCharacteristics><Disabilities>{disabilities}</Disabilities></ChildCharacteristics>"
    )
    got = read(tmp_path, a_census(a_child(details("Section47"), more=told)))
    assert got.tables["person"]["disabled"].to_pylist() == [disabled]
    assert rules(got) == {}
    assert got.balances["disability"].came_in == disabilities.count("<D")


def test_of_a_child_told_twice_the_first_row_and_every_referral_are_kept(tmp_path: Path) -> None:
    text = a_census(a_child(details("Section47")), a_child(details("CINPlanDates")))
    got = read(tmp_path, text)
    assert len(rows(got, "person")) == 1
    assert len(rows(got, "cin_episodes")) == 2
    assert got.balances["person"].as_json() == {"in": 2, "kept": 1, "reported": 1}
    assert [(each.rule, each.place) for each in got.found] == [
        (
            "child_twice",
            f"Child 2 / LAchildID, line {text[: text.rindex('<LA')].count(chr(10)) + 1}",
        )
    ]
