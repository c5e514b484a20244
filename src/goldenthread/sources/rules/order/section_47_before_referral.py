"""A section 47 enquiry that begins before the referral it follows."""

import numpy as np

from goldenthread.sources.rules.definition import WithinRecords, one
from goldenthread.sources.rules.held import Held


def broken(held: Held) -> np.ndarray:
    referred = held.parent("s47_enquiry", "cin_episodes", "referral_id", "referral_date")
    return held.days("s47_enquiry", "start_date") < referred


RULE = WithinRecords(
    name="section_47_before_referral",
    table="s47_enquiry",
    column="start_date",
    message="This enquiry begins before its referral: correct one of the two days.",
    official=("CIN 2889",),
    changes=(
        "section_47_enquiries",
        "initial_conferences_within_15_working_days",
    ),
    how="The enquiry may fall into the year before, and a conference in time seem late.",
    broken=broken,
    wrong=one(
        cin_episodes="""
            referral_id | person_id | referral_date
            1 | a | 2023-06-01
        """,
        s47_enquiry="""
            referral_id | person_id | start_date
            1 | a | 2023-05-01
        """,
    ),
    right=one(
        cin_episodes="""
            referral_id | person_id | referral_date
            1 | a | 2023-06-01
        """,
        s47_enquiry="""
            referral_id | person_id | start_date
            1 | a | 2023-06-01
        """,
    ),
)
