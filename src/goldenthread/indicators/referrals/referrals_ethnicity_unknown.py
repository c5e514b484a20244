"""Referrals with ethnicity not known: what is counted, from where, and what it cannot tell."""

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
        denominator=1,
        source=journey.labelled(referrals.source, "referral_source"),
    )
    rows = journey.with_child(rows)
    return rows.mutate(numerator=(rows.ethnicity == "Not known").ifelse(1, 0))


INDICATOR = Indicator(
    name="referrals_ethnicity_unknown",
    title="Referrals with ethnicity not known",
    words="The share of referrals with ethnicity not known",
    counted="referrals with ethnicity not known",
    theme=Theme.REFERRALS,
    units=(Unit.PERCENT,),
    compared_by=Unit.PERCENT,
    numerator=(
        "Referrals in the year for a child whose ethnicity is not recorded, refused or not yet "
        "obtained."
    ),
    denominator="The year’s referrals, whatever is recorded.",
    window="As recorded when the year’s figures are drawn.",
    period_kind=PeriodKind.FINANCIAL_YEAR,
    polarity=Polarity.LOW_IS_BETTER,
    polarity_reason=(
        "Whether help reaches children of every background can only be asked where their "
        "ethnicity is recorded."
    ),
    basis=Basis.LOCAL,
    computation=Computation.FROM_RECORDS,
    source="local.referrals_by_ethnicity: the council’s performance return",
    limits=(
        "A recorded ethnicity may still be a guess by the person who referred. Very small "
        "shares have been printed as less than 0.1%, which is not a value."
    ),
    checked=date(2026, 11, 20),
    checked_against=(
        "Luton’s printed values for 2020-21, 2022-23 and 2023-24; which codes count as not "
        "known is to be confirmed in the original return."
    ),
    breakdowns=("source", "age", "sex", "locality"),
    plural=False,
    expression=Expression(
        rows=_rows,
        timing=Timing.EVENT,
        shape=Shape.SHARE,
        needs=(Need("cin_episodes"),),
        breakdowns=("source", "age", "sex", "locality"),
    ),
)
