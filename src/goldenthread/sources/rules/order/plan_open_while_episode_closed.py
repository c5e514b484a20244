"""A child protection plan that is open though every episode of need of the child has closed."""

import numpy as np

from goldenthread.sources.rules.definition import WithinRecords, one
from goldenthread.sources.rules.held import Held


def broken(held: Held) -> np.ndarray:
    if not held.has("cin_episodes"):
        return held.none("cp_plans")
    open_episode = held.any_of_child("cin_episodes", ~held.given("cin_episodes", "closure_date"))
    known = held.any_of_child("cin_episodes")
    child = held.child("cp_plans")
    return ~held.given("cp_plans", "end_date") & known[child] & ~open_episode[child]


RULE = WithinRecords(
    name="plan_open_while_episode_closed",
    table="cp_plans",
    column="end_date",
    message=(
        "This plan is open and the child has no open episode of need: end the plan, or "
        "open the episode again."
    ),
    changes=(
        "child_protection_plans_at_31_march",
        "children_in_need_at_31_march",
    ),
    how=(
        "The child is counted among those with plans and not among those in need, who include them."
    ),
    broken=broken,
    wrong=one(
        cin_episodes="""
            person_id | referral_date | closure_date
            a | 2023-05-01 | 2024-01-15
        """,
        cp_plans="""
            person_id | start_date | end_date
            a | 2023-07-01 | -
        """,
    ),
    right=one(
        cin_episodes="""
            person_id | referral_date | closure_date
            a | 2023-05-01 | 2024-01-15
        """,
        cp_plans="""
            person_id | start_date | end_date
            a | 2023-07-01 | 2024-01-15
        """,
    ),
)
