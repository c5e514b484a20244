"""An assessment that was completed and found no factor, nor that there is none."""

import numpy as np

from goldenthread.nouns import Severity
from goldenthread.sources.rules.definition import WithinRecords, one
from goldenthread.sources.rules.held import Held


def broken(held: Held) -> np.ndarray:
    done = held.given("cin_assessments", "authorisation_date")
    # A list of assessments tells no factors: only a return of its months that does can lack them.
    done &= held.told_in_full("assessment_factors", "cin_assessments", "authorisation_date")
    if not held.has("assessment_factors"):
        return held.none("cin_assessments")
    child, day = held.child("cin_assessments"), held.days("cin_assessments", "start_date")
    found = held.days("assessment_factors", "start_date")
    return done & (held.last_up_to("assessment_factors", found, child, day) != day)


RULE = WithinRecords(
    name="factors_missing",
    table="cin_assessments",
    column="authorisation_date",
    message=(
        "This assessment was completed and no factor of it is known: enter them, or that "
        "there are none."
    ),
    severity=Severity.WARNING,
    official=("CIN 8897Q",),
    changes=("assessment_factors",),
    how="The shares of assessments that found each factor are too low.",
    broken=broken,
    wrong=one(
        cin_assessments="""
            person_id | start_date | authorisation_date
            a | 2023-05-01 | 2023-06-01
            b | 2023-05-01 | 2023-06-01
        """,
        assessment_factors="""
            person_id | start_date | factor
            b | 2023-05-01 | 3B
        """,
    ),
    right=one(
        cin_assessments="""
            person_id | start_date | authorisation_date
            a | 2023-05-01 | 2023-06-01
            b | 2023-05-01 | 2023-06-01
        """,
        assessment_factors="""
            person_id | start_date | factor
            a | 2023-05-01 | 21
            b | 2023-05-01 | 3B
        """,
    ),
)
