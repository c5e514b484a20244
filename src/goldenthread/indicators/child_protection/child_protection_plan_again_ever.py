"""Second or subsequent child protection plans, ever."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

from goldenthread.indicators.definition import Basis, Computation, Indicator, Polarity, Theme
from goldenthread.indicators.expression import Expression, Need, Shape, Timing
from goldenthread.nouns import PeriodKind, Unit

if TYPE_CHECKING:
    from goldenthread.indicators.journey import Journey


def _rows(journey: Journey) -> Any:
    plans = journey.protection.plans_with_history()
    rows = plans.select(
        "area",
        "person_id",
        day="start_date",
        numerator=(plans.plans_before > 0).ifelse(1, 0),
        denominator=1,
        category=journey.labelled(plans.initial_category, "abuse_category"),
    )
    return journey.with_child(rows)


INDICATOR = Indicator(
    name="child_protection_plan_again_ever",
    title="Second or subsequent child protection plans, ever",
    words=("The share of child protection plans that were a second or subsequent plan"),
    counted="second or subsequent child protection plans",
    theme=Theme.CHILD_PROTECTION,
    units=(Unit.COUNT, Unit.PERCENT),
    compared_by=Unit.PERCENT,
    numerator=(
        "Plans started in the year for a child who had been the subject of a plan before, "
        "however long ago, in the same council."
    ),
    denominator="All child protection plans started in the year.",
    window=(
        "Any earlier plan counts, with no limit of time: one in the records, or one that the "
        "number stated on the plan tells of."
    ),
    period_kind=PeriodKind.FINANCIAL_YEAR,
    polarity=Polarity.LOW_IS_BETTER,
    polarity_reason=(
        "A plan that must be made again suggests that the first did not bring lasting safety, "
        "though some second plans answer a new danger."
    ),
    basis=Basis.STATUTORY,
    computation=Computation.FROM_RECORDS,
    source="dfe.d3: CPP_subsequent, CPP_subsequent_percent, CPP_start",
    limits=(
        "Plans made by another council before the child moved are mostly unknown. One returning "
        "family of several children can shift the share in a small area, and a plan ten years "
        "later counts the same as one after a month."
    ),
    checked=date(2026, 11, 20),
    checked_against=(
        "Column headings and Luton’s row for 2024 in the d3 file, whose percentage was worked "
        "out again; the wording of the release’s own guidance is to be confirmed in the "
        "original. Measure 15 of the Interactive Tool’s dictionary was read beside it."
    ),
    breakdowns=("category", "age", "sex", "ethnicity", "locality"),
    look_alikes=("child_protection_plan_again_within_2_years",),
    plural=False,
    expression=Expression(
        rows=_rows,
        timing=Timing.EVENT,
        shape=Shape.SHARE,
        needs=(
            Need("cp_plans", column="previous_plans", one_of="earlier"),
            Need("cp_plans", months_before=60, one_of="earlier"),
        ),
        breakdowns=("category", "age", "sex", "ethnicity", "locality"),
        parameters=("previous_plans",),
    ),
)
