"""Contacts at the front door: what is counted, from where, and what it cannot tell."""

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
        numerator=1,
        denominator=1,
        source=journey.labelled(contacts.source, "referral_source"),
        issue=contacts.issue.fill_null("Not known"),
    )
    return journey.with_child(rows)


INDICATOR = Indicator(
    name="contacts",
    title="Contacts at the front door",
    words="Contacts at the front door",
    counted="contacts",
    theme=Theme.FRONT_DOOR,
    units=(Unit.COUNT, Unit.PERCENT),
    compared_by=Unit.COUNT,
    numerator=("Contacts received at the front door, each one counted whatever it is about."),
    denominator="A category’s percentage is of all contacts in the same period.",
    window="Contacts dated in the period.",
    period_kind=PeriodKind.FINANCIAL_YEAR,
    polarity=Polarity.NEUTRAL,
    polarity_reason=(
        "Contacts rise with worry, with new ways of sending them and with training; a fall may "
        "be better sifting by agencies or notices that now go elsewhere."
    ),
    basis=Basis.LOCAL,
    computation=Computation.FROM_RECORDS,
    source="local.contacts: the front door’s monthly return by source and issue",
    limits=(
        "Over a fifth are not about a concern (requests for information or for education "
        "plans), so totals are read with and without them. Police notices that now go straight "
        "to schools break the series. The issue neglect here is what the caller said, before "
        "anyone had looked."
    ),
    checked=date(2026, 11, 20),
    checked_against=(
        "Luton’s printed values for 2022-23 and 2023-24 and the monthly table of issues from "
        "October 2023; what counts as one contact is to be confirmed in the original return."
    ),
    breakdowns=("source", "issue", "month", "age", "sex", "ethnicity", "locality"),
    look_alikes=(
        "assessment_factors",
        "child_in_need_category",
        "child_protection_plans_at_31_march",
        "child_protection_plans_started",
        "children_in_need_at_31_march",
        "mash_episodes",
        "referrals",
    ),
    expression=Expression(
        rows=_rows,
        timing=Timing.EVENT,
        shape=Shape.COUNT,
        needs=(Need("contacts"),),
        breakdowns=("source", "issue", "age", "sex", "ethnicity", "locality"),
    ),
)
