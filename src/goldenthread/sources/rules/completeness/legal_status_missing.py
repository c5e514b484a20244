"""An episode of being looked after without its legal status."""

import numpy as np

from goldenthread.nouns import Severity
from goldenthread.sources.rules.definition import WithinRecords, one
from goldenthread.sources.rules.held import Held


def broken(held: Held) -> np.ndarray:
    # Lists that tell only the latest status and placement leave out both of the beginning.
    whole_episode = held.given("cla_episodes", "placement_type")
    return whole_episode & ~held.given("cla_episodes", "legal_status")


RULE = WithinRecords(
    name="legal_status_missing",
    table="cla_episodes",
    column="legal_status",
    message="This episode has no legal status: enter it.",
    severity=Severity.WARNING,
    official=("903 144",),
    changes=("looked_after_children",),
    how="Short breaks, which are left out, cannot be told from being looked after.",
    broken=broken,
    wrong=one(
        cla_episodes="""
            person_id | start_date | placement_type | legal_status
            a | 2023-05-01 | U6 | -
        """,
    ),
    right=one(
        cla_episodes="""
            person_id | start_date | placement_type | legal_status
            a | 2023-05-01 | U6 | C2
        """,
    ),
)
