"""Referrals to children’s social care: what is counted, from where, and what it cannot tell."""

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
    rows = referrals.select(
        "area",
        "person_id",
        day="referral_date",
        numerator=1,
        denominator=1,
        source=journey.labelled(referrals.source, "referral_source"),
    )
    return journey.with_child(rows)


INDICATOR = Indicator(
    name="referrals",
    title="Referrals to children’s social care",
    words="Referrals to children’s social care",
    counted="referrals",
    theme=Theme.REFERRALS,
    units=(Unit.COUNT, Unit.RATE_PER_10000, Unit.PERCENT),
    compared_by=Unit.RATE_PER_10000,
    numerator=(
        "Referrals to children’s social care received in the year; a child referred twice is "
        "counted twice."
    ),
    denominator=(
        "Children aged 0 to 17 in the mid-year population estimate for the June before the year "
        "ends, as first published."
    ),
    window="Referrals whose date falls in the year.",
    period_kind=PeriodKind.FINANCIAL_YEAR,
    polarity=Polarity.NEUTRAL,
    polarity_reason=(
        "More referrals may mean more need, more trust in the service or a lower threshold at "
        "the front door; fewer may mean need met earlier or need not seen."
    ),
    basis=Basis.STATUTORY,
    computation=Computation.FROM_RECORDS,
    source=(
        "dfe.c1: Referrals, Referrals_rate; dfe.c5: Police, Schools, Health_Services, "
        "LA_Services; dfe.c6: April, March; reasons from local.referral_reasons"
    ),
    limits=(
        "Where a contact ends and a referral begins differs between councils, so rates differ "
        "by practice as well as by need. Neglect as a reason for referral is not the neglect of "
        "a plan’s category. No referral is recorded for a child whose case is open."
    ),
    checked=date(2026, 11, 20),
    checked_against=(
        "Column headings and Luton’s row for 2024 in the c1 file, whose rate was worked out "
        "again, and of c6, whose months add up to it, and c5, where two sources are withheld; "
        "the wording of the release’s own guidance is to be confirmed in the original."
    ),
    breakdowns=("source", "month", "reason", "age", "ethnicity", "sex", "locality"),
    look_alikes=(
        "assessment_factors",
        "child_in_need_category",
        "child_protection_plans_at_31_march",
        "child_protection_plans_started",
        "children_in_need_at_31_march",
        "children_referred",
        "contacts",
    ),
    expression=Expression(
        rows=_rows,
        timing=Timing.EVENT,
        shape=Shape.COUNT,
        needs=(Need("cin_episodes"),),
        breakdowns=("source", "age", "sex", "ethnicity", "locality"),
    ),
)
