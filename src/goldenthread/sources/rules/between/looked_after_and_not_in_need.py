"""A child looked after, of whom no need is told in the same months."""

from collections.abc import Iterator

import numpy as np

from goldenthread.nouns import Severity
from goldenthread.sources.rules.comparing import told_then
from goldenthread.sources.rules.definition import BetweenReturns, Told
from goldenthread.sources.rules.held import Held
from goldenthread.tables import Return


def broken(held: Held) -> Iterator[tuple[Return, np.ndarray]]:
    for one, other, spans in held.pairs("cla_episodes", "cin_episodes", itself=True):
        mine, theirs = held.of(one), held.of(other)
        if not theirs.has("cin_episodes"):
            continue
        in_need = theirs.any_of_child("cin_episodes")
        then = told_then(
            mine, "cla_episodes", "start_date", mine.ends("cla_episodes", "end_date"), spans
        )
        short_break = mine.says("cla_episodes", "legal_status", "V3", "V4")
        yield one, then & ~short_break & ~in_need[mine.child("cla_episodes")]


RULE = BetweenReturns(
    name="looked_after_and_not_in_need",
    table="cla_episodes",
    column="start_date",
    message=(
        "The child is looked after and has no episode of need in a return of the same "
        "months: every child looked after is a child in need."
    ),
    severity=Severity.WARNING,
    changes=(
        "children_in_need_at_31_march",
        "looked_after_children",
    ),
    how="Children in need include those looked after: without this child there are too few.",
    broken=broken,
    wrong=(
        Told(
            {
                "cla_episodes": """
                    person_id | start_date
                    a | 2023-06-01
                    b | 2023-06-01
                """,
            },
            kind="ssda903",
        ),
        Told(
            {
                "cin_episodes": """
                    person_id | referral_date
                    a | 2023-05-01
                """,
            },
        ),
    ),
    right=(
        Told(
            {
                "cla_episodes": """
                    person_id | start_date
                    a | 2023-06-01
                """,
            },
            kind="ssda903",
        ),
        Told(
            {
                "cin_episodes": """
                    person_id | referral_date
                    a | 2023-05-01
                """,
            },
        ),
    ),
)
