"""An assessment that began after the days that its return tells of."""

from collections.abc import Iterator

import numpy as np

from goldenthread.sources.rules.comparing import after_the_return
from goldenthread.sources.rules.definition import BetweenReturns, one
from goldenthread.sources.rules.held import Held
from goldenthread.tables import Return


def broken(held: Held) -> Iterator[tuple[Return, np.ndarray]]:
    yield from after_the_return(held, "cin_assessments", "start_date")


RULE = BetweenReturns(
    name="assessment_begun_after_the_return",
    table="cin_assessments",
    column="start_date",
    message=(
        "This assessment begins after the last day that the return tells of: correct the day, or "
        "leave it to the next return."
    ),
    changes=("assessments_within_45_working_days",),
    how="How long it lasted cannot be told, and whether it was in time.",
    broken=broken,
    wrong=one(
        cin_assessments="""
            person_id | start_date
            a | 2042-05-01
            b | 2024-03-31
        """,
    ),
    right=one(
        cin_assessments="""
            person_id | start_date
            a | 2023-05-01
            b | 2024-03-31
        """,
    ),
)
