"""A referral of a child whose case is already open."""

import numpy as np

from goldenthread.sources.rules.definition import WithinRecords, one
from goldenthread.sources.rules.held import Held


def broken(held: Held) -> np.ndarray:
    if not held.can_say("cin_episodes", "closure_date"):
        return held.none("cin_episodes")
    return held.begun_while_open("cin_episodes", "referral_date", held.need_ends())


RULE = WithinRecords(
    name="referral_while_open",
    table="cin_episodes",
    column="referral_date",
    message=(
        "The child’s earlier episode was still open when this referral was made: enter it"
        " as a contact, or close the earlier one."
    ),
    official=(
        "CIN 8816",
        "CIN 8820",
    ),
    changes=(
        "referrals",
        "re_referrals_within_12_months",
    ),
    how=(
        "A referral is of a child who is not already open: this one counts as a referral and "
        "as a re-referral."
    ),
    broken=broken,
    wrong=one(
        cin_episodes="""
            person_id | referral_date | closure_date
            a | 2023-05-01 | 2023-08-01
            a | 2023-07-01 | 2023-09-01
        """,
    ),
    right=one(
        cin_episodes="""
            person_id | referral_date | closure_date
            a | 2023-05-01 | 2023-07-01
            a | 2023-07-01 | 2023-09-01
        """,
    ),
)
