"""Repeat cases at the domestic abuse conference."""

from datetime import date

from goldenthread.indicators.definition import Basis, Computation, Indicator, Polarity, Theme
from goldenthread.nouns import PeriodKind, Unit

INDICATOR = Indicator(
    name="marac_repeat_cases",
    title="Repeat cases at the domestic abuse conference",
    words="The share of cases at the conference that were repeats",
    counted="repeat cases",
    theme=Theme.POLICE,
    units=(Unit.PERCENT,),
    compared_by=Unit.PERCENT,
    numerator=(
        "Cases heard again because a further incident came within twelve months of the last "
        "hearing."
    ),
    denominator="All cases heard at the conference in the period.",
    window="Twelve months from the last hearing to the new incident.",
    period_kind=PeriodKind.FINANCIAL_YEAR,
    polarity=Polarity.NEUTRAL,
    polarity_reason=(
        "Too many repeats may mean that plans fail, too few that further incidents are not "
        "brought back."
    ),
    basis=Basis.LOCAL,
    computation=Computation.FROM_RETURN,
    source="local.marac: the coordinator’s return of repeats",
    limits=(
        "What counts as a further incident has been defined in more than one way. Twelve months "
        "is to be a parameter when it is computed."
    ),
    checked=date(2026, 11, 20),
    checked_against=(
        "No return was found for it: the definition is proposed here for the multi-agency "
        "dataset and is to be confirmed in the original with the conference’s coordinator and "
        "its national charity."
    ),
    plural=False,
)
