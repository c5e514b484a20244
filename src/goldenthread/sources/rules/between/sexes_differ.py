"""A child of whom returns tell a different sex."""

from collections.abc import Iterator

import numpy as np

from goldenthread.nouns import Severity
from goldenthread.sources.rules.comparing import told_otherwise
from goldenthread.sources.rules.definition import BetweenReturns, Told
from goldenthread.sources.rules.held import Held
from goldenthread.tables import Return


def broken(held: Held) -> Iterator[tuple[Return, np.ndarray]]:
    yield from told_otherwise(held, "sex", not_known=("U",))


RULE = BetweenReturns(
    name="sexes_differ",
    table="person",
    column="sex",
    message=(
        "Another return tells a different sex of this child: find out which is right, and"
        " correct the other."
    ),
    severity=Severity.WARNING,
    official=("903 202",),
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
                    person_id | sex
                    a | F
                    b | F
                """,
            },
        ),
        Told(
            {
                "person": """
                    person_id | sex
                    a | F
                    b | M
                """,
            },
            kind="ssda903",
        ),
    ),
    right=(
        Told(
            {
                "person": """
                    person_id | sex
                    a | F
                """,
            },
        ),
        Told(
            {
                "person": """
                    person_id | sex
                    a | F
                """,
            },
            kind="ssda903",
        ),
    ),
)
