"""Serious incident notifications: what is counted, from where, and what it cannot tell."""

from datetime import date

from goldenthread.indicators.definition import Basis, Computation, Indicator, Polarity, Theme
from goldenthread.nouns import PeriodKind, Unit

INDICATOR = Indicator(
    name="serious_incident_notifications",
    title="Serious incident notifications",
    words="Serious incident notifications",
    counted="serious incident notifications",
    theme=Theme.LEARNING,
    units=(Unit.COUNT,),
    compared_by=Unit.COUNT,
    numerator="Serious incidents that the council notified to the national panel.",
    denominator="",
    window="Notified in the period.",
    period_kind=PeriodKind.FINANCIAL_YEAR,
    polarity=Polarity.NEUTRAL,
    polarity_reason=(
        "A year without one may be luck or silence; the number is far too small to be told as "
        "better or worse."
    ),
    basis=Basis.STATUTORY,
    computation=Computation.FROM_RETURN,
    source="local.learning: the partnership’s record of notifications",
    limits=(
        "Counts notices, not harm: most serious harm does not meet the rule. One to five "
        "children, so the number itself may have to be withheld."
    ),
    checked=date(2026, 11, 20),
    checked_against=(
        "Luton’s printed count for 2022-23; the time allowed for notifying is to be confirmed "
        "in the original guidance."
    ),
    look_alikes=("rapid_reviews",),
)
