"""A child with neither a day of birth nor one on which they are expected.

The lists for inspectors have no place for the second, and one answer for a sex that is not stated
and a child not yet born: there a blank is what is to be written of the unborn.
"""

import numpy as np

from goldenthread.nouns import Severity
from goldenthread.sources.rules.definition import WithinRecords, one
from goldenthread.sources.rules.held import Held


def broken(held: Held) -> np.ndarray:
    born = held.given("person", "birth_date") | held.given("person", "expected_birth_date")
    return ~born & ~_may_be_unborn(held)


def _may_be_unborn(held: Held) -> np.ndarray:
    """Children told to be of no sex yet, by returns that cannot say when they are expected."""
    # Nobody is looked after before birth.
    known = np.zeros(len(held.children), dtype=bool)
    if held.has("cla_episodes"):
        known |= held.any_of_child("cla_episodes")
    for each in held.records.kept_apart:
        told = held.of(each)
        if told.has("person") and each.tells("person", "expected_birth_date"):
            known |= told.any_of_child("person")
    return held.says("person", "sex", "U") & ~known[held.child("person")]


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
