"""An episode that begins being looked after on the day the one before it ended."""

import numpy as np

from goldenthread.sources.rules.definition import WithinRecords, one
from goldenthread.sources.rules.held import Held


def broken(held: Held) -> np.ndarray:
    before = held.previous("cla_episodes", "start_date")
    ended = held.days("cla_episodes", "end_date")[before]
    begins = held.says("cla_episodes", "start_reason", "S") & (before >= 0)
    return begins & (held.days("cla_episodes", "start_date") == ended)


RULE = WithinRecords(
    name="looked_after_began_twice",
    table="cla_episodes",
    column="start_reason",
    message=(
        "The child was looked after up to the day on which this episode says that they "
        "began: it continues the one before it."
    ),
    official=("903 431",),
    changes=(
        "looked_after_started",
        "looked_after_ceased",
    ),
    how=(
        "The child counts as having started, and may count as having ceased, while nothing of"
        " the kind happened."
    ),
    broken=broken,
    wrong=one(
        cla_episodes="""
            person_id | start_date | start_reason | end_date
            a | 2023-05-01 | S | 2023-06-01
            a | 2023-06-01 | S | -
        """,
    ),
    right=one(
        cla_episodes="""
            person_id | start_date | start_reason | end_date
            a | 2023-05-01 | S | 2023-06-01
            a | 2023-06-01 | P | -
        """,
    ),
)
