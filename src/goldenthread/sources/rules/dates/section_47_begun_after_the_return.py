"""A section 47 enquiry that began after the days that its return tells of."""

from collections.abc import Iterator

import numpy as np

from goldenthread.sources.rules.comparing import after_the_return
from goldenthread.sources.rules.definition import BetweenReturns, one
from goldenthread.sources.rules.held import Held
from goldenthread.tables import Return


def broken(held: Held) -> Iterator[tuple[Return, np.ndarray]]:
    yield from after_the_return(held, "s47_enquiry", "start_date")


RULE = BetweenReturns(
    name="section_47_begun_after_the_return",
    table="s47_enquiry",
    column="start_date",
    message=(
        "This enquiry begins after the last day that the return tells of: correct the day, or "
        "leave it to the next return."
    ),
    changes=("section_47_enquiries",),
    how="It counts in no period that was asked for, or in one that has not come.",
    broken=broken,
    wrong=one(
        s47_enquiry="""
            person_id | start_date
            a | 2042-05-01
            b | 2024-03-31
        """,
    ),
    right=one(
        s47_enquiry="""
            person_id | start_date
            a | 2023-05-01
            b | 2024-03-31
        """,
    ),
)
