"""Contacts about a concern that became a referral."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

from goldenthread.indicators.definition import Basis, Computation, Indicator, Polarity, Theme
from goldenthread.indicators.expression import Expression, Need, Shape, Timing
from goldenthread.nouns import PeriodKind, Unit

if TYPE_CHECKING:
    from goldenthread.indicators.journey import Journey


def _rows(journey: Journey) -> Any:
    contacts = journey.steps.contacts_with_referral(journey.steps.concerns())
    rows = contacts.select(
        "area",
        "person_id",
        day="contact_date",
        numerator="became",
        denominator=1,
        source=journey.labelled(contacts.source, "referral_source"),
        issue=contacts.issue.fill_null("Not known"),
    )
    return journey.with_child(rows)


INDICATOR = Indicator(
    name="concern_contacts_to_referral_conversion",
    title="Contacts about a concern that became a referral",
    words="The share of contacts about a concern that became a referral",
    counted="contacts about a concern that became a referral",
    theme=Theme.FRONT_DOOR,
    units=(Unit.PERCENT,),
    compared_by=Unit.PERCENT,
    numerator="Contacts about a concern that ended in a new referral to children’s social care.",
    denominator=(
        "Contacts about a concern in the period: neither requests for information by other "
        "agencies nor requests for an education, health and care plan."
    ),
    window=(
        "A contact of the period and the outcome recorded for it; where none is, a referral of the"
        " child within days."
    ),
    period_kind=PeriodKind.FINANCIAL_YEAR,
    polarity=Polarity.NEUTRAL,
    polarity_reason=(
        "A low share may mean worries brought too soon, a high one that only the gravest are "
        "brought; the right level is not known."
    ),
    basis=Basis.LOCAL,
    computation=Computation.FROM_RECORDS,
    source="local.contacts: contacts with their type and outcome",
    limits=(
        "It is higher than the conversion of all contacts, over a fifth of which ask for something"
        " and bring no concern. A contact whose type nobody recorded counts as a concern. Where "
        "outcomes are not recorded it is joined to a referral by child and day, which a parameter "
        "says, and a referral for another reason may be taken for it."
    ),
    checked=date(2026, 11, 20),
    checked_against=(
        "No published definition was found: it is proposed here for the multi-agency dataset and "
        "is to be confirmed in the original with the front door, whose printed versions do not say"
        " which contacts are in the base."
    ),
    breakdowns=("source", "issue", "age", "sex", "ethnicity", "locality"),
    look_alikes=("contact_to_referral_conversion",),
    plural=False,
    expression=Expression(
        rows=_rows,
        timing=Timing.EVENT,
        shape=Shape.SHARE,
        needs=(
            Need("contacts", column="contact_type", one_of="type"),
            Need("contacts", column="issue", one_of="type"),
            Need("contacts", column="became_referral", one_of="outcome"),
            Need("cin_episodes", months_after=1, one_of="outcome"),
        ),
        breakdowns=("source", "issue", "age", "sex", "ethnicity", "locality"),
        parameters=("referral_after_contact",),
    ),
)
