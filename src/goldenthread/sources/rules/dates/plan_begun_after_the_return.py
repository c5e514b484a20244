"""A child protection plan that began after the days that its return tells of."""

from collections.abc import Iterator

import numpy as np

from goldenthread.sources.rules.comparing import after_the_return
from goldenthread.sources.rules.definition import BetweenReturns, one
from goldenthread.sources.rules.held import Held
from goldenthread.tables import Return


def broken(held: Held) -> Iterator[tuple[Return, np.ndarray]]:
    yield from after_the_return(held, "cp_plans", "start_date")


RULE = BetweenReturns(
    name="plan_begun_after_the_return",
    table="cp_plans",
    column="start_date",
    message=(
        "This plan begins after the last day that the return tells of: correct the day, or "
        "leave it to the next return."
    ),
    changes=(
        "child_protection_plans_started",
        "child_protection_plans_at_31_march",
    ),
    how="A plan that should be open on the last day is not counted there.",
    broken=broken,
    wrong=one(
        cp_plans="""
            person_id | start_date
            a | 2042-05-01
            b | 2024-03-31
        """,
    ),
    right=one(
        cp_plans="""
            person_id | start_date
            a | 2023-05-01
            b | 2024-03-31
        """,
    ),
)
