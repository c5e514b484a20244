"""Training courses delivered: what is counted, from where, and what it cannot tell."""

from datetime import date

from goldenthread.indicators.definition import Basis, Computation, Indicator, Polarity, Theme
from goldenthread.nouns import PeriodKind, Sensitivity, Unit

INDICATOR = Indicator(
    name="training_courses_delivered",
    title="Training courses delivered",
    words="Training courses delivered",
    counted="courses delivered",
    theme=Theme.WORKFORCE,
    units=(Unit.COUNT,),
    compared_by=Unit.COUNT,
    numerator="Class-based courses that took place.",
    denominator="",
    window="Courses held in the period.",
    period_kind=PeriodKind.FINANCIAL_YEAR,
    polarity=Polarity.NEUTRAL,
    polarity_reason="Fewer, fuller courses may serve as well as many half-empty ones.",
    basis=Basis.LOCAL,
    computation=Computation.FROM_RETURN,
    source="local.training: the table of class-based training",
    limits=(
        "A two-hour briefing and a two-day course count the same. Courses cancelled are counted "
        "apart."
    ),
    checked=date(2026, 11, 20),
    checked_against=(
        "Luton’s printed table of class-based training for 2022-23; the booking system’s own "
        "definition is to be confirmed in the original."
    ),
    sensitivity=Sensitivity.WORKFORCE,
)
