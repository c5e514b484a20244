"""A child protection plan of a child who has no open episode of need on the day it begins."""

import numpy as np

from goldenthread.sources.rules.definition import Told, WithinRecords
from goldenthread.sources.rules.held import Held


def broken(held: Held) -> np.ndarray:
    child, day = held.child("cp_plans"), held.days("cp_plans", "start_date")
    known = held.told_in_full("cin_episodes", "cp_plans", "start_date")
    return known & ~held.covers("cin_episodes", "referral_date", held.need_ends(), child, day)


RULE = WithinRecords(
    name="plan_without_referral",
    table="cp_plans",
    column="start_date",
    message=(
        "No episode of need is open when this plan begins: enter the referral, or correct the days."
    ),
    changes=(
        "child_protection_plans_at_31_march",
        "children_in_need_at_31_march",
    ),
    how=(
        "The child is counted among those with plans and not among those in need, who include them."
    ),
    broken=broken,
    wrong=(
        Told(
            {
                "cin_episodes": """
                    person_id | referral_date | closure_date
                    a | 2023-05-01 | 2023-06-01
                """,
                "cp_plans": """
                    person_id | start_date
                    a | 2023-07-01
                """,
            },
        ),
    ),
    right=(
        Told(
            {
                "cin_episodes": """
                    person_id | referral_date | closure_date
                    a | 2023-05-01 | -
                """,
                "cp_plans": """
                    person_id | start_date
                    a | 2023-07-01
                """,
            },
        ),
    ),
)
