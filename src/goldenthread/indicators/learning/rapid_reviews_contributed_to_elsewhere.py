"""Rapid reviews led elsewhere: what is counted, from where, and what it cannot tell."""

from datetime import date

from goldenthread.indicators.definition import Basis, Computation, Indicator, Polarity, Theme
from goldenthread.nouns import PeriodKind, Unit

INDICATOR = Indicator(
    name="rapid_reviews_contributed_to_elsewhere",
    title="Rapid reviews led elsewhere",
    words="Rapid reviews led elsewhere to which the partnership contributed",
    counted="rapid reviews led elsewhere",
    theme=Theme.LEARNING,
    units=(Unit.COUNT,),
    compared_by=Unit.COUNT,
    numerator=("Rapid reviews led by another partnership to which agencies here contributed."),
    denominator="",
    window="Contributions made in the period.",
    period_kind=PeriodKind.FINANCIAL_YEAR,
    polarity=Polarity.NEUTRAL,
    polarity_reason=("It depends on where families have lived, which no partnership chooses."),
    basis=Basis.LOCAL,
    computation=Computation.FROM_RETURN,
    source="local.learning: the partnership’s record of contributions",
    limits=(
        "The lead partnership counts the same review as its own, so the two may not be added "
        "across areas."
    ),
    checked=date(2026, 11, 20),
    checked_against=(
        "Luton’s printed count of contributions for 2022-23; what makes a contribution is to be "
        "confirmed in the original guidance."
    ),
    look_alikes=("rapid_reviews",),
)
