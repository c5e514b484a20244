"""A child protection plan that ends on the day it began."""

import numpy as np

from goldenthread.sources.rules.definition import WithinRecords, one
from goldenthread.sources.rules.held import Held


def broken(held: Held) -> np.ndarray:
    return held.days("cp_plans", "end_date") == held.days("cp_plans", "start_date")


RULE = WithinRecords(
    name="plan_of_no_days",
    table="cp_plans",
    column="end_date",
    message="This plan ends on the day it began: see whether the conference made a plan at all.",
    official=("CIN 8840",),
    changes=(
        "child_protection_plans_started",
        "child_protection_plan_again_ever",
    ),
    how=(
        "A plan that never was counts as one that started and ended, and as an earlier one "
        "afterwards."
    ),
    broken=broken,
    wrong=one(
        cp_plans="""
            person_id | start_date | end_date
            a | 2023-06-01 | 2023-06-01
        """,
    ),
    right=one(
        cp_plans="""
            person_id | start_date | end_date
            a | 2023-06-01 | 2023-09-01
        """,
    ),
)
