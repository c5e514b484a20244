"""A child in need plan that begins while another of the child is open."""

import numpy as np

from goldenthread.sources.rules.definition import WithinRecords, one
from goldenthread.sources.rules.held import Held


def broken(held: Held) -> np.ndarray:
    return held.begun_while_open("cin_plans", "start_date", held.ends("cin_plans", "end_date"))


RULE = WithinRecords(
    name="need_plans_overlap",
    table="cin_plans",
    column="start_date",
    message=(
        "The child’s earlier child in need plan was still open when this one began: end "
        "it, or leave one out."
    ),
    official=(
        "CIN 4004",
        "CIN 4014",
    ),
    changes=("child_in_need_plans_at_31_march",),
    how="The child is counted twice at 31 March.",
    broken=broken,
    wrong=one(
        cin_plans="""
            person_id | start_date | end_date
            a | 2023-05-01 | 2023-08-01
            a | 2023-07-01 | -
        """,
    ),
    right=one(
        cin_plans="""
            person_id | start_date | end_date
            a | 2023-05-01 | 2023-07-01
            a | 2023-07-01 | -
        """,
    ),
)
