"""The median time from referral to a child protection plan."""

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
    return journey.steps.taken(referrals, "referral_date", "plan_day")


INDICATOR = Indicator(
    name="referral_to_plan_time_median",
    title="Median time from referral to child protection plan",
    words="The median time from referral to a child protection plan",
    counted="working days from referral to plan for the middle plan",
    theme=Theme.CHILD_PROTECTION,
    units=(Unit.DAYS,),
    compared_by=Unit.DAYS,
    numerator=(
        "The number of working days within which half of the plans that followed a referral were "
        "begun."
    ),
    denominator="Referrals whose first plan began in the period, in order of time.",
    window="From the referral to the first plan before the child’s next referral, in working days.",
    period_kind=PeriodKind.FINANCIAL_YEAR,
    polarity=Polarity.NEUTRAL,
    polarity_reason=(
        "A long time may be a plan that came too late, or one that was needed only after other "
        "help had been tried."
    ),
    basis=Basis.LOCAL,
    computation=Computation.FROM_RECORDS,
    source="local.child_protection: referrals and the plans that followed",
    limits=(
        "Most referrals never lead to a plan and are not in it. In cases long open the time is "
        "that of the case."
    ),
    checked=date(2026, 11, 20),
    checked_against=(
        "No published original was found: the time is worked out here from days that every format "
        "has, and is to be confirmed in the original with the council."
    ),
    breakdowns=("age", "sex", "ethnicity", "locality"),
    plural=False,
    expression=Expression(
        rows=_rows,
        timing=Timing.EVENT,
        shape=Shape.MEDIAN,
        needs=(Need("cp_plans"), Need("cin_episodes", months_before=24)),
        breakdowns=("age", "sex", "ethnicity", "locality"),
    ),
)
