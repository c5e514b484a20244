"""An episode that ended because the next began, and no next one."""

import numpy as np

from goldenthread.sources.rules.definition import Told, WithinRecords
from goldenthread.sources.rules.held import Held


def broken(held: Held) -> np.ndarray:
    before = held.previous("cla_episodes", "start_date")
    followed = held.none("cla_episodes")
    followed[before[before >= 0]] = True
    known = held.told_in_full("cla_episodes", "cla_episodes", "end_date")
    return held.says("cla_episodes", "end_reason", "X1") & known & ~followed


RULE = WithinRecords(
    name="next_looked_after_episode_missing",
    table="cla_episodes",
    column="end_reason",
    message=(
        "This episode ended because the next began, and there is none: enter it, or "
        "correct the reason."
    ),
    official=("903 388",),
    changes=(
        "looked_after_children",
        "looked_after_ceased",
    ),
    how="The child is neither looked after any longer nor counted as having ceased.",
    broken=broken,
    wrong=(
        Told(
            {
                "cla_episodes": """
                    person_id | start_date | end_date | end_reason
                    a | 2023-05-01 | 2023-06-01 | X1
                """,
            },
        ),
    ),
    right=(
        Told(
            {
                "cla_episodes": """
                    person_id | start_date | end_date | end_reason
                    a | 2023-05-01 | 2023-06-01 | X1
                    a | 2023-06-01 | - | -
                """,
            },
        ),
    ),
)
