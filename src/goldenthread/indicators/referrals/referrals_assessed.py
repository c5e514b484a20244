"""Referrals that were followed by an assessment."""

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
    rows = referrals.select(
        "area",
        "person_id",
        day="referral_date",
        numerator=referrals.assessed.notnull().ifelse(1, 0),
        denominator=1,
        source=journey.labelled(referrals.source, "referral_source"),
    )
    return journey.with_child(rows)


INDICATOR = Indicator(
    name="referrals_assessed",
    title="Referrals that were assessed",
    words="The share of referrals followed by an assessment",
    counted="referrals followed by an assessment",
    theme=Theme.REFERRALS,
    units=(Unit.PERCENT,),
    compared_by=Unit.PERCENT,
    numerator=(
        "Referrals in the period after which an assessment of the child began, before the next "
        "referral."
    ),
    denominator="All referrals dated in the period.",
    window=(
        "From the referral to the child’s next referral; an assessment begun on the day itself "
        "counts."
    ),
    period_kind=PeriodKind.FINANCIAL_YEAR,
    polarity=Polarity.NEUTRAL,
    polarity_reason=(
        "A low share may mean referrals that should have stayed contacts, a high one that every "
        "family is assessed whatever it needs."
    ),
    basis=Basis.LOCAL,
    computation=Computation.FROM_RECORDS,
    source="local.referrals: referrals and assessments, by the council’s own records",
    limits=(
        "An assessment begun after the last month known is missed. A child already being assessed "
        "when referred again does not count for the second referral."
    ),
    checked=date(2026, 11, 20),
    checked_against=(
        "No published table joins the two: the rule here follows the census, where assessments "
        "stand within the episode, and is to be confirmed in the original."
    ),
    breakdowns=("source", "age", "sex", "ethnicity", "locality"),
    look_alikes=("referrals_no_further_action",),
    plural=False,
    expression=Expression(
        rows=_rows,
        timing=Timing.EVENT,
        shape=Shape.SHARE,
        needs=(Need("cin_episodes"), Need("cin_assessments", months_after=2)),
        breakdowns=("source", "age", "sex", "ethnicity", "locality"),
    ),
)
