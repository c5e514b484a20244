"""Children re-referred within 12 months: what is counted, from where, and what it cannot tell."""

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
    again = journey.steps.re_referred(referrals)
    rows = again.select(
        "area",
        "person_id",
        day="referral_date",
        numerator="again",
        denominator=1,
        source=journey.labelled(again.source, "referral_source"),
    )
    return journey.with_child(rows)


INDICATOR = Indicator(
    name="children_re_referred_within_12_months",
    title="Children re-referred within 12 months",
    words="The share of referred children who were re-referred within 12 months",
    counted="children re-referred within 12 months",
    theme=Theme.REFERRALS,
    units=(Unit.COUNT, Unit.PERCENT),
    compared_by=Unit.PERCENT,
    numerator="Different children with a re-referral in the year, each counted once.",
    denominator="Different children referred in the year.",
    window="Twelve months back from the date of a referral in the year.",
    period_kind=PeriodKind.FINANCIAL_YEAR,
    polarity=Polarity.LOW_IS_BETTER,
    polarity_reason=(
        "It asks of children what the share of re-referrals asks of referrals: how many came "
        "back because the first answer did not hold."
    ),
    basis=Basis.STATUTORY,
    computation=Computation.FROM_RECORDS,
    source=("dfe.c1: Re_referrals_child, Re_referrals_child_percent, Referrals_child"),
    limits=(
        "Printed close to the share of re-referrals and often taken for it: this one counts "
        "each child once. The length of twelve months is a parameter."
    ),
    checked=date(2026, 11, 20),
    checked_against=(
        "Column headings and Luton’s row for 2024 in the c1 file, whose percentage of children "
        "was worked out again; the wording of the release’s own guidance is to be confirmed in "
        "the original."
    ),
    breakdowns=("source", "age", "sex", "ethnicity", "locality"),
    look_alikes=("re_referrals_within_12_months",),
    plural=False,
    expression=Expression(
        rows=_rows,
        timing=Timing.EVENT,
        shape=Shape.SHARE,
        needs=(Need("cin_episodes", months_before=12),),
        breakdowns=("source", "age", "sex", "ethnicity", "locality"),
        parameters=("within_12_months", "same_day_referral"),
        children=True,
    ),
)
