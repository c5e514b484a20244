"""Cases heard at the domestic abuse conference."""

from datetime import date

from goldenthread.indicators.definition import Basis, Computation, Indicator, Polarity, Theme
from goldenthread.nouns import PeriodKind, Unit

INDICATOR = Indicator(
    name="marac_cases",
    title="Cases heard at the domestic abuse conference",
    words="Cases heard at the multi-agency risk assessment conference",
    counted="cases heard",
    theme=Theme.POLICE,
    units=(Unit.COUNT,),
    compared_by=Unit.COUNT,
    numerator=(
        "Cases of high-risk domestic abuse heard at the multi-agency risk assessment conference "
        "(MARAC)."
    ),
    denominator="",
    window="Cases heard in the period.",
    period_kind=PeriodKind.FINANCIAL_YEAR,
    polarity=Polarity.NEUTRAL,
    polarity_reason=(
        "The conference is for the highest risk: more cases may be more danger or more of it "
        "brought in."
    ),
    basis=Basis.LOCAL,
    computation=Computation.FROM_RETURN,
    source="local.marac: the conference coordinator’s return by referring agency",
    limits=(
        "Cases are adults at risk; their children are counted apart. Areas that screen before "
        "the conference hear fewer."
    ),
    checked=date(2026, 11, 20),
    checked_against=(
        "No return was found for it: the definition is proposed here for the multi-agency "
        "dataset and is to be confirmed in the original with the conference’s coordinator."
    ),
    breakdowns=("agency",),
    look_alikes=("domestic_abuse_incidents_with_children", "marac_children"),
)
