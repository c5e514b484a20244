"""The median time from contact to referral."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

from goldenthread.indicators.definition import Basis, Computation, Indicator, Polarity, Theme
from goldenthread.indicators.expression import Expression, Need, Shape, Timing
from goldenthread.nouns import PeriodKind, Unit

if TYPE_CHECKING:
    from goldenthread.indicators.journey import Journey


def _rows(journey: Journey) -> Any:
    referrals = journey.table("cin_episodes")
    rows = journey.steps.last_on_or_before(
        referrals, "referral_date", journey.steps.concerns(), "contact_date", "contact_day"
    )
    latest = rows.contact_day + journey.steps.after_contact()
    return journey.steps.taken(
        rows.filter(rows.referral_date <= latest), "contact_day", "referral_date"
    )


INDICATOR = Indicator(
    name="contact_to_referral_time_median",
    title="Median time from contact to referral",
    words="The median time from contact to referral",
    counted="working days from contact to referral for the middle referral",
    theme=Theme.FRONT_DOOR,
    units=(Unit.DAYS,),
    compared_by=Unit.DAYS,
    numerator=(
        "The number of working days within which half of the referrals that followed a contact "
        "were made."
    ),
    denominator=(
        "Referrals in the period that followed a contact about the child soon after, in order of "
        "time."
    ),
    window=(
        "From the child’s latest contact about a concern to the referral, in working days; the "
        "same day is nought."
    ),
    period_kind=PeriodKind.FINANCIAL_YEAR,
    polarity=Polarity.LOW_IS_BETTER,
    polarity_reason=(
        "Guidance asks for a decision within one working day, and a child waits while the front "
        "door makes up its mind."
    ),
    basis=Basis.LOCAL,
    computation=Computation.FROM_RECORDS,
    source="local.contacts: contacts with the referrals that followed",
    limits=(
        "Only contacts that became a referral are in it, however long others waited for an answer."
        " A referral longer after a contact than the parameter allows is taken not to come from "
        "it."
    ),
    checked=date(2026, 11, 20),
    checked_against=(
        "No published definition was found: it is proposed here for the multi-agency dataset and "
        "is to be confirmed in the original with the front door."
    ),
    breakdowns=("age", "sex", "ethnicity", "locality"),
    plural=False,
    expression=Expression(
        rows=_rows,
        timing=Timing.EVENT,
        shape=Shape.MEDIAN,
        needs=(
            Need("contacts", column="contact_type", one_of="type"),
            Need("contacts", column="issue", one_of="type"),
            Need("cin_episodes"),
            Need("contacts", months_before=1),
        ),
        breakdowns=("age", "sex", "ethnicity", "locality"),
        parameters=("referral_after_contact",),
    ),
)
