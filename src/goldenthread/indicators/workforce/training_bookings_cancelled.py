"""Training courses or bookings cancelled: what is counted, from where, and what it cannot tell."""

from datetime import date

from goldenthread.indicators.definition import Basis, Computation, Indicator, Polarity, Theme
from goldenthread.nouns import PeriodKind, Sensitivity, Unit

INDICATOR = Indicator(
    name="training_bookings_cancelled",
    title="Training courses or bookings cancelled",
    words="Training cancellations",
    counted="cancellations",
    theme=Theme.WORKFORCE,
    units=(Unit.COUNT,),
    compared_by=Unit.COUNT,
    numerator="Courses, or bookings, cancelled before they took place.",
    denominator="",
    window="Cancelled in the period.",
    period_kind=PeriodKind.FINANCIAL_YEAR,
    polarity=Polarity.LOW_IS_BETTER,
    polarity_reason="Each cancellation is a learner who waits.",
    basis=Basis.LOCAL,
    computation=Computation.FROM_RETURN,
    source="local.training: the class-based table, cancelled",
    limits=(
        "The printed table does not say whether courses or bookings are counted, which must be "
        "settled before it is compared with anything."
    ),
    checked=date(2026, 11, 20),
    checked_against=(
        "Luton’s printed table with the row Cancelled; the booking system’s own definition is "
        "to be confirmed in the original."
    ),
    sensitivity=Sensitivity.WORKFORCE,
)
