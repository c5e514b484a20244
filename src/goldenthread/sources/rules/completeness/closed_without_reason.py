"""An episode of need that closed without a reason."""

import numpy as np

from goldenthread.sources.rules.definition import WithinRecords, one
from goldenthread.sources.rules.held import Held


def broken(held: Held) -> np.ndarray:
    closed = held.given("cin_episodes", "closure_date")
    closed &= ~held.between_returns("cin_episodes", "closure_date")
    return closed & ~held.given("cin_episodes", "closure_reason")


RULE = WithinRecords(
    name="closed_without_reason",
    table="cin_episodes",
    column="closure_reason",
    message="This episode closed and no reason is given: enter it.",
    official=("CIN 8805",),
    changes=(
        "referrals_assessed_not_in_need",
        "children_in_need_episodes_ended",
    ),
    how="An episode closed after assessment with nothing further cannot be told from the others.",
    broken=broken,
    wrong=one(
        cin_episodes="""
            person_id | referral_date | closure_date | closure_reason
            a | 2023-05-01 | 2023-06-01 | -
        """,
    ),
    right=one(
        cin_episodes="""
            person_id | referral_date | closure_date | closure_reason
            a | 2023-05-01 | 2023-06-01 | RC7
        """,
    ),
)
