"""Child protection visits within 20 working days."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

from goldenthread.indicators.definition import Basis, Computation, Indicator, Polarity, Theme
from goldenthread.indicators.expression import Expression, Need, Shape, Timing, Told
from goldenthread.nouns import PeriodKind, Unit

if TYPE_CHECKING:
    from goldenthread.indicators.journey import Journey


def _rows(journey: Journey) -> Any:
    plans = journey.protection.plans_with_visits(20)
    rows = plans.select(
        "area",
        "person_id",
        "day",
        numerator="visited",
        denominator=1,
        category=journey.labelled(plans.latest_category, "abuse_category"),
    )
    return journey.with_child(rows)


INDICATOR = Indicator(
    name="child_protection_visits_within_20_working_days",
    title="Child protection visits within 20 working days",
    words=("The share of children on a child protection plan visited within 20 working days"),
    counted="children on a plan visited within 20 working days",
    theme=Theme.CHILD_PROTECTION,
    units=(Unit.PERCENT,),
    compared_by=Unit.PERCENT,
    numerator=(
        "Children subject of a plan whose last statutory visit was no more than 20 working days "
        "before."
    ),
    denominator="Children subject of a child protection plan on the day looked at.",
    window=(
        "The local standard of 20 working days between visits; a visit before the plan began does "
        "not count."
    ),
    period_kind=PeriodKind.FINANCIAL_YEAR,
    polarity=Polarity.HIGH_IS_BETTER,
    polarity_reason=(
        "A child on a plan who is seen often and alone can tell someone what is happening; a "
        "missed visit is a missed chance."
    ),
    basis=Basis.LOCAL,
    computation=Computation.FROM_RECORDS,
    source="local.child_protection_visits: the council’s performance return",
    limits=(
        "A visit made is not a visit well used: it does not say that the child was seen alone. "
        "Whether the child must have been seen, and whether a plan counts whose first visit is not"
        " yet due, are parameters. Councils set different intervals (ten working days is common), "
        "so it may not be compared with areas that use another."
    ),
    checked=date(2026, 11, 20),
    checked_against=(
        "Luton’s printed yearly values for 2022-23 and 2023-24; the day or average it is taken "
        "on is to be confirmed in the original return."
    ),
    breakdowns=("category", "age", "sex", "ethnicity", "locality"),
    look_alikes=("looked_after_statutory_visits_in_time",),
    plural=False,
    expression=Expression(
        rows=_rows,
        timing=Timing.STOCK,
        shape=Shape.SHARE,
        needs=(
            Need("cp_plans"),
            Need("cp_visits", months_before=2, one_of="visits"),
            Need("cp_plans", column="last_visit_date", told=Told.ON_ITS_LAST_DAY, one_of="visits"),
        ),
        breakdowns=("category", "age", "sex", "ethnicity", "locality"),
        parameters=("plan_visit", "plan_without_visit"),
    ),
)
