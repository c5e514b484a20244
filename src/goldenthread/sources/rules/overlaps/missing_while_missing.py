"""A time of being missing that begins while another runs."""

import numpy as np

from goldenthread.sources.rules.definition import WithinRecords, one
from goldenthread.sources.rules.held import Held


def broken(held: Held) -> np.ndarray:
    return held.begun_while_open("missing", "start_date", held.ends("missing", "end_date"))


RULE = WithinRecords(
    name="missing_while_missing",
    table="missing",
    column="start_date",
    message=(
        "The child was already missing when this episode began: end the earlier one, or "
        "join the two."
    ),
    official=("903 574",),
    changes=(
        "missing_episodes",
        "return_home_interviews_offered",
    ),
    how="One time of being missing counts as two, of which one has no interview.",
    broken=broken,
    wrong=one(
        missing="""
            person_id | start_date | end_date
            a | 2023-05-01 | 2023-08-01
            a | 2023-07-01 | -
        """,
    ),
    right=one(
        missing="""
            person_id | start_date | end_date
            a | 2023-05-01 | 2023-07-01
            a | 2023-07-01 | -
        """,
    ),
)
