"""Reviews under way: what is counted, from where, and what it cannot tell."""

from datetime import date

from goldenthread.indicators.definition import Basis, Computation, Indicator, Polarity, Theme
from goldenthread.nouns import PeriodKind, Sensitivity, Unit

INDICATOR = Indicator(
    name="reviews_underway",
    title="Reviews under way",
    words="Reviews under way",
    counted="reviews under way",
    theme=Theme.LEARNING,
    units=(Unit.COUNT,),
    compared_by=Unit.COUNT,
    numerator="Local reviews begun and not finished on the day.",
    denominator="",
    window="The position on the last day of the year.",
    period_kind=PeriodKind.YEAR_END,
    polarity=Polarity.NEUTRAL,
    polarity_reason=("A review takes the months that it takes; many at once strain a small unit."),
    basis=Basis.STATUTORY,
    computation=Computation.FROM_RETURN,
    source="local.learning: the partnership’s list of open reviews",
    limits=(
        "Six months are the aim, and the count does not say how many are over it. Reviews "
        "joined with the adults’ partnership may be counted by both."
    ),
    checked=date(2026, 11, 20),
    checked_against=(
        "Luton’s printed count of open reviews at March 2023; the six months is to be confirmed "
        "in the original guidance."
    ),
    look_alikes=("reviews_completed_unpublished", "reviews_published"),
    sensitivity=Sensitivity.NONE,
)
