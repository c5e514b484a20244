"""A referral without a contact of the child before it, where both are told of the same months."""

from collections.abc import Iterator

import numpy as np

from goldenthread.nouns import Severity
from goldenthread.sources.rules.definition import BetweenReturns, Told
from goldenthread.sources.rules.held import Held
from goldenthread.tables import Return


def broken(held: Held) -> Iterator[tuple[Return, np.ndarray]]:
    for one, other, spans in held.pairs("cin_episodes", "contacts", itself=True):
        mine, theirs = held.of(one), held.of(other)
        if not theirs.has("contacts"):
            continue
        child, day = mine.child("cin_episodes"), mine.days("cin_episodes", "referral_date")
        contacted = theirs.days("contacts", "contact_date")
        last = theirs.last_up_to("contacts", contacted, child, day)
        a_month = np.timedelta64(31)
        known = mine.none("cin_episodes")
        for span in spans:
            # The month before must be told too, or the contact may lie in it.
            known |= (day >= np.datetime64(span.start) + a_month) & (day <= np.datetime64(span.end))
        yield one, known & ~(day - last <= a_month)


RULE = BetweenReturns(
    name="referral_without_contact",
    table="cin_episodes",
    column="referral_date",
    message=(
        "No contact of the child is known in the 31 days up to this referral: every "
        "referral begins with a contact."
    ),
    severity=Severity.WARNING,
    changes=(
        "contact_to_referral_conversion",
        "contacts",
    ),
    how=(
        "There are fewer contacts than there were, and the share that become referrals is too high."
    ),
    broken=broken,
    wrong=(
        Told(
            {
                "cin_episodes": """
                    person_id | referral_date
                    a | 2023-06-05
                    b | 2023-06-05
                """,
            },
        ),
        Told(
            {
                "contacts": """
                    person_id | contact_date
                    a | 2023-06-01
                """,
            },
            kind="annex_a",
        ),
    ),
    right=(
        Told(
            {
                "cin_episodes": """
                    person_id | referral_date
                    a | 2023-06-05
                """,
            },
        ),
        Told(
            {
                "contacts": """
                    person_id | contact_date
                    a | 2023-06-01
                """,
            },
            kind="annex_a",
        ),
    ),
)
