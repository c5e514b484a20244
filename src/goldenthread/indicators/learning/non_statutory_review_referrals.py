"""Referrals for a non-statutory review: what is counted, from where, and what it cannot tell."""

from datetime import date

from goldenthread.indicators.definition import Basis, Computation, Indicator, Polarity, Theme
from goldenthread.nouns import PeriodKind, Unit

INDICATOR = Indicator(
    name="non_statutory_review_referrals",
    title="Referrals for a non-statutory review",
    words="Referrals for a non-statutory review",
    counted="referrals for a non-statutory review",
    theme=Theme.LEARNING,
    units=(Unit.COUNT,),
    compared_by=Unit.COUNT,
    numerator=(
        "Cases that an agency put forward for review though no serious incident was notified."
    ),
    denominator="",
    window="Referred in the period.",
    period_kind=PeriodKind.FINANCIAL_YEAR,
    polarity=Polarity.NEUTRAL,
    polarity_reason=(
        "Agencies bringing cases may show a wish to learn, or doubts about what should have "
        "been notified."
    ),
    basis=Basis.LOCAL,
    computation=Computation.FROM_RETURN,
    source="local.learning: the partnership’s record of cases put forward",
    limits=(
        "Not all are taken up, and the number does not show which. Each concerns a child or family."
    ),
    checked=date(2026, 11, 20),
    checked_against=(
        "Luton’s printed count of cases put forward for 2022-23; the local criteria is to be "
        "confirmed in the original guidance."
    ),
)
