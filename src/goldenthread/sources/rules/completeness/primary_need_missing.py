"""A referral that led to more, without the child’s main need."""

import numpy as np

from goldenthread.sources.rules.definition import WithinRecords, one
from goldenthread.sources.rules.held import Held


def broken(held: Held) -> np.ndarray:
    further = held.given("cin_episodes", "no_further_action")
    further &= ~held.true("cin_episodes", "no_further_action")
    return further & ~held.given("cin_episodes", "primary_need")


RULE = WithinRecords(
    name="primary_need_missing",
    table="cin_episodes",
    column="primary_need",
    message="This referral led to more and no main need is given: enter it.",
    official=("CIN 8610",),
    changes=("children_in_need_at_31_march",),
    how="The child stands under no need where children in need are told by need.",
    broken=broken,
    wrong=one(
        cin_episodes="""
            person_id | referral_date | no_further_action | primary_need
            a | 2023-05-01 | no | -
        """,
    ),
    right=one(
        cin_episodes="""
            person_id | referral_date | no_further_action | primary_need
            a | 2023-05-01 | no | N1
        """,
    ),
)
