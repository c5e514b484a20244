"""Outcomes of allegations: what is counted, from where, and what it cannot tell."""

from datetime import date

from goldenthread.indicators.definition import Basis, Computation, Indicator, Polarity, Theme
from goldenthread.nouns import PeriodKind, Unit

INDICATOR = Indicator(
    name="allegations_outcomes",
    title="Outcomes of allegations",
    words="Allegations concluded",
    counted="allegations concluded",
    theme=Theme.ALLEGATIONS,
    units=(Unit.COUNT,),
    compared_by=Unit.COUNT,
    numerator=(
        "Allegations concluded in the period, by outcome: substantiated, unsubstantiated, "
        "unfounded, false or malicious."
    ),
    denominator="",
    window="Concluded in the period, whenever referred.",
    period_kind=PeriodKind.FINANCIAL_YEAR,
    polarity=Polarity.NEUTRAL,
    polarity_reason=(
        "No outcome is the wanted one; what is wanted is that each was looked into fairly and soon."
    ),
    basis=Basis.LOCAL,
    computation=Computation.FROM_RETURN,
    source="local.allegations: the designated officer’s return of outcomes",
    limits=(
        "Those concluded are not those referred in the same year. Unsubstantiated is not the "
        "same as untrue."
    ),
    checked=date(2026, 11, 20),
    checked_against=(
        "No return was found for it: the definition is proposed here for the multi-agency "
        "dataset and is to be confirmed in the original with the designated officer, for the "
        "outcome names in use."
    ),
    breakdowns=("outcome",),
    look_alikes=("allegations_referred",),
)
