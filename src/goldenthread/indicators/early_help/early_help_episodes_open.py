"""Early help episodes open: what is counted, from where, and what it cannot tell."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

from goldenthread.indicators.definition import Basis, Computation, Indicator, Polarity, Theme
from goldenthread.indicators.expression import Expression, Need, Shape, Timing
from goldenthread.nouns import PeriodKind, Unit

if TYPE_CHECKING:
    from goldenthread.indicators.journey import Journey


def _rows(journey: Journey) -> Any:
    rows = journey.open_on_each_end(journey.table("early_help_episodes"))
    rows = rows.select(
        "area",
        "person_id",
        "day",
        numerator=1,
        denominator=1,
        agency=rows.organisation.fill_null("Not known"),
        stage=journey.in_force.stage("early_help", rows, rows.day, rows.stage),
    )
    return journey.with_child(rows)


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
    computation=Computation.FROM_RECORDS,
    source="local.early_help: open episodes, by the council’s early help records",
    limits=(
        "Counted from records, each child of a family has an episode of their own; a return of "
        "families counts fewer. Not a count of assessments completed."
    ),
    checked=date(2026, 11, 20),
    checked_against=(
        "The field names of the Standard Safeguarding Dataset; the local return was not at hand "
        "and is to be confirmed in the original."
    ),
    breakdowns=("agency", "stage", "age", "sex", "ethnicity", "locality"),
    look_alikes=("early_help_assessments",),
    stages=("early_help",),
    expression=Expression(
        rows=_rows,
        timing=Timing.STOCK,
        shape=Shape.COUNT,
        needs=(Need("early_help_episodes"),),
        breakdowns=("agency", "stage", "age", "sex", "ethnicity", "locality"),
    ),
)
