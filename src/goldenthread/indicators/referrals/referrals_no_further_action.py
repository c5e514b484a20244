"""Referrals closed with no further action."""

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
        numerator=referrals.no_further_action.fill_null(False).ifelse(1, 0),
        denominator=1,
        source=journey.labelled(referrals.source, "referral_source"),
    )
    return journey.with_child(rows)


INDICATOR = Indicator(
    name="referrals_no_further_action",
    title="Referrals closed with no further action",
    words="The share of referrals closed with no further action",
    counted="referrals closed with no further action",
    theme=Theme.REFERRALS,
    units=(Unit.COUNT, Unit.PERCENT),
    compared_by=Unit.PERCENT,
    numerator=(
        "Referrals in the year that were closed without an assessment or any other service."
    ),
    denominator="All the referrals received in the year.",
    window="The outcome recorded for a referral dated in the year.",
    period_kind=PeriodKind.FINANCIAL_YEAR,
    polarity=Polarity.NEUTRAL,
    polarity_reason=(
        "A high share may show partners unsure of thresholds, a low one that contacts are "
        "sifted before they are called referrals."
    ),
    basis=Basis.STATUTORY,
    computation=Computation.FROM_RECORDS,
    source="dfe.c1: No_Further_Action, No_Further_Action_percent, Referrals",
    limits=(
        "No further action by social care need not mean no help: advice and early help may have "
        "followed. Councils that sort at the contact stage show almost none."
    ),
    checked=date(2026, 11, 20),
    checked_against=(
        "Column headings and Luton’s row for 2024 in the c1 file, whose percentage was worked "
        "out again; the wording of the release’s own guidance is to be confirmed in the "
        "original. Measure 290 of the Interactive Tool’s dictionary was read beside it."
    ),
    breakdowns=("source", "age", "sex", "ethnicity", "locality"),
    look_alikes=(
        "children_in_need_episodes_ended",
        "referrals_assessed",
        "referrals_assessed_not_in_need",
    ),
    plural=False,
    expression=Expression(
        rows=_rows,
        timing=Timing.EVENT,
        shape=Shape.SHARE,
        needs=(Need("cin_episodes", column="no_further_action"),),
        breakdowns=("source", "age", "sex", "ethnicity", "locality"),
    ),
)
