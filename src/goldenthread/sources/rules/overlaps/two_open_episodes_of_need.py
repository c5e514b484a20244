"""A second open episode of need of one child."""

import numpy as np

from goldenthread.sources.rules.definition import WithinRecords, one
from goldenthread.sources.rules.held import NEVER, Held


def broken(held: Held) -> np.ndarray:
    until = held.need_ends()
    return (until == NEVER) & held.begun_while_open("cin_episodes", "referral_date", until)


RULE = WithinRecords(
    name="two_open_episodes_of_need",
    table="cin_episodes",
    column="closure_date",
    message=(
        "The child has another open episode of need: close the one that is over, or join the two."
    ),
    official=("CIN 8815",),
    changes=(
        "children_in_need_at_31_march",
        "re_referrals_within_12_months",
    ),
    how="The child may be counted twice at 31 March, and the later referral as a re-referral.",
    broken=broken,
    wrong=one(
        cin_episodes="""
            person_id | referral_date | closure_date
            a | 2023-05-01 | -
            a | 2023-07-01 | -
        """,
    ),
    right=one(
        cin_episodes="""
            person_id | referral_date | closure_date
            a | 2023-05-01 | 2023-06-01
            a | 2023-07-01 | -
        """,
    ),
)
