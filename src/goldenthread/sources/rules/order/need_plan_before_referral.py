"""A child in need plan that begins before the referral it follows."""

import numpy as np

from goldenthread.sources.rules.definition import WithinRecords, one
from goldenthread.sources.rules.held import Held


def broken(held: Held) -> np.ndarray:
    referred = held.parent("cin_plans", "cin_episodes", "referral_id", "referral_date")
    return held.days("cin_plans", "start_date") < referred


RULE = WithinRecords(
    name="need_plan_before_referral",
    table="cin_plans",
    column="start_date",
    message="This child in need plan begins before its referral: correct one of the two days.",
    official=("CIN 4015",),
    changes=("child_in_need_plans_at_31_march",),
    how="The plan may be counted at a 31 March before there was one.",
    broken=broken,
    wrong=one(
        cin_episodes="""
            referral_id | person_id | referral_date
            1 | a | 2023-06-01
        """,
        cin_plans="""
            referral_id | person_id | start_date
            1 | a | 2023-05-01
        """,
    ),
    right=one(
        cin_episodes="""
            referral_id | person_id | referral_date
            1 | a | 2023-06-01
        """,
        cin_plans="""
            referral_id | person_id | start_date
            1 | a | 2023-06-01
        """,
    ),
)
