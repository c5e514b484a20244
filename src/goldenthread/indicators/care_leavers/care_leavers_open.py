"""Care leavers with an open case: what is counted, from where, and what it cannot tell."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

from goldenthread.indicators.definition import Basis, Computation, Indicator, Polarity, Theme
from goldenthread.indicators.expression import Expression, Need, Shape, Timing
from goldenthread.nouns import PeriodKind, Unit

if TYPE_CHECKING:
    from goldenthread.indicators.journey import Journey


def _rows(journey: Journey) -> Any:
    rows = journey.care.leavers_open()
    rows = rows.select("area", "person_id", "day", numerator=1, denominator=1, band="band")
    rows = journey.with_child(rows)
    return rows.mutate(age=rows.band).drop("band")


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
        "Whether young people over 21 are in it depends on the return. Counted from records "
        "it is whoever the council’s last list or dataset up to the day names as relevant, "
        "former relevant or qualifying, without those who died; the national return tells of "
        "birthdays and cannot be used."
    ),
    checked=date(2026, 11, 20),
    checked_against=(
        "Luton’s printed counts for March 2023 and March 2024; the ages included are to be "
        "confirmed in the original return."
    ),
    breakdowns=("age", "sex", "ethnicity", "locality"),
    expression=Expression(
        rows=_rows,
        timing=Timing.STOCK,
        shape=Shape.COUNT,
        needs=(Need("care_leavers", column="eligibility"),),
        breakdowns=("age", "sex", "ethnicity", "locality"),
    ),
)
