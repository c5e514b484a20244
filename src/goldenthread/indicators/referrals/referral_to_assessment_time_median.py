"""The median time from referral to the start of the assessment."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

from goldenthread.indicators.definition import Basis, Computation, Indicator, Polarity, Theme
from goldenthread.indicators.expression import Expression, Need, Shape, Timing
from goldenthread.nouns import PeriodKind, Unit

if TYPE_CHECKING:
    from goldenthread.indicators.journey import Journey


def _rows(journey: Journey) -> Any:
    referrals = journey.steps.followed_by(
        journey.table("cin_episodes"),
        "referral_date",
        journey.table("cin_assessments"),
        "start_date",
        "assessed",
    )
    return journey.steps.taken(referrals, "referral_date", "assessed")


INDICATOR = Indicator(
    name="referral_to_assessment_time_median",
    title="Median time from referral to assessment",
    words="The median time from referral to the start of an assessment",
    counted="working days from referral to assessment for the middle referral",
    theme=Theme.REFERRALS,
    units=(Unit.DAYS,),
    compared_by=Unit.DAYS,
    numerator=(
        "The number of working days within which half of the assessments that followed a referral "
        "were begun."
    ),
    denominator="Referrals whose first assessment began in the period, in order of time.",
    window=(
        "From the referral to the first assessment before the child’s next referral, in working "
        "days; the same day is nought."
    ),
    period_kind=PeriodKind.FINANCIAL_YEAR,
    polarity=Polarity.LOW_IS_BETTER,
    polarity_reason=(
        "Until an assessment begins nobody has looked at what the child needs, and the 45 working "
        "days of guidance are running."
    ),
    basis=Basis.LOCAL,
    computation=Computation.FROM_RECORDS,
    source="local.referrals: referrals and assessments, in order of days",
    limits=(
        "Referrals that were never assessed are not in it. Councils that open the assessment on "
        "the day of the referral have nought whatever is done then."
    ),
    checked=date(2026, 11, 20),
    checked_against=(
        "The statistics time the assessment and not the wait before it: no original was found, and"
        " the rule is to be confirmed in the original with the council."
    ),
    breakdowns=("age", "sex", "ethnicity", "locality"),
    look_alikes=("assessment_duration_median",),
    plural=False,
    expression=Expression(
        rows=_rows,
        timing=Timing.EVENT,
        shape=Shape.MEDIAN,
        needs=(Need("cin_assessments"), Need("cin_episodes", months_before=12)),
        breakdowns=("age", "sex", "ethnicity", "locality"),
    ),
)
