"""The share of contacts that the police made."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

from goldenthread.indicators.definition import Basis, Computation, Indicator, Polarity, Theme
from goldenthread.indicators.expression import Expression, Need, Shape, Timing
from goldenthread.nouns import PeriodKind, Unit

if TYPE_CHECKING:
    from goldenthread.indicators.journey import Journey


def _rows(journey: Journey) -> Any:
    contacts = journey.table("contacts")
    rows = contacts.select(
        "area",
        "person_id",
        day="contact_date",
        numerator=(contacts.source == "6").fill_null(False).ifelse(1, 0),
        denominator=1,
        issue=contacts.issue.fill_null("Not known"),
    )
    return journey.with_child(rows)


INDICATOR = Indicator(
    name="contacts_from_police",
    title="Contacts from the police",
    words="The share of contacts that came from the police",
    counted="contacts from the police",
    theme=Theme.FRONT_DOOR,
    units=(Unit.PERCENT,),
    compared_by=Unit.PERCENT,
    numerator="Contacts that the police made.",
    denominator="All contacts of the period, whatever they were about and whoever made them.",
    window="Contacts dated in the period, by who is recorded to have made them.",
    period_kind=PeriodKind.FINANCIAL_YEAR,
    polarity=Polarity.NEUTRAL,
    polarity_reason=(
        "It follows how the police sift and send their notices as much as what they meet; neither "
        "more nor less of it is better."
    ),
    basis=Basis.LOCAL,
    computation=Computation.FROM_RECORDS,
    source="local.contacts: contacts by source",
    limits=(
        "Where notices go straight to schools or are sifted by the police first, the share falls "
        "although no fewer children were met. A contact without a source stays in the total."
    ),
    checked=date(2026, 11, 20),
    checked_against=(
        "Luton’s printed text names the police as the largest source; no definition is printed, "
        "and it is to be confirmed in the original return."
    ),
    breakdowns=("issue", "age", "sex", "ethnicity", "locality"),
    look_alikes=("police_notices",),
    plural=False,
    expression=Expression(
        rows=_rows,
        timing=Timing.EVENT,
        shape=Shape.SHARE,
        needs=(Need("contacts", column="source"),),
        breakdowns=("issue", "age", "sex", "ethnicity", "locality"),
    ),
)
