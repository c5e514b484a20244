"""A child who stands twice among the children."""

import numpy as np

from goldenthread.sources.rules.definition import WithinRecords, one
from goldenthread.sources.rules.held import Held


def broken(held: Held) -> np.ndarray:
    child = held.child("person")
    _, first = np.unique(child, return_index=True)
    again = np.ones(len(child), dtype=bool)
    again[first] = False
    return again


RULE = WithinRecords(
    name="child_told_twice",
    table="person",
    column="person_id",
    message="The child stands here twice under one identifier: leave one row.",
    official=(
        "CIN 8510",
        "903 INT32",
    ),
    changes=(
        "children_in_need_at_31_march",
        "children_referred",
    ),
    how="Everything of the child counts twice where it is told by age, sex or ethnicity.",
    broken=broken,
    wrong=one(
        person="""
            person_id | sex
            a | F
            a | M
        """,
    ),
    right=one(
        person="""
            person_id | sex
            a | F
            b | M
        """,
    ),
)
