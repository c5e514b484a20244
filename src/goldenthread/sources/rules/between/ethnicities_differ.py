"""A child of whom returns tell a different ethnic group."""

from collections.abc import Iterator

import numpy as np

from goldenthread.nouns import Severity
from goldenthread.sources.rules.comparing import told_otherwise
from goldenthread.sources.rules.definition import BetweenReturns, Told
from goldenthread.sources.rules.held import Held
from goldenthread.tables import Return


def broken(held: Held) -> Iterator[tuple[Return, np.ndarray]]:
    yield from told_otherwise(
        held,
        "ethnicity",
        not_known=(
            "NOBT",
            "REFU",
        ),
    )


RULE = BetweenReturns(
    name="ethnicities_differ",
    table="person",
    column="ethnicity",
    message=(
        "Another return tells a different ethnic group of this child: find out which is "
        "right, and correct the other."
    ),
    severity=Severity.WARNING,
    official=("903 204",),
    changes=(
        "referrals",
        "looked_after_children",
    ),
    how="What the latest return says holds, and it may be the wrong one.",
    broken=broken,
    wrong=(
        Told(
            {
                "person": """
                    person_id | ethnicity
                    a | WBRI
                    b | WBRI
                """,
            },
        ),
        Told(
            {
                "person": """
                    person_id | ethnicity
                    a | WBRI
                    b | ABAN
                """,
            },
            kind="ssda903",
        ),
    ),
    right=(
        Told(
            {
                "person": """
                    person_id | ethnicity
                    a | WBRI
                """,
            },
        ),
        Told(
            {
                "person": """
                    person_id | ethnicity
                    a | WBRI
                """,
            },
            kind="ssda903",
        ),
    ),
)
