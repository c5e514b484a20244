"""Second or subsequent child protection plans within two years."""

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
    rows = plans.select(
        "area",
        "person_id",
        day="start_date",
        numerator=journey.protection.soon_again(plans).ifelse(1, 0),
        denominator=1,
        category=journey.labelled(plans.initial_category, "abuse_category"),
    )
    return journey.with_child(rows)


INDICATOR = Indicator(
    name="child_protection_plan_again_within_2_years",
    title="Second or subsequent child protection plans within two years",
    words=("The share of child protection plans starting within two years of an earlier plan"),
    counted="child protection plans starting within two years of an earlier one",
    theme=Theme.CHILD_PROTECTION,
    units=(Unit.COUNT, Unit.PERCENT),
    compared_by=Unit.PERCENT,
    numerator=(
        "Plans started in the year for a child whose earlier plan had ended no more than two "
        "years before."
    ),
    denominator="Every child protection plan started in the year.",
    window=("Two years between the end of the earlier plan and the start of the new one."),
    period_kind=PeriodKind.FINANCIAL_YEAR,
    polarity=Polarity.LOW_IS_BETTER,
    polarity_reason=(
        "A return so soon points more surely than a return ever to a plan that was ended too early."
    ),
    basis=Basis.STATUTORY,
    computation=Computation.FROM_RECORDS,
    source=("local.child_protection: plans with their history, from the council’s records"),
    limits=(
        "Not in the national statistics, so no other area can be set beside it. Whether two years "
        "are 24 months or 730 days, and whether they run from the end or the start of the earlier "
        "plan, are parameters. One year’s return does not reach back far enough: without the two "
        "years before, it is not known."
    ),
    checked=date(2026, 11, 20),
    checked_against=(
        "No published original was found; the rule follows common local use and is to be "
        "confirmed in the original."
    ),
    breakdowns=("category", "age", "sex", "ethnicity", "locality"),
    look_alikes=("child_protection_plan_again_ever", "time_between_plans_median"),
    plural=False,
    expression=Expression(
        rows=_rows,
        timing=Timing.EVENT,
        shape=Shape.SHARE,
        needs=(Need("cp_plans", months_before=24),),
        breakdowns=("category", "age", "sex", "ethnicity", "locality"),
        parameters=("within_2_years", "second_plan_counts_from"),
    ),
)
