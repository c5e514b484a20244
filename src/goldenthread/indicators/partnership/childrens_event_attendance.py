"""Attendance at a children’s event: what is counted, from where, and what it cannot tell."""

from datetime import date

from goldenthread.indicators.definition import Basis, Computation, Indicator, Polarity, Theme
from goldenthread.nouns import PeriodKind, Sensitivity, Unit

INDICATOR = Indicator(
    name="childrens_event_attendance",
    title="Attendance at a children’s event",
    words="Attendance at the children’s event",
    counted="people attending",
    theme=Theme.PARTNERSHIP,
    units=(Unit.COUNT,),
    compared_by=Unit.COUNT,
    numerator=(
        "People who took part in an event held to hear children, by group: children, schools, "
        "teaching staff."
    ),
    denominator="",
    window="The event in the month named.",
    period_kind=PeriodKind.MONTH,
    polarity=Polarity.HIGH_IS_BETTER,
    polarity_reason=(
        "The more children are heard, from more schools, the less the partnership guesses."
    ),
    basis=Basis.LOCAL,
    computation=Computation.FROM_RETURN,
    source="local.voice: the event’s report",
    limits=(
        "Schools are counted beside people, so groups may not be added. Children in school "
        "councils are not those hardest to hear. Hearing is not changing."
    ),
    checked=date(2026, 11, 20),
    checked_against=(
        "Luton’s printed counts for an event of July 2022 held with two neighbouring partnerships."
    ),
    breakdowns=("group",),
    sensitivity=Sensitivity.NONE,
    plural=False,
)
