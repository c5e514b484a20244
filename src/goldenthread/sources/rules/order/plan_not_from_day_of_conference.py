"""A child protection plan that begins on another day than its conference."""

import numpy as np

from goldenthread.sources.rules.definition import WithinRecords, one
from goldenthread.sources.rules.held import Held


def broken(held: Held) -> np.ndarray:
    conference = held.days("cp_plans", "conference_date")
    return (held.days("cp_plans", "start_date") != conference) & ~np.isnat(conference)


RULE = WithinRecords(
    name="plan_not_from_day_of_conference",
    table="cp_plans",
    column="start_date",
    message=(
        "This plan begins on another day than the conference that made it: correct one of"
        " the two days."
    ),
    official=("CIN 2885",),
    changes=(
        "child_protection_plans_started",
        "child_protection_reviews_in_time",
    ),
    how=(
        "The time to the first review is counted from the wrong day, and the plan may fall "
        "into another period."
    ),
    broken=broken,
    wrong=one(
        cp_plans="""
            person_id | conference_date | start_date
            a | 2023-06-01 | 2023-06-08
        """,
    ),
    right=one(
        cp_plans="""
            person_id | conference_date | start_date
            a | 2023-06-01 | 2023-06-01
        """,
    ),
)
