"""A referral made after the days that its return tells of."""

from collections.abc import Iterator

import numpy as np

from goldenthread.sources.rules.comparing import after_the_return
from goldenthread.sources.rules.definition import BetweenReturns, one
from goldenthread.sources.rules.held import Held
from goldenthread.tables import Return


def broken(held: Held) -> Iterator[tuple[Return, np.ndarray]]:
    yield from after_the_return(held, "cin_episodes", "referral_date")


RULE = BetweenReturns(
    name="referral_after_the_return",
    table="cin_episodes",
    column="referral_date",
    message=(
        "This referral is made after the last day that the return tells of: correct the day, or "
        "leave it to the next return."
    ),
    changes=(
        "referrals",
        "children_in_need_at_31_march",
    ),
    how="It counts in no period that was asked for, or in one that has not come.",
    broken=broken,
    wrong=one(
        cin_episodes="""
            person_id | referral_date
            a | 2042-05-01
            b | 2024-03-31
        """,
    ),
    right=one(
        cin_episodes="""
            person_id | referral_date
            a | 2023-05-01
            b | 2024-03-31
        """,
    ),
)
