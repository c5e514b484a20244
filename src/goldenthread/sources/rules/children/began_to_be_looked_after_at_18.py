"""Someone who began to be looked after at 18 or older."""

import numpy as np

from goldenthread.sources.rules.definition import WithinRecords, one
from goldenthread.sources.rules.held import Held, birthday


def broken(held: Held) -> np.ndarray:
    begins = held.says("cla_episodes", "start_reason", "S")
    born = held.born(held.child("cla_episodes"))
    return begins & (held.days("cla_episodes", "start_date") >= birthday(born, 18))


RULE = WithinRecords(
    name="began_to_be_looked_after_at_18",
    table="cla_episodes",
    column="start_date",
    message=(
        "The young person is 18 or older when they begin to be looked after: correct the "
        "day of birth or the episode."
    ),
    official=("903 352",),
    changes=(
        "looked_after_children",
        "looked_after_started",
    ),
    how="An adult counts among children, or a child under the wrong age.",
    broken=broken,
    wrong=one(
        person="""
            person_id | birth_date
            a | 2005-05-01
        """,
        cla_episodes="""
            person_id | start_date | start_reason
            a | 2023-05-01 | S
        """,
    ),
    right=one(
        person="""
            person_id | birth_date
            a | 2005-05-02
        """,
        cla_episodes="""
            person_id | start_date | start_reason
            a | 2023-05-01 | S
        """,
    ),
)
