"""A pupil number that two children share."""

import numpy as np

from goldenthread.sources.rules.definition import WithinRecords, one
from goldenthread.sources.rules.held import Held


def broken(held: Held) -> np.ndarray:
    numbers = held.rows("person")["upn"].combine_chunks().dictionary_encode().indices
    known = np.asarray(numbers.fill_null(-1))
    child = held.child("person")
    order = np.lexsort((child, known))
    same = (known[order][1:] == known[order][:-1]) & (child[order][1:] != child[order][:-1])
    again = np.zeros(len(order), dtype=bool)
    again[order[1:]] = same
    return again & (known >= 0)


RULE = WithinRecords(
    name="pupil_number_of_two_children",
    table="person",
    column="upn",
    message=(
        "Another child has this pupil number: they are one child under two identifiers, "
        "or one number is wrong."
    ),
    official=("CIN 1520",),
    changes=(
        "children_referred",
        "re_referrals_within_12_months",
    ),
    how="One child counts as two, and no referral of the second as a re-referral of the first.",
    broken=broken,
    wrong=one(
        person="""
            person_id | upn
            a | A000000000001
            b | A000000000001
        """,
    ),
    right=one(
        person="""
            person_id | upn
            a | A000000000001
            b | A000000000002
        """,
    ),
)
