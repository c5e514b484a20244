"""A plan that tells fewer plans before it than the records themselves have."""

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from goldenthread.sources.rules.definition import WithinRecords, one
from goldenthread.sources.rules.held import Held


def broken(held: Held) -> np.ndarray:
    child, day = held.child("cp_plans"), held.days("cp_plans", "start_date")
    order = np.lexsort((day, child))
    rank = np.empty(len(order), dtype=np.int64)
    first = np.searchsorted(child[order], child[order])
    rank[order] = np.arange(len(order)) - first
    told = held.rows("cp_plans")["previous_plans"]
    own = ~held.true("cp_plans", "other_area")
    return own & np.asarray(pc.less(told, pa.array(rank)).fill_null(False))


RULE = WithinRecords(
    name="previous_plans_fewer_than_known",
    table="cp_plans",
    column="previous_plans",
    message=(
        "The records have more earlier plans of this child than are told: correct the "
        "number of previous plans."
    ),
    changes=("child_protection_plan_again_ever",),
    how="A second or later plan counts as a first one.",
    broken=broken,
    wrong=one(
        cp_plans="""
            person_id | start_date | end_date | previous_plans
            a | 2021-05-01 | 2021-11-01 | 0
            a | 2023-05-01 | - | 0
        """,
    ),
    right=one(
        cp_plans="""
            person_id | start_date | end_date | previous_plans
            a | 2021-05-01 | 2021-11-01 | 0
            a | 2023-05-01 | - | 1
        """,
    ),
)
