"""A child protection plan without the category of abuse it began with."""

import numpy as np

from goldenthread.sources.rules.definition import WithinRecords, one
from goldenthread.sources.rules.held import Held


def broken(held: Held) -> np.ndarray:
    latest = held.given("cp_plans", "latest_category")
    return ~held.given("cp_plans", "initial_category") & ~latest


RULE = WithinRecords(
    name="plan_category_missing",
    table="cp_plans",
    column="initial_category",
    message="This plan has no category of abuse: enter it.",
    official=(
        "CIN 8905",
        "CIN 8910",
    ),
    changes=(
        "child_protection_plans_started",
        "gcp2_share_of_neglect_plans",
    ),
    how="The plan stands under no category, so that neglect among others is too low.",
    broken=broken,
    wrong=one(
        cp_plans="""
            person_id | start_date | initial_category
            a | 2023-05-01 | -
        """,
    ),
    right=one(
        cp_plans="""
            person_id | start_date | initial_category
            a | 2023-05-01 | NEG
        """,
    ),
)
