"""Hub decisions made in time: what is counted, from where, and what it cannot tell."""

from datetime import date

from goldenthread.indicators.definition import Basis, Computation, Indicator, Polarity, Theme
from goldenthread.nouns import PeriodKind, Unit

INDICATOR = Indicator(
    name="mash_decisions_in_time",
    title="Hub decisions made in time",
    words="The share of hub episodes decided within the time set",
    counted="hub episodes decided in time",
    theme=Theme.FRONT_DOOR,
    units=(Unit.PERCENT,),
    compared_by=Unit.PERCENT,
    numerator="Hub episodes decided within the time set for their urgency.",
    denominator="Hub episodes decided in the period.",
    window=(
        "From the opening of the episode to the decision, in working hours or days by urgency."
    ),
    period_kind=PeriodKind.FINANCIAL_YEAR,
    polarity=Polarity.HIGH_IS_BETTER,
    polarity_reason=(
        "A child at risk should not wait in a queue while agencies write to each other."
    ),
    basis=Basis.LOCAL,
    computation=Computation.FROM_RETURN,
    source="local.mash_episodes: times of opening and decision",
    limits=(
        "The times for each level of urgency are local. A quick decision made without one "
        "agency’s knowledge may be worse than a slower one."
    ),
    checked=date(2026, 11, 20),
    checked_against=(
        "No return of this kind was found: the definition is proposed here for the multi-agency "
        "dataset and is to be confirmed in the original with the agency that would send it."
    ),
    look_alikes=("mash_agency_answers_in_time",),
    plural=False,
)
