"""Social worker turnover: what is counted, from where, and what it cannot tell."""

from datetime import date

from goldenthread.indicators.definition import Basis, Computation, Indicator, Polarity, Theme
from goldenthread.nouns import PeriodKind, Sensitivity, Unit

INDICATOR = Indicator(
    name="social_worker_turnover",
    title="Social worker turnover",
    words="The turnover of children’s social workers",
    counted="social workers who left",
    theme=Theme.WORKFORCE,
    units=(Unit.PERCENT,),
    compared_by=Unit.PERCENT,
    numerator="Full-time equivalent children’s social workers who left in the year.",
    denominator=("Full-time equivalent children’s social workers in post on 30 September."),
    window="The year that ended on 30 September.",
    period_kind=PeriodKind.DAY,
    polarity=Polarity.LOW_IS_BETTER,
    polarity_reason="Each departure is a set of children who must get used to someone new.",
    basis=Basis.STATUTORY,
    computation=Computation.PUBLISHED_ONLY,
    source="dfe.workforce: turnover_rate_fte, leavers_fte",
    limits=(
        "Agency workers who leave are not in it. A reorganisation shows as leaving. Few posts "
        "make it jump."
    ),
    checked=date(2026, 11, 20),
    checked_against=(
        "Column headings and Luton’s row for 2024 in the workforce file, whose 10.2% was worked "
        "out again from 17 leavers and 166.8 in post; the workforce census guidance is to be "
        "confirmed in the original. The Interactive Tool’s dictionary, measure 287, holds it as "
        "Work_Force_TO_Rate."
    ),
    sensitivity=Sensitivity.WORKFORCE,
    plural=False,
)
