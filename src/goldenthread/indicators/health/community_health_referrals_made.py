"""Referrals made by community health: what is counted, from where, and what it cannot tell."""

from datetime import date

from goldenthread.indicators.definition import Basis, Computation, Indicator, Polarity, Theme
from goldenthread.nouns import PeriodKind, Unit

INDICATOR = Indicator(
    name="community_health_referrals_made",
    title="Referrals made by community health",
    words="Referrals to social care made by community health",
    counted="referrals made by community health",
    theme=Theme.HEALTH,
    units=(Unit.COUNT,),
    compared_by=Unit.COUNT,
    numerator=(
        "Referrals that community health services (health visitors, school nurses, therapists) "
        "made to children’s social care."
    ),
    denominator="",
    window="Referrals sent in the period, by the agency’s own count.",
    period_kind=PeriodKind.FINANCIAL_YEAR,
    polarity=Polarity.NEUTRAL,
    polarity_reason=(
        "Many may show watchful staff or needs met late; few may show early help working or "
        "signs missed."
    ),
    basis=Basis.LOCAL,
    computation=Computation.FROM_RETURN,
    source="local.community_health: the provider’s quarterly return",
    limits=(
        "The sender’s count seldom equals the council’s count by source; the two are read side "
        "by side, never added."
    ),
    checked=date(2026, 11, 20),
    checked_against=(
        "No return was found for it: the definition is proposed here for the multi-agency "
        "dataset and is to be confirmed in the original with the community health provider."
    ),
    breakdowns=("month",),
)
