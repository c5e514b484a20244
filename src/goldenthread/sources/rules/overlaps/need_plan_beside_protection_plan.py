"""A child in need plan that begins while the child has a child protection plan."""

import numpy as np

from goldenthread.sources.rules.definition import WithinRecords, one
from goldenthread.sources.rules.held import Held


def broken(held: Held) -> np.ndarray:
    day = held.days("cin_plans", "start_date")
    next_day = day + np.timedelta64(1)  # the day on which one plan gives way to the other is both’s
    if not held.has("cp_plans"):
        return held.none("cin_plans")
    child, ends = held.child("cin_plans"), held.ends("cp_plans", "end_date")
    then = held.covers("cp_plans", "start_date", ends, child, day)
    return then & held.covers("cp_plans", "start_date", ends, child, next_day)


RULE = WithinRecords(
    name="need_plan_beside_protection_plan",
    table="cin_plans",
    column="start_date",
    message=(
        "The child has a protection plan when this child in need plan begins: end the one"
        " that is over."
    ),
    official=(
        "CIN 4001",
        "CIN 4016",
    ),
    changes=(
        "child_in_need_plans_at_31_march",
        "child_protection_plans_at_31_march",
    ),
    how="The child is counted with both plans, of which there is one at a time.",
    broken=broken,
    wrong=one(
        cin_plans="""
            person_id | start_date
            a | 2023-07-01
        """,
        cp_plans="""
            person_id | start_date | end_date
            a | 2023-05-01 | 2023-09-01
        """,
    ),
    right=one(
        cin_plans="""
            person_id | start_date
            a | 2023-09-01
        """,
        cp_plans="""
            person_id | start_date | end_date
            a | 2023-05-01 | 2023-09-01
        """,
    ),
)
