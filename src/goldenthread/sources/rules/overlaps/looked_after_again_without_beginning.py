"""An episode that follows the end of being looked after and does not say that it begins anew."""

import numpy as np

from goldenthread.sources.rules.definition import WithinRecords, one
from goldenthread.sources.rules.held import Held


def broken(held: Held) -> np.ndarray:
    before = held.previous("cla_episodes", "start_date")
    ceased = held.given("cla_episodes", "end_reason") & ~held.says(
        "cla_episodes", "end_reason", "X1"
    )
    begins = held.says("cla_episodes", "start_reason", "S")
    told = held.given("cla_episodes", "start_reason")
    return (before >= 0) & ceased[before] & told & ~begins


RULE = WithinRecords(
    name="looked_after_again_without_beginning",
    table="cla_episodes",
    column="start_reason",
    message=(
        "The child had ceased to be looked after before this episode, and it does not say"
        " that they began again: correct the reason of the one or the other."
    ),
    official=("903 432",),
    changes=(
        "looked_after_started",
        "looked_after_ceased",
    ),
    how="The child counts as having ceased and not as having started again.",
    broken=broken,
    wrong=one(
        cla_episodes="""
            person_id | start_date | start_reason | end_date | end_reason
            a | 2023-05-01 | S | 2023-06-01 | E8
            a | 2023-06-01 | P | - | -
        """,
    ),
    right=one(
        cla_episodes="""
            person_id | start_date | start_reason | end_date | end_reason
            a | 2023-05-01 | S | 2023-06-01 | X1
            a | 2023-06-01 | P | - | -
        """,
    ),
)
