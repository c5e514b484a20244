"""An assessment that begins before the referral it follows."""

import numpy as np

from goldenthread.sources.rules.definition import WithinRecords, one
from goldenthread.sources.rules.held import Held


def broken(held: Held) -> np.ndarray:
    referred = held.parent("cin_assessments", "cin_episodes", "referral_id", "referral_date")
    return held.days("cin_assessments", "start_date") < referred


RULE = WithinRecords(
    name="assessment_before_referral",
    table="cin_assessments",
    column="start_date",
    message="This assessment begins before its referral: correct one of the two days.",
    official=("CIN 1103",),
    changes=(
        "assessments_completed",
        "assessments_within_45_working_days",
    ),
    how=(
        "The assessment may fall into the year before, and the time from referral to "
        "assessment is negative."
    ),
    broken=broken,
    wrong=one(
        cin_episodes="""
            referral_id | person_id | referral_date
            1 | a | 2023-06-01
        """,
        cin_assessments="""
            referral_id | person_id | start_date
            1 | a | 2023-05-01
        """,
    ),
    right=one(
        cin_episodes="""
            referral_id | person_id | referral_date
            1 | a | 2023-06-01
        """,
        cin_assessments="""
            referral_id | person_id | start_date
            1 | a | 2023-06-01
        """,
    ),
)
