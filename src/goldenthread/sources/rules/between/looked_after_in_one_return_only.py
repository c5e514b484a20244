"""A child looked after in one return and not in another of the same months."""

from collections.abc import Iterator

import numpy as np

from goldenthread.nouns import Severity
from goldenthread.sources.rules.comparing import only_in_one
from goldenthread.sources.rules.definition import BetweenReturns, Told
from goldenthread.sources.rules.held import Held
from goldenthread.tables import Return


def broken(held: Held) -> Iterator[tuple[Return, np.ndarray]]:
    yield from only_in_one(
        held, "cla_episodes", "start_date", lambda told: told.ends("cla_episodes", "end_date")
    )


RULE = BetweenReturns(
    name="looked_after_in_one_return_only",
    table="cla_episodes",
    column="start_date",
    message=(
        "The child is looked after here and not in another return of the same months: "
        "find out which is right, and correct the other."
    ),
    severity=Severity.WARNING,
    changes=(
        "looked_after_children",
        "looked_after_started",
    ),
    how=(
        "The two returns give different numbers of children looked after, and together they "
        "give one that neither has."
    ),
    broken=broken,
    wrong=(
        Told(
            {
                "cla_episodes": """
                    person_id | start_date
                    a | 2023-06-01
                    b | 2023-06-01
                """,
            },
            kind="annex_a",
        ),
        Told(
            {
                "cla_episodes": """
                    person_id | start_date
                    a | 2023-06-01
                """,
            },
            kind="ssda903",
        ),
    ),
    right=(
        Told(
            {
                "cla_episodes": """
                    person_id | start_date
                    a | 2023-06-01
                """,
            },
            kind="annex_a",
        ),
        Told(
            {
                "cla_episodes": """
                    person_id | start_date
                    a | 2023-06-01
                """,
            },
            kind="ssda903",
        ),
    ),
)
