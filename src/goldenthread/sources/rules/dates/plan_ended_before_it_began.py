"""A child protection plan that ends before it began."""

import numpy as np

from goldenthread.sources.rules.definition import WithinRecords, one
from goldenthread.sources.rules.held import Held


def broken(held: Held) -> np.ndarray:
    return held.days("cp_plans", "end_date") < held.days("cp_plans", "start_date")


RULE = WithinRecords(
    name="plan_ended_before_it_began",
    table="cp_plans",
    column="end_date",
    message="This plan ends before it began: correct one of the two days.",
    official=("CIN 8925",),
    changes=(
        "child_protection_plans_at_31_march",
        "child_protection_plans_ended_after_2_years_or_longer",
    ),
    how="The plan is never open, so the child is missing at 31 March, and its length is negative.",
    broken=broken,
    wrong=one(
        cp_plans="""
            person_id | start_date | end_date
            a | 2023-06-01 | 2023-05-01
        """,
    ),
    right=one(
        cp_plans="""
            person_id | start_date | end_date
            a | 2023-06-01 | 2023-07-01
        """,
    ),
)
