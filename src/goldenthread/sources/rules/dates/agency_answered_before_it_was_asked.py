"""An agency that answers the hub before it was asked."""

import numpy as np
import pyarrow.compute as pc

from goldenthread.sources.rules.definition import WithinRecords, one
from goldenthread.sources.rules.held import Held


def broken(held: Held) -> np.ndarray:
    rows = held.rows("mash_agency_requests")
    return np.asarray(pc.less(rows["answered_at"], rows["asked_at"]).fill_null(False))


RULE = WithinRecords(
    name="agency_answered_before_it_was_asked",
    table="mash_agency_requests",
    column="answered_at",
    message="The agency answers before it was asked: correct one of the two times.",
    changes=("mash_agency_answers_in_time",),
    how="The answer takes less than no time, which counts as in time.",
    broken=broken,
    wrong=one(
        mash_agency_requests="""
            episode_id | person_id | agency | asked_at | answered_at
            1 | a | Police | 2023-06-01T09:00:00 | 2023-06-01T08:00:00
        """,
    ),
    right=one(
        mash_agency_requests="""
            episode_id | person_id | agency | asked_at | answered_at
            1 | a | Police | 2023-06-01T09:00:00 | 2023-06-01T10:00:00
        """,
    ),
)
