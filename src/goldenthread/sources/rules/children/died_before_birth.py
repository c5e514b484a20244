"""A child who died before birth."""

import numpy as np

from goldenthread.sources.rules.definition import WithinRecords, one
from goldenthread.sources.rules.held import Held


def broken(held: Held) -> np.ndarray:
    return held.days("person", "death_date") < held.days("person", "birth_date")


RULE = WithinRecords(
    name="died_before_birth",
    table="person",
    column="death_date",
    message="The day of death is before the day of birth: correct one of the two.",
    official=("CIN 8535Q",),
    changes=("children_referred",),
    how="The child’s age is wrong wherever it is told.",
    broken=broken,
    wrong=one(
        person="""
            person_id | birth_date | death_date
            a | 2013-05-01 | 2003-05-01
        """,
    ),
    right=one(
        person="""
            person_id | birth_date | death_date
            a | 2013-05-01 | 2023-05-01
        """,
    ),
)
