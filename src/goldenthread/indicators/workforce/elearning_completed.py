"""Learners who completed e-learning: what is counted, from where, and what it cannot tell."""

from datetime import date

from goldenthread.indicators.definition import Basis, Computation, Indicator, Polarity, Theme
from goldenthread.nouns import PeriodKind, Sensitivity, Unit

INDICATOR = Indicator(
    name="elearning_completed",
    title="Learners who completed e-learning",
    words="Learners who completed e-learning",
    counted="learners who completed",
    theme=Theme.WORKFORCE,
    units=(Unit.COUNT,),
    compared_by=Unit.COUNT,
    numerator="Learners who completed a module, once for each module.",
    denominator="",
    window="Completions in the period.",
    period_kind=PeriodKind.FINANCIAL_YEAR,
    polarity=Polarity.NEUTRAL,
    polarity_reason="More completed may be more learnt or shorter modules.",
    basis=Basis.LOCAL,
    computation=Computation.FROM_RETURN,
    source="local.training: the e-learning table, completed",
    limits=(
        "A completion may follow a registration of an earlier period, so dividing the two gives "
        "no true share."
    ),
    checked=date(2026, 11, 20),
    checked_against=(
        "Luton’s printed table of e-learning, completed, whose quarters were added up; the "
        "booking system’s own definition is to be confirmed in the original."
    ),
    look_alikes=("elearning_registered", "training_places_taken"),
    sensitivity=Sensitivity.WORKFORCE,
)
