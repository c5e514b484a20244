"""Cases in a multi-agency audit: what is counted, from where, and what it cannot tell."""

from datetime import date

from goldenthread.indicators.definition import Basis, Computation, Indicator, Polarity, Theme
from goldenthread.nouns import PeriodKind, Sensitivity, Unit

INDICATOR = Indicator(
    name="multi_agency_audit_cases",
    title="Cases in a multi-agency audit",
    words="Cases examined in the multi-agency audit",
    counted="cases examined",
    theme=Theme.LEARNING,
    units=(Unit.COUNT,),
    compared_by=Unit.COUNT,
    numerator="Children’s cases drawn and examined in the audit.",
    denominator="",
    window="The audit held in the month named.",
    period_kind=PeriodKind.MONTH,
    polarity=Polarity.NEUTRAL,
    polarity_reason="It is the size of the sample, chosen beforehand.",
    basis=Basis.LOCAL,
    computation=Computation.FROM_RETURN,
    source="local.audit: the audit’s report",
    limits=(
        "A sample of this size shows what happens in some cases, not how often. How cases were "
        "drawn matters more than how many."
    ),
    checked=date(2026, 11, 20),
    checked_against=(
        "Luton’s front-door audit of November 2022, of 15 cases; the method of drawing is to be "
        "confirmed in the original report."
    ),
    breakdowns=("audit",),
    sensitivity=Sensitivity.NONE,
)
