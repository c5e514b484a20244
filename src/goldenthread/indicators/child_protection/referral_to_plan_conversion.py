"""Referrals that led to a child protection plan."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

from goldenthread.indicators.definition import Basis, Computation, Indicator, Polarity, Theme
from goldenthread.indicators.expression import Expression, Need, Shape, Timing
from goldenthread.nouns import PeriodKind, Unit

if TYPE_CHECKING:
    from goldenthread.indicators.journey import Journey


def _rows(journey: Journey) -> Any:
    referrals = journey.steps.referrals_with_plan()
    rows = referrals.select(
        "area",
        "person_id",
        day="referral_date",
        numerator=referrals.plan_day.notnull().ifelse(1, 0),
        denominator=1,
        source=journey.labelled(referrals.source, "referral_source"),
    )
    return journey.with_child(rows)


INDICATOR = Indicator(
    name="referral_to_plan_conversion",
    title="Referrals that led to a child protection plan",
    words="The share of referrals that led to a child protection plan",
    counted="referrals that led to a child protection plan",
    theme=Theme.CHILD_PROTECTION,
    units=(Unit.PERCENT,),
    compared_by=Unit.PERCENT,
    numerator=(
        "Referrals in the period from which a child protection plan of the council’s own began, "
        "before the child was referred again."
    ),
    denominator="All referrals of the period, those closed at once among them.",
    window="From the referral to the plan, however long that took; known well only half a year on.",
    period_kind=PeriodKind.FINANCIAL_YEAR,
    polarity=Polarity.NEUTRAL,
    polarity_reason=(
        "It is the end of a funnel whose every step may be too wide or too narrow; the steps say "
        "which, and this share does not."
    ),
    basis=Basis.LOCAL,
    computation=Computation.FROM_RECORDS,
    source="local.child_protection: referrals and plans of the same children",
    limits=(
        "A plan made years into an open case counts for the referral that opened it. A plan taken "
        "over from another council’s counts once it is the council’s own."
    ),
    checked=date(2026, 11, 20),
    checked_against=(
        "No published table joins referrals and plans: the rule is proposed here and is to be "
        "confirmed in the original with the council."
    ),
    breakdowns=("source", "age", "sex", "ethnicity", "locality"),
    look_alikes=("contact_to_plan_conversion",),
    plural=False,
    expression=Expression(
        rows=_rows,
        timing=Timing.EVENT,
        shape=Shape.SHARE,
        needs=(Need("cin_episodes"), Need("cp_plans", months_after=6)),
        breakdowns=("source", "age", "sex", "ethnicity", "locality"),
    ),
)
