"""Strengths and difficulties scores received."""

from datetime import date

from goldenthread.indicators.definition import Basis, Computation, Indicator, Polarity, Theme
from goldenthread.nouns import PeriodKind, Unit

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
        "average score or the share that is a cause for concern."
    ),
    checked=date(2026, 11, 20),
    checked_against=(
        "Column headings and Luton’s row for 2024 in the convictions and health file, whose 95% "
        "was worked out again from 187 of 196; the statistical release’s own methodology is to "
        "be confirmed in the original."
    ),
    decimals={Unit.PERCENT: 0},
    look_alikes=("looked_after_sdq_average", "looked_after_sdq_cause_for_concern"),
    plural=False,
)
