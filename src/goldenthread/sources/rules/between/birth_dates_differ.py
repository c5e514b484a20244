"""A child of whom returns tell a different day of birth."""

from collections.abc import Iterator

import numpy as np

from goldenthread.nouns import Severity
from goldenthread.sources.rules.comparing import told_otherwise
from goldenthread.sources.rules.definition import BetweenReturns, Told
from goldenthread.sources.rules.held import Held
from goldenthread.tables import Return


def broken(held: Held) -> Iterator[tuple[Return, np.ndarray]]:
    yield from told_otherwise(held, "birth_date")


RULE = BetweenReturns(
    name="birth_dates_differ",
    table="person",
    column="birth_date",
    message=(
        "Another return tells a different day of birth of this child: find out which is "
        "right, and correct the other."
    ),
    severity=Severity.WARNING,
    official=(
        "903 203",
        "903 INT11",
    ),
    changes=(
        "children_in_need_at_31_march",
        "looked_after_children",
    ),
    how=(
        "What the latest return says holds, and it may be the wrong one, or another child "
        "under the same identifier."
    ),
    broken=broken,
    wrong=(
        Told(
            {
                "person": """
                    person_id | birth_date
                    a | 2013-05-01
                    b | 2013-05-01
                """,
            },
        ),
        Told(
            {
                "person": """
                    person_id | birth_date
                    a | 2013-05-01
                    b | 2013-01-05
                """,
            },
            kind="ssda903",
        ),
    ),
    right=(
        Told(
            {
                "person": """
                    person_id | birth_date
                    a | 2013-05-01
                """,
            },
        ),
        Told(
            {
                "person": """
                    person_id | birth_date
                    a | 2013-05-01
                """,
            },
            kind="ssda903",
        ),
    ),
)
