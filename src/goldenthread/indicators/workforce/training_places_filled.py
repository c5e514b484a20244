"""Training places filled: what is counted, from where, and what it cannot tell."""

from datetime import date

from goldenthread.indicators.definition import Basis, Computation, Indicator, Polarity, Theme
from goldenthread.nouns import PeriodKind, Sensitivity, Unit

INDICATOR = Indicator(
    name="training_places_filled",
    title="Training places filled",
    words="The share of training places filled",
    counted="places filled",
    theme=Theme.WORKFORCE,
    units=(Unit.PERCENT,),
    compared_by=Unit.PERCENT,
    numerator="Places taken on class-based courses.",
    denominator="Places offered on the class-based courses that took place.",
    window="Courses held during the period.",
    period_kind=PeriodKind.FINANCIAL_YEAR,
    polarity=Polarity.HIGH_IS_BETTER,
    polarity_reason="An empty place is money spent and a worker not trained.",
    basis=Basis.LOCAL,
    computation=Computation.FROM_RETURN,
    source="local.training: the class-based table, places filled",
    limits=(
        "Booked and attended are not always kept apart. Cutting courses raises it at once "
        "without one more person being trained."
    ),
    checked=date(2026, 11, 20),
    checked_against=(
        "Luton’s printed table, class-based training, whose yearly 86% agrees with the plain "
        "mean of its quarters; the booking system’s own definition is to be confirmed in the "
        "original."
    ),
    decimals={Unit.PERCENT: 0},
    look_alikes=("training_places_taken",),
    sensitivity=Sensitivity.WORKFORCE,
    plural=False,
)
