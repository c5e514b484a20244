"""A referral of someone who is over 25."""

import numpy as np

from goldenthread.sources.rules.definition import WithinRecords, one
from goldenthread.sources.rules.held import Held


def broken(held: Held) -> np.ndarray:
    born = held.born(held.child("cin_episodes"))
    days = (held.days("cin_episodes", "referral_date") - born).astype(float)
    return days > 26 * 365.25


RULE = WithinRecords(
    name="referred_when_grown_up",
    table="cin_episodes",
    column="referral_date",
    message=(
        "The person is over 25 when referred: correct the day of birth, or leave out what"
        " is not about a child."
    ),
    official=("CIN 8775Q",),
    changes=(
        "referrals",
        "children_in_need_at_31_march",
    ),
    how="An adult counts as a child, or a child under the wrong age.",
    broken=broken,
    wrong=one(
        person="""
            person_id | birth_date
            a | 1993-05-01
        """,
        cin_episodes="""
            person_id | referral_date
            a | 2023-05-01
        """,
    ),
    right=one(
        person="""
            person_id | birth_date
            a | 2013-05-01
        """,
        cin_episodes="""
            person_id | referral_date
            a | 2023-05-01
        """,
    ),
)
