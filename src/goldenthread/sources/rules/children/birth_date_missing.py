"""A child with neither a day of birth nor one on which they are expected."""

import numpy as np

from goldenthread.nouns import Severity
from goldenthread.sources.rules.definition import WithinRecords, one
from goldenthread.sources.rules.held import Held


def broken(held: Held) -> np.ndarray:
    born = held.given("person", "birth_date")
    return ~born & ~held.given("person", "expected_birth_date")


RULE = WithinRecords(
    name="birth_date_missing",
    table="person",
    column="birth_date",
    message="Neither a day of birth nor an expected one is given: enter one.",
    severity=Severity.WARNING,
    official=("CIN 8525Q",),
    changes=(
        "children_in_need_at_31_march",
        "looked_after_children",
    ),
    how="The child has no age, and is missing wherever ages are told.",
    broken=broken,
    wrong=one(
        person="""
            person_id | birth_date
            a | -
        """,
    ),
    right=one(
        person="""
            person_id | birth_date
            a | 2013-05-01
        """,
    ),
)
