"""An early help episode that ends before it began."""

import numpy as np

from goldenthread.sources.rules.definition import WithinRecords, one
from goldenthread.sources.rules.held import Held


def broken(held: Held) -> np.ndarray:
    return held.days("early_help_episodes", "end_date") < held.days(
        "early_help_episodes", "start_date"
    )


RULE = WithinRecords(
    name="early_help_ended_before_it_began",
    table="early_help_episodes",
    column="end_date",
    message="This early help episode ends before it began: correct one of the two days.",
    changes=("early_help_episodes_open",),
    how="The episode is never open, so the family is missing at the end of the period.",
    broken=broken,
    wrong=one(
        early_help_episodes="""
            person_id | start_date | end_date
            a | 2023-06-01 | 2023-05-01
        """,
    ),
    right=one(
        early_help_episodes="""
            person_id | start_date | end_date
            a | 2023-06-01 | 2023-07-01
        """,
    ),
)
