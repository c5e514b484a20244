"""Operation Encompass notices in time: what is counted, from where, and what it cannot tell."""

from datetime import date

from goldenthread.indicators.definition import Basis, Computation, Indicator, Polarity, Theme
from goldenthread.nouns import PeriodKind, Unit

INDICATOR = Indicator(
    name="operation_encompass_notices_in_time",
    title="Operation Encompass notices in time",
    words="The share of Operation Encompass notices sent in time",
    counted="notices sent in time",
    theme=Theme.POLICE,
    units=(Unit.PERCENT,),
    compared_by=Unit.PERCENT,
    numerator=(
        "Operation Encompass notices that reached the child’s school before the start of the "
        "next school day."
    ),
    denominator="Operation Encompass notices sent in the period.",
    window="From the incident to the start of the next school day.",
    period_kind=PeriodKind.FINANCIAL_YEAR,
    polarity=Polarity.HIGH_IS_BETTER,
    polarity_reason=(
        "A school that knows in the morning what a child lived through in the night can be kind "
        "at the right time."
    ),
    basis=Basis.LOCAL,
    computation=Computation.FROM_RETURN,
    source="local.police: the force’s return of notices to schools",
    limits=(
        "Says that a message was sent, not that a teacher read it. Incidents for which no "
        "notice was sent are not in the base."
    ),
    checked=date(2026, 11, 20),
    checked_against=(
        "No return was found for it: the definition is proposed here for the multi-agency "
        "dataset and is to be confirmed in the original with the police and schools."
    ),
    plural=False,
)
