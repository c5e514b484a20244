"""From courses to records: section 47 enquiries, conferences, protection plans, reviews, visits."""

import numpy as np
import pyarrow as pa

from goldenthread.synthetic.building import Builder, stepped
from goldenthread.synthetic.courses import Columns
from goldenthread.synthetic.days import NEVER, after_working, last_working, next_working
from goldenthread.synthetic.draws import Draws
from goldenthread.synthetic.rates import value
from goldenthread.synthetic.social_work import seen_and_alone, visits

_MOST_REVIEWS = 7


def enquiries(draws: Draws, build: Builder, referrals: Columns) -> dict[str, pa.Table]:
    """Enquiries and the conferences that follow some; a second enquiry in a few cases."""
    of = np.flatnonzero(referrals["enquiry"] < NEVER)
    begins, ends = referrals["enquiry"][of], referrals["enquiry_to"][of]
    conference = referrals["conference"][of]
    room = np.minimum(referrals["free"][of], referrals["adult"][of]) - ends
    more = (room > 90) & draws.happens("protection.second_enquiry", len(of))
    again = of[more]
    later = next_working(
        ends[more] + 20 + (draws.uniform(len(again)) * (room[more] - 75)).astype(int)
    )
    takes = after_working(later, draws.amounts("protection.enquiry_days", len(again)))
    of = np.concatenate([of, again])
    begins, ends = np.concatenate([begins, later]), np.concatenate([ends, takes])
    conference = np.concatenate([conference, np.full(len(again), NEVER)])
    held = conference < NEVER
    fifteen = np.full(len(of), 15)
    table = build.table(
        "s47_enquiry",
        {
            "enquiry_id": build.identifiers(np.arange(len(of)), "S"),
            "person_id": build.person(referrals["child"][of]),
            "referral_id": build.identifiers(of, "R"),
            "start_date": begins,
            "end_date": ends,
            "conference_not_required": ~held,
            "conference_target": np.where(held, after_working(begins, fifteen), NEVER),
            "conference_date": conference,
        },
    )
    return {"s47_enquiry": table, "initial_cp_conference": _conferences(build, referrals)}


def _conferences(build: Builder, referrals: Columns) -> pa.Table:
    of = np.flatnonzero(referrals["conference"] < NEVER)
    enquiry = referrals["enquiry"][of]
    target = after_working(enquiry, np.full(len(of), 15))
    return build.table(
        "initial_cp_conference",
        {
            "conference_id": build.identifiers(np.arange(len(of)), "C"),
            "person_id": build.person(referrals["child"][of]),
            "referral_id": build.identifiers(of, "R"),
            "s47_start_date": enquiry,
            "target_date": np.where(enquiry < NEVER, target, NEVER),
            "conference_date": referrals["conference"][of],
            "transfer_in": referrals["transferred"][of],
            "became_plan": referrals["plan"][of] < NEVER,
        },
    )


def plans(draws: Draws, build: Builder, referrals: Columns) -> dict[str, pa.Table]:
    """Protection plans with their reviews and visits, and pre-proceedings before care."""
    of = np.flatnonzero(referrals["plan"] < NEVER)
    begins, ends = referrals["plan"][of], referrals["plan_to"][of]
    category = draws.codes("protection.category", len(of))
    changed = draws.happens("protection.category_changes", len(of))
    latest = np.where(changed, draws.codes("protection.category", len(of)), category)
    numbers = build.identifiers(np.arange(len(of)), "P")
    person = build.person(referrals["child"][of])
    table = build.table(
        "cp_plans",
        {
            "plan_id": numbers,
            "person_id": person,
            "referral_id": build.identifiers(of, "R"),
            "conference_date": referrals["conference"][of],
            "start_date": begins,
            "end_date": ends,
            "initial_category": category,
            "latest_category": latest,
            "previous_plans": referrals["plans_before"][of],
            "other_area": np.zeros(len(of), dtype=bool),
        },
    )
    into_care = referrals["care"][of] == ends
    row, day, due = _reviews(draws, begins, ends, into_care)
    reviews = build.table(
        "cp_reviews",
        {
            "person_id": person.take(pa.array(row)),
            "plan_id": numbers.take(pa.array(row)),
            "plan_start_date": begins[row],
            "due_date": due,
            "review_date": day,
        },
    )
    row, day = visits(draws, begins, ends, "protection.visit_every")
    seen, alone = seen_and_alone(draws, "protection", len(row))
    made = build.table(
        "cp_visits",
        {
            "person_id": person.take(pa.array(row)),
            "plan_id": numbers.take(pa.array(row)),
            "visit_date": day,
            "seen": seen,
            "seen_alone": alone,
        },
    )
    return {
        "cp_plans": table,
        "cp_reviews": reviews,
        "cp_visits": made,
        "pre_proceedings": _pre_proceedings(draws, build, referrals),
    }


def _reviews(
    draws: Draws, begins: np.ndarray, ends: np.ndarray, into_care: np.ndarray
) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """Review conferences: within three months, then every six; the last one ends the plan."""
    count = len(begins)
    steps = draws.amounts("protection.next_review", count * _MOST_REVIEWS).reshape(count, -1)
    steps[:, 0] = draws.amounts("protection.first_review", count)
    row, day = stepped(begins, ends - 21, steps)
    day = last_working(day)
    at_end = np.flatnonzero(~into_care & (ends - begins >= 30) & (ends < NEVER))
    row, day = np.concatenate([row, at_end]), np.concatenate([day, ends[at_end]])
    order = np.lexsort((day, row))
    row, day = row[order], day[order]
    first = np.concatenate(([True], row[1:] != row[:-1]))[: len(row)]
    before = np.concatenate((begins[row[:1]], day[:-1]))
    due = np.where(first, begins[row] + 91, before + 182).astype(np.int32)
    return row, day, due


def _pre_proceedings(draws: Draws, build: Builder, referrals: Columns) -> pa.Table:
    before_care = (referrals["path"] == "protected_then_care") & (referrals["care"] < NEVER)
    before_care &= referrals["care"] - referrals["plan"] >= 60
    kept = draws.happens("protection.pre_proceedings", len(before_care))
    of = np.flatnonzero(before_care & kept)
    care = referrals["care"][of]
    begins = next_working(draws.between(referrals["plan"][of] + 5, care - 50))
    letter = after_working(begins, np.full(len(of), 3))
    meeting = after_working(letter, np.full(len(of), 8))
    offered = draws.happens(0.8, len(of))
    return build.table(
        "pre_proceedings",
        {
            "person_id": build.person(referrals["child"][of]),
            "start_date": begins,
            "letter_date": letter,
            "family_meeting_offered": offered,
            "family_meeting_held": offered & draws.happens(0.7, len(of)),
            "first_meeting_date": meeting,
            "review_meetings": draws.poisson(1.5, len(of)),
            "step_decision_date": last_working(care - 5),
            "outcome": np.full(len(of), "PROCEEDINGS", dtype=object),
            "court_application_date": last_working(care - 1),
        },
    )


def neglect_assessments(
    draws: Draws, build: Builder, referrals: Columns, plan_table: pa.Table, help_given: Columns
) -> pa.Table:
    """GCP2: in some neglect plans, and in some early help about neglect."""
    of = np.flatnonzero(referrals["plan"] < NEVER)
    neglect = np.asarray(plan_table["initial_category"].combine_chunks().to_numpy(False) == "NEG")
    done = neglect & draws.happens("protection.gcp2", len(of))
    early = (help_given["issue"] == "Neglect") | draws.happens(
        "early_help.gcp2", len(help_given["to"])
    )
    early &= draws.happens(min(1.0, value("early_help.gcp2") * 4), len(early))
    child = np.concatenate([referrals["child"][of][done], help_given["child"][early]])
    first = np.concatenate([referrals["plan"][of][done] + 10, help_given["from"][early] + 5])
    last = np.concatenate([referrals["plan_to"][of][done], help_given["to"][early]])
    day = next_working(draws.between(first, np.maximum(np.minimum(last, first + 90), first)))
    grades = {
        name: draws.codes("gcp2.grade", len(child)).astype(np.int32)
        for name in ("physical_care", "safety", "emotional_care", "developmental_care")
    }
    return build.table(
        "gcp2_assessments",
        {
            "assessment_id": build.identifiers(np.arange(len(child)), "G"),
            "person_id": build.person(child),
            "assessment_date": day,
            "agency": draws.codes("gcp2.agency", len(child)),
            **grades,
        },
    )
