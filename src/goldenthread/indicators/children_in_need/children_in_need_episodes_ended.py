"""Episodes of need ended: what is counted, from where, and what it cannot tell."""

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
    ended = episodes.filter(episodes.closure_date.notnull() & ~journey.steps.not_in_need(episodes))
    rows = ended.select(
        "area",
        "person_id",
        day="closure_date",
        numerator=1,
        denominator=1,
        reason=journey.labelled(ended.closure_reason, "closure_reason"),
        duration=journey.steps.duration(ended.referral_date, ended.closure_date),
        stage=journey.in_force.stage("child_in_need", ended, ended.closure_date),
    )
    return journey.with_child(rows)


INDICATOR = Indicator(
    name="children_in_need_episodes_ended",
    title="Episodes of need ended",
    words="Episodes of need ended",
    counted="episodes of need ended",
    theme=Theme.CHILDREN_IN_NEED,
    units=(Unit.COUNT, Unit.RATE_PER_10000),
    compared_by=Unit.RATE_PER_10000,
    numerator="Episodes of need that were closed in the year.",
    denominator=(
        "Children aged 0 to 17 in the mid-year population estimate for the June before the year "
        "ends, as first published."
    ),
    window="Closure date within the year, unless an assessment had found no child in need.",
    period_kind=PeriodKind.FINANCIAL_YEAR,
    polarity=Polarity.NEUTRAL,
    polarity_reason=(
        "Closing may mean that a child no longer needs help, has moved, or was let go; the "
        "count holds all three."
    ),
    basis=Basis.STATUTORY,
    computation=Computation.FROM_RECORDS,
    source=(
        "dfe.b1: Ended_episodes, Ended_episodes_rate; dfe.b6: RC7_Other, unknown; dfe.b5: "
        "3_months_or_less"
    ),
    limits=(
        "Nine in ten closures share one reason, “any other”, so the published reasons explain "
        "little. Read it with re-referrals."
    ),
    checked=date(2026, 11, 20),
    checked_against=(
        "Column headings and Luton’s row for 2024 in the b1 file, whose rate of ending was worked "
        "out again, and the headings of b5 and b6; but for two of the 1,813 rows of councils, the "
        "episodes ended and those open on 31 March add up to those open at any point; the wording "
        "of the release’s own guidance is to be confirmed in the original."
    ),
    breakdowns=("reason", "duration", "stage", "age", "sex", "ethnicity", "locality"),
    look_alikes=("referrals_no_further_action",),
    stages=("child_in_need",),
    expression=Expression(
        rows=_rows,
        timing=Timing.EVENT,
        shape=Shape.COUNT,
        needs=(Need("cin_episodes", column="closure_reason"),),
        breakdowns=("reason", "duration", "stage", "age", "sex", "ethnicity", "locality"),
        parameters=("not_in_need_closure", "months_lasting"),
    ),
)
