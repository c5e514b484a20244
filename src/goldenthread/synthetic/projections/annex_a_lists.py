"""Lists 1 to 7 for inspectors: contacts to protection plans.

Two columns have no clear rule and are counted so: referrals and enquiries "in the last 12 months"
are those of the child in the 12 months before the row's own day. A case that is neither care nor a
plan is told as an open assessment, since the list has no other word for it.
"""

from collections.abc import Mapping
from datetime import date

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from goldenthread.synthetic.projections.annex_a_words import (
    always,
    closure,
    lettered_yes_no,
    need,
    source,
    worded,
)
from goldenthread.synthetic.projections.texts import Column, ages
from goldenthread.synthetic.projections.view import View

List = Mapping[str, Column]

_YEAR = 365


def six_months_before(view: View) -> date:
    """The first day that the lists tell of."""
    return date(view.year - 1, 9, 30)


def child(view: View, rows: pa.Table) -> dict[str, Column]:
    """The columns every list begins with."""
    born = view.child(rows, "birth_date")
    # The lists have one answer for a sex that is not stated and a child not yet born.
    sex = pc.if_else(pc.is_valid(born), view.child(rows, "sex"), "U")
    return {
        "Child Unique ID": rows["person_id"],
        "Gender": worded("sex", sex),
        "Ethnicity": worded("ethnicity", view.child(rows, "ethnicity")),
        "Date of Birth": born,
        "Age of Child (Years)": ages(born, pa.scalar(view.last, pa.date32())),
    }


def disabled(view: View, rows: pa.Table) -> dict[str, Column]:
    """Whether each child has a disability."""
    name = "Does the Child have a Disability"
    return {name: lettered_yes_no(view.child(rows, "disabled"))}


def allocated(view: View, rows: pa.Table) -> dict[str, Column]:
    """The team of the child's latest case, and the worker allocated latest."""
    cases = view["cin_episodes"]
    return {
        "Allocated Team": pc.fill_null(_latest(rows, cases, "referral_date", "team"), "Not known"),
        "Allocated Worker": worker(view, rows, "Social worker"),
    }


def worker(view: View, rows: pa.Table, role: str) -> pa.Array:
    """Who was allocated to each child latest, in a role."""
    work = view["involvements"]
    work = work.filter(pc.equal(work["role"], role))
    return pc.fill_null(_latest(rows, work, "start_date", "worker_id"), "Not known")


def _latest(rows: pa.Table, others: pa.Table, day: str, value: str) -> pa.Array:
    """Of each child the value of another table's latest row."""
    ordered = others.sort_by([("person_id", "ascending"), (day, "ascending")])
    found = ordered.group_by(["person_id"], use_threads=False).aggregate([(value, "last")])
    at = pc.index_in(rows["person_id"].combine_chunks(), found["person_id"].combine_chunks())
    return found[f"{value}_last"].combine_chunks().take(at)


def lists(view: View) -> dict[int, List]:
    """Lists 1 to 7, by number."""
    return {
        1: _contacts(view),
        2: _early_help(view),
        3: _referrals(view),
        4: _assessments(view),
        5: _enquiries(view),
        6: _in_need(view),
        7: _protection(view),
    }


def earlier(view: View, rows: pa.Table, day: str, others: pa.Table, other_day: str) -> pa.Array:
    """How many rows of others the child of each row had in the 12 months before its own day."""

    def keys(table: pa.Table, name: str) -> np.ndarray:
        who = np.asarray(pc.index_in(table["person_id"].combine_chunks(), view.people))
        days = np.asarray(table[name].combine_chunks().cast(pa.int32()))
        return who.astype(np.int64) * 2**20 + days

    known = np.sort(keys(others.filter(pc.is_valid(others[other_day])), other_day))
    own = keys(rows, day)
    before = np.searchsorted(known, own) - np.searchsorted(known, own - _YEAR)
    return pa.array(before, pa.int64())


def _contacts(view: View) -> List:
    rows = view.within("contacts", "contact_date", six_months_before(view))
    return {
        **child(view, rows),
        "Date of Contact": rows["contact_date"],
        "Contact Source": source(rows["source"]),
    }


def _early_help(view: View) -> List:
    rows = view.reaching("early_help_episodes", first=six_months_before(view))
    return {
        **child(view, rows),
        "Assessment start date": rows["start_date"],
        "Assessment completion date": rows["end_date"],
        "Organisation completing assessment": rows["organisation"],
    }


def _referrals(view: View) -> List:
    rows = view.within("cin_episodes", "referral_date", six_months_before(view))
    every = view["cin_episodes"]
    return {
        **child(view, rows),
        "Date of referral": rows["referral_date"],
        "Referral Source": source(rows["source"]),
        "Referral NFA?": lettered_yes_no(rows["no_further_action"]),
        "Number of Referrals in Last 12 Months": earlier(
            view, rows, "referral_date", every, "referral_date"
        ),
        **allocated(view, rows),
    }


def _assessments(view: View) -> List:
    rows = view.reaching("cin_assessments", "authorisation_date", six_months_before(view))
    return {
        **child(view, rows),
        **disabled(view, rows),
        "Continuous Assessment Start Date": rows["start_date"],
        "Child Seen During Continuous Assessment": lettered_yes_no(rows["child_seen"]),
        "Continuous Assessment Date of Authorisation": rows["authorisation_date"],
        "Was the child assessed as requiring LA children's social care support?": lettered_yes_no(
            rows["needs_social_care"]
        ),
        **allocated(view, rows),
    }


def _enquiries(view: View) -> List:
    every = view["s47_enquiry"]
    begins = pa.scalar(six_months_before(view), pa.date32())
    running = pc.fill_null(pc.greater_equal(every["end_date"], begins), True)
    held = pc.fill_null(pc.greater_equal(every["conference_date"], begins), False)
    rows = every.filter(pc.or_(running, held))
    conferences = view["initial_cp_conference"]
    became = _of_conference(rows, conferences)
    return {
        **child(view, rows),
        **disabled(view, rows),
        "Strategy discussion initiating Section 47 Enquiry Start Date": rows["start_date"],
        "Was an Initial Child Protection Conference deemed unnecessary?": lettered_yes_no(
            rows["conference_not_required"]
        ),
        "Date of Initial Child Protection Conference": rows["conference_date"],
        "Did the Initial Child Protection Conference Result in a Child Protection Plan": (
            lettered_yes_no(became)
        ),
        "Number of Section 47 Enquiries in the last 12 months": earlier(
            view, rows, "start_date", every, "start_date"
        ),
        "Number of ICPCs in the last 12 months": earlier(
            view, rows, "start_date", conferences, "conference_date"
        ),
        **allocated(view, rows),
    }


def _of_conference(rows: pa.Table, conferences: pa.Table) -> pa.Array:
    """Whether the conference of each enquiry decided on a plan."""

    def keys(table: pa.Table) -> pa.Array:
        days = table["conference_date"].cast(pa.string())
        made = pc.binary_join_element_wise(table["person_id"], days, "|")
        return made.combine_chunks() if isinstance(made, pa.ChunkedArray) else made

    at = pc.index_in(keys(rows), keys(conferences), skip_nulls=True)
    return conferences["became_plan"].combine_chunks().take(at)


def _in_need(view: View) -> List:
    every = view["cin_episodes"]
    every = every.filter(pc.invert(every["no_further_action"]))
    begins = pa.scalar(six_months_before(view), pa.date32())
    rows = every.filter(pc.fill_null(pc.greater_equal(every["closure_date"], begins), True))
    seen = [
        view.latest(name, "visit_date", rows["person_id"])
        for name in ("cin_visits", "cp_visits", "cla_visits")
    ]
    return {
        **child(view, rows),
        **disabled(view, rows),
        "CIN Start Date": rows["referral_date"],
        "Primary Need Code": need(rows["primary_need"]),
        "Date Child Was Last Seen": pc.max_element_wise(*seen),
        "CIN Closure Date": rows["closure_date"],
        "Reason for Closure": closure(rows["closure_reason"]),
        "Case Status": _status(view, rows),
        **allocated(view, rows),
    }


def _status(view: View, rows: pa.Table) -> pa.Array:
    """Closed before looked after, before protected, before a plan for a child in need."""

    def has_open(name: str) -> pa.Array:
        table = view[name]
        running = table.filter(pc.is_null(table["end_date"]))["person_id"].combine_chunks()
        return pc.is_in(rows["person_id"].combine_chunks(), running)

    status = always("d) Open assessment", rows.num_rows)
    status = pc.if_else(has_open("cin_plans"), "c) Child in need plan", status)
    status = pc.if_else(has_open("cp_plans"), "b) Child Protection plan", status)
    status = pc.if_else(has_open("cla_episodes"), "a) Looked after child", status)
    return pc.if_else(pc.is_valid(rows["closure_date"]), "e) Closed episode", status)


def _protection(view: View) -> List:
    rows = view.reaching("cp_plans", first=six_months_before(view))
    visits = view["cp_visits"].sort_by([("plan_id", "ascending"), ("visit_date", "ascending")])
    last = visits.group_by(["plan_id"], use_threads=False).aggregate(
        [("visit_date", "last"), ("seen_alone", "last")]
    )
    at = pc.index_in(rows["plan_id"].combine_chunks(), last["plan_id"].combine_chunks())
    reviews = view["cp_reviews"].group_by(["plan_id"]).aggregate([("review_date", "max")])
    reviewed = pc.index_in(rows["plan_id"].combine_chunks(), reviews["plan_id"].combine_chunks())
    return {
        **child(view, rows),
        **disabled(view, rows),
        "Child Protection Plan Start Date": rows["start_date"],
        "Initial Category of Abuse": worded("category", rows["initial_category"]),
        "Latest Category of Abuse": worded("category", rows["latest_category"]),
        "Date of the Last Statutory Visit": last["visit_date_last"].combine_chunks().take(at),
        "Was the Child Seen Alone?": lettered_yes_no(
            last["seen_alone_last"].combine_chunks().take(at)
        ),
        "Date of latest review conference": (
            reviews["review_date_max"].combine_chunks().take(reviewed)
        ),
        "Child Protection Plan End Date": rows["end_date"],
        "Subject to Emergency Protection Order or Protected Under Police Powers "
        "in Last Six Months (Y/N)": lettered_yes_no(_emergency(view, rows)),
        "Number of Previous Child Protection Plans": rows["previous_plans"],
        **allocated(view, rows),
    }


def _emergency(view: View, rows: pa.Table) -> pa.Array:
    statuses = view.reaching("legal_status", first=six_months_before(view))
    urgent = statuses.filter(pc.is_in(statuses["legal_status"], value_set=pa.array(["L1", "L2"])))
    return pc.is_in(rows["person_id"].combine_chunks(), urgent["person_id"].combine_chunks())
