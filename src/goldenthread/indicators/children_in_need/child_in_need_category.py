"""Children in need by category (local): what is counted, from where, and what it cannot tell."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

from goldenthread.indicators.definition import Basis, Computation, Indicator, Polarity, Theme
from goldenthread.indicators.expression import Expression, Need, Shape, Timing
from goldenthread.nouns import PeriodKind, Unit

if TYPE_CHECKING:
    from goldenthread.indicators.journey import Journey


def _rows(journey: Journey) -> Any:
    episodes = journey.open_on_each_end(journey.steps.in_need(), "referral_date", "closure_date")
    rows = episodes.select(
        "area",
        "person_id",
        "day",
        numerator=1,
        denominator=1,
        category=journey.labelled(episodes.primary_need, "primary_need"),
    )
    return journey.with_child(rows)


INDICATOR = Indicator(
    name="child_in_need_category",
    title="Children in need by category (local)",
    words="The share of children in need in the category",
    counted="children in need in the category",
    theme=Theme.CHILDREN_IN_NEED,
    units=(Unit.PERCENT,),
    compared_by=Unit.PERCENT,
    numerator="Children in need whose main need is recorded in the category.",
    denominator=("Children in need in the same local return."),
    window=(
        "As the partnership’s yearly figures give it; from records, the position on the last day."
    ),
    period_kind=PeriodKind.FINANCIAL_YEAR,
    polarity=Polarity.NEUTRAL,
    polarity_reason=(
        "The mix of needs describes the children; it is not an achievement or a failing."
    ),
    basis=Basis.LOCAL,
    computation=Computation.FROM_RECORDS,
    source="local.child_in_need_category: the council’s return",
    limits=(
        "Printed as 70% for abuse or neglect (N1), which is not neglect alone and not the same "
        "as the category of a plan. The national table of primary need is the surer source, and is "
        "counted in the same way."
    ),
    checked=date(2026, 11, 20),
    checked_against=(
        "Luton’s printed value for 2023-24; its date and base are to be confirmed in the "
        "original return."
    ),
    breakdowns=("category", "age", "sex", "ethnicity", "locality"),
    look_alikes=(
        "child_protection_plans_at_31_march",
        "child_protection_plans_started",
        "children_in_need_at_31_march",
        "contacts",
        "referrals",
    ),
    stages=("child_in_need",),
    plural=False,
    expression=Expression(
        rows=_rows,
        timing=Timing.STOCK,
        shape=Shape.COUNT,
        needs=(Need("cin_episodes", column="primary_need"),),
        breakdowns=("category", "age", "sex", "ethnicity", "locality"),
    ),
)
