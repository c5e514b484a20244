"""Police notices about children: what is counted, from where, and what it cannot tell."""

from datetime import date

from goldenthread.indicators.definition import Basis, Computation, Indicator, Polarity, Theme
from goldenthread.nouns import PeriodKind, Unit

INDICATOR = Indicator(
    name="police_notices",
    title="Police notices about children",
    words="Police notices about children",
    counted="police notices about children",
    theme=Theme.POLICE,
    units=(Unit.COUNT,),
    compared_by=Unit.COUNT,
    numerator="Notices of concern for a child that the police sent to partners.",
    denominator="",
    window="Notices sent in the period, by police count.",
    period_kind=PeriodKind.FINANCIAL_YEAR,
    polarity=Polarity.NEUTRAL,
    polarity_reason=(
        "More notices may be more incidents, better recognition or a habit of sending everything."
    ),
    basis=Basis.LOCAL,
    computation=Computation.FROM_RETURN,
    source="local.police: the force’s monthly return for the area",
    limits=(
        "From the day notices began to go straight to schools fewer reach the front door, which "
        "is a break and no fall. The police count notices, the front door counts contacts."
    ),
    checked=date(2026, 11, 20),
    checked_against=(
        "No return was found for it: the definition is proposed here for the multi-agency "
        "dataset and is to be confirmed in the original with the police."
    ),
    breakdowns=("month", "reason"),
    look_alikes=("contacts_from_police", "domestic_abuse_incidents_with_children"),
)
