"""Initial health assessments in time: what is counted, from where, and what it cannot tell."""

from datetime import date

from goldenthread.indicators.definition import Basis, Computation, Indicator, Polarity, Theme
from goldenthread.nouns import PeriodKind, Unit

INDICATOR = Indicator(
    name="initial_health_assessment_in_time",
    title="Initial health assessments in time",
    words=("The share of initial health assessments completed within 20 working days"),
    counted="initial health assessments completed in time",
    theme=Theme.LOOKED_AFTER,
    units=(Unit.PERCENT,),
    compared_by=Unit.PERCENT,
    numerator=(
        "Children whose initial health assessment was completed within 20 working days of "
        "starting to be looked after."
    ),
    denominator=(
        "Children who started to be looked after in the year and stayed long enough for an "
        "assessment to be due."
    ),
    window="Twenty working days from the first day of care.",
    period_kind=PeriodKind.FINANCIAL_YEAR,
    polarity=Polarity.HIGH_IS_BETTER,
    polarity_reason=(
        "A child coming into care often has health needs that nobody has looked after; the "
        "assessment is where they are found."
    ),
    basis=Basis.LOCAL,
    computation=Computation.FROM_RETURN,
    source=(
        "local.initial_health_assessments: a joint return of the council and the integrated "
        "care board"
    ),
    limits=(
        "A late assessment may be a late notice from the council or a late appointment in the "
        "health service, and the share does not say which. Children who refuse or leave care "
        "early are treated differently from place to place."
    ),
    checked=date(2026, 11, 20),
    checked_against=(
        "Luton’s printed values for 2021-22 to 2023-24 and one regional value; no national "
        "table holds it, so its rules are to be confirmed with the health provider."
    ),
    look_alikes=("looked_after_health_assessments",),
    plural=False,
)
