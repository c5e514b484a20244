"""An assessment that begins while another of the child runs."""

import numpy as np

from goldenthread.nouns import Severity
from goldenthread.sources.rules.definition import WithinRecords, one
from goldenthread.sources.rules.held import Held


def broken(held: Held) -> np.ndarray:
    return held.begun_while_open(
        "cin_assessments", "start_date", held.ends("cin_assessments", "authorisation_date")
    )


RULE = WithinRecords(
    name="assessments_overlap",
    table="cin_assessments",
    column="start_date",
    message=(
        "The child’s earlier assessment was not finished when this one began: finish it, "
        "or join the two."
    ),
    severity=Severity.WARNING,
    official=(
        "CIN 8863Q",
        "CIN 8896",
    ),
    changes=(
        "assessments_completed",
        "assessments_within_45_working_days",
    ),
    how="One assessment counts as two, and the first of them may seem late.",
    broken=broken,
    wrong=one(
        cin_assessments="""
            person_id | start_date | authorisation_date
            a | 2023-05-01 | 2023-08-01
            a | 2023-07-01 | -
        """,
    ),
    right=one(
        cin_assessments="""
            person_id | start_date | authorisation_date
            a | 2023-05-01 | 2023-07-01
            a | 2023-07-01 | -
        """,
    ),
)
