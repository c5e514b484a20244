"""Contacts closed with nothing further that were followed by another."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

from goldenthread.indicators.definition import Basis, Computation, Indicator, Polarity, Theme
from goldenthread.indicators.expression import Expression, Need, Shape, Timing
from goldenthread.nouns import PeriodKind, Unit

if TYPE_CHECKING:
    from goldenthread.indicators.journey import Journey


def _rows(journey: Journey) -> Any:
    contacts = journey.steps.with_next(journey.steps.concerns(), "contact_date", "next_contact")
    closed = contacts.filter(contacts.no_further_action.fill_null(False))
    latest = closed.contact_date + journey.steps.re_contact()
    rows = closed.select(
        "area",
        "person_id",
        day="contact_date",
        numerator=(closed.next_contact <= latest).fill_null(False).ifelse(1, 0),
        denominator=1,
        source=journey.labelled(closed.source, "referral_source"),
        issue=closed.issue.fill_null("Not known"),
    )
    return journey.with_child(rows)


INDICATOR = Indicator(
    name="re_contacts_after_no_further_action",
    title="Re-contacts after no further action",
    words="The share of contacts closed with no further action that another contact soon followed",
    counted="contacts closed with no further action and followed by another",
    theme=Theme.FRONT_DOOR,
    units=(Unit.PERCENT,),
    compared_by=Unit.PERCENT,
    numerator=(
        "Contacts about a concern that were closed with no further action and followed by another "
        "concern about the same child within three months."
    ),
    denominator="Contacts about a concern in the period that were closed with no further action.",
    window="Three months on from each contact, on a later day than its own.",
    period_kind=PeriodKind.FINANCIAL_YEAR,
    polarity=Polarity.LOW_IS_BETTER,
    polarity_reason=(
        "A worry that comes back so soon suggests that doing nothing was not the answer, though a "
        "new event is no failing."
    ),
    basis=Basis.LOCAL,
    computation=Computation.FROM_RECORDS,
    source="local.contacts: contacts with their outcomes and the contacts that followed",
    limits=(
        "It looks forward, so it is known three months after the period. A second agency’s report "
        "of the same event on a later day counts. Help by others after the contact is not seen."
    ),
    checked=date(2026, 11, 20),
    checked_against=(
        "No published definition was found: it is proposed here for the multi-agency dataset and "
        "is to be confirmed in the original with the front door."
    ),
    breakdowns=("source", "issue", "age", "sex", "ethnicity", "locality"),
    look_alikes=("repeat_contacts",),
    plural=False,
    expression=Expression(
        rows=_rows,
        timing=Timing.EVENT,
        shape=Shape.SHARE,
        needs=(
            Need("contacts", column="contact_type", one_of="type"),
            Need("contacts", column="issue", one_of="type"),
            Need("contacts", months_after=3, column="no_further_action"),
        ),
        breakdowns=("source", "issue", "age", "sex", "ethnicity", "locality"),
        parameters=("re_contact_within",),
    ),
)
