"""The Standard Safeguarding Dataset, version 1.4.5, as a folder of CSV files.

The dataset has no table of our own returns (hub, GCP2) nor of adopters, no yearly outcomes and no
deprivation of liberty, and of a care leaver only what is so now: these are not in it. It has
placements in a table of their own, and outcomes as JSON.
"""

import json
from collections.abc import Mapping, Sequence
from pathlib import Path

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from goldenthread.synthetic.projections.ssd_care import care_tables
from goldenthread.synthetic.projections.ssd_outcomes import (
    ASSESSMENT,
    CONFERENCE,
    CONTACT,
    ENQUIRY,
    REFERRAL,
    flag,
    outcome,
)
from goldenthread.synthetic.projections.ssd_people import people_tables
from goldenthread.synthetic.projections.texts import Column, csv, iso, numbered, text
from goldenthread.synthetic.projections.view import View

Table = Mapping[str, Column]


def write(view: View, folder: Path) -> Sequence[Path]:
    """A file for each table of the dataset that histories can fill."""
    tables = {**people_tables(view), **_tables(view), **care_tables(view)}
    return [csv(folder / f"ssd_{name}.csv", table) for name, table in sorted(tables.items())]


def _tables(view: View) -> dict[str, Table]:
    return {
        "contacts": _contacts(view["contacts"]),
        "early_help_episodes": _early_help(view["early_help_episodes"]),
        "cin_episodes": _episodes(view["cin_episodes"]),
        "cin_assessments": _assessments(view["cin_assessments"]),
        "assessment_factors": _factors(view["assessment_factors"]),
        "cin_plans": _plans(view["cin_plans"]),
        "cin_visits": _visits(view["cin_visits"], "cinv_cin_visit", "cinv_person_id"),
        "s47_enquiry": _enquiries(view["s47_enquiry"]),
        "initial_cp_conference": _conferences(view),
        "cp_plans": _protection(view),
        "cp_reviews": _reviews(view["cp_reviews"]),
        "cp_visits": {
            **_visits(view["cp_visits"], "cppv_cp_visit", "cppv_person_id"),
            "cppv_cp_plan_id": view["cp_visits"]["plan_id"],
        },
        "pre_proceedings": _proceedings(view["pre_proceedings"]),
        "involvements": _involvements(view["involvements"]),
    }


def _contacts(rows: pa.Table) -> Table:
    flags = {
        "NEW_REFERRAL_FLAG": rows["became_referral"],
        "NFA_FLAG": rows["no_further_action"],
    }
    return {
        "cont_contact_id": rows["contact_id"],
        "cont_person_id": rows["person_id"],
        "cont_contact_date": iso(rows["contact_date"]),
        "cont_contact_source_code": rows["source"],
        "cont_contact_outcome_json": outcome(rows.num_rows, flags, CONTACT),
    }


def _early_help(rows: pa.Table) -> Table:
    return {
        "earl_episode_id": rows["episode_id"],
        "earl_person_id": rows["person_id"],
        "earl_episode_start_date": iso(rows["start_date"]),
        "earl_episode_end_date": iso(rows["end_date"]),
        "earl_episode_reason": rows["reason"],
        "earl_episode_end_reason": rows["end_reason"],
        "earl_episode_organisation": rows["organisation"],
    }


def _episodes(rows: pa.Table) -> Table:
    nothing = rows["no_further_action"]
    flags = {"NFA_FLAG": nothing, "SINGLE_ASSESSMENT_FLAG": pc.invert(nothing)}
    return {
        "cine_referral_id": rows["referral_id"],
        "cine_person_id": rows["person_id"],
        "cine_referral_date": iso(rows["referral_date"]),
        "cine_cin_primary_need_code": rows["primary_need"],
        "cine_referral_source_code": rows["source"],
        "cine_referral_outcome_json": outcome(rows.num_rows, flags, REFERRAL),
        "cine_referral_nfa": flag(rows["no_further_action"]),
        "cine_close_reason": rows["closure_reason"],
        "cine_close_date": iso(rows["closure_date"]),
        "cine_referral_team": rows["team"],
    }


def _assessments(rows: pa.Table) -> Table:
    nothing = pc.invert(rows["needs_social_care"])
    done = pc.is_valid(rows["authorisation_date"])
    flags = {"NFA_FLAG": nothing, "PROV_OF_SERVICES_FLAG": rows["needs_social_care"]}
    came_to = outcome(rows.num_rows, flags, ASSESSMENT)
    return {
        "cina_assessment_id": rows["assessment_id"],
        "cina_person_id": rows["person_id"],
        "cina_referral_id": rows["referral_id"],
        "cina_assessment_start_date": iso(rows["start_date"]),
        "cina_assessment_child_seen": flag(rows["child_seen"]),
        "cina_assessment_auth_date": iso(rows["authorisation_date"]),
        "cina_assessment_outcome_json": pc.if_else(done, came_to, pa.scalar(None, pa.string())),
        "cina_assessment_outcome_nfa": flag(nothing),
    }


def _factors(rows: pa.Table) -> Table:
    """One row for each assessment, its factors as a list."""
    keys = rows["assessment_id"].combine_chunks().dictionary_encode()
    order = np.argsort(np.asarray(keys.indices), kind="stable")
    factors = rows["factor"].combine_chunks().to_pylist()
    found: list[list[str]] = [[] for _ in range(len(keys.dictionary))]
    for at, key in zip(order, np.asarray(keys.indices)[order], strict=True):
        found[key].append(factors[at])
    ids = keys.dictionary
    return {
        "cinf_table_id": pa.array([f"FA{at + 1}" for at in range(len(ids))], pa.string()),
        "cinf_assessment_id": ids,
        "cinf_assessment_factors_json": pa.array([json.dumps(x) for x in found], pa.string()),
    }


def _plans(rows: pa.Table) -> Table:
    return {
        "cinp_cin_plan_id": rows["plan_id"],
        "cinp_referral_id": rows["referral_id"],
        "cinp_person_id": rows["person_id"],
        "cinp_cin_plan_start_date": iso(rows["start_date"]),
        "cinp_cin_plan_end_date": iso(rows["end_date"]),
    }


def _visits(rows: pa.Table, lead: str, person: str) -> dict[str, Column]:
    return {
        f"{lead}_id": numbered("VI", rows.num_rows),
        person: rows["person_id"],
        f"{lead}_date": iso(rows["visit_date"]),
        f"{lead}_seen": flag(rows["seen"]),
        f"{lead}_seen_alone": flag(rows["seen_alone"]),
    }


def _enquiries(rows: pa.Table) -> Table:
    held = pc.invert(pc.fill_null(rows["conference_not_required"], True))
    ended = pc.is_valid(rows["end_date"])
    nothing = pc.and_(ended, pc.invert(held))
    flags = {"CP_CONFERENCE_FLAG": held, "NFA_FLAG": nothing}
    came_to = outcome(rows.num_rows, flags, ENQUIRY)
    return {
        "s47e_s47_enquiry_id": rows["enquiry_id"],
        "s47e_referral_id": rows["referral_id"],
        "s47e_person_id": rows["person_id"],
        "s47e_s47_start_date": iso(rows["start_date"]),
        "s47e_s47_end_date": iso(rows["end_date"]),
        "s47e_s47_nfa": pc.if_else(ended, flag(nothing), pa.scalar(None, pa.string())),
        "s47e_s47_outcome_json": pc.if_else(ended, came_to, pa.scalar(None, pa.string())),
    }


def _conferences(view: View) -> Table:
    rows = view["initial_cp_conference"]
    enquiry = _by_two(rows, "s47_start_date", view["s47_enquiry"], "start_date", "enquiry_id")
    plan = _by_two(rows, "conference_date", view["cp_plans"], "conference_date", "plan_id")
    flags = {"CP_FLAG": rows["became_plan"], "NFA_FLAG": pc.invert(rows["became_plan"])}
    return {
        "icpc_icpc_id": rows["conference_id"],
        "icpc_s47_enquiry_id": enquiry,
        "icpc_person_id": rows["person_id"],
        "icpc_cp_plan_id": plan,
        "icpc_referral_id": rows["referral_id"],
        "icpc_icpc_transfer_in": flag(rows["transfer_in"]),
        "icpc_icpc_target_date": iso(rows["target_date"]),
        "icpc_icpc_date": iso(rows["conference_date"]),
        "icpc_icpc_outcome_cp_flag": flag(rows["became_plan"]),
        "icpc_icpc_outcome_json": outcome(rows.num_rows, flags, CONFERENCE),
    }


def _protection(view: View) -> Table:
    rows = view["cp_plans"]
    held = view["initial_cp_conference"]
    conference = _by_two(rows, "conference_date", held, "conference_date", "conference_id")
    return {
        "cppl_cp_plan_id": rows["plan_id"],
        "cppl_referral_id": rows["referral_id"],
        "cppl_icpc_id": conference,
        "cppl_person_id": rows["person_id"],
        "cppl_cp_plan_start_date": iso(rows["start_date"]),
        "cppl_cp_plan_end_date": iso(rows["end_date"]),
        "cppl_cp_plan_initial_category": rows["initial_category"],
        "cppl_cp_plan_ola": flag(rows["other_area"]),
        "cppl_cp_plan_latest_category": rows["latest_category"],
    }


def _reviews(rows: pa.Table) -> Table:
    return {
        "cppr_cp_review_id": numbered("RV", rows.num_rows),
        "cppr_person_id": rows["person_id"],
        "cppr_cp_plan_id": rows["plan_id"],
        "cppr_cp_review_due": iso(rows["due_date"]),
        "cppr_cp_review_date": iso(rows["review_date"]),
    }


def _proceedings(rows: pa.Table) -> Table:
    return {
        "prep_table_id": numbered("PP", rows.num_rows),
        "prep_person_id": rows["person_id"],
        "prep_pre_pro_decision_date": iso(rows["start_date"]),
        "prep_initial_pre_pro_meeting_date": iso(rows["first_meeting_date"]),
        "prep_pre_pro_outcome": rows["outcome"],
        "prep_agree_stepdown_issue_date": iso(rows["step_decision_date"]),
        "prep_pre_pro_letter_date": iso(rows["letter_date"]),
        "prep_care_pro_letter_date": iso(rows["court_application_date"]),
        "prep_pre_pro_meetings_num": text(rows["review_meetings"]),
    }


def _involvements(rows: pa.Table) -> Table:
    return {
        "invo_involvements_id": numbered("IN", rows.num_rows),
        "invo_professional_id": rows["worker_id"],
        "invo_professional_role_id": rows["role"],
        "invo_involvement_start_date": iso(rows["start_date"]),
        "invo_involvement_end_date": iso(rows["end_date"]),
        "invo_worker_change_reason": rows["change_reason"],
        "invo_person_id": rows["person_id"],
    }


def _by_two(rows: pa.Table, day: str, others: pa.Table, other_day: str, value: str) -> pa.Array:
    """A value of another table, found by the child and a day; null where there is none."""

    def keys(table: pa.Table, name: str) -> pa.Array:
        made = pc.binary_join_element_wise(table["person_id"], iso(table[name]), "|")
        return made.combine_chunks() if isinstance(made, pa.ChunkedArray) else made

    at = pc.index_in(keys(rows, day), keys(others, other_day), skip_nulls=True)
    return others[value].combine_chunks().take(at)
