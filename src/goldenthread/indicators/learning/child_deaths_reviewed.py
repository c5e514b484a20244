"""Child deaths reviewed: what is counted, from where, and what it cannot tell."""

from datetime import date

from goldenthread.indicators.definition import Basis, Computation, Indicator, Polarity, Theme
from goldenthread.nouns import PeriodKind, Unit

INDICATOR = Indicator(
    name="child_deaths_reviewed",
    title="Child deaths reviewed",
    words="Child deaths reviewed by the overview panel",
    counted="child deaths reviewed",
    theme=Theme.LEARNING,
    units=(Unit.COUNT,),
    compared_by=Unit.COUNT,
    numerator=("Deaths of children whose review the child death overview panel completed."),
    denominator="",
    window="Reviews completed in the period, whenever the child died.",
    period_kind=PeriodKind.FINANCIAL_YEAR,
    polarity=Polarity.NEUTRAL,
    polarity_reason="A year with many may be a backlog being cleared.",
    basis=Basis.STATUTORY,
    computation=Computation.FROM_RETURN,
    source="local.child_deaths: the overview panel’s return of reviews completed",
    limits=(
        "Deaths reviewed in a year are mostly those of earlier years, and never a part of the "
        "deaths of the same year."
    ),
    checked=date(2026, 11, 20),
    checked_against=(
        "No return was found for it: the definition is proposed here for the multi-agency "
        "dataset and is to be confirmed in the original with the child death overview panel’s "
        "manager."
    ),
    look_alikes=("child_deaths_occurred",),
)
