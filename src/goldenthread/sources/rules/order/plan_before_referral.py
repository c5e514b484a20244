"""A child protection plan that begins before the referral it follows."""

import numpy as np

from goldenthread.sources.rules.definition import WithinRecords, one
from goldenthread.sources.rules.held import Held


def broken(held: Held) -> np.ndarray:
    referred = held.parent("cp_plans", "cin_episodes", "referral_id", "referral_date")
    return held.days("cp_plans", "start_date") < referred


RULE = WithinRecords(
    name="plan_before_referral",
    table="cp_plans",
    column="start_date",
    message="This plan begins before its referral: correct one of the two days.",
    official=("CIN 1105",),
    changes=(
        "child_protection_plans_started",
        "child_protection_plans_open_2_years_or_longer",
    ),
    how="The plan may fall into the year before and seem longer than it was.",
    broken=broken,
    wrong=one(
        cin_episodes="""
            referral_id | person_id | referral_date
            1 | a | 2023-06-01
        """,
        cp_plans="""
            referral_id | person_id | start_date
            1 | a | 2023-05-01
        """,
    ),
    right=one(
        cin_episodes="""
            referral_id | person_id | referral_date
            1 | a | 2023-06-01
        """,
        cp_plans="""
            referral_id | person_id | start_date
            1 | a | 2023-06-01
        """,
    ),
)
