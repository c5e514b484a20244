"""Strengths and difficulties scores that are a cause for concern."""

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
    rows = rows.filter(rows.score.notnull())
    rows = rows.select(
        "area", "person_id", "day", numerator=(rows.score >= 17).ifelse(1, 0), denominator=1
    )
    return journey.with_child(rows)


INDICATOR = Indicator(
    name="looked_after_sdq_cause_for_concern",
    title="Strengths and difficulties scores that are a cause for concern",
    words=("The share of scored children looked after whose score was a cause for concern"),
    counted="children whose score was a cause for concern",
    theme=Theme.LOOKED_AFTER,
    units=(Unit.COUNT, Unit.PERCENT),
    compared_by=Unit.PERCENT,
    numerator="Children in the base whose total difficulties score was 17 or higher.",
    denominator=(
        "Children aged 5 to 16, looked after for at least twelve months, whose score was received."
    ),
    window="The score from the questionnaire completed in the year.",
    period_kind=PeriodKind.FINANCIAL_YEAR,
    polarity=Polarity.LOW_IS_BETTER,
    polarity_reason=(
        "A score this high calls for help with a child’s mental health, so fewer of them is "
        "better for the children who have them."
    ),
    basis=Basis.STATUTORY,
    computation=Computation.FROM_RECORDS,
    source=(
        "dfe.cla_health: children_count, children_percent where breakdown is “SDQ score is a "
        "cause for concern”"
    ),
    limits=(
        "The base is those with a score, so a low rate of return can flatter or darken it. The "
        "band begins at 17 by the published scale."
    ),
    checked=date(2026, 11, 20),
    checked_against=(
        "Column headings and Luton’s row for 2024 in the convictions and health file, whose 35% "
        "was worked out again from 66 of 187; the statistical release’s own methodology is to "
        "be confirmed in the original. The bands were read in the Interactive Tool’s "
        "dictionary, measure 162."
    ),
    decimals={Unit.PERCENT: 0},
    breakdowns=("age", "sex", "ethnicity", "locality"),
    look_alikes=("looked_after_sdq_average", "looked_after_sdq_received"),
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
