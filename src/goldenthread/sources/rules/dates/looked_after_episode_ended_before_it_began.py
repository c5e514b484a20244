"""An episode of being looked after that ends before it began."""

import numpy as np

from goldenthread.sources.rules.definition import WithinRecords, one
from goldenthread.sources.rules.held import Held


def broken(held: Held) -> np.ndarray:
    return held.days("cla_episodes", "end_date") < held.days("cla_episodes", "start_date")


RULE = WithinRecords(
    name="looked_after_episode_ended_before_it_began",
    table="cla_episodes",
    column="end_date",
    message="This episode ends before it began: correct one of the two days.",
    official=("903 356",),
    changes=(
        "looked_after_children",
        "looked_after_three_or_more_placements",
    ),
    how=(
        "The episode is never open: the child may be missing at 31 March, and a placement too"
        " many be counted."
    ),
    broken=broken,
    wrong=one(
        cla_episodes="""
            person_id | start_date | end_date
            a | 2023-06-01 | 2023-05-01
        """,
    ),
    right=one(
        cla_episodes="""
            person_id | start_date | end_date
            a | 2023-06-01 | 2023-07-01
        """,
    ),
)
