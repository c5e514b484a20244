"""Domestic abuse incidents with children: what is counted, from where, and what it cannot tell."""

from datetime import date

from goldenthread.indicators.definition import Basis, Computation, Indicator, Polarity, Theme
from goldenthread.nouns import PeriodKind, Unit

INDICATOR = Indicator(
    name="domestic_abuse_incidents_with_children",
    title="Domestic abuse incidents with children",
    words="Domestic abuse incidents with children in the household",
    counted="domestic abuse incidents with children",
    theme=Theme.POLICE,
    units=(Unit.COUNT,),
    compared_by=Unit.COUNT,
    numerator=(
        "Domestic abuse incidents recorded by the police where a child lived in the household "
        "or was present."
    ),
    denominator="",
    window="Incidents recorded in the period.",
    period_kind=PeriodKind.FINANCIAL_YEAR,
    polarity=Polarity.NEUTRAL,
    polarity_reason=(
        "Most domestic abuse is never reported, so a rise may be trust in the police and not "
        "more abuse."
    ),
    basis=Basis.LOCAL,
    computation=Computation.FROM_RETURN,
    source="local.police: the force’s return of domestic abuse incidents",
    limits=(
        "Depends on officers asking about children. The same family may be counted many times. "
        "Incidents, where contacts about domestic violence count what reached the front door."
    ),
    checked=date(2026, 11, 20),
    checked_against=(
        "No return was found for it: the definition is proposed here for the multi-agency "
        "dataset and is to be confirmed in the original with the police force."
    ),
    breakdowns=("month",),
    look_alikes=("marac_cases", "police_notices"),
)
