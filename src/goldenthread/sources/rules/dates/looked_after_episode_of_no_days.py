"""An episode of being looked after that ends on the day it began."""

import numpy as np

from goldenthread.sources.rules.definition import WithinRecords, one
from goldenthread.sources.rules.held import Held


def broken(held: Held) -> np.ndarray:
    return held.days("cla_episodes", "end_date") == held.days("cla_episodes", "start_date")


RULE = WithinRecords(
    name="looked_after_episode_of_no_days",
    table="cla_episodes",
    column="end_date",
    message="This episode lasts less than a day: leave it out, or correct one of the two days.",
    official=("903 355",),
    changes=(
        "looked_after_three_or_more_placements",
        "looked_after_three_or_more_placement_moves",
    ),
    how="A placement that lasted no night counts as one more.",
    broken=broken,
    wrong=one(
        cla_episodes="""
            person_id | start_date | end_date
            a | 2023-06-01 | 2023-06-01
        """,
    ),
    right=one(
        cla_episodes="""
            person_id | start_date | end_date
            a | 2023-06-01 | 2023-06-02
        """,
    ),
)
