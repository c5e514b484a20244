"""Reviews published: what is counted, from where, and what it cannot tell."""

from datetime import date

from goldenthread.indicators.definition import Basis, Computation, Indicator, Polarity, Theme
from goldenthread.nouns import PeriodKind, Sensitivity, Unit

INDICATOR = Indicator(
    name="reviews_published",
    title="Reviews published",
    words="Child safeguarding practice reviews published",
    counted="reviews published",
    theme=Theme.LEARNING,
    units=(Unit.COUNT,),
    compared_by=Unit.COUNT,
    numerator=("Local child safeguarding practice reviews published and standing on the day."),
    denominator="",
    window="Published by the last day of the period, within the reporting year.",
    period_kind=PeriodKind.YEAR_END,
    polarity=Polarity.NEUTRAL,
    polarity_reason=(
        "Publishing is a duty where a review is done; how many there are is no achievement."
    ),
    basis=Basis.STATUTORY,
    computation=Computation.FROM_RETURN,
    source="local.learning: the partnership’s list of reviews",
    limits=(
        "Reviews of earlier years come out late because of courts, so the year of publication "
        "is not the year of harm."
    ),
    checked=date(2026, 11, 20),
    checked_against=(
        "Luton’s printed count of published reviews at March 2023; the copy to the panel before "
        "publication is to be confirmed in the original guidance."
    ),
    look_alikes=("reviews_completed_unpublished", "reviews_underway"),
    sensitivity=Sensitivity.NONE,
)
