"""A child who is referred after their death."""

import numpy as np

from goldenthread.sources.rules.definition import WithinRecords, one
from goldenthread.sources.rules.held import Held


def broken(held: Held) -> np.ndarray:
    if not held.has("person"):
        return held.none("cin_episodes")
    died = held.of_child("person", "death_date", held.child("cin_episodes"))
    return held.days("cin_episodes", "referral_date") > died


RULE = WithinRecords(
    name="referred_after_death",
    table="cin_episodes",
    column="referral_date",
    message=(
        "The child is referred after their death: correct one of the two days, or see "
        "whether two children were mixed up."
    ),
    official=("CIN 8555Q",),
    changes=(
        "referrals",
        "re_referrals_within_12_months",
    ),
    how="What happened to another child, or at another time, is counted here.",
    broken=broken,
    wrong=one(
        person="""
            person_id | death_date
            a | 2023-05-01
        """,
        cin_episodes="""
            person_id | referral_date
            a | 2023-06-01
        """,
    ),
    right=one(
        person="""
            person_id | death_date
            a | 2023-05-01
        """,
        cin_episodes="""
            person_id | referral_date
            a | 2023-04-01
        """,
    ),
)
