"""Child protection plans open for two years or longer."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

from goldenthread.indicators.definition import Basis, Computation, Indicator, Polarity, Theme
from goldenthread.indicators.expression import Expression, Need, Shape, Timing
from goldenthread.nouns import PeriodKind, Unit

if TYPE_CHECKING:
    from goldenthread.indicators.journey import Journey


def _rows(journey: Journey) -> Any:
    plans = journey.open_on_each_end(journey.protection.own_plans())
    long = journey.steps.months_on(plans.start_date, 24) <= plans.day
    rows = plans.select(
        "area",
        "person_id",
        "day",
        numerator=long.ifelse(1, 0),
        denominator=1,
        category=journey.labelled(plans.latest_category, "abuse_category"),
    )
    return journey.with_child(rows)


INDICATOR = Indicator(
    name="child_protection_plans_open_2_years_or_longer",
    title="Child protection plans open for two years or longer",
    words=("The share of open child protection plans that had lasted two years or longer"),
    counted="child protection plans open for two years or longer",
    theme=Theme.CHILD_PROTECTION,
    units=(Unit.COUNT, Unit.PERCENT),
    compared_by=Unit.PERCENT,
    numerator="Plans open on 31 March that had then lasted two years or longer.",
    denominator="All child protection plans open on 31 March.",
    window="From the start of the plan to 31 March.",
    period_kind=PeriodKind.YEAR_END,
    polarity=Polarity.LOW_IS_BETTER,
    polarity_reason=(
        "A plan is meant to bring change within a child’s own time; a child still at risk after "
        "two years has waited too long or needed another way to be kept safe."
    ),
    basis=Basis.STATUTORY,
    computation=Computation.FROM_RECORDS,
    source="dfe.d5: 2_years_or_more, 2_years_or_more_percent, CPP_At31",
    limits=(
        "Mostly a very small count, so a single family decides it and it is often withheld. It "
        "looks at plans still open; those that ended after so long are another indicator."
    ),
    checked=date(2026, 11, 20),
    checked_against=(
        "Column headings and Luton’s row for 2024 in the d5 file, whose bands were added up; "
        "the wording of the release’s own guidance is to be confirmed in the original."
    ),
    breakdowns=("category", "age", "sex", "ethnicity", "locality"),
    look_alikes=("child_protection_plans_ended_after_2_years_or_longer",),
    plural=False,
    expression=Expression(
        rows=_rows,
        timing=Timing.STOCK,
        shape=Shape.SHARE,
        needs=(Need("cp_plans"),),
        breakdowns=("category", "age", "sex", "ethnicity", "locality"),
        parameters=("months_lasting",),
    ),
)
