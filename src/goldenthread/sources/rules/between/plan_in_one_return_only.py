"""A child protection plan in one return, of a child with none in another of the same months."""

from collections.abc import Iterator

import numpy as np

from goldenthread.nouns import Severity
from goldenthread.sources.rules.comparing import only_in_one
from goldenthread.sources.rules.definition import BetweenReturns, Told
from goldenthread.sources.rules.held import Held
from goldenthread.tables import Return


def broken(held: Held) -> Iterator[tuple[Return, np.ndarray]]:
    yield from only_in_one(
        held, "cp_plans", "start_date", lambda told: told.ends("cp_plans", "end_date")
    )


RULE = BetweenReturns(
    name="plan_in_one_return_only",
    table="cp_plans",
    column="start_date",
    message=(
        "The child has this plan here and none in another return of the same months: find"
        " out which is right, and correct the other."
    ),
    severity=Severity.WARNING,
    changes=(
        "child_protection_plans_at_31_march",
        "child_protection_plans_started",
    ),
    how=(
        "The two returns give different numbers of children with plans, and together they "
        "give one that neither has."
    ),
    broken=broken,
    wrong=(
        Told(
            {
                "cp_plans": """
                    person_id | start_date
                    a | 2023-06-01
                    b | 2023-06-01
                """,
            },
            kind="annex_a",
        ),
        Told(
            {
                "cp_plans": """
                    person_id | start_date
                    a | 2023-06-01
                """,
            },
        ),
    ),
    right=(
        Told(
            {
                "cp_plans": """
                    person_id | start_date
                    a | 2023-06-01
                """,
            },
            kind="annex_a",
        ),
        Told(
            {
                "cp_plans": """
                    person_id | start_date
                    a | 2023-06-01
                """,
            },
        ),
    ),
)
