"""Satisfaction with training: what is counted, from where, and what it cannot tell."""

from datetime import date

from goldenthread.indicators.definition import Basis, Computation, Indicator, Polarity, Theme
from goldenthread.nouns import PeriodKind, Sensitivity, Unit

INDICATOR = Indicator(
    name="training_satisfaction",
    title="Satisfaction with training",
    words="The share of learners satisfied with their training",
    counted="learners satisfied",
    theme=Theme.WORKFORCE,
    units=(Unit.PERCENT,),
    compared_by=Unit.PERCENT,
    numerator="Learners who on their evaluation form were satisfied.",
    denominator="Learners who filled in the form.",
    window="Forms for courses or modules of the period.",
    period_kind=PeriodKind.FINANCIAL_YEAR,
    polarity=Polarity.HIGH_IS_BETTER,
    polarity_reason="Training that people found poor is unlikely to change what they do.",
    basis=Basis.LOCAL,
    computation=Computation.FROM_RETURN,
    source="local.training: evaluation forms on the day, by kind",
    limits=(
        "It is the lowest level of evaluation: content learners need not practise otherwise, "
        "and it has stayed at 97% or more. Says nothing of impact on children. Those who did "
        "not fill in the form are left out."
    ),
    checked=date(2026, 11, 20),
    checked_against=(
        "Luton’s printed tables of satisfaction for 2021-22 and 2022-23; the booking system’s "
        "own definition is to be confirmed in the original."
    ),
    decimals={Unit.PERCENT: 0},
    breakdowns=("kind",),
    sensitivity=Sensitivity.WORKFORCE,
    plural=False,
)
