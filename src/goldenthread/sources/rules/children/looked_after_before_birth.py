"""A child looked after before birth."""

import numpy as np

from goldenthread.sources.rules.definition import WithinRecords, one
from goldenthread.sources.rules.held import Held


def broken(held: Held) -> np.ndarray:
    return held.days("cla_episodes", "start_date") < held.born(held.child("cla_episodes"))


RULE = WithinRecords(
    name="looked_after_before_birth",
    table="cla_episodes",
    column="start_date",
    message="The child is looked after before birth: correct the episode or the day of birth.",
    official=("903 302",),
    changes=(
        "looked_after_children",
        "looked_after_started",
    ),
    how="The child counts as unborn, of whom none can be looked after.",
    broken=broken,
    wrong=one(
        person="""
            person_id | birth_date
            a | 2023-05-01
        """,
        cla_episodes="""
            person_id | start_date
            a | 2022-05-01
        """,
    ),
    right=one(
        person="""
            person_id | birth_date
            a | 2023-05-01
        """,
        cla_episodes="""
            person_id | start_date
            a | 2023-05-01
        """,
    ),
)
