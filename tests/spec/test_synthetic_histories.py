"""What a made-up history means: everything in its order, and nothing twice at once."""

from datetime import date
from itertools import pairwise

import pyarrow as pa
import pyarrow.compute as pc
import pytest

from goldenthread.nouns import Severity
from goldenthread.nouns.working_days import working_days
from goldenthread.sources.rules import judged
from goldenthread.synthetic.known import KNOWING
from goldenthread.tables import catalogue, code_list
from tests.factories.made_up import FIRST, LAST, a_council, as_records


@pytest.fixture(scope="module")
def made() -> dict[str, pa.Table]:
    return a_council()


def rows(made: dict[str, pa.Table], name: str) -> list[dict]:
    return made[name].to_pylist()


def by_child(made: dict[str, pa.Table], name: str, day: str) -> dict[str, list[dict]]:
    found: dict[str, list[dict]] = {}
    for row in sorted(rows(made, name), key=lambda each: each[day]):
        found.setdefault(row["person_id"], []).append(row)
    return found


def test_every_table_is_one_of_the_catalogue_and_none_is_empty(made: dict[str, pa.Table]) -> None:
    for name, table in catalogue().items():
        assert made[name].schema == table.schema
        assert made[name].num_rows, name


def test_every_code_is_in_its_list(made: dict[str, pa.Table]) -> None:
    for name, table in catalogue().items():
        for column in table.columns:
            if column.codes:
                told = set(pc.unique(made[name][column.name]).to_pylist()) - {None}
                assert told <= set(code_list(column.codes).by_code), (name, column.name)


def test_no_rule_is_broken_that_would_change_an_indicator(made: dict[str, pa.Table]) -> None:
    found = judged(as_records(made))
    broken = {fault.rule for fault in found if fault.severity is Severity.ERROR}
    assert not broken


def test_a_case_begins_after_the_last_has_closed(made: dict[str, pa.Table]) -> None:
    again = 0
    for cases in by_child(made, "cin_episodes", "referral_date").values():
        for earlier, later in pairwise(cases):
            again += 1
            closed = earlier["closure_date"] or earlier["referral_date"]
            assert closed < later["referral_date"]
            assert earlier["closure_date"] or earlier["no_further_action"]
    assert again > 200


def test_no_further_action_is_followed_by_nothing(made: dict[str, pa.Table]) -> None:
    nothing = {row["referral_id"] for row in rows(made, "cin_episodes") if row["no_further_action"]}
    assert nothing
    for name in (
        "cin_assessments",
        "s47_enquiry",
        "initial_cp_conference",
        "cp_plans",
        "cin_plans",
    ):
        assert not nothing & {row["referral_id"] for row in rows(made, name)}


def test_everything_in_a_case_lies_within_it(made: dict[str, pa.Table]) -> None:
    cases = {row["referral_id"]: row for row in rows(made, "cin_episodes")}
    spans = {
        "cin_assessments": ("start_date", "authorisation_date"),
        "cin_plans": ("start_date", "end_date"),
        "s47_enquiry": ("start_date", "end_date"),
        "cp_plans": ("start_date", "end_date"),
    }
    for name, (first, last) in spans.items():
        for row in rows(made, name):
            case = cases[row["referral_id"]]
            assert case["referral_date"] <= row[first] <= (row[last] or LAST)
            if case["closure_date"]:
                assert (row[last] or date.max) <= case["closure_date"], name


def test_a_plan_begins_at_a_conference_that_follows_an_enquiry(made: dict[str, pa.Table]) -> None:
    held = {(row["person_id"], row["conference_date"]): row
            for row in rows(made, "initial_cp_conference")}  # fmt: skip
    enquiries = {(row["person_id"], row["start_date"]) for row in rows(made, "s47_enquiry")}
    transfers = 0
    for plan in rows(made, "cp_plans"):
        assert plan["start_date"] == plan["conference_date"]
        if plan["start_date"] < FIRST:  # its conference is over, and not told
            continue
        conference = held[plan["person_id"], plan["conference_date"]]
        assert conference["became_plan"]
        if conference["transfer_in"]:
            transfers += 1
        elif conference["s47_start_date"] >= FIRST:
            assert (plan["person_id"], conference["s47_start_date"]) in enquiries
            assert conference["s47_start_date"] <= conference["conference_date"]
    assert transfers


def test_reviews_and_visits_are_on_working_days_within_their_plan(
    made: dict[str, pa.Table],
) -> None:
    plans = {row["plan_id"]: row for row in rows(made, "cp_plans")}
    for name, day in (("cp_reviews", "review_date"), ("cp_visits", "visit_date")):
        for row in rows(made, name):
            plan = plans[row["plan_id"]]
            assert plan["start_date"] <= row[day] <= (plan["end_date"] or LAST)
            assert row[day].weekday() < 5


def test_earlier_plans_are_counted_on(made: dict[str, pa.Table]) -> None:
    again = 0
    for plans in by_child(made, "cp_plans", "start_date").values():
        for earlier, later in pairwise(plans):
            again += 1
            assert earlier["end_date"] < later["start_date"]
            assert later["previous_plans"] == earlier["previous_plans"] + 1
    assert again


def test_nobody_is_looked_after_twice_at_once_and_episodes_join(made: dict[str, pa.Table]) -> None:
    for episodes in by_child(made, "cla_episodes", "start_date").values():
        for earlier, later in pairwise(episodes):
            assert earlier["end_date"] is not None
            if earlier["end_reason"] == "X1":
                assert earlier["end_date"] == later["start_date"]
                assert later["start_reason"] != "S"
                assert earlier["entered_care_date"] == later["entered_care_date"]
            else:
                assert earlier["end_date"] < later["start_date"]
                assert later["start_reason"] == "S"
        first = episodes[0]
        assert first["start_reason"] == "S"
        assert first["start_date"] == first["entered_care_date"]


def test_only_what_changed_changes(made: dict[str, pa.Table]) -> None:
    placed = ("placement_type", "placement_postcode", "placement_urn", "distance")
    for episodes in by_child(made, "cla_episodes", "start_date").values():
        for earlier, later in pairwise(episodes):
            moved = any(earlier[name] != later[name] for name in placed)
            status = earlier["legal_status"] != later["legal_status"]
            if later["start_reason"] == "L":
                assert status
                assert not moved
                assert earlier["placement_change_reason"] is None
            elif later["start_reason"] in ("P", "T"):
                assert not status
                assert earlier["placement_change_reason"]
            if later["start_reason"] in ("T", "U"):
                assert earlier["placement_postcode"] == later["placement_postcode"]


def test_care_ends_by_18_and_care_leavers_are_older(made: dict[str, pa.Table]) -> None:
    born = dict(zip(made["person"]["person_id"].to_pylist(),
                    made["person"]["birth_date"].to_pylist(), strict=True))  # fmt: skip
    for row in rows(made, "cla_episodes"):
        age = ((row["end_date"] or LAST) - born[row["person_id"]]).days / 365.25
        assert age < 18.01
        assert row["start_date"] >= born[row["person_id"]]
    for row in rows(made, "care_leavers"):
        assert 17 <= round((row["reported_on"] - born[row["person_id"]]).days / 365.25) <= 21


def test_the_year_s_outcomes_are_those_of_the_checks(made: dict[str, pa.Table]) -> None:
    checks = {(row["person_id"], row["check_type"], row["check_date"].year
               + (row["check_date"].month > 3)) for row in rows(made, "cla_health")}  # fmt: skip
    for row in rows(made, "cla_yearly_outcomes"):
        child, year = row["person_id"], row["year_end"].year
        assert row["health_assessment"] == ((child, "RHA", year) in checks)
        assert row["teeth_check"] == ((child, "DENTAL", year) in checks)


def test_missing_episodes_follow_one_another_within_care(made: dict[str, pa.Table]) -> None:
    care: dict[str, list[tuple[date, date]]] = {}
    for row in rows(made, "cla_episodes"):
        span = (row["start_date"], row["end_date"] or LAST)
        care.setdefault(row["person_id"], []).append(span)
    for episodes in by_child(made, "missing", "start_date").values():
        for earlier, later in pairwise(episodes):
            assert earlier["end_date"] < later["start_date"]
        for row in episodes:
            assert any(first <= row["start_date"] <= last for first, last in care[row["person_id"]])
            assert row["interview_offered"] or not row["interview_accepted"]


def test_brothers_and_sisters_are_referred_together(made: dict[str, pa.Table]) -> None:
    together: dict[tuple, int] = {}
    for row in rows(made, "cin_episodes"):
        key = (row["referral_date"], row["source"], int(row["person_id"]) // 4)
        together[key] = together.get(key, 0) + 1
    assert sum(number > 1 for number in together.values()) > 100


def test_the_hub_decides_after_it_began_and_agencies_answer_after_they_were_asked(
    made: dict[str, pa.Table],
) -> None:
    began = {}
    for row in rows(made, "mash_episodes"):
        began[row["episode_id"]] = row["started_at"]
        assert row["decided_at"] is None or row["decided_at"] > row["started_at"]
    for row in rows(made, "mash_agency_requests"):
        assert row["asked_at"] >= began[row["episode_id"]]
        assert row["answered_at"] is None or row["answered_at"] > row["asked_at"]


def test_a_contact_that_became_a_referral_has_one_within_days(made: dict[str, pa.Table]) -> None:
    cases = by_child(made, "cin_episodes", "referral_date")
    for row in rows(made, "contacts"):
        if row["became_referral"] and row["contact_date"] < date(2025, 3, 20):
            waits = [
                (case["referral_date"] - row["contact_date"]).days
                for case in cases[row["person_id"]]
            ]
            assert any(0 <= wait <= 6 for wait in waits)


def test_nothing_is_known_after_the_last_day_nor_over_before_the_first(
    made: dict[str, pa.Table],
) -> None:
    for name, told in KNOWING.items():
        for day in (told.start, *told.later):
            column = made[name][day]
            if pa.types.is_timestamp(column.type):
                column = column.cast(pa.date32())
            latest = pc.max(column).as_py()
            assert latest is None or latest <= LAST, (name, day)
    cases = made["cin_episodes"]
    assert pc.min(cases["closure_date"]).as_py() >= FIRST


def test_an_assessment_takes_the_working_days_it_was_given(made: dict[str, pa.Table]) -> None:
    taken = [working_days(row["start_date"], row["authorisation_date"])
             for row in rows(made, "cin_assessments") if row["authorisation_date"]]  # fmt: skip
    assert min(taken) >= 0
    assert max(taken) <= 95


def test_nobody_s_number_or_postcode_is_anyone_s(made: dict[str, pa.Table]) -> None:
    for row in rows(made, "person"):
        assert row["upn"] is None or row["upn"][0] in "IOS"
    for row in rows(made, "cla_episodes"):
        assert row["home_postcode"].startswith("ZZ")
        assert row["placement_postcode"].startswith("ZZ")
