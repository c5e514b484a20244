"""Residents under 18: what is counted, from where, and what it cannot tell."""

from datetime import date

from goldenthread.indicators.definition import Basis, Computation, Indicator, Polarity, Theme
from goldenthread.nouns import PeriodKind, Sensitivity, Unit

INDICATOR = Indicator(
    name="residents_under_18_share",
    title="Residents under 18",
    words="The share of residents who are under 18",
    counted="residents under 18",
    theme=Theme.POPULATION,
    units=(Unit.PERCENT,),
    compared_by=Unit.PERCENT,
    numerator="Residents under 18.",
    denominator="Residents of all ages.",
    window="Usual residents on the day of the estimate or census.",
    period_kind=PeriodKind.MID_YEAR,
    polarity=Polarity.NEUTRAL,
    polarity_reason=(
        "A young population means more children to look to, which is a fact and not a fault."
    ),
    basis=Basis.NATIONAL,
    computation=Computation.PUBLISHED_ONLY,
    source="ons.population: ages 0 to 17 and all ages",
    limits=(
        "Rounded to a whole number where it is printed. Says nothing of how old the children "
        "are, which matters for every service."
    ),
    checked=date(2026, 11, 20),
    checked_against=(
        "Luton’s printed 27% for 2021; the table behind it is to be confirmed in the original."
    ),
    decimals={Unit.PERCENT: 0},
    sensitivity=Sensitivity.NONE,
    plural=False,
)
