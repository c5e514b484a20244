"""Learners registered for e-learning: what is counted, from where, and what it cannot tell."""

from datetime import date

from goldenthread.indicators.definition import Basis, Computation, Indicator, Polarity, Theme
from goldenthread.nouns import PeriodKind, Sensitivity, Unit

INDICATOR = Indicator(
    name="elearning_registered",
    title="Learners registered for e-learning",
    words="Learners registered for e-learning",
    counted="learners registered",
    theme=Theme.WORKFORCE,
    units=(Unit.COUNT,),
    compared_by=Unit.COUNT,
    numerator=(
        "Learners registered on the partnership’s e-learning modules, once for each module."
    ),
    denominator="",
    window="Registrations made in the period.",
    period_kind=PeriodKind.FINANCIAL_YEAR,
    polarity=Polarity.NEUTRAL,
    polarity_reason="Registering is easy; what matters is finishing and using it.",
    basis=Basis.LOCAL,
    computation=Computation.FROM_RETURN,
    source="local.training: the e-learning table, registered",
    limits=(
        "Many register and never finish. A change in refresher rules can move it by thousands."
    ),
    checked=date(2026, 11, 20),
    checked_against=(
        "Luton’s printed table of e-learning, registered, for 2022-23; the booking system’s own "
        "definition is to be confirmed in the original."
    ),
    look_alikes=("elearning_completed",),
    sensitivity=Sensitivity.WORKFORCE,
)
