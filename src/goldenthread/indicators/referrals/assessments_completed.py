"""Assessments completed: what is counted, from where, and what it cannot tell."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

from goldenthread.indicators.definition import Basis, Computation, Indicator, Polarity, Theme
from goldenthread.indicators.expression import Expression, Need, Shape, Timing
from goldenthread.nouns import PeriodKind, Unit

if TYPE_CHECKING:
    from goldenthread.indicators.journey import Journey


def _rows(journey: Journey) -> Any:
    assessments = journey.table("cin_assessments")
    done = assessments.filter(assessments.authorisation_date.notnull())
    rows = journey.steps.assessment_days(done)
    rows = rows.select(
        "area",
        "person_id",
        day="authorisation_date",
        numerator=1,
        denominator=1,
        duration=journey.steps.working_day_bands(
            rows.working_days, (0, 10, 20, 30, 40, 45, 50, 60)
        ),
        stage=journey.in_force.stage("assessment", rows, rows.authorisation_date, rows.stage),
    )
    return journey.with_child(rows)


INDICATOR = Indicator(
    name="assessments_completed",
    title="Assessments completed",
    words="Assessments completed",
    counted="assessments completed",
    theme=Theme.REFERRALS,
    units=(Unit.COUNT, Unit.RATE_PER_10000),
    compared_by=Unit.RATE_PER_10000,
    numerator=(
        "Assessments by children’s social care completed in the year, each child’s assessment "
        "counted."
    ),
    denominator=(
        "Children aged 0 to 17 in the mid-year population estimate for the June before the year "
        "ends, as first published."
    ),
    window="Assessments authorised in the year, whenever begun.",
    period_kind=PeriodKind.FINANCIAL_YEAR,
    polarity=Polarity.NEUTRAL,
    polarity_reason=(
        "The number follows referrals and the practice of assessing again during a case; more "
        "is not better nor worse."
    ),
    basis=Basis.STATUTORY,
    computation=Computation.FROM_RECORDS,
    source="dfe.c2: Assessments_completed, Assessments_completed_rate",
    limits=(
        "Not a count of children: a child assessed twice counts twice. It does not say what the "
        "assessment found."
    ),
    checked=date(2026, 11, 20),
    checked_against=(
        "Column headings and Luton’s row for 2024 in the c2 file, whose rate was worked out "
        "again and whose bands of days add up to it; the wording of the release’s own guidance "
        "is to be confirmed in the original."
    ),
    breakdowns=("duration", "stage", "age", "sex", "ethnicity", "locality"),
    stages=("assessment",),
    expression=Expression(
        rows=_rows,
        timing=Timing.EVENT,
        shape=Shape.COUNT,
        needs=(Need("cin_assessments"), Need("cin_episodes")),
        breakdowns=("duration", "stage", "age", "sex", "ethnicity", "locality"),
        parameters=("assessment_timed_from",),
    ),
)
