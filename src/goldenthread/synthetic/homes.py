"""Where made-up families live: one home for brothers and sisters, and for some a second.

Families of which a child comes into care stay where they are, since the national return tells one
postcode of home for all of a time in care.
"""

import numpy as np
import pyarrow as pa

from goldenthread.synthetic.building import Builder
from goldenthread.synthetic.courses import Columns
from goldenthread.synthetic.days import NEVER
from goldenthread.synthetic.draws import Draws
from goldenthread.synthetic.families import Children
from goldenthread.synthetic.front_door import Span
from goldenthread.synthetic.postcodes import postcodes

# Numbers of families end long before: the second homes of theirs begin here.
_MOVED = 10_000_003


def homes(
    draws: Draws,
    build: Builder,
    children: Children,
    referrals: Columns,
    contacts: Columns,
    span: Span,
) -> pa.Table:
    """The addresses of every child, from when the child was born or first heard of."""
    families = int(children.family.max(initial=-1)) + 1
    heard = children.born.astype(np.int64)
    for events in (referrals, contacts):
        np.minimum.at(heard, events["child"], events["day"])
    cared = np.zeros(families, dtype=bool)
    cared[children.family[referrals["child"][referrals["care"] < NEVER]]] = True
    moves = draws.happens("families.moved", families) & ~cared
    day = draws.between(np.full(families, span.first), np.full(families, span.last))
    moved = np.where(moves, day, NEVER)[children.family]
    again = np.flatnonzero((moved < NEVER) & (moved > heard))
    # Who is born after the move has never lived in the first home.
    second = moved <= heard
    first_home = children.family + np.where(second, _MOVED, 0)
    return build.table(
        "address",
        {
            "person_id": build.person(np.concatenate([np.arange(len(children)), again])),
            "start_date": np.concatenate([heard, moved[again]]),
            "end_date": np.concatenate(
                [np.where(second, NEVER, moved), np.full(len(again), NEVER)]
            ),
            "postcode": postcodes(
                np.concatenate([first_home, children.family[again] + _MOVED]), "home"
            ),
        },
    )
