"""The median time between a child’s plans."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

from goldenthread.indicators.definition import Basis, Computation, Indicator, Polarity, Theme
from goldenthread.indicators.expression import Expression, Need, Shape, Timing
from goldenthread.nouns import PeriodKind, Unit

if TYPE_CHECKING:
    from goldenthread.indicators.journey import Journey


def _rows(journey: Journey) -> Any:
    plans = journey.protection.plans_after_plans()
    again = plans.filter(plans.since.notnull())
    rows = again.select(
        "area",
        "person_id",
        day="start_date",
        numerator=again.start_date.delta(again.since, unit="day"),
        denominator=1,
        category=journey.labelled(again.initial_category, "abuse_category"),
    )
    return journey.with_child(rows)


INDICATOR = Indicator(
    name="time_between_plans_median",
    title="Median time between a child’s plans",
    words="The median time between a child’s plans",
    counted="days between plans for the middle plan",
    theme=Theme.CHILD_PROTECTION,
    units=(Unit.DAYS,),
    compared_by=Unit.DAYS,
    numerator=(
        "The number of days after which half of the second or subsequent plans of the period had "
        "begun."
    ),
    denominator=(
        "Plans started in the period by a child with an earlier plan in the records, in order of "
        "time."
    ),
    window=(
        "From the end of the child’s latest earlier plan to the start of the new one, in days of "
        "the calendar."
    ),
    period_kind=PeriodKind.FINANCIAL_YEAR,
    polarity=Polarity.NEUTRAL,
    polarity_reason=(
        "A short time points to plans ended too soon, but it lengthens as much when old plans "
        "return as when new ones do not."
    ),
    basis=Basis.LOCAL,
    computation=Computation.FROM_RECORDS,
    source="local.child_protection: plans with those before them",
    limits=(
        "Only earlier plans in the records are seen, so it grows with the years that are held; a "
        "number of previous plans has no dates. Few plans make it unsteady."
    ),
    checked=date(2026, 11, 20),
    checked_against=(
        "No published original was found; days are counted from the end or, by a parameter, the "
        "start of the earlier plan, which is to be confirmed in the original with the council."
    ),
    breakdowns=("category", "age", "sex", "ethnicity", "locality"),
    look_alikes=("child_protection_plan_again_within_2_years",),
    plural=False,
    expression=Expression(
        rows=_rows,
        timing=Timing.EVENT,
        shape=Shape.MEDIAN,
        needs=(Need("cp_plans", months_before=24),),
        breakdowns=("category", "age", "sex", "ethnicity", "locality"),
        parameters=("second_plan_counts_from",),
    ),
)
