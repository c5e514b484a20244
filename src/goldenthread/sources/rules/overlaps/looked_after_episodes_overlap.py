"""An episode of being looked after that begins before the one before it has ended."""

import numpy as np

from goldenthread.sources.rules.definition import WithinRecords, one
from goldenthread.sources.rules.held import Held


def broken(held: Held) -> np.ndarray:
    return held.begun_while_open(
        "cla_episodes", "start_date", held.ends("cla_episodes", "end_date")
    )


RULE = WithinRecords(
    name="looked_after_episodes_overlap",
    table="cla_episodes",
    column="start_date",
    message=(
        "The child’s earlier episode had not ended when this one began: end it on the day"
        " this one begins."
    ),
    official=(
        "903 142",
        "903 501",
    ),
    changes=(
        "looked_after_children",
        "looked_after_three_or_more_placements",
    ),
    how="The child is counted in two placements at once, and may be counted twice at 31 March.",
    broken=broken,
    wrong=one(
        cla_episodes="""
            person_id | start_date | end_date
            a | 2023-05-01 | 2023-08-01
            a | 2023-07-01 | -
        """,
    ),
    right=one(
        cla_episodes="""
            person_id | start_date | end_date
            a | 2023-05-01 | 2023-07-01
            a | 2023-07-01 | -
        """,
    ),
)
