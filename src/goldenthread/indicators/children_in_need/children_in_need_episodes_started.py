"""Episodes of need started: what is counted, from where, and what it cannot tell."""

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
    found = episodes.filter(~journey.steps.not_in_need(episodes))
    rows = found.select(
        "area",
        "person_id",
        day="referral_date",
        numerator=1,
        denominator=1,
        need=journey.labelled(found.primary_need, "primary_need"),
        source=journey.labelled(found.source, "referral_source"),
        stage=journey.in_force.stage("child_in_need", found, found.referral_date),
    )
    return journey.with_child(rows)


INDICATOR = Indicator(
    name="children_in_need_episodes_started",
    title="Episodes of need started",
    words="Episodes of need started",
    counted="episodes of need started",
    theme=Theme.CHILDREN_IN_NEED,
    units=(Unit.COUNT, Unit.RATE_PER_10000),
    compared_by=Unit.RATE_PER_10000,
    numerator="Episodes of need that began in the year.",
    denominator=(
        "Children aged 0 to 17 in the mid-year population estimate for the June before the year "
        "ends, as first published."
    ),
    window=(
        "Referral date within the year, for referrals that ended neither in no further action nor "
        "in an assessment that found no child in need."
    ),
    period_kind=PeriodKind.FINANCIAL_YEAR,
    polarity=Polarity.NEUTRAL,
    polarity_reason=(
        "New episodes rise with need, with referrals and with a lower threshold alike."
    ),
    basis=Basis.STATUTORY,
    computation=Computation.FROM_RECORDS,
    source="dfe.b1: Started_episodes, Started_episodes_rate",
    limits=(
        "Episodes, not children: a child whose case closed and opened again counts twice. The "
        "number of different children stands beside it in the source. An episode not yet closed "
        "counts until its assessment finds no child in need, so late months come down later."
    ),
    checked=date(2026, 11, 20),
    checked_against=(
        "Column headings and Luton’s row for 2024 in the b1 file, whose rate of starting was "
        "worked out again; in every council’s row for 2023 and 2024 the episodes started are the "
        "referrals of the c1 file less no further action and less not in need. The wording of the "
        "release’s own guidance is to be confirmed in the original."
    ),
    breakdowns=("need", "source", "stage", "age", "sex", "ethnicity", "locality"),
    stages=("child_in_need",),
    expression=Expression(
        rows=_rows,
        timing=Timing.EVENT,
        shape=Shape.COUNT,
        needs=(Need("cin_episodes", column="closure_reason"),),
        breakdowns=("need", "source", "stage", "age", "sex", "ethnicity", "locality"),
        parameters=("not_in_need_closure",),
    ),
)
