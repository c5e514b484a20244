"""A review on the day its plan began, or before."""

import numpy as np

from goldenthread.sources.rules.definition import WithinRecords, one
from goldenthread.sources.rules.held import Held


def broken(held: Held) -> np.ndarray:
    return held.days("cp_reviews", "review_date") <= held.days("cp_reviews", "plan_start_date")


RULE = WithinRecords(
    name="review_not_after_plan",
    table="cp_reviews",
    column="review_date",
    message=(
        "This review is held on the day its plan began or before: it is the initial "
        "conference, or a day is wrong."
    ),
    official=("CIN 8841",),
    changes=("child_protection_reviews_in_time",),
    how="An initial conference entered as a review makes the first review look held in time.",
    broken=broken,
    wrong=one(
        cp_reviews="""
            person_id | plan_start_date | review_date
            a | 2023-06-01 | 2023-06-01
        """,
    ),
    right=one(
        cp_reviews="""
            person_id | plan_start_date | review_date
            a | 2023-06-01 | 2023-08-20
        """,
    ),
)
