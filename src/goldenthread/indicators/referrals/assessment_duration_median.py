"""Median duration of assessments: what is counted, from where, and what it cannot tell."""

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
    timed = rows.filter(rows.working_days.notnull())
    timed = timed.select(
        "area", "person_id", day="authorisation_date", numerator="working_days", denominator=1
    )
    return journey.with_child(timed)


INDICATOR = Indicator(
    name="assessment_duration_median",
    title="Median duration of assessments",
    words="The median duration of assessments",
    counted="working days for the middle assessment",
    theme=Theme.REFERRALS,
    units=(Unit.DAYS,),
    compared_by=Unit.DAYS,
    numerator=(
        "The number of working days by which half of the assessments completed in the year were "
        "done."
    ),
    denominator="Assessments completed in the year, in order of duration.",
    window=("From the start of each assessment to its authorisation, in working days."),
    period_kind=PeriodKind.FINANCIAL_YEAR,
    polarity=Polarity.NEUTRAL,
    polarity_reason=(
        "A longer assessment may be a fuller one or one left lying; a shorter one may be prompt "
        "or thin."
    ),
    basis=Basis.STATUTORY,
    computation=Computation.FROM_RECORDS,
    source="dfe.c2: Median_days",
    limits=(
        "Half took longer, and how much longer it does not say. An average of several areas’ "
        "medians is not their median."
    ),
    checked=date(2026, 11, 20),
    checked_against=(
        "Column headings and Luton’s row for 2024 in the c2 file, whose median lies in the band "
        "where the count passes half; the wording of the release’s own guidance is to be "
        "confirmed in the original."
    ),
    breakdowns=("age", "sex", "ethnicity", "locality"),
    look_alikes=("referral_to_assessment_time_median",),
    stages=("assessment",),
    plural=False,
    expression=Expression(
        rows=_rows,
        timing=Timing.EVENT,
        shape=Shape.MEDIAN,
        needs=(Need("cin_assessments"), Need("cin_episodes")),
        breakdowns=("age", "sex", "ethnicity", "locality"),
        parameters=("assessment_timed_from",),
    ),
)
