"""A child protection plan that begins while another of the child is open."""

import numpy as np

from goldenthread.sources.rules.definition import WithinRecords, one
from goldenthread.sources.rules.held import Held


def broken(held: Held) -> np.ndarray:
    return held.begun_while_open("cp_plans", "start_date", held.ends("cp_plans", "end_date"))


RULE = WithinRecords(
    name="protection_plans_overlap",
    table="cp_plans",
    column="start_date",
    message=(
        "The child’s earlier plan was still open when this one began: end it, or leave "
        "one of them out."
    ),
    official=(
        "CIN 8935",
        "CIN 8940",
    ),
    changes=(
        "child_protection_plans_at_31_march",
        "child_protection_plan_again_ever",
    ),
    how="The child is counted twice at 31 March, and the plan as a second one.",
    broken=broken,
    wrong=one(
        cp_plans="""
            person_id | start_date | end_date
            a | 2023-05-01 | 2023-08-01
            a | 2023-07-01 | -
        """,
    ),
    right=one(
        cp_plans="""
            person_id | start_date | end_date
            a | 2023-05-01 | 2023-07-01
            a | 2023-07-01 | -
        """,
    ),
)
