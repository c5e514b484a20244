"""A child who is referred and does not stand among the children."""

import numpy as np

from goldenthread.sources.rules.definition import WithinRecords, one
from goldenthread.sources.rules.held import Held


def broken(held: Held) -> np.ndarray:
    known = held.any_of_child("person") if held.has("person") else None
    return held.none("cin_episodes") if known is None else ~known[held.child("cin_episodes")]


RULE = WithinRecords(
    name="referred_child_unknown",
    table="cin_episodes",
    column="person_id",
    message="This child is referred and does not stand among the children: enter the child.",
    changes=(
        "referrals",
        "children_in_need_at_31_march",
    ),
    how="Age, sex and ethnicity are not known, so the child is missing wherever these are told.",
    broken=broken,
    wrong=one(
        person="""
            person_id | sex
            a | F
        """,
        cin_episodes="""
            person_id | referral_date
            b | 2023-06-01
        """,
    ),
    right=one(
        person="""
            person_id | sex
            a | F
            b | M
        """,
        cin_episodes="""
            person_id | referral_date
            b | 2023-06-01
        """,
    ),
)
