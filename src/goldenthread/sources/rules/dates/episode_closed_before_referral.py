"""An episode of need that closes before the referral that opened it."""

import numpy as np

from goldenthread.sources.rules.definition import WithinRecords, one
from goldenthread.sources.rules.held import Held


def broken(held: Held) -> np.ndarray:
    return held.days("cin_episodes", "closure_date") < held.days("cin_episodes", "referral_date")


RULE = WithinRecords(
    name="episode_closed_before_referral",
    table="cin_episodes",
    column="closure_date",
    message="This episode of need closes before its referral: correct one of the two days.",
    official=("CIN 8630",),
    changes=(
        "children_in_need_at_31_march",
        "children_in_need_episodes_ended",
    ),
    how=(
        "The episode is never open, so the child is missing at 31 March, and its length is "
        "negative."
    ),
    broken=broken,
    wrong=one(
        cin_episodes="""
            person_id | referral_date | closure_date
            a | 2023-06-01 | 2023-05-01
        """,
    ),
    right=one(
        cin_episodes="""
            person_id | referral_date | closure_date
            a | 2023-06-01 | 2023-07-01
        """,
    ),
)
