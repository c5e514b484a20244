"""An assessment that is authorised before it began."""

import numpy as np

from goldenthread.sources.rules.definition import WithinRecords, one
from goldenthread.sources.rules.held import Held


def broken(held: Held) -> np.ndarray:
    return held.days("cin_assessments", "authorisation_date") < held.days(
        "cin_assessments", "start_date"
    )


RULE = WithinRecords(
    name="assessment_authorised_before_it_began",
    table="cin_assessments",
    column="authorisation_date",
    message="This assessment is authorised before it began: correct one of the two days.",
    official=("CIN 8608",),
    changes=(
        "assessments_within_45_working_days",
        "assessment_duration_median",
    ),
    how="It lasts fewer than no days, which counts as in time and shortens the middle length.",
    broken=broken,
    wrong=one(
        cin_assessments="""
            person_id | start_date | authorisation_date
            a | 2023-06-01 | 2023-05-01
        """,
    ),
    right=one(
        cin_assessments="""
            person_id | start_date | authorisation_date
            a | 2023-06-01 | 2023-07-01
        """,
    ),
)
