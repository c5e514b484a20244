"""Social worker vacancies: what is counted, from where, and what it cannot tell."""

from datetime import date

from goldenthread.indicators.definition import Basis, Computation, Indicator, Polarity, Theme
from goldenthread.nouns import PeriodKind, Sensitivity, Unit

INDICATOR = Indicator(
    name="social_worker_vacancies",
    title="Social worker vacancies",
    words="The vacancy rate of children’s social workers",
    counted="vacant posts",
    theme=Theme.WORKFORCE,
    units=(Unit.PERCENT,),
    compared_by=Unit.PERCENT,
    numerator=("Full-time equivalent vacancies for children’s social workers on 30 September."),
    denominator=(
        "Vacancies and children’s social workers in post on 30 September, full-time equivalent."
    ),
    window="The position on 30 September.",
    period_kind=PeriodKind.DAY,
    polarity=Polarity.LOW_IS_BETTER,
    polarity_reason=(
        "An empty post means more children for every colleague or a stranger covering."
    ),
    basis=Basis.STATUTORY,
    computation=Computation.PUBLISHED_ONLY,
    source="dfe.workforce: vacancy_rate_fte, vacancy_fte",
    limits=(
        "Many vacancies are covered by agency workers, which another column shows. Councils "
        "differ in what they call a vacancy."
    ),
    checked=date(2026, 11, 20),
    checked_against=(
        "Column headings and Luton’s row for 2024 in the workforce file, whose 29.0% was worked "
        "out again from 68 vacancies; the workforce census guidance is to be confirmed in the "
        "original. The Interactive Tool’s dictionary, measure 287, holds it as "
        "Work_Force_Vac_Rate."
    ),
    sensitivity=Sensitivity.WORKFORCE,
    plural=False,
)
