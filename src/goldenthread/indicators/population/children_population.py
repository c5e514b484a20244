"""Children aged 0 to 17: what is counted, from where, and what it cannot tell."""

from datetime import date

from goldenthread.indicators.definition import Basis, Computation, Indicator, Polarity, Theme
from goldenthread.nouns import PeriodKind, Sensitivity, Unit

INDICATOR = Indicator(
    name="children_population",
    title="Children aged 0 to 17",
    words="The number of children aged 0 to 17",
    counted="children aged 0 to 17",
    theme=Theme.POPULATION,
    units=(Unit.COUNT,),
    compared_by=Unit.COUNT,
    numerator="Children usually living in the area on 30 June who were under 18.",
    denominator="",
    window="Usual residents on 30 June.",
    period_kind=PeriodKind.MID_YEAR,
    polarity=Polarity.NEUTRAL,
    polarity_reason=(
        "A population is the ground under every rate and has no good or bad direction."
    ),
    basis=Basis.NATIONAL,
    computation=Computation.PUBLISHED_ONLY,
    source=("ons.population: population_estimate where age_group is “Children aged 0 to 17 years”"),
    limits=(
        "An estimate, revised after each census and in later releases: 60,207 as first "
        "published for Luton in mid-2023 and 60,435 as revised. A rate says which it uses."
    ),
    checked=date(2026, 11, 20),
    checked_against=(
        "The two population files at hand, 2012 to 2023 and 2012 to 2024, in which both values "
        "for Luton were read."
    ),
    breakdowns=("age", "ethnicity", "sex"),
    look_alikes=("residents",),
    sensitivity=Sensitivity.NONE,
    plural=False,
)
