"""A child who is looked after and does not stand among the children."""

import numpy as np

from goldenthread.sources.rules.definition import WithinRecords, one
from goldenthread.sources.rules.held import Held


def broken(held: Held) -> np.ndarray:
    known = held.any_of_child("person") if held.has("person") else None
    return held.none("cla_episodes") if known is None else ~known[held.child("cla_episodes")]


RULE = WithinRecords(
    name="looked_after_child_unknown",
    table="cla_episodes",
    column="person_id",
    message="This child is looked after and does not stand among the children: enter the child.",
    official=("903 INT03",),
    changes=("looked_after_children",),
    how="Age, sex and ethnicity are not known, so the child is missing wherever these are told.",
    broken=broken,
    wrong=one(
        person="""
            person_id | sex
            a | F
        """,
        cla_episodes="""
            person_id | start_date
            b | 2023-06-01
        """,
    ),
    right=one(
        person="""
            person_id | sex
            a | F
            b | M
        """,
        cla_episodes="""
            person_id | start_date
            b | 2023-06-01
        """,
    ),
)
