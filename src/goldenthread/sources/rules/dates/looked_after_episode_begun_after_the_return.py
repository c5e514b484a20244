"""An episode of being looked after that began after the days its return tells of."""

from collections.abc import Iterator

import numpy as np

from goldenthread.sources.rules.comparing import after_the_return
from goldenthread.sources.rules.definition import BetweenReturns, one
from goldenthread.sources.rules.held import Held
from goldenthread.tables import Return


def broken(held: Held) -> Iterator[tuple[Return, np.ndarray]]:
    yield from after_the_return(held, "cla_episodes", "start_date")


RULE = BetweenReturns(
    name="looked_after_episode_begun_after_the_return",
    table="cla_episodes",
    column="start_date",
    message=(
        "This episode begins after the last day that the return tells of: correct the day, or "
        "leave it to the next return."
    ),
    changes=("looked_after_children",),
    how="A child who should be looked after on the last day is not counted there.",
    broken=broken,
    wrong=one(
        cla_episodes="""
            person_id | start_date
            a | 2042-05-01
            b | 2024-03-31
        """,
    ),
    right=one(
        cla_episodes="""
            person_id | start_date
            a | 2023-05-01
            b | 2024-03-31
        """,
    ),
)
