"""An episode that continues another and does not begin on the day that one ended."""

import numpy as np

from goldenthread.sources.rules.definition import WithinRecords, one
from goldenthread.sources.rules.held import Held


def broken(held: Held) -> np.ndarray:
    before = held.previous("cla_episodes", "start_date")
    ended = held.days("cla_episodes", "end_date")[before]
    continues = held.says("cla_episodes", "start_reason", "L", "P", "T", "B", "U") & (before >= 0)
    return continues & (held.days("cla_episodes", "start_date") > ended)


RULE = WithinRecords(
    name="gap_between_looked_after_episodes",
    table="cla_episodes",
    column="start_date",
    message=(
        "This episode continues the one before it, and does not begin on the day that one"
        " ended: correct the day, or enter the episode between."
    ),
    official=("903 433",),
    changes=(
        "looked_after_children",
        "looked_after_started",
        "looked_after_same_carer_2_years",
    ),
    how="The child is not looked after in the gap, and a stay in one placement is broken into two.",
    broken=broken,
    wrong=one(
        cla_episodes="""
            person_id | start_date | start_reason | end_date
            a | 2023-05-01 | S | 2023-06-01
            a | 2023-06-05 | P | -
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
