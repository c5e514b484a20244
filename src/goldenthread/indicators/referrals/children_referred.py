"""Children referred: what is counted, from where, and what it cannot tell."""

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
    name="children_referred",
    title="Children referred",
    words="Children referred to children’s social care",
    counted="children referred",
    theme=Theme.REFERRALS,
    units=(Unit.COUNT, Unit.RATE_PER_10000),
    compared_by=Unit.RATE_PER_10000,
    numerator="Different children referred in the year, each counted once.",
    denominator=(
        "Children aged 0 to 17 in the mid-year population estimate for the June before the year "
        "ends, as first published."
    ),
    window="Children with at least one referral dated in the year.",
    period_kind=PeriodKind.FINANCIAL_YEAR,
    polarity=Polarity.NEUTRAL,
    polarity_reason=(
        "How many children come to notice depends on need and on how readily people refer; "
        "neither more nor fewer is better in itself."
    ),
    basis=Basis.STATUTORY,
    computation=Computation.FROM_RECORDS,
    source="dfe.c1: Referrals_child, Referrals_child_rate",
    limits=(
        "Leaves out how often each child was referred, for which see the number of referrals. "
        "Children whose case was open all year are not in it."
    ),
    checked=date(2026, 11, 20),
    checked_against=(
        "Column headings and Luton’s row for 2024 in the c1 file, whose child rate was worked "
        "out again; the wording of the release’s own guidance is to be confirmed in the "
        "original."
    ),
    breakdowns=("source", "age", "sex", "ethnicity", "locality"),
    look_alikes=("referrals",),
    expression=Expression(
        rows=_rows,
        timing=Timing.EVENT,
        shape=Shape.COUNT,
        needs=(Need("cin_episodes"),),
        breakdowns=("source", "age", "sex", "ethnicity", "locality"),
        children=True,
    ),
)
