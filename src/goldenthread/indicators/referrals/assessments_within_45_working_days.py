"""Assessments completed within 45 working days."""

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
    in_time = (rows.working_days <= 45).fill_null(False)
    rows = rows.select(
        "area",
        "person_id",
        day="authorisation_date",
        numerator=in_time.ifelse(1, 0),
        denominator=1,
    )
    return journey.with_child(rows)


INDICATOR = Indicator(
    name="assessments_within_45_working_days",
    title="Assessments completed within 45 working days",
    words="The share of assessments completed within 45 working days",
    counted="assessments completed within 45 working days",
    theme=Theme.REFERRALS,
    units=(Unit.COUNT, Unit.PERCENT),
    compared_by=Unit.PERCENT,
    numerator="Assessments completed in the year in 45 working days or fewer.",
    denominator="All assessments completed in the year.",
    window=(
        "From the start of the assessment to its authorisation, in working days without "
        "weekends and the bank holidays of England."
    ),
    period_kind=PeriodKind.FINANCIAL_YEAR,
    polarity=Polarity.HIGH_IS_BETTER,
    polarity_reason=(
        "A family should not wait longer than statutory guidance allows to learn what help "
        "there will be."
    ),
    basis=Basis.STATUTORY,
    computation=Computation.FROM_RECORDS,
    source=(
        "dfe.c2: Same_day, 1-10_days, 11-20_days, 21-30_days, 31-40_days, 41-45_days, "
        "Assessments_completed; lait: Continue_Assess_Comp"
    ),
    first_source="lait",
    first_source_reason=(
        "The release prints bands of working days and no share. One band withheld leaves the share "
        "unknown, and the Department prints it all the same in the Interactive Tool."
    ),
    limits=(
        "Guidance counts the 45 days from referral while the statistics time the assessment "
        "itself. Speed says nothing of depth, and assessments still open are not in it however "
        "late they are. From when the days are counted is a parameter; an assessment dated to end "
        "before it began is not in time and stays in the total."
    ),
    checked=date(2026, 11, 20),
    checked_against=(
        "Luton’s 2024 row of the c2 file, from which 87.8% was worked out again; measure 304 of "
        "the Interactive Tool’s dictionary; the start of the count is to be confirmed in the "
        "original."
    ),
    breakdowns=("age", "sex", "ethnicity", "locality"),
    stages=("assessment",),
    plural=False,
    expression=Expression(
        rows=_rows,
        timing=Timing.EVENT,
        shape=Shape.SHARE,
        needs=(Need("cin_assessments"), Need("cin_episodes")),
        breakdowns=("age", "sex", "ethnicity", "locality"),
        parameters=("assessment_timed_from",),
    ),
)
