"""Average strengths and difficulties score."""

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
    rows = rows.select("area", "person_id", "day", numerator="score", denominator=1)
    return journey.with_child(rows)


INDICATOR = Indicator(
    name="looked_after_sdq_average",
    title="Average strengths and difficulties score",
    words="The average strengths and difficulties score of children looked after",
    counted="points on average",
    theme=Theme.LOOKED_AFTER,
    units=(Unit.MEAN,),
    compared_by=Unit.MEAN,
    numerator="The sum of the total difficulties scores received.",
    denominator=("Children aged 5 to 16, looked after for at least twelve months, with a score."),
    window=("One score for each child, from the questionnaire completed in the year."),
    period_kind=PeriodKind.FINANCIAL_YEAR,
    polarity=Polarity.LOW_IS_BETTER,
    polarity_reason=(
        "A higher score, on a scale of 0 to 40, means more emotional and behavioural difficulty "
        "as the carer sees it."
    ),
    basis=Basis.STATUTORY,
    computation=Computation.FROM_RECORDS,
    source="dfe.cla_health: children_count where breakdown is “SDQ average score”",
    limits=(
        "A carer’s view, not a diagnosis. It falls if settled children come into care and rises "
        "if troubled ones do, whatever the care does. Hides the spread: read it with the share "
        "that is a cause for concern."
    ),
    checked=date(2026, 11, 20),
    checked_against=(
        "Luton’s 2024 row (13.3) in the convictions and health file, where the average stands "
        "in the column of counts; measure 162 of the Interactive Tool’s dictionary."
    ),
    breakdowns=("age", "sex", "ethnicity", "locality"),
    look_alikes=("looked_after_sdq_cause_for_concern", "looked_after_sdq_received"),
    plural=False,
    expression=Expression(
        rows=_rows,
        timing=Timing.STOCK,
        shape=Shape.MEAN,
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
