"""Contacts about a concern that led to a child protection plan."""

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
    planned = journey.steps.referrals_with_plan()
    planned = planned.filter(planned.plan_day.notnull())
    planned = planned.select("area", "person_id", referral_day="referral_date").distinct()
    joined = contacts.left_join(planned.mutate(planned=1), ["area", "person_id", "referral_day"])
    led = joined.planned.fill_null(0) * joined.became
    rows = joined.select(
        "area",
        "person_id",
        day="contact_date",
        numerator=led,
        denominator=1,
        source=journey.labelled(joined.source, "referral_source"),
    )
    return journey.with_child(rows)


INDICATOR = Indicator(
    name="contact_to_plan_conversion",
    title="Contacts that led to a child protection plan",
    words="The share of contacts about a concern that led to a child protection plan",
    counted="contacts that led to a child protection plan",
    theme=Theme.FRONT_DOOR,
    units=(Unit.PERCENT,),
    compared_by=Unit.PERCENT,
    numerator=(
        "Contacts about a concern that became a referral from which a child protection plan began,"
        " before the child was referred again."
    ),
    denominator="Contacts about a concern dated in the period.",
    window="From the contact through its referral to the plan, however long that took.",
    period_kind=PeriodKind.FINANCIAL_YEAR,
    polarity=Polarity.NEUTRAL,
    polarity_reason=(
        "It shows how much of what comes in at the door ends in protection; whether that is too "
        "much or too little it cannot say."
    ),
    basis=Basis.LOCAL,
    computation=Computation.FROM_RECORDS,
    source=(
        "local.contacts and local.child_protection: contacts, referrals and plans of the same "
        "children"
    ),
    limits=(
        "Plans that begin late are missing from the last months, so it is read half a year after "
        "the period. Several contacts may lead to one plan and each of them counts. Plans kept for"
        " another council are not in it."
    ),
    checked=date(2026, 11, 20),
    checked_against=(
        "No published definition was found: it is proposed here for the multi-agency dataset and "
        "is to be confirmed in the original with those who use it."
    ),
    breakdowns=("source", "age", "sex", "ethnicity", "locality"),
    look_alikes=("referral_to_plan_conversion",),
    plural=False,
    expression=Expression(
        rows=_rows,
        timing=Timing.EVENT,
        shape=Shape.SHARE,
        needs=(
            Need("contacts", column="contact_type", one_of="type"),
            Need("contacts", column="issue", one_of="type"),
            Need("cin_episodes", months_after=6),
            Need("cp_plans", months_after=6),
        ),
        breakdowns=("source", "age", "sex", "ethnicity", "locality"),
        parameters=("referral_after_contact",),
    ),
)
