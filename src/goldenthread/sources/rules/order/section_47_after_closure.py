"""An enquiry that begins after the episode of need it belongs to has closed."""

import numpy as np

from goldenthread.sources.rules.definition import WithinRecords, one
from goldenthread.sources.rules.held import Held


def broken(held: Held) -> np.ndarray:
    closed = held.parent("s47_enquiry", "cin_episodes", "referral_id", "closure_date")
    return held.days("s47_enquiry", "start_date") > closed


RULE = WithinRecords(
    name="section_47_after_closure",
    table="s47_enquiry",
    column="start_date",
    message=(
        "This enquiry begins after its episode of need has closed: correct the closure, "
        "or enter the new referral."
    ),
    official=("CIN 8565",),
    changes=(
        "section_47_enquiries",
        "re_referrals_within_12_months",
    ),
    how=(
        "Work on a closed case counts, while the referral that should have opened it again "
        "does not."
    ),
    broken=broken,
    wrong=one(
        cin_episodes="""
            referral_id | person_id | referral_date | closure_date
            1 | a | 2023-05-01 | 2023-06-01
        """,
        s47_enquiry="""
            referral_id | person_id | start_date
            1 | a | 2023-07-01
        """,
    ),
    right=one(
        cin_episodes="""
            referral_id | person_id | referral_date | closure_date
            1 | a | 2023-05-01 | 2023-08-01
        """,
        s47_enquiry="""
            referral_id | person_id | start_date
            1 | a | 2023-07-01
        """,
    ),
)
