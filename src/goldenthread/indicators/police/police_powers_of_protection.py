"""Use of police powers of protection: what is counted, from where, and what it cannot tell."""

from datetime import date

from goldenthread.indicators.definition import Basis, Computation, Indicator, Polarity, Theme
from goldenthread.nouns import PeriodKind, Unit

INDICATOR = Indicator(
    name="police_powers_of_protection",
    title="Use of police powers of protection",
    words="Uses of police powers of protection",
    counted="uses of police powers of protection",
    theme=Theme.POLICE,
    units=(Unit.COUNT,),
    compared_by=Unit.COUNT,
    numerator=("Children taken into police protection under section 46 of the Children Act 1989."),
    denominator="",
    window="Powers used in the period.",
    period_kind=PeriodKind.FINANCIAL_YEAR,
    polarity=Polarity.NEUTRAL,
    polarity_reason=(
        "Each use protects a child at once, and each asks whether someone could have acted with "
        "a plan sooner."
    ),
    basis=Basis.LOCAL,
    computation=Computation.FROM_RETURN,
    source="local.police: the force’s return of powers used",
    limits=(
        "Brothers and sisters taken together count each. The number is small, and where "
        "children stayed afterwards is not in it."
    ),
    checked=date(2026, 11, 20),
    checked_against=(
        "No return was found for it: the definition is proposed here for the multi-agency "
        "dataset and is to be confirmed in the original with the police and the emergency duty "
        "team."
    ),
)
