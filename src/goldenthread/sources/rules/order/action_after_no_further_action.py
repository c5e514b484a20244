"""Work on a referral that is said to have led to nothing further."""

import numpy as np
import pyarrow.compute as pc

from goldenthread.sources.rules.definition import WithinRecords, one
from goldenthread.sources.rules.held import Held


def broken(held: Held) -> np.ndarray:
    followed = held.none("cin_episodes")
    keys = held.rows("cin_episodes")["referral_id"]
    for name in ("cin_assessments", "s47_enquiry", "cp_plans", "cin_plans"):
        if held.has(name):
            named = held.rows(name)["referral_id"].combine_chunks().drop_null()
            followed |= np.asarray(pc.is_in(keys, named))
    return held.true("cin_episodes", "no_further_action") & followed


RULE = WithinRecords(
    name="action_after_no_further_action",
    table="cin_episodes",
    column="no_further_action",
    message=(
        "Assessments, enquiries or plans follow this referral, which says that nothing "
        "further was done: correct the one or the other."
    ),
    official=(
        "CIN 8831",
        "CIN 8832",
        "CIN 4000",
    ),
    changes=(
        "referrals_no_further_action",
        "children_in_need_episodes_started",
    ),
    how="The referral counts as one that led to nothing, and opens no episode of need.",
    broken=broken,
    wrong=one(
        cin_episodes="""
            referral_id | person_id | referral_date | no_further_action
            1 | a | 2023-05-01 | yes
        """,
        cin_assessments="""
            referral_id | person_id | start_date
            1 | a | 2023-05-03
        """,
    ),
    right=one(
        cin_episodes="""
            referral_id | person_id | referral_date | no_further_action
            1 | a | 2023-05-01 | no
        """,
        cin_assessments="""
            referral_id | person_id | start_date
            1 | a | 2023-05-03
        """,
    ),
)
