"""A child protection plan that begins without an initial conference."""

import numpy as np

from goldenthread.nouns import Severity
from goldenthread.sources.rules.definition import Told, WithinRecords
from goldenthread.sources.rules.held import Held


def broken(held: Held) -> np.ndarray:
    child, day = held.child("cp_plans"), held.days("cp_plans", "start_date")
    # Some returns tell a conference with the enquiry that led to it, which began weeks before.
    known = held.told_in_full("initial_cp_conference", "cp_plans", "start_date", days_before=62)
    from_elsewhere = held.true("cp_plans", "other_area") | held.given("cp_plans", "conference_date")
    if not held.has("initial_cp_conference"):
        return known & ~from_elsewhere
    held_then = held.days("initial_cp_conference", "conference_date")
    last = held.last_up_to("initial_cp_conference", held_then, child, day)
    return known & ~from_elsewhere & ~(day - last <= np.timedelta64(31))


RULE = WithinRecords(
    name="plan_without_conference",
    table="cp_plans",
    column="start_date",
    message=(
        "No initial conference of the child is known in the 31 days up to this plan: "
        "enter it, or say that the plan came from another council."
    ),
    severity=Severity.WARNING,
    official=("CIN 2883",),
    changes=(
        "initial_conferences",
        "conference_to_plan_conversion",
    ),
    how=(
        "There are more plans than conferences to have made them, and the share of "
        "conferences that make plans is wrong."
    ),
    broken=broken,
    wrong=(
        Told(
            {
                "initial_cp_conference": """
                    person_id | conference_date
                    a | 2023-05-01
                """,
                "cp_plans": """
                    person_id | start_date
                    a | 2023-07-01
                """,
            },
        ),
    ),
    right=(
        Told(
            {
                "initial_cp_conference": """
                    person_id | conference_date
                    a | 2023-07-01
                """,
                "cp_plans": """
                    person_id | start_date
                    a | 2023-07-01
                """,
            },
        ),
    ),
)
