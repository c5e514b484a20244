"""An episode of need with a reason for closing and no day on which it closed."""

import numpy as np

from goldenthread.sources.rules.definition import WithinRecords, one
from goldenthread.sources.rules.held import Held


def broken(held: Held) -> np.ndarray:
    closed = held.given("cin_episodes", "closure_date")
    return ~closed & held.given("cin_episodes", "closure_reason")


RULE = WithinRecords(
    name="reason_without_closure",
    table="cin_episodes",
    column="closure_date",
    message="A reason for closing is given and no day: enter the day, or delete the reason.",
    official=("CIN 8810",),
    changes=(
        "children_in_need_at_31_march",
        "children_in_need_episodes_ended",
    ),
    how="The episode counts as open for ever.",
    broken=broken,
    wrong=one(
        cin_episodes="""
            person_id | referral_date | closure_date | closure_reason
            a | 2023-05-01 | - | RC7
        """,
    ),
    right=one(
        cin_episodes="""
            person_id | referral_date | closure_date | closure_reason
            a | 2023-05-01 | 2023-06-01 | RC7
        """,
    ),
)
