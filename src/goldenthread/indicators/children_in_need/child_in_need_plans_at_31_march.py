"""Child in need plans at 31 March: what is counted, from where, and what it cannot tell."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

from goldenthread.indicators.definition import Basis, Computation, Indicator, Polarity, Theme
from goldenthread.indicators.expression import Expression, Need, Shape, Timing
from goldenthread.nouns import PeriodKind, Unit

if TYPE_CHECKING:
    from goldenthread.indicators.journey import Journey


def _rows(journey: Journey) -> Any:
    plans = journey.open_on_each_end(journey.table("cin_plans"))
    rows = plans.select(
        "area",
        "person_id",
        "day",
        numerator=1,
        denominator=1,
        stage=journey.in_force.stage("child_in_need", plans, plans.day, plans.stage),
    )
    return journey.with_child(rows)


INDICATOR = Indicator(
    name="child_in_need_plans_at_31_march",
    title="Child in need plans at 31 March",
    words="Child in need plans at 31 March",
    counted="child in need plans",
    theme=Theme.CHILDREN_IN_NEED,
    units=(Unit.COUNT, Unit.RATE_PER_10000),
    compared_by=Unit.RATE_PER_10000,
    numerator="Child in need plans open on 31 March.",
    denominator=(
        "Children aged 0 to 17 in the mid-year population estimate for the June before the year "
        "ends, as first published."
    ),
    window="Begun on or before 31 March and not ended by then.",
    period_kind=PeriodKind.YEAR_END,
    polarity=Polarity.NEUTRAL,
    polarity_reason=(
        "More plans may mean more families getting planned help, or fewer kept at early help; "
        "the number alone does not tell."
    ),
    basis=Basis.STATUTORY,
    computation=Computation.FROM_RECORDS,
    source="dfe.b7: CINPlan_At31, CINPlan_At31_rate",
    limits=(
        "Published from 2022 only and only where a plan is recorded with dates, so recording "
        "still differs between councils. Family Help is replacing this stage in some areas, "
        "which breaks the series."
    ),
    checked=date(2026, 11, 20),
    checked_against=(
        "Column headings and Luton’s row for 2024 in the b7 file, whose rate was worked out "
        "again; the wording of the release’s own guidance is to be confirmed in the original."
    ),
    breakdowns=("stage", "age", "sex", "ethnicity", "locality"),
    look_alikes=("children_in_need_at_31_march", "children_in_need_episodes_at_any_point"),
    stages=("child_in_need",),
    expression=Expression(
        rows=_rows,
        timing=Timing.STOCK,
        shape=Shape.COUNT,
        needs=(Need("cin_plans"),),
        breakdowns=("stage", "age", "sex", "ethnicity", "locality"),
    ),
)
