"""A referral more than 40 weeks before the child was born or is expected."""

import numpy as np

from goldenthread.sources.rules.definition import WithinRecords, one
from goldenthread.sources.rules.held import Held


def broken(held: Held) -> np.ndarray:
    child = held.child("cin_episodes")
    born = held.born(child)
    return held.days("cin_episodes", "referral_date") < born - np.timedelta64(40 * 7)


RULE = WithinRecords(
    name="referral_long_before_birth",
    table="cin_episodes",
    column="referral_date",
    message=(
        "The child is referred more than 40 weeks before birth: correct the referral or "
        "the day of birth."
    ),
    official=("CIN 8606",),
    changes=(
        "referrals",
        "children_in_need_at_31_march",
    ),
    how="The child counts as unborn, or the referral in a year before it was made.",
    broken=broken,
    wrong=one(
        person="""
            person_id | birth_date
            a | 2023-05-01
        """,
        cin_episodes="""
            person_id | referral_date
            a | 2022-05-01
        """,
    ),
    right=one(
        person="""
            person_id | birth_date
            a | 2023-05-01
        """,
        cin_episodes="""
            person_id | referral_date
            a | 2023-04-01
        """,
    ),
)
