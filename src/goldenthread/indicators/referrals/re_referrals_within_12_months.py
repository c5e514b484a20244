"""Re-referrals within 12 months: what is counted, from where, and what it cannot tell."""

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
    name="re_referrals_within_12_months",
    title="Re-referrals within 12 months",
    words="Re-referrals within 12 months",
    counted="re-referrals within 12 months",
    theme=Theme.REFERRALS,
    units=(Unit.COUNT, Unit.PERCENT),
    compared_by=Unit.PERCENT,
    numerator=(
        "Referrals in the year made within 12 months of an earlier referral of the same child."
    ),
    denominator="All referrals received in the year.",
    window=(
        "Twelve months back from the date of each referral, into the year before where need be."
    ),
    period_kind=PeriodKind.FINANCIAL_YEAR,
    polarity=Polarity.LOW_IS_BETTER,
    polarity_reason=(
        "A child referred again so soon may have been sent away without the help that was "
        "needed, though a return for a new reason is no failing."
    ),
    basis=Basis.STATUTORY,
    computation=Computation.FROM_RECORDS,
    source="dfe.c1: Re_referrals, Re_referrals_percent, Referrals",
    limits=(
        "Counts referrals, not children, so one child may count several times. Whether twelve "
        "months are the calendar’s or 365 days, and whether a second referral on one day counts, "
        "the release does not say: both are parameters."
    ),
    checked=date(2026, 11, 20),
    checked_against=(
        "Column headings and Luton’s row for 2024 in the c1 file, whose percentage was worked "
        "out again; the wording of the release’s own guidance is to be confirmed in the "
        "original. Measure 271 of the Interactive Tool’s dictionary was read beside it."
    ),
    breakdowns=("source", "age", "sex", "ethnicity", "locality"),
    look_alikes=("children_re_referred_within_12_months", "repeat_contacts"),
    expression=Expression(
        rows=_rows,
        timing=Timing.EVENT,
        shape=Shape.SHARE,
        needs=(Need("cin_episodes", months_before=12),),
        breakdowns=("source", "age", "sex", "ethnicity", "locality"),
        parameters=("within_12_months", "same_day_referral"),
    ),
)
