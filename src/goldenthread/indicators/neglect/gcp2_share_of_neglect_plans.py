"""Neglect plans with a Graded Care Profile."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

from goldenthread.indicators.definition import Basis, Computation, Indicator, Polarity, Theme
from goldenthread.indicators.expression import Expression, Need, Shape, Timing
from goldenthread.nouns import PeriodKind, Unit

if TYPE_CHECKING:
    from goldenthread.indicators.journey import Journey


def _rows(journey: Journey) -> Any:
    plans = journey.protection.own_plans()
    plans = plans.filter(plans.latest_category.fill_null(plans.initial_category) == "NEG")
    plans = journey.open_on_each_end(plans)
    plans = journey.steps.last_on_or_before(
        plans, "day", journey.table("gcp2_assessments"), "assessment_date", "assessed"
    )
    since = plans.start_date
    if journey.choice("gcp2_within") == "12_months":
        windows = journey.windows.select("day", "year_start")
        plans = plans.join(windows, "day")
        since = plans.year_start
    recent = (plans.assessed >= since).fill_null(False)
    rows = plans.select("area", "person_id", "day", numerator=recent.ifelse(1, 0), denominator=1)
    return journey.with_child(rows)


INDICATOR = Indicator(
    name="gcp2_share_of_neglect_plans",
    title="Neglect plans with a Graded Care Profile",
    words="The share of neglect plans with a Graded Care Profile",
    counted="neglect plans with a Graded Care Profile",
    theme=Theme.NEGLECT,
    units=(Unit.PERCENT,),
    compared_by=Unit.PERCENT,
    numerator=("Children on a plan for neglect for whom a Graded Care Profile was completed."),
    denominator=(
        "Children subject of a child protection plan with the category neglect on the day."
    ),
    window=("Plans open on the day; profiles completed in the twelve months before."),
    period_kind=PeriodKind.YEAR_END,
    polarity=Polarity.HIGH_IS_BETTER,
    polarity_reason=(
        "A child whose neglect is measured can be seen to get better or not, before and after."
    ),
    basis=Basis.LOCAL,
    computation=Computation.FROM_RECORDS,
    source="local.gcp2: profiles matched to plans",
    limits=(
        "Needs the return to be matched with the council’s plans, which has seldom been done: "
        "the same identifier of a child in both. How old a profile may be is a parameter. "
        "Plans of several categories are not neglect plans. Not a count of assessments."
    ),
    checked=date(2026, 11, 20),
    checked_against=(
        "No return was found for it: the definition is proposed here for the multi-agency "
        "dataset and is to be confirmed in the original with the council and the agencies "
        "together."
    ),
    breakdowns=("age", "sex", "ethnicity", "locality"),
    look_alikes=("gcp2_assessments",),
    plural=False,
    expression=Expression(
        rows=_rows,
        timing=Timing.STOCK,
        shape=Shape.SHARE,
        needs=(
            Need("cp_plans"),
            Need("gcp2_assessments", months_before=12),
        ),
        breakdowns=("age", "sex", "ethnicity", "locality"),
        parameters=("gcp2_within", "months_up_to_the_day"),
    ),
)
