"""A child in need plan that ends before it began."""

import numpy as np

from goldenthread.sources.rules.definition import WithinRecords, one
from goldenthread.sources.rules.held import Held


def broken(held: Held) -> np.ndarray:
    return held.days("cin_plans", "end_date") < held.days("cin_plans", "start_date")


RULE = WithinRecords(
    name="need_plan_ended_before_it_began",
    table="cin_plans",
    column="end_date",
    message="This child in need plan ends before it began: correct one of the two days.",
    official=("CIN 4011",),
    changes=("child_in_need_plans_at_31_march",),
    how="The plan is never open, so the child is missing at 31 March.",
    broken=broken,
    wrong=one(
        cin_plans="""
            person_id | start_date | end_date
            a | 2023-06-01 | 2023-05-01
        """,
    ),
    right=one(
        cin_plans="""
            person_id | start_date | end_date
            a | 2023-06-01 | 2023-07-01
        """,
    ),
)
