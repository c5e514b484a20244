"""A hub episode that is decided before it began."""

import numpy as np
import pyarrow.compute as pc

from goldenthread.sources.rules.definition import WithinRecords, one
from goldenthread.sources.rules.held import Held


def broken(held: Held) -> np.ndarray:
    rows = held.rows("mash_episodes")
    return np.asarray(pc.less(rows["decided_at"], rows["started_at"]).fill_null(False))


RULE = WithinRecords(
    name="hub_decided_before_it_began",
    table="mash_episodes",
    column="decided_at",
    message="This hub episode is decided before it began: correct one of the two times.",
    changes=("mash_decisions_in_time",),
    how="It takes less than no time, which counts as in time.",
    broken=broken,
    wrong=one(
        mash_episodes="""
            person_id | started_at | decided_at
            a | 2023-06-01T09:00:00 | 2023-06-01T08:00:00
        """,
    ),
    right=one(
        mash_episodes="""
            person_id | started_at | decided_at
            a | 2023-06-01T09:00:00 | 2023-06-01T15:00:00
        """,
    ),
)
