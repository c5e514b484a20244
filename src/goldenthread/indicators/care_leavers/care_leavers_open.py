"""Care leavers with an open case: what is counted, from where, and what it cannot tell."""

from datetime import date

from goldenthread.indicators.definition import Basis, Computation, Indicator, Polarity, Theme
from goldenthread.nouns import PeriodKind, Unit

INDICATOR = Indicator(
    name="care_leavers_open",
    title="Care leavers with an open case",
    words="Care leavers with an open case",
    counted="care leavers with an open case",
    theme=Theme.CARE_LEAVERS,
    units=(Unit.COUNT,),
    compared_by=Unit.COUNT,
    numerator=(
        "Young people who have left care to whom the council was giving leaving-care help on "
        "the day."
    ),
    denominator="",
    window="Open on 31 March.",
    period_kind=PeriodKind.YEAR_END,
    polarity=Polarity.NEUTRAL,
    polarity_reason=(
        "The number follows how many children were in care in the years before and how long "
        "help goes on, which the law has lengthened to 25."
    ),
    basis=Basis.LOCAL,
    computation=Computation.FROM_RECORDS,
    source="local.care_leavers: the council’s return",
    limits=(
        "Not the base of the three published measures, which count birthdays within a year. "
        "Whether young people over 21 are in it depends on the return."
    ),
    checked=date(2026, 11, 20),
    checked_against=(
        "Luton’s printed counts for March 2023 and March 2024; the ages included are to be "
        "confirmed in the original return."
    ),
    breakdowns=("age",),
)
