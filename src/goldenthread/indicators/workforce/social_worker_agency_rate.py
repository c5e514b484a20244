"""Agency social workers: what is counted, from where, and what it cannot tell."""

from datetime import date

from goldenthread.indicators.definition import Basis, Computation, Indicator, Polarity, Theme
from goldenthread.nouns import PeriodKind, Sensitivity, Unit

INDICATOR = Indicator(
    name="social_worker_agency_rate",
    title="Agency social workers",
    words="The share of children’s social workers who are agency workers",
    counted="agency social workers",
    theme=Theme.WORKFORCE,
    units=(Unit.PERCENT,),
    compared_by=Unit.PERCENT,
    numerator=("Full-time equivalent agency workers in children’s social work on 30 September."),
    denominator=(
        "Agency workers and children’s social workers in post on 30 September, full-time "
        "equivalent."
    ),
    window="The position on that 30 September.",
    period_kind=PeriodKind.DAY,
    polarity=Polarity.LOW_IS_BETTER,
    polarity_reason="Agency workers may be excellent, and they leave sooner and cost more.",
    basis=Basis.STATUTORY,
    computation=Computation.PUBLISHED_ONLY,
    source="dfe.workforce: agency_rate_fte, agency_fte",
    limits=(
        "A council that covers its vacancies looks worse here than one that leaves them empty. "
        "Whole project teams bought in may be left out."
    ),
    checked=date(2026, 11, 20),
    checked_against=(
        "Column headings and Luton’s row for 2024 in the workforce file, whose 24.5% was worked "
        "out again from 54 agency workers; the workforce census guidance is to be confirmed in "
        "the original. The Interactive Tool’s dictionary, measure 287, holds it as "
        "Work_Force_Agecy_Rate."
    ),
    sensitivity=Sensitivity.WORKFORCE,
    plural=False,
)
