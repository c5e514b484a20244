"""An episode of being looked after that ended without a reason, or has a reason and no end."""

import numpy as np

from goldenthread.sources.rules.definition import WithinRecords, one
from goldenthread.sources.rules.held import Held


def broken(held: Held) -> np.ndarray:
    differ = held.given("cla_episodes", "end_date") != held.given("cla_episodes", "end_reason")
    return differ & ~held.between_returns("cla_episodes", "end_date")


RULE = WithinRecords(
    name="ended_without_reason",
    table="cla_episodes",
    column="end_reason",
    message=(
        "This episode has a day on which it ended and no reason, or a reason and no day: enter the "
        "one that is missing, or clear the other where it has not ended."
    ),
    official=("903 148",),
    changes=(
        "looked_after_ceased",
        "looked_after_children",
    ),
    how="It cannot be told whether the child ceased to be looked after or moved on.",
    broken=broken,
    wrong=one(
        cla_episodes="""
            person_id | start_date | end_date | end_reason
            a | 2023-05-01 | 2023-06-01 | -
        """,
    ),
    right=one(
        cla_episodes="""
            person_id | start_date | end_date | end_reason
            a | 2023-05-01 | 2023-06-01 | E8
        """,
    ),
)
