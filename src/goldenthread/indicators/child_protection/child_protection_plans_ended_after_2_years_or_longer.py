"""Child protection plans ended after two years or longer."""

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
    ended = plans.filter(plans.end_date.notnull())
    long = journey.steps.months_on(ended.start_date, 24) <= ended.end_date
    rows = ended.select(
        "area",
        "person_id",
        day="end_date",
        numerator=long.ifelse(1, 0),
        denominator=1,
        category=journey.labelled(ended.latest_category, "abuse_category"),
    )
    return journey.with_child(rows)


INDICATOR = Indicator(
    name="child_protection_plans_ended_after_2_years_or_longer",
    title="Child protection plans ended after two years or longer",
    words=("The share of ended child protection plans that had lasted two years or longer"),
    counted="child protection plans ended after two years or longer",
    theme=Theme.CHILD_PROTECTION,
    units=(Unit.COUNT, Unit.PERCENT),
    compared_by=Unit.PERCENT,
    numerator="Plans that ended in the year having lasted two years or longer.",
    denominator="All child protection plans that ended in the year.",
    window="From the start of the plan to its end.",
    period_kind=PeriodKind.FINANCIAL_YEAR,
    polarity=Polarity.LOW_IS_BETTER,
    polarity_reason=(
        "Long plans suggest that a child’s danger was managed and not ended, though closing the "
        "last long plans raises the share for a year."
    ),
    basis=Basis.STATUTORY,
    computation=Computation.FROM_RECORDS,
    source="dfe.d7: 2_years_or_more, 2_years_or_more_percent, CPP_End",
    limits=(
        "It rises in the very year in which a council deals with plans that had drifted. It "
        "says nothing of plans that remain open."
    ),
    checked=date(2026, 11, 20),
    checked_against=(
        "Column headings and Luton’s row for 2024 in the d7 file, where Luton’s count is "
        "withheld, so the percentages of the other councils were worked out again; the wording "
        "of the release’s own guidance is to be confirmed in the original. Measure 98 of the "
        "Interactive Tool’s dictionary was read beside it."
    ),
    breakdowns=("category", "age", "sex", "ethnicity", "locality"),
    look_alikes=("child_protection_plans_open_2_years_or_longer",),
    plural=False,
    expression=Expression(
        rows=_rows,
        timing=Timing.EVENT,
        shape=Shape.SHARE,
        needs=(Need("cp_plans"),),
        breakdowns=("category", "age", "sex", "ethnicity", "locality"),
        parameters=("months_lasting",),
    ),
)
