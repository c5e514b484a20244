"""Factors found at assessment: what is counted, from where, and what it cannot tell."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

from goldenthread.indicators.definition import Basis, Computation, Indicator, Polarity, Theme
from goldenthread.indicators.expression import Expression, Need, Shape, Timing
from goldenthread.nouns import PeriodKind, Unit

if TYPE_CHECKING:
    from goldenthread.indicators.journey import Journey


def _rows(journey: Journey) -> Any:
    found = journey.steps.factors_of_episodes()
    rows = found.select(
        "area",
        "person_id",
        "episode",
        day="authorisation_date",
        numerator=1,
        denominator=1,
        factor=journey.labelled(found.factor, "assessment_factor"),
    )
    return journey.with_child(rows)


INDICATOR = Indicator(
    name="assessment_factors",
    title="Factors found at assessment",
    words="The share of assessments with the factor recorded",
    counted="assessments with the factor recorded",
    theme=Theme.REFERRALS,
    units=(Unit.COUNT, Unit.PERCENT),
    compared_by=Unit.PERCENT,
    numerator=("Episodes of need with an assessment in the year at which the factor was recorded."),
    denominator=("Episodes with an assessment completed in the year and any factor recorded."),
    window="Factors recorded at the end of assessments completed in the year.",
    period_kind=PeriodKind.FINANCIAL_YEAR,
    polarity=Polarity.NEUTRAL,
    polarity_reason=(
        "A factor found more often may be more common or better asked about; several of the "
        "rises of recent years are changes in recording."
    ),
    basis=Basis.STATUTORY,
    computation=Computation.FROM_RECORDS,
    source=(
        "dfe.c3: Episodes_with_assessment_factor, Domestic_Abuse_parent, Mental_Health_parent, "
        "Neglect, Emotional_Abuse"
    ),
    limits=(
        "An assessment has several factors, so their shares add to more than 100%. Some codes "
        "were split or withdrawn (physical and sexual abuse by child or adult), so lines across "
        "those years are broken. A factor is not a finding of fault. The episode of an "
        "assessment is that of the child’s latest referral by the day the assessment began."
    ),
    checked=date(2026, 11, 20),
    checked_against=(
        "Column headings and Luton’s row for 2024 in the c3 file, whose factors were read by "
        "name for 2024 and 2025; the wording of the release’s own guidance is to be confirmed "
        "in the original."
    ),
    breakdowns=("factor", "age", "sex", "ethnicity", "locality"),
    look_alikes=("contacts", "referrals"),
    plural=False,
    expression=Expression(
        rows=_rows,
        timing=Timing.EVENT,
        shape=Shape.COUNT,
        needs=(
            Need("cin_assessments"),
            Need("assessment_factors"),
            Need("cin_episodes", months_before=12),
        ),
        breakdowns=("factor", "age", "sex", "ethnicity", "locality"),
        parameters=("no_factor_found",),
        episodes=True,
    ),
)
