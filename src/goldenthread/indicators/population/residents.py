"""Residents of all ages: what is counted, from where, and what it cannot tell."""

from datetime import date

from goldenthread.indicators.definition import Basis, Computation, Indicator, Polarity, Theme
from goldenthread.nouns import PeriodKind, Sensitivity, Unit

INDICATOR = Indicator(
    name="residents",
    title="Residents of all ages",
    words="The number of residents",
    counted="residents",
    theme=Theme.POPULATION,
    units=(Unit.COUNT,),
    compared_by=Unit.COUNT,
    numerator=(
        "People of every age usually living in the area on the day of the estimate or census."
    ),
    denominator="",
    window="Usual residents on the day.",
    period_kind=PeriodKind.MID_YEAR,
    polarity=Polarity.NEUTRAL,
    polarity_reason="How many people live in a place is neither better nor worse.",
    basis=Basis.NATIONAL,
    computation=Computation.PUBLISHED_ONLY,
    source=("ons.population: all ages; the partnership’s own text for the census of 2021"),
    limits=("Printed rounded to hundreds. People without a settled home are counted least well."),
    checked=date(2026, 11, 20),
    checked_against=(
        "Luton’s printed 213,500 for 2021; the census table was not at hand and is to be "
        "confirmed in the original."
    ),
    look_alikes=("children_population",),
    sensitivity=Sensitivity.NONE,
    plural=False,
)
