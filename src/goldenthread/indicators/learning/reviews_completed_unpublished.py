"""Reviews completed and not published: what is counted, from where, and what it cannot tell."""

from datetime import date

from goldenthread.indicators.definition import Basis, Computation, Indicator, Polarity, Theme
from goldenthread.nouns import PeriodKind, Sensitivity, Unit

INDICATOR = Indicator(
    name="reviews_completed_unpublished",
    title="Reviews completed and not published",
    words="Reviews completed and not published",
    counted="reviews completed and not published",
    theme=Theme.LEARNING,
    units=(Unit.COUNT,),
    compared_by=Unit.COUNT,
    numerator="Local reviews finished and signed off but not published on the day.",
    denominator="",
    window="The position on the last day of the period.",
    period_kind=PeriodKind.YEAR_END,
    polarity=Polarity.NEUTRAL,
    polarity_reason=(
        "Waiting for a trial or sparing a family may be right; the reason has to be given each "
        "time."
    ),
    basis=Basis.STATUTORY,
    computation=Computation.FROM_RETURN,
    source="local.learning: the partnership’s list of unpublished reviews",
    limits=(
        "Does not show for how long each has waited nor why. Learning can be used before a "
        "review is published."
    ),
    checked=date(2026, 11, 20),
    checked_against=(
        "Luton’s printed count of unpublished reviews at March 2023; the reasons that are "
        "allowed is to be confirmed in the original guidance."
    ),
    look_alikes=("reviews_published", "reviews_underway"),
    sensitivity=Sensitivity.NONE,
)
