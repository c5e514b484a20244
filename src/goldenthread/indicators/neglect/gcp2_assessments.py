"""Neglect assessments with the Graded Care Profile."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

from goldenthread.indicators.definition import Basis, Computation, Indicator, Polarity, Theme
from goldenthread.indicators.expression import Expression, Need, Shape, Timing
from goldenthread.nouns import PeriodKind, Unit

if TYPE_CHECKING:
    from goldenthread.indicators.journey import Journey


def _rows(journey: Journey) -> Any:
    rows = journey.table("gcp2_assessments")
    one = rows.person_id + " " + rows.assessment_date.cast("string")
    if journey.choice("gcp2_counted") == "assessments":
        one = rows.assessment_id.fill_null(one)
    rows = rows.select(
        "area",
        "person_id",
        "agency",
        day="assessment_date",
        numerator=1,
        denominator=1,
        episode=rows.agency + " " + one,
    )
    return journey.with_child(rows)


INDICATOR = Indicator(
    name="gcp2_assessments",
    title="Neglect assessments with the Graded Care Profile",
    words="Graded Care Profile assessments",
    counted="Graded Care Profile assessments",
    theme=Theme.NEGLECT,
    units=(Unit.COUNT,),
    compared_by=Unit.COUNT,
    numerator=(
        "Assessments of neglect completed with Graded Care Profile 2 (GCP2), by any agency."
    ),
    denominator="",
    window="Assessments completed in the period.",
    period_kind=PeriodKind.FINANCIAL_YEAR,
    polarity=Polarity.HIGH_IS_BETTER,
    polarity_reason=(
        "The partnership has agreed on one tool and has called its use too low for years; while "
        "that stands, more is better."
    ),
    basis=Basis.LOCAL,
    computation=Computation.FROM_RECORDS,
    source="local.gcp2: the tool’s return by agency",
    limits=(
        "A profile completed is not a plan changed. Staff trained yet never using it are not "
        "seen here. Agencies without direct work with families complete none. An assessment "
        "of brothers and sisters together counts once where the return names the assessment, "
        "unless children are chosen."
    ),
    checked=date(2026, 11, 20),
    checked_against=(
        "No return was found for it: the definition is proposed here for the multi-agency "
        "dataset and is to be confirmed in the original with each agency licensed to use the "
        "tool."
    ),
    breakdowns=("agency", "age", "sex", "ethnicity", "locality"),
    look_alikes=("gcp2_share_of_neglect_plans",),
    expression=Expression(
        rows=_rows,
        timing=Timing.EVENT,
        shape=Shape.COUNT,
        needs=(Need("gcp2_assessments"),),
        breakdowns=("agency", "age", "sex", "ethnicity", "locality"),
        parameters=("gcp2_counted",),
        episodes=True,
    ),
)
