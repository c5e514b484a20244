"""What is known of histories on a day, and what of them touches some years.

A projection into the return of one year must not know the next: what begins later is not there,
and what ends later is still running.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field

import pyarrow as pa
import pyarrow.compute as pc

from goldenthread.synthetic.days import day as day_of


@dataclass(frozen=True, slots=True)
class Knowing:
    """When a table's rows come to be known, and its later days with what is known only by then."""

    start: str
    later: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    ends: str = ""


KNOWING = {
    "address": Knowing("start_date", {"end_date": ()}, "end_date"),
    "care_leavers": Knowing("reported_on"),
    "cin_assessments": Knowing(
        "start_date",
        {"authorisation_date": ("needs_social_care", "child_seen")},
        "authorisation_date",
    ),
    "cin_episodes": Knowing("referral_date", {"closure_date": ("closure_reason",)}, "closure_date"),
    "cin_plans": Knowing("start_date", {"end_date": ()}, "end_date"),
    "cin_visits": Knowing("visit_date"),
    "cla_convictions": Knowing("conviction_date"),
    "cla_episodes": Knowing(
        "start_date", {"end_date": ("end_reason", "placement_change_reason")}, "end_date"
    ),
    "cla_health": Knowing("check_date"),
    "cla_immunisations": Knowing("status_date"),
    "cla_reviews": Knowing("review_date"),
    "cla_substance_misuse": Knowing("misuse_date"),
    "cla_visits": Knowing("visit_date"),
    "cla_yearly_outcomes": Knowing("year_end"),
    "contacts": Knowing("contact_date"),
    "cp_plans": Knowing("start_date", {"end_date": ()}, "end_date"),
    "cp_reviews": Knowing("review_date"),
    "cp_visits": Knowing("visit_date"),
    "deprivation_of_liberty": Knowing("start_date", {"end_date": ()}, "end_date"),
    "early_help_episodes": Knowing("start_date", {"end_date": ("end_reason",)}, "end_date"),
    "gcp2_assessments": Knowing("assessment_date"),
    "immigration_status": Knowing("start_date", {}, "end_date"),
    "initial_cp_conference": Knowing("conference_date"),
    "involvements": Knowing("start_date", {"end_date": ("change_reason",)}, "end_date"),
    "legal_status": Knowing("start_date", {"end_date": ()}, "end_date"),
    "mash_agency_requests": Knowing("asked_at", {"answered_at": ()}),
    "mash_episodes": Knowing("started_at", {"decided_at": ("outcome",)}),
    "missing": Knowing(
        "start_date", {"end_date": ("interview_offered", "interview_accepted")}, "end_date"
    ),
    "permanence": Knowing(
        "decision_date",
        {
            "placement_order_date": (),
            "matched_date": ("adopter_was_carer", "adopters", "adopters_sex", "adopters_status"),
            "placed_date": (),
            "placed_foster_date": (),
            "order_date": (),
            "reversed_date": ("reversed_reason",),
        },
    ),
    "pre_proceedings": Knowing(
        "start_date",
        {
            "letter_date": (),
            "first_meeting_date": (
                "review_meetings",
                "family_meeting_offered",
                "family_meeting_held",
            ),
            "step_decision_date": ("outcome",),
            "court_application_date": (),
        },
    ),
    "s47_enquiry": Knowing(
        "start_date",
        {
            "end_date": ("conference_not_required", "conference_target"),
            "conference_date": (),
        },
        "end_date",
    ),
    "sdq_scores": Knowing("completed_date"),
    "adopters": Knowing(
        "enquiry_date",
        dict.fromkeys(
            (
                "stage_1_start",
                "stage_1_end",
                "stage_2_start",
                "stage_2_end",
                "application_date",
                "approved_date",
            ),
            (),
        )
        | {
            "matched_date": (),
            "placed_date": ("children_placed",),
            "order_date": (),
            "left_date": ("left_reason",),
        },
        "left_date",
    ),
}

# Tables that say something of a child or of another row, and go with it.
_OF_A_CHILD = ("address", "disability", "cla_previous_permanence", "mother")


def known_on(tables: Mapping[str, pa.Table], day: int) -> dict[str, pa.Table]:
    """The tables as they stood at the end of a day, given as its number."""
    made = dict(tables)
    for name, knowing in KNOWING.items():
        made[name] = _known(tables[name], knowing, day)
    done = made["cin_assessments"].filter(
        pc.is_valid(made["cin_assessments"]["authorisation_date"])
    )
    factors = made["assessment_factors"]
    made["assessment_factors"] = factors.filter(
        pc.is_in(factors["assessment_id"], done["assessment_id"].combine_chunks())
    )
    made["person"] = _people(tables["person"], day)
    born = made["mother"]["child_birth_date"]
    made["mother"] = made["mother"].filter(pc.less_equal(born, _scalar(born.type, day)))
    return made


def touching(tables: Mapping[str, pa.Table], first: int, last: int) -> dict[str, pa.Table]:
    """The tables as known on the last day, without what was over before the first.

    A child's whole stay in care is kept with its episodes where any of it lies in the days, and a
    plan with its reviews, since both are measured from their beginning.
    """
    known = known_on(tables, last)
    made = dict(known)
    for name, knowing in KNOWING.items():
        if name not in ("cp_reviews", "cla_episodes", "legal_status", "permanence"):
            made[name] = _since(known[name], knowing, first)
    made["cp_reviews"] = known["cp_reviews"].filter(
        pc.is_in(known["cp_reviews"]["plan_id"], made["cp_plans"]["plan_id"].combine_chunks())
    )
    for name in ("cla_episodes", "legal_status", "permanence"):
        made[name] = _whole_stays(known, name, first)
    factors = known["assessment_factors"]
    made["assessment_factors"] = factors.filter(
        pc.is_in(
            factors["assessment_id"], made["cin_assessments"]["assessment_id"].combine_chunks()
        )
    )
    present = pa.chunked_array(
        [
            chunk
            for name, each in made.items()
            if "person_id" in each.schema.names and name not in ("person", *_OF_A_CHILD)
            for chunk in each["person_id"].chunks
        ],
        pa.string(),
    ).unique()
    for name in ("person", *_OF_A_CHILD):
        made[name] = made[name].filter(pc.is_in(made[name]["person_id"], present))
    return {name: each.combine_chunks() for name, each in made.items()}


def _known(rows: pa.Table, knowing: Knowing, day: int) -> pa.Table:
    begins = rows[knowing.start]
    kept = rows.filter(pc.less_equal(begins, _scalar(begins.type, day)))
    for name, dependent in knowing.later.items():
        date = kept[name]
        ahead = pc.fill_null(pc.greater(date, _scalar(date.type, day)), False)
        # What depends on a day is unknown where the day is: a case still open has no reason.
        unknown = pc.or_(ahead, pc.is_null(date)) if name == knowing.ends else ahead
        kept = _emptied(kept, name, ahead)
        for column in dependent:
            kept = _emptied(kept, column, unknown)
    return kept


def _since(rows: pa.Table, knowing: Knowing, day: int) -> pa.Table:
    if not knowing.ends:
        begins = rows[knowing.start]
        return rows.filter(pc.greater_equal(begins, _scalar(begins.type, day, False)))
    ends = rows[knowing.ends]
    begins = rows[knowing.start]
    open_still = pc.is_null(ends)
    if knowing.ends == "closure_date":  # a referral without further action opens no case
        open_still = pc.and_(open_still, pc.invert(rows["no_further_action"]))
    late = pc.fill_null(pc.greater_equal(ends, _scalar(ends.type, day)), False)
    begun = pc.greater_equal(begins, _scalar(begins.type, day))
    return rows.filter(pc.or_(pc.or_(open_still, late), begun))


def _whole_stays(known: Mapping[str, pa.Table], name: str, first: int) -> pa.Table:
    """All of a child's rows up from the start of the earliest stay that reaches the first day."""
    spells = known["cla_episodes"]
    ends = spells["end_date"]
    late = pc.fill_null(pc.greater_equal(ends, _scalar(ends.type, first)), True)
    reaching = spells.filter(late).group_by(["person_id"]).aggregate([("entered_care_date", "min")])
    rows = known[name]
    at = pc.index_in(rows["person_id"], reaching["person_id"].combine_chunks())
    entered = reaching["entered_care_date_min"].combine_chunks().take(at.combine_chunks())
    begins = rows["entered_care_date" if name == "permanence" else "start_date"]
    return rows.filter(pc.fill_null(pc.greater_equal(begins, entered), False))


def _people(rows: pa.Table, day: int) -> pa.Table:
    born, died = rows["birth_date"], rows["death_date"]
    unborn = pc.fill_null(pc.greater(born, _scalar(born.type, day)), False)
    expected = pc.if_else(unborn, born, rows["expected_birth_date"])
    at = rows.schema.get_field_index("expected_birth_date")
    rows = rows.set_column(at, rows.schema.field(at), expected)
    rows = _emptied(rows, "birth_date", unborn)
    return _emptied(
        rows, "death_date", pc.fill_null(pc.greater(died, _scalar(died.type, day)), False)
    )


def _emptied(rows: pa.Table, name: str, where: pa.ChunkedArray) -> pa.Table:
    at = rows.schema.get_field_index(name)
    column = rows[name]
    return rows.set_column(
        at, rows.schema.field(at), pc.if_else(where, pa.scalar(None, column.type), column)
    )


def _scalar(kind: pa.DataType, day: int, end_of_day: bool = True) -> pa.Scalar:
    """A day as a value of a column: for moments, its last second or its first."""
    if pa.types.is_timestamp(kind):
        return pa.scalar(day * 86400 + (86399 if end_of_day else 0), pa.int64()).cast(kind)
    return pa.scalar(day_of(day), kind)
