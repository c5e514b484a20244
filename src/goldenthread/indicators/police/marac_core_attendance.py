"""Core attendance at the domestic abuse conference."""

from datetime import date

from goldenthread.indicators.definition import Basis, Computation, Indicator, Polarity, Theme
from goldenthread.nouns import PeriodKind, Sensitivity, Unit

INDICATOR = Indicator(
    name="marac_core_attendance",
    title="Core attendance at the domestic abuse conference",
    words="The share of core agencies attending the domestic abuse conference",
    counted="attendances by core agencies",
    theme=Theme.POLICE,
    units=(Unit.PERCENT,),
    compared_by=Unit.PERCENT,
    numerator="Meetings attended by each core agency, added up.",
    denominator="Meetings that the core agencies were due to attend, added up.",
    window="Meetings held in the period.",
    period_kind=PeriodKind.FINANCIAL_YEAR,
    polarity=Polarity.HIGH_IS_BETTER,
    polarity_reason=("The plan for a family can only hold what the agencies in the room bring."),
    basis=Basis.LOCAL,
    computation=Computation.FROM_RETURN,
    source="local.marac: the conference’s attendance record",
    limits=(
        "Being there is not taking part. Which agencies are core is set locally, and a stand-in "
        "counts only where the return says so."
    ),
    checked=date(2026, 11, 20),
    checked_against=(
        "No return was found for it: the definition is proposed here for the multi-agency "
        "dataset and is to be confirmed in the original with the chair of the conference."
    ),
    breakdowns=("agency",),
    sensitivity=Sensitivity.NONE,
    plural=False,
)
