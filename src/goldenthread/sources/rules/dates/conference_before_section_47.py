"""An initial conference that is held before the section 47 enquiry that led to it."""

import numpy as np

from goldenthread.sources.rules.definition import WithinRecords, one
from goldenthread.sources.rules.held import Held


def broken(held: Held) -> np.ndarray:
    return held.days("s47_enquiry", "conference_date") < held.days("s47_enquiry", "start_date")


RULE = WithinRecords(
    name="conference_before_section_47",
    table="s47_enquiry",
    column="conference_date",
    message="The conference is held before this enquiry began: correct one of the two days.",
    official=("CIN 8615",),
    changes=(
        "initial_conferences_within_15_working_days",
        "section_47_to_conference_conversion",
    ),
    how="The conference takes fewer than no working days, which would count as in time.",
    broken=broken,
    wrong=one(
        s47_enquiry="""
            person_id | start_date | conference_date
            a | 2023-06-01 | 2023-05-01
        """,
    ),
    right=one(
        s47_enquiry="""
            person_id | start_date | conference_date
            a | 2023-06-01 | 2023-07-01
        """,
    ),
)
