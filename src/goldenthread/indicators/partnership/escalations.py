"""Professional disagreements escalated: what is counted, from where, and what it cannot tell."""

from datetime import date

from goldenthread.indicators.definition import Basis, Computation, Indicator, Polarity, Theme
from goldenthread.nouns import PeriodKind, Sensitivity, Unit

INDICATOR = Indicator(
    name="escalations",
    title="Professional disagreements escalated",
    words="Professional disagreements escalated",
    counted="disagreements escalated",
    theme=Theme.PARTNERSHIP,
    units=(Unit.COUNT,),
    compared_by=Unit.COUNT,
    numerator=("Professional disagreements taken to a formal stage of the escalation procedure."),
    denominator="",
    window="Raised in the period, at whatever stage they ended.",
    period_kind=PeriodKind.FINANCIAL_YEAR,
    polarity=Polarity.NEUTRAL,
    polarity_reason=(
        "More may be more friction, or staff who have learnt to challenge; none at all is the "
        "more worrying answer."
    ),
    basis=Basis.LOCAL,
    computation=Computation.FROM_RETURN,
    source="local.governance: the escalation log by agency and stage",
    limits=(
        "Most disagreements are settled between two people and never logged. Agencies count "
        "from different stages."
    ),
    checked=date(2026, 11, 20),
    checked_against=(
        "No return was found for it: the definition is proposed here for the multi-agency "
        "dataset and is to be confirmed in the original with the agencies that keep a log of "
        "escalations."
    ),
    breakdowns=("agency", "level", "outcome"),
    sensitivity=Sensitivity.NONE,
)
