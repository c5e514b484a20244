"""Waiting time for mental health help: what is counted, from where, and what it cannot tell."""

from datetime import date

from goldenthread.indicators.definition import Basis, Computation, Indicator, Polarity, Theme
from goldenthread.nouns import PeriodKind, Unit

INDICATOR = Indicator(
    name="mental_health_waiting_time",
    title="Waiting time for mental health help",
    words="The waiting time for mental health help",
    counted="days waited",
    theme=Theme.HEALTH,
    units=(Unit.DAYS,),
    compared_by=Unit.DAYS,
    numerator=(
        "Days from a child’s referral to specialist mental health services to the first "
        "treatment contact; the middle value of the period."
    ),
    denominator="Children whose first treatment contact fell in the period.",
    window="From referral to first treatment contact.",
    period_kind=PeriodKind.QUARTER,
    polarity=Polarity.LOW_IS_BETTER,
    polarity_reason="A child in distress is harmed by waiting.",
    basis=Basis.LOCAL,
    computation=Computation.FROM_RETURN,
    source=(
        "local.mental_health: the provider’s quarterly return, the partnership’s children only"
    ),
    limits=(
        "Only those who have been seen have a waiting time: a service that sees nobody new "
        "looks quick. Whether the first contact is an assessment or treatment is to be agreed."
    ),
    checked=date(2026, 11, 20),
    checked_against=(
        "No return was found for it: the definition is proposed here for the multi-agency "
        "dataset and is to be confirmed in the original with the mental health trust."
    ),
    plural=False,
)
