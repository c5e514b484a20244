"""Child deaths: what is counted, from where, and what it cannot tell."""

from datetime import date

from goldenthread.indicators.definition import Basis, Computation, Indicator, Polarity, Theme
from goldenthread.nouns import PeriodKind, Unit

INDICATOR = Indicator(
    name="child_deaths_occurred",
    title="Child deaths",
    words="Deaths of children",
    counted="child deaths",
    theme=Theme.LEARNING,
    units=(Unit.COUNT,),
    compared_by=Unit.COUNT,
    numerator="Deaths of children under 18 who usually lived in the area.",
    denominator="",
    window="Deaths that occurred in the period.",
    period_kind=PeriodKind.FINANCIAL_YEAR,
    polarity=Polarity.NEUTRAL,
    polarity_reason=(
        "Every death matters and fewer is the hope; numbers so small, from causes so various, "
        "cannot show a service getting better or worse."
    ),
    basis=Basis.STATUTORY,
    computation=Computation.FROM_RETURN,
    source=("local.child_deaths: the child death overview panel’s return for the area"),
    limits=(
        "By the day of death and place of residence. The panel covers several areas: only this "
        "area’s children belong here. Most deaths have nothing to do with safeguarding."
    ),
    checked=date(2026, 11, 20),
    checked_against=(
        "No return was found for it: the definition is proposed here for the multi-agency "
        "dataset and is to be confirmed in the original with the child death overview panel."
    ),
    look_alikes=("child_deaths_reviewed",),
)
