"""A worker’s involvement that ends before it began."""

import numpy as np

from goldenthread.sources.rules.definition import WithinRecords, one
from goldenthread.sources.rules.held import Held


def broken(held: Held) -> np.ndarray:
    return held.days("involvements", "end_date") < held.days("involvements", "start_date")


RULE = WithinRecords(
    name="involvement_ended_before_it_began",
    table="involvements",
    column="end_date",
    message="This worker’s time with the child ends before it began: correct one of the two days.",
    changes=("looked_after_three_or_more_social_workers",),
    how=(
        "The worker may be counted in a year in which they were not the child’s, or not in "
        "one in which they were."
    ),
    broken=broken,
    wrong=one(
        involvements="""
            person_id | start_date | end_date | worker_id
            a | 2023-06-01 | 2023-05-01 | w
        """,
    ),
    right=one(
        involvements="""
            person_id | start_date | end_date | worker_id
            a | 2023-06-01 | 2023-07-01 | w
        """,
    ),
)
