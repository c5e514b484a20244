"""Safeguarding training in date: what is counted, from where, and what it cannot tell."""

from datetime import date

from goldenthread.indicators.definition import Basis, Computation, Indicator, Polarity, Theme
from goldenthread.nouns import PeriodKind, Sensitivity, Unit

INDICATOR = Indicator(
    name="training_compliance",
    title="Safeguarding training in date",
    words="The share of staff whose safeguarding training is in date",
    counted="staff with training in date",
    theme=Theme.WORKFORCE,
    units=(Unit.PERCENT,),
    compared_by=Unit.PERCENT,
    numerator=("Staff whose safeguarding training at the level their post needs is in date."),
    denominator="Staff whose post needs training at that level.",
    window="As on the last day of the period.",
    period_kind=PeriodKind.FINANCIAL_YEAR,
    polarity=Polarity.HIGH_IS_BETTER,
    polarity_reason="Staff who do not know the signs cannot act on them.",
    basis=Basis.LOCAL,
    computation=Computation.FROM_RETURN,
    source="local.workforce: each agency’s return by level",
    limits=(
        "An agency’s own count of its own staff; bank and agency workers are often left out. "
        "Levels mean different hours in different professions."
    ),
    checked=date(2026, 11, 20),
    checked_against=(
        "No return was found for it: the definition is proposed here for the multi-agency "
        "dataset and is to be confirmed in the original with each agency’s training lead."
    ),
    breakdowns=("agency", "level"),
    look_alikes=("supervision_compliance", "training_places_taken"),
    sensitivity=Sensitivity.WORKFORCE,
    plural=False,
)
