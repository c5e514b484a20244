"""Episodes of need at any point in the year."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

from goldenthread.indicators.definition import Basis, Computation, Indicator, Polarity, Theme
from goldenthread.indicators.expression import Expression, Need, Shape, Timing
from goldenthread.nouns import PeriodKind, Unit

if TYPE_CHECKING:
    from goldenthread.indicators.journey import Journey


def _rows(journey: Journey) -> Any:
    episodes = journey.steps.in_need()
    joined = episodes.join(journey.periods, episodes.referral_date <= journey.periods.day)
    stayed = joined.closure_date.isnull() | (joined.closure_date > joined.day)
    ended = (joined.closure_date >= joined.start) & ~journey.steps.not_in_need(joined)
    found = joined.filter(stayed | ended)
    rows = found.select(
        "area",
        "person_id",
        "period",
        "day",
        numerator=1,
        denominator=1,
        need=journey.labelled(found.primary_need, "primary_need"),
        stage=journey.in_force.stage("child_in_need", found, found.day),
    )
    return journey.with_child(rows)


INDICATOR = Indicator(
    name="children_in_need_episodes_at_any_point",
    title="Episodes of need at any point in the year",
    words="Episodes of need open at any point in the year",
    counted="episodes of need open at any point in the year",
    theme=Theme.CHILDREN_IN_NEED,
    units=(Unit.COUNT, Unit.RATE_PER_10000),
    compared_by=Unit.RATE_PER_10000,
    numerator="Episodes of need open on at least one day of the year.",
    denominator=(
        "Children aged 0 to 17 in the mid-year population estimate for the June before the year "
        "ends, as first published."
    ),
    window=(
        "From 1 April to 31 March, whenever begun or closed; not those closed in the year because "
        "an assessment found no child in need."
    ),
    period_kind=PeriodKind.FINANCIAL_YEAR,
    polarity=Polarity.NEUTRAL,
    polarity_reason=(
        "The year’s whole work depends on need and on how long each case stays open; more of it "
        "is not better or worse."
    ),
    basis=Basis.STATUTORY,
    computation=Computation.FROM_RECORDS,
    source="dfe.b1: Anypoint_episodes, Anypoint_episodes_rate",
    limits=(
        "About twice the number open on 31 March, and sometimes printed in its place. It counts "
        "episodes, so some children more than once."
    ),
    checked=date(2026, 11, 20),
    checked_against=(
        "Column headings and Luton’s row for 2024 in the b1 file, whose rate at any point was "
        "worked out again, and those of all councils since 2013: but for two of 1,813 it is the "
        "episodes ended and those open on 31 March together; the wording of the release’s own "
        "guidance is to be confirmed in the original."
    ),
    breakdowns=("need", "stage", "age", "sex", "ethnicity", "locality"),
    look_alikes=("child_in_need_plans_at_31_march", "children_in_need_at_31_march"),
    stages=("child_in_need",),
    expression=Expression(
        rows=_rows,
        timing=Timing.SPAN,
        shape=Shape.COUNT,
        needs=(Need("cin_episodes", column="closure_reason"),),
        breakdowns=("need", "stage", "age", "sex", "ethnicity", "locality"),
        parameters=("not_in_need_closure",),
    ),
)
