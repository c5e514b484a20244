"""Annual health assessments of children looked after."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

from goldenthread.indicators.definition import Basis, Computation, Indicator, Polarity, Theme
from goldenthread.indicators.expression import Expression, Need, Shape, Timing, Told
from goldenthread.nouns import PeriodKind, Unit

if TYPE_CHECKING:
    from goldenthread.indicators.journey import Journey


def _rows(journey: Journey) -> Any:
    rows = journey.care.for_a_year()
    rows = journey.care.checked(
        rows, "health_assessment", ("RHA", "HEALTH"), "last_health_assessment_date"
    )
    rows = rows.select("area", "person_id", "day", numerator="done", denominator=1)
    return journey.with_child(rows)


INDICATOR = Indicator(
    name="looked_after_health_assessments",
    title="Annual health assessments of children looked after",
    words=("The share of children looked after who had their annual health assessment"),
    counted="children who had their annual health assessment",
    theme=Theme.LOOKED_AFTER,
    units=(Unit.COUNT, Unit.PERCENT),
    compared_by=Unit.PERCENT,
    numerator="Children in the base who had their health assessment during the year.",
    denominator=(
        "Children looked after on 31 March who had then been looked after for at least twelve "
        "months without a break."
    ),
    window=(
        "Looked after for the twelve months that ended on 31 March; events during the same year."
    ),
    period_kind=PeriodKind.FINANCIAL_YEAR,
    polarity=Polarity.HIGH_IS_BETTER,
    polarity_reason="Regular assessment finds what a settled parent would have noticed.",
    basis=Basis.STATUTORY,
    computation=Computation.FROM_RECORDS,
    source=(
        "dfe.cla_health: children_count, children_percent where breakdown is “Had their annual "
        "health assessment”"
    ),
    limits=(
        "An assessment held is not a need met: what became of its recommendations is not "
        "here. Children looked after for less than a year are left out. What the yearly "
        "return says holds; elsewhere an assessment within the year counts, the initial one "
        "not, and a list tells only of the last."
    ),
    checked=date(2026, 11, 20),
    checked_against=(
        "Column headings and Luton’s row for 2024 in the convictions and health file, whose 92% "
        "was worked out again from 235 of 255; the statistical release’s own methodology is to "
        "be confirmed in the original."
    ),
    decimals={Unit.PERCENT: 0},
    breakdowns=("age", "sex", "ethnicity", "locality"),
    look_alikes=("initial_health_assessment_in_time",),
    plural=False,
    expression=Expression(
        rows=_rows,
        timing=Timing.STOCK,
        shape=Shape.SHARE,
        needs=(
            Need("cla_episodes", months_before=12, one_of="a year in care"),
            Need(
                "cla_episodes",
                column="entered_care_date",
                told=Told.ON_ITS_LAST_DAY,
                one_of="a year in care",
            ),
            Need("cla_yearly_outcomes", told=Told.ON_THE_DAY, one_of="what was done"),
            Need("cla_health", months_before=12, one_of="what was done"),
            Need(
                "cla_episodes",
                column="last_health_assessment_date",
                told=Told.ON_ITS_LAST_DAY,
                one_of="what was done",
            ),
        ),
        breakdowns=("age", "sex", "ethnicity", "locality"),
        parameters=("months_up_to_the_day", "health_assessments_due"),
    ),
)
