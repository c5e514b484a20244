"""Average caseload of social workers: what is counted, from where, and what it cannot tell."""

from datetime import date

from goldenthread.indicators.definition import Basis, Computation, Indicator, Polarity, Theme
from goldenthread.nouns import PeriodKind, Sensitivity, Unit

INDICATOR = Indicator(
    name="social_worker_caseload",
    title="Average caseload of social workers",
    words="The average caseload of children’s social workers",
    counted="cases on average",
    theme=Theme.WORKFORCE,
    units=(Unit.MEAN,),
    compared_by=Unit.MEAN,
    numerator="Cases held by children’s social workers on 30 September.",
    denominator=(
        "Full-time equivalent children’s social workers holding at least one case on 30 September."
    ),
    window="The position on 30 September, cases divided by those who hold them.",
    period_kind=PeriodKind.DAY,
    polarity=Polarity.LOW_IS_BETTER,
    polarity_reason=(
        "Fewer cases leave time to see each child, down to a number at which experience is wasted."
    ),
    basis=Basis.STATUTORY,
    computation=Computation.PUBLISHED_ONLY,
    source="dfe.workforce: caseload_fte, cases, case_holders_fte",
    limits=(
        "An average hides the newly qualified worker with thirty. A case may be a child or a "
        "pregnant mother, and its weight is not in the number."
    ),
    checked=date(2026, 11, 20),
    checked_against=(
        "Column headings and Luton’s row for 2024 in the workforce file, whose 13.5 was worked "
        "out again from 1,266 cases and 93.5 holders; the workforce census guidance is to be "
        "confirmed in the original. The Interactive Tool’s dictionary, measure 287, holds it as "
        "Work_Force_AvgNumCase_SW."
    ),
    sensitivity=Sensitivity.WORKFORCE,
    plural=False,
)
