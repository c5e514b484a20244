"""Strengths and difficulties scores received."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

from goldenthread.indicators.definition import Basis, Computation, Indicator, Polarity, Theme
from goldenthread.indicators.expression import Expression, Need, Shape, Timing, Told
from goldenthread.nouns import PeriodKind, Unit

if TYPE_CHECKING:
    from goldenthread.indicators.journey import Journey


def _rows(journey: Journey) -> Any:
    rows = journey.care.scored()
    rows = rows.select(
        "area", "person_id", "day", numerator=rows.score.notnull().ifelse(1, 0), denominator=1
    )
    return journey.with_child(rows)


INDICATOR = Indicator(
    name="looked_after_sdq_received",
    title="Strengths and difficulties scores received",
    words=("The share of children looked after with a strengths and difficulties score"),
    counted="children with a strengths and difficulties score",
    theme=Theme.LOOKED_AFTER,
    units=(Unit.COUNT, Unit.PERCENT),
    compared_by=Unit.PERCENT,
    numerator=(
        "Children in the base for whom a carer’s questionnaire was completed and scored in the "
        "year."
    ),
    denominator=(
        "Children aged 5 to 16 looked after on 31 March for at least twelve months without a break."
    ),
    window="Questionnaires completed during the year.",
    period_kind=PeriodKind.FINANCIAL_YEAR,
    polarity=Polarity.HIGH_IS_BETTER,
    polarity_reason=(
        "Without a score, a child’s distress goes unmeasured and the average of the rest misleads."
    ),
    basis=Basis.STATUTORY,
    computation=Computation.FROM_RECORDS,
    source=(
        "dfe.cla_health: children_count, children_percent where breakdown is “SDQ score was "
        "received”"
    ),
    limits=(
        "Tells that a form was filled in, not that anyone acted upon it. Read it before the "
        "average score or the share that is a cause for concern. What the yearly return says "
        "of a child holds, its reason why there is no score too; elsewhere the last score "
        "within the year counts."
    ),
    checked=date(2026, 11, 20),
    checked_against=(
        "Column headings and Luton’s row for 2024 in the convictions and health file, whose 95% "
        "was worked out again from 187 of 196; the statistical release’s own methodology is to "
        "be confirmed in the original."
    ),
    decimals={Unit.PERCENT: 0},
    breakdowns=("age", "sex", "ethnicity", "locality"),
    look_alikes=("looked_after_sdq_average", "looked_after_sdq_cause_for_concern"),
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
            Need("sdq_scores", months_before=12, one_of="what was done"),
        ),
        breakdowns=("age", "sex", "ethnicity", "locality"),
        parameters=("months_up_to_the_day",),
    ),
)
