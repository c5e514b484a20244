"""Children in need at 31 March: what is counted, from where, and what it cannot tell."""

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
        need=journey.labelled(episodes.primary_need, "primary_need"),
        duration=journey.steps.duration(episodes.referral_date, episodes.day),
        stage=journey.in_force.stage("child_in_need", episodes, episodes.day),
    )
    return journey.with_child(rows)


INDICATOR = Indicator(
    name="children_in_need_at_31_march",
    title="Children in need at 31 March",
    words="Children in need at 31 March",
    counted="children in need",
    theme=Theme.CHILDREN_IN_NEED,
    units=(Unit.COUNT, Unit.RATE_PER_10000, Unit.PERCENT),
    compared_by=Unit.RATE_PER_10000,
    numerator=(
        "Episodes of need open on 31 March, those of children on a plan of protection and in "
        "care among them."
    ),
    denominator=(
        "Children aged 0 to 17 in the mid-year population estimate for the June before the year "
        "ends, as first published."
    ),
    window="Begun on or before 31 March and not closed by then.",
    period_kind=PeriodKind.YEAR_END,
    polarity=Polarity.NEUTRAL,
    polarity_reason=(
        "A larger number may be more need or more of it being met; a fall may follow earlier "
        "help or the closing of cases too soon."
    ),
    basis=Basis.STATUTORY,
    computation=Computation.FROM_RECORDS,
    source=(
        "dfe.b1: At31_episodes, At31_episodes_rate; dfe.b3: N1_Abuse_or_neglect, "
        "N8_Absent_parenting; dfe.b4: 3_months_or_less, 2years+"
    ),
    limits=(
        "Much wider than children with a child in need plan: children looked after, on a child "
        "protection plan, leaving care and awaiting assessment are all in it. Primary need N1 "
        "holds abuse and neglect together and is far larger than neglect alone."
    ),
    checked=date(2026, 11, 20),
    checked_against=(
        "Column headings and Luton’s row for 2024 in the b1 file, whose rate was worked out "
        "again, and of b4, whose lengths of time add up to it, and b3, where two needs are "
        "withheld; the wording of the release’s own guidance is to be confirmed in the "
        "original."
    ),
    breakdowns=("need", "duration", "stage", "age", "ethnicity", "sex", "locality"),
    look_alikes=(
        "child_in_need_category",
        "child_in_need_plans_at_31_march",
        "child_protection_plans_at_31_march",
        "child_protection_plans_started",
        "children_in_need_episodes_at_any_point",
        "contacts",
        "referrals",
    ),
    stages=("child_in_need",),
    expression=Expression(
        rows=_rows,
        timing=Timing.STOCK,
        shape=Shape.COUNT,
        needs=(Need("cin_episodes"),),
        breakdowns=("need", "duration", "stage", "age", "sex", "ethnicity", "locality"),
        parameters=("months_lasting",),
    ),
)
