"""An episode of need in one return, of a child with none in another of the same months."""

from collections.abc import Iterator

import numpy as np

from goldenthread.nouns import Severity
from goldenthread.sources.rules.comparing import only_in_one
from goldenthread.sources.rules.definition import BetweenReturns, Told
from goldenthread.sources.rules.held import Held
from goldenthread.tables import Return


def broken(held: Held) -> Iterator[tuple[Return, np.ndarray]]:
    yield from only_in_one(held, "cin_episodes", "referral_date", Held.need_ends)


RULE = BetweenReturns(
    name="need_in_one_return_only",
    table="cin_episodes",
    column="referral_date",
    message=(
        "The child has this episode of need here and none in another return of the same "
        "months: find out which is right, and correct the other."
    ),
    severity=Severity.WARNING,
    changes=(
        "children_in_need_at_31_march",
        "referrals",
    ),
    how=(
        "The two returns give different numbers of children in need, and together they give "
        "one that neither has."
    ),
    broken=broken,
    wrong=(
        Told(
            {
                "cin_episodes": """
                    person_id | referral_date
                    a | 2023-06-01
                    b | 2023-06-01
                """,
            },
            kind="annex_a",
        ),
        Told(
            {
                "cin_episodes": """
                    person_id | referral_date
                    a | 2023-06-01
                """,
            },
        ),
    ),
    right=(
        Told(
            {
                "cin_episodes": """
                    person_id | referral_date
                    a | 2023-06-01
                """,
            },
            kind="annex_a",
        ),
        Told(
            {
                "cin_episodes": """
                    person_id | referral_date
                    a | 2023-06-01
                """,
            },
        ),
    ),
)
