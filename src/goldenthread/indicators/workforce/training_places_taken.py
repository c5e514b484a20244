"""Training places taken: what is counted, from where, and what it cannot tell."""

from datetime import date

from goldenthread.indicators.definition import Basis, Computation, Indicator, Polarity, Theme
from goldenthread.nouns import PeriodKind, Sensitivity, Unit

INDICATOR = Indicator(
    name="training_places_taken",
    title="Training places taken",
    words="Training places taken",
    counted="training places taken",
    theme=Theme.WORKFORCE,
    units=(Unit.COUNT,),
    compared_by=Unit.COUNT,
    numerator=("Places taken on the partnership’s courses, a person on two courses counted twice."),
    denominator="",
    window="Courses held, or modules completed, in the period.",
    period_kind=PeriodKind.FINANCIAL_YEAR,
    polarity=Polarity.NEUTRAL,
    polarity_reason=(
        "The number follows who is due for a refresher and how the rules for that change, and "
        "does not show what anyone learnt."
    ),
    basis=Basis.LOCAL,
    computation=Computation.FROM_RETURN,
    source="local.training: the booking system by agency, kind and course",
    limits=(
        "The programme is shared by three partnerships, so most places are not Luton’s. Agency "
        "names were regrouped between years. Several printed columns do not add up to their "
        "totals."
    ),
    checked=date(2026, 11, 20),
    checked_against=(
        "Luton’s printed tables of uptake for 2021-22, 2022-23 and 2023-24, whose rows and "
        "columns were added up; the booking system’s own definition is to be confirmed in the "
        "original."
    ),
    breakdowns=("agency", "kind", "course"),
    look_alikes=("elearning_completed", "training_compliance", "training_places_filled"),
    sensitivity=Sensitivity.WORKFORCE,
)
