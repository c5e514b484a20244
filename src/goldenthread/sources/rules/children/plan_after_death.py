"""A child who is placed under a plan after their death."""

import numpy as np

from goldenthread.sources.rules.definition import WithinRecords, one
from goldenthread.sources.rules.held import Held


def broken(held: Held) -> np.ndarray:
    if not held.has("person"):
        return held.none("cp_plans")
    died = held.of_child("person", "death_date", held.child("cp_plans"))
    return held.days("cp_plans", "start_date") > died


RULE = WithinRecords(
    name="plan_after_death",
    table="cp_plans",
    column="start_date",
    message=(
        "The child is placed under a plan after their death: correct one of the two days,"
        " or see whether two children were mixed up."
    ),
    official=("CIN 8915",),
    changes=(
        "child_protection_plans_started",
        "child_protection_plans_at_31_march",
    ),
    how="What happened to another child, or at another time, is counted here.",
    broken=broken,
    wrong=one(
        person="""
            person_id | death_date
            a | 2023-05-01
        """,
        cp_plans="""
            person_id | start_date
            a | 2023-06-01
        """,
    ),
    right=one(
        person="""
            person_id | death_date
            a | 2023-05-01
        """,
        cp_plans="""
            person_id | start_date
            a | 2023-04-01
        """,
    ),
)
