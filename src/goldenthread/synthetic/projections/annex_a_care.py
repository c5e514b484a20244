"""Lists 8 to 11 for inspectors: children looked after, care leavers, adoption, adopters.

List 8 has one row for each stay in care: the latest episode with counts of the 12 months before.
"""

from collections.abc import Mapping
from datetime import date

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from goldenthread.synthetic.projections.annex_a_lists import (
    allocated,
    child,
    disabled,
    six_months_before,
    worker,
)
from goldenthread.synthetic.projections.annex_a_words import (
    always,
    legal,
    lettered_yes_no,
    need,
    worded,
)
from goldenthread.synthetic.projections.ssda903 import placed_as
from goldenthread.synthetic.projections.texts import Column
from goldenthread.synthetic.projections.view import View
from goldenthread.tables import code_list

List = Mapping[str, Column]

_PLANS = {
    "E1": "b) Adoption",
    "C1": "a) Return to family",
    "C2": "f) Long-term fostering",
    "V2": "a) Return to family",
    "V4": "g) Other",
}


def care_lists(view: View) -> dict[int, List]:
    """Lists 8 to 11, by number."""
    return {
        8: _looked_after(view),
        9: _care_leavers(view),
        10: _adoption(view),
        11: _adopters(view),
    }


def _first_in(rows: pa.Table, keys: tuple[str, ...], column: str) -> pa.Array:
    """For each row the earliest day of a column among the rows with the same keys."""
    found = rows.group_by(list(keys), use_threads=False).aggregate([(column, "min")])

    def joined(table: pa.Table) -> pa.Array:
        parts = [pc.fill_null(table[key].cast(pa.string()), "") for key in keys]
        made = pc.binary_join_element_wise(*parts, "|")
        return made.combine_chunks() if isinstance(made, pa.ChunkedArray) else made

    return found[f"{column}_min"].combine_chunks().take(pc.index_in(joined(rows), joined(found)))


def _spelled(view: View) -> pa.Table:
    """Every episode in order, with the first days of its placement and of its legal status."""
    rows = view["cla_episodes"].sort_by([("person_id", "ascending"), ("start_date", "ascending")])
    placement = np.cumsum(np.asarray(pc.not_equal(rows["start_reason"], "L"), dtype=bool))
    changed = pc.is_in(rows["start_reason"], value_set=pa.array(["S", "L", "B", "U"]))
    status = np.cumsum(np.asarray(changed, dtype=bool))
    rows = rows.append_column("spell", pa.array(placement))
    rows = rows.append_column("standing", pa.array(status))
    rows = rows.append_column("spell_start", _first_in(rows, ("spell",), "start_date"))
    return rows.append_column("standing_start", _first_in(rows, ("standing",), "start_date"))


def _looked_after(view: View) -> List:
    every = _spelled(view)
    key = ("person_id", "entered_care_date")
    last = every.group_by(list(key), use_threads=False).aggregate([("start_date", "max")])
    rows = every.join(
        last.rename_columns([*key, "start_date"]), [*key, "start_date"], join_type="inner"
    ).sort_by([("person_id", "ascending"), ("start_date", "ascending")])
    late = pc.greater_equal(rows["end_date"], pa.scalar(six_months_before(view), pa.date32()))
    rows = rows.filter(pc.fill_null(late, True)).combine_chunks()
    who = rows["person_id"]
    health = view["cla_health"]
    assessed = health.filter(pc.is_in(health["check_type"], value_set=pa.array(["IHA", "RHA"])))
    dental = health.filter(pc.equal(health["check_type"], "DENTAL"))
    reviewed = view.latest("cla_reviews", "review_date", who)
    return {
        **child(view, rows),
        "Unaccompanied Asylum Seeking Child (UASC) within the Last 12 Months (Y/N)": (
            lettered_yes_no(view.child(rows, "asylum_seeking"))
        ),
        **disabled(view, rows),
        "Date Started to be Looked After": rows["entered_care_date"],
        "Child's Category of Need": need(rows["primary_need"]),
        "Is this a second or subsequent period of being a Looked After Child within "
        "the last 12 months (Y/N)": lettered_yes_no(_again(every, rows)),
        "Start date of current legal status": rows["standing_start"],
        "Child's Legal Status": legal(rows["legal_status"]),
        "Date of Latest Statutory Review": reviewed,
        "Date of Last Social Work Visit": view.latest("cla_visits", "visit_date", who),
        "What is the permanence plan for this child?": _plan(rows["legal_status"]),
        "Date of Last IRO Visit / Contact to the Child": reviewed,
        "Date of Last Health Assessment": _latest_of(assessed, who),
        "Date of Last Dental Check": _latest_of(dental, who),
        "Number of Placements in the Last 12 months": _placements(view, every, who),
        "Date Ceased to be Looked After": rows["end_date"],
        "Reason Ceased to be Looked After": worded("end", rows["end_reason"]),
        "Start Date of Most Recent Placement": rows["spell_start"],
        "Placement Type": worded("placement", placed_as(view, rows)),
        "Placement Provider": worded("provider", rows["placement_provider"]),
        "Placement postcode": rows["placement_postcode"],
        "URN of Placement": rows["placement_urn"],
        "Placement Location": pc.if_else(rows["in_area"], "a) In", "b) Out"),
        "LA of Placement": pc.if_else(rows["in_area"], view.area, "NUK"),
        **_missing(view, who),
        **allocated(view, rows),
    }


def _plan(status: Column) -> pa.Array:
    words = {
        each.code: _PLANS.get(each.code, "g) Other") for each in code_list("legal_status").codes
    }
    known = status.combine_chunks().dictionary_encode()
    made = [words[code] for code in known.dictionary.to_pylist()]
    return pa.array(made, pa.string()).take(known.indices)


def _latest_of(checks: pa.Table, among: pa.ChunkedArray) -> pa.Array:
    found = checks.group_by(["person_id"]).aggregate([("check_date", "max")])
    at = pc.index_in(among.combine_chunks(), found["person_id"].combine_chunks())
    return found["check_date_max"].combine_chunks().take(at)


def _again(every: pa.Table, rows: pa.Table) -> pa.Array:
    """Whether the child had left care in the 12 months before it began again."""
    left = every.filter(pc.not_equal(pc.fill_null(every["end_reason"], "X1"), "X1"))
    ends: dict[str, list[date]] = {}
    for who, day in zip(left["person_id"].to_pylist(), left["end_date"].to_pylist(), strict=True):
        ends.setdefault(who, []).append(day)
    began = zip(rows["person_id"].to_pylist(), rows["entered_care_date"].to_pylist(), strict=True)
    return pa.array(
        [any(0 <= (day - end).days <= 365 for end in ends.get(who, ())) for who, day in began],
        pa.bool_(),
    )


def _placements(view: View, every: pa.Table, among: pa.ChunkedArray) -> pa.Array:
    """Placements in the 12 months, without temporary ones and the return from them."""
    rows = every.filter(pc.invert(pc.starts_with(every["placement_type"], "T")))
    rows = rows.sort_by([("person_id", "ascending"), ("start_date", "ascending")])
    # An episode at the same postcode as the one before it, in the same time in care, is of the
    # same placement; a return after another placement is one more.
    stayed = pa.array([True] * max(len(rows) - 1, 0), pa.bool_())
    for name in ("person_id", "entered_care_date", "placement_postcode"):
        column = rows[name].combine_chunks()
        stayed = pc.and_(stayed, pc.fill_null(pc.equal(column[1:], column[:-1]), False))
    begun = pa.concat_arrays([pa.array([1] * min(len(rows), 1)), pc.invert(stayed).cast("int64")])
    rows = rows.append_column("placement", pc.cumulative_sum(begun))
    rows = rows.filter(pc.fill_null(pc.greater(rows["end_date"], view.first), True))
    return view.counted(rows.group_by(["person_id", "placement"]).aggregate([]), among)


def _missing(view: View, among: pa.ChunkedArray) -> dict[str, Column]:
    rows = view.within("missing", "start_date")
    ordered = rows.sort_by([("person_id", "ascending"), ("start_date", "ascending")])
    last = ordered.group_by(["person_id"], use_threads=False).aggregate(
        [("interview_offered", "last"), ("interview_accepted", "last")]
    )
    at = pc.index_in(among.combine_chunks(), last["person_id"].combine_chunks())

    def counted(kind: str) -> pa.Array:
        return view.counted(rows.filter(pc.equal(rows["missing_type"], kind)), among)

    lead, tail = "Number of Episodes the Child has been", "from their Placement in the last"
    return {
        f"{lead} 'Missing' {tail} 12 months": counted("M"),
        f"{lead} 'Absent' {tail} 12 months": counted("A"),
        "Was the child offered a Return Interview after their last missing episode (Y/N)?": (
            lettered_yes_no(last["interview_offered_last"].combine_chunks().take(at))
        ),
        "Did the child accept a Return Interview after their last missing episode (Y/N)?": (
            lettered_yes_no(last["interview_accepted_last"].combine_chunks().take(at))
        ),
    }


def _care_leavers(view: View) -> List:
    """Those whose case is open, as they were last reported."""
    every = view["care_leavers"].sort_by([("person_id", "ascending"), ("reported_on", "ascending")])
    cases = view["cin_episodes"]
    still = cases.filter(pc.is_null(cases["closure_date"]))["person_id"].combine_chunks()
    every = every.filter(pc.is_in(every["person_id"], still))
    last = every.group_by(["person_id"]).aggregate([("reported_on", "max")])
    at = pc.index_in(every["person_id"].combine_chunks(), last["person_id"].combine_chunks())
    newest = last["reported_on_max"].combine_chunks().take(at)
    rows = every.filter(pc.equal(every["reported_on"], newest)).combine_chunks()
    known = pc.not_equal(rows["accommodation"], "0")
    nothing = pa.scalar(None, pa.string())
    return {
        **child(view, rows),
        "Unaccompanied Asylum Seeking Child (UASC), or formerly UASC if 18 or over (Y/N)": (
            lettered_yes_no(view.child(rows, "asylum_seeking"))
        ),
        **disabled(view, rows),
        **allocated(view, rows),
        "Allocated Personal Advisor": worker(view, rows, "Personal adviser"),
        "Eligibility Category": worded("eligibility", rows["eligibility"]),
        "Latest Pathway Plan Review Date": rows["pathway_review_date"],
        "LA in Touch": worded("in_touch", rows["in_touch"]),
        "Latest Date of Contact": rows["latest_contact"],
        "Type of Accommodation": pc.if_else(known, rows["accommodation"], nothing),
        "Suitability of Accommodation": pc.if_else(
            rows["suitable"], "a) Suitable", "b) Unsuitable"
        ),
        "Activity Status": pc.if_else(known, rows["activity"], nothing),
    }


def _adoption(view: View) -> List:
    """Decisions made, reversed or carried out in the 12 months."""
    every = view["permanence"]
    begins = pa.scalar(view.first, pa.date32())
    recent = [
        pc.fill_null(pc.greater_equal(every[name], begins), False)
        for name in ("decision_date", "order_date", "reversed_date")
    ]
    rows = every.filter(pc.or_(pc.or_(recent[0], recent[1]), recent[2])).combine_chunks()
    start = child(view, rows)
    return {
        "Child Unique ID": start.pop("Child Unique ID"),
        "Family identifier": always("", rows.num_rows),
        **start,
        **disabled(view, rows),
        "Date the Child Entered Care": rows["entered_care_date"],
        "Date of Decision that Child Should be Placed for Adoption": rows["decision_date"],
        "Date of Placement Order": rows["placement_order_date"],
        "Date of Matching Child and Prospective Adopters": rows["matched_date"],
        "Date Placed for Adoption": rows["placed_date"],
        "Date of Adoption Order": rows["order_date"],
        "Date of Decision that Child Should No Longer be Placed for Adoption": (
            rows["reversed_date"]
        ),
        "Reason Why Child No Longer Placed for Adoption": rows["reversed_reason"],
        "Date the child was placed for fostering in FFA or concurrent planning placement": (
            rows["placed_foster_date"]
        ),
    }


def _adopters(view: View) -> List:
    """Everyone in the process in the 12 months."""
    every = view["adopters"]
    begins = pa.scalar(view.first, pa.date32())
    done = pc.coalesce(every["order_date"], every["left_date"])
    rows = every.filter(pc.fill_null(pc.greater_equal(done, begins), True)).combine_chunks()
    count = rows.num_rows
    second = np.arange(count) % 2 == 1
    return {
        "Individual adopter identifier": rows["adopter_id"],
        "Family identifier": rows["family_id"],
        "Gender": pc.if_else(pa.array(second), "a) Male", "b) Female"),
        "Ethnicity": always("a) WBRI", count),
        "Disability": always("b) No", count),
        "Is the (prospective) adopter fostering for adoption?": always("b) No", count),
        "Date enquiry received": rows["enquiry_date"],
        "Date Stage 1 started": rows["stage_1_start"],
        "Date Stage 1 ended": rows["stage_1_end"],
        "Date Stage 2 started": rows["stage_2_start"],
        "Date Stage 2 ended": rows["stage_2_end"],
        "Date application submitted": rows["application_date"],
        "Date application approved": rows["approved_date"],
        "Date adopter matched with child(ren)": rows["matched_date"],
        "Date child/children placed with adopter(s)": rows["placed_date"],
        "No. of children placed": rows["children_placed"],
        "Date of Adoption Order": rows["order_date"],
        "Date of leaving adoption process": rows["left_date"],
        "Reason for leaving adoption process": worded("leaving", rows["left_reason"]),
    }
