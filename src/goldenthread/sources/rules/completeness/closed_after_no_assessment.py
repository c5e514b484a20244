"""An episode closed after an assessment that is not there."""

import numpy as np

from goldenthread.nouns import Severity
from goldenthread.sources.rules.definition import Told, WithinRecords
from goldenthread.sources.rules.held import Held


def broken(held: Held) -> np.ndarray:
    closed = held.says("cin_episodes", "closure_reason", "RC8", "RC9")
    # An assessment that was over before a return begins is not in it.
    known = held.told_in_full("cin_assessments", "cin_episodes", "referral_date")
    assessed = held.none("cin_episodes")
    if held.has("cin_assessments"):
        child = held.child("cin_episodes")
        began = held.days("cin_assessments", "start_date")
        until = held.days("cin_episodes", "closure_date")
        last = held.last_up_to("cin_assessments", began, child, until)
        assessed = last >= held.days("cin_episodes", "referral_date")
    return closed & known & ~assessed


RULE = WithinRecords(
    name="closed_after_no_assessment",
    table="cin_episodes",
    column="closure_reason",
    message=(
        "This episode closed after assessment and no assessment of it is known: enter it,"
        " or correct the reason."
    ),
    severity=Severity.WARNING,
    official=("CIN 8825Q",),
    changes=(
        "referrals_assessed_not_in_need",
        "assessments_completed",
    ),
    how="The child counts as assessed and not in need, and no assessment counts.",
    broken=broken,
    wrong=(
        Told(
            {
                "cin_episodes": """
                    person_id | referral_date | closure_date | closure_reason
                    a | 2023-05-01 | 2023-06-01 | RC8
                """,
                "cin_assessments": """
                    person_id | start_date
                    b | 2023-05-02
                """,
            },
        ),
    ),
    right=(
        Told(
            {
                "cin_episodes": """
                    person_id | referral_date | closure_date | closure_reason
                    a | 2023-05-01 | 2023-06-01 | RC8
                """,
                "cin_assessments": """
                    person_id | start_date
                    a | 2023-05-02
                """,
            },
        ),
    ),
)
