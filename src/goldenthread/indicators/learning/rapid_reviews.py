"""Rapid reviews: what is counted, from where, and what it cannot tell."""

from datetime import date

from goldenthread.indicators.definition import Basis, Computation, Indicator, Polarity, Theme
from goldenthread.nouns import PeriodKind, Unit

INDICATOR = Indicator(
    name="rapid_reviews",
    title="Rapid reviews",
    words="Rapid reviews",
    counted="rapid reviews",
    theme=Theme.LEARNING,
    units=(Unit.COUNT,),
    compared_by=Unit.COUNT,
    numerator="Rapid reviews that this partnership carried out.",
    denominator="",
    window="Reviews completed in the period.",
    period_kind=PeriodKind.FINANCIAL_YEAR,
    polarity=Polarity.NEUTRAL,
    polarity_reason=("There should be one for each notified incident, neither more nor fewer."),
    basis=Basis.STATUTORY,
    computation=Computation.FROM_RETURN,
    source="local.learning: the partnership’s record of rapid reviews",
    limits=(
        "Says nothing of what was learnt. A review may end in the year after the notice it answers."
    ),
    checked=date(2026, 11, 20),
    checked_against=(
        "Luton’s printed count of rapid reviews for 2022-23; the fifteen working days is to be "
        "confirmed in the original guidance."
    ),
    look_alikes=("rapid_reviews_contributed_to_elsewhere", "serious_incident_notifications"),
)
