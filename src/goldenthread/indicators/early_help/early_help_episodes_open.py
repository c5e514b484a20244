"""Early help episodes open: what is counted, from where, and what it cannot tell."""

from datetime import date

from goldenthread.indicators.definition import Basis, Computation, Indicator, Polarity, Theme
from goldenthread.nouns import PeriodKind, Unit

INDICATOR = Indicator(
    name="early_help_episodes_open",
    title="Early help episodes open",
    words="Early help episodes open",
    counted="early help episodes open",
    theme=Theme.EARLY_HELP,
    units=(Unit.COUNT,),
    compared_by=Unit.COUNT,
    numerator="Early help episodes open on the last day of the period.",
    denominator="",
    window="Open on the day.",
    period_kind=PeriodKind.YEAR_END,
    polarity=Polarity.NEUTRAL,
    polarity_reason=(
        "Depends on starts and on how long help lasts; long may be thorough or adrift."
    ),
    basis=Basis.LOCAL,
    computation=Computation.FROM_RETURN,
    source="local.early_help: open episodes by lead agency",
    limits=(
        "An episode may be a child’s or a family’s, and the return must say which. Not a count "
        "of assessments."
    ),
    checked=date(2026, 11, 20),
    checked_against=(
        "The field names of the Standard Safeguarding Dataset; the local return was not at hand "
        "and is to be confirmed in the original."
    ),
    breakdowns=("agency",),
    look_alikes=("early_help_assessments",),
)
