"""A time of being missing that ends before it began."""

import numpy as np

from goldenthread.sources.rules.definition import WithinRecords, one
from goldenthread.sources.rules.held import Held


def broken(held: Held) -> np.ndarray:
    return held.days("missing", "end_date") < held.days("missing", "start_date")


RULE = WithinRecords(
    name="missing_episode_ended_before_it_began",
    table="missing",
    column="end_date",
    message="The child is found before they went missing: correct one of the two days.",
    official=("903 567",),
    changes=(
        "missing_episodes",
        "looked_after_missing",
    ),
    how="The episode stands in the wrong month or year where it is the first day that is wrong.",
    broken=broken,
    wrong=one(
        missing="""
            person_id | start_date | end_date
            a | 2023-06-01 | 2023-05-01
        """,
    ),
    right=one(
        missing="""
            person_id | start_date | end_date
            a | 2023-06-01 | 2023-07-01
        """,
    ),
)
