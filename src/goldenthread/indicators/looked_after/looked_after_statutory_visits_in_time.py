"""Visits to children looked after in time."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

from goldenthread.indicators.definition import Basis, Computation, Indicator, Polarity, Theme
from goldenthread.indicators.expression import Expression, Need, Shape, Timing, Told
from goldenthread.nouns import PeriodKind, Unit

if TYPE_CHECKING:
    from goldenthread.indicators.journey import Journey


def _rows(journey: Journey) -> Any:
    rows = journey.care.visited()
    rows = rows.select("area", "person_id", "day", numerator="visited", denominator=1)
    return journey.with_child(rows)


INDICATOR = Indicator(
    name="looked_after_statutory_visits_in_time",
    title="Visits to children looked after in time",
    words="The share of children looked after whose statutory visit was in time",
    counted="children looked after visited in time",
    theme=Theme.LOOKED_AFTER,
    units=(Unit.PERCENT,),
    compared_by=Unit.PERCENT,
    numerator=(
        "Children looked after whose last statutory visit was within the interval due to them."
    ),
    denominator=(
        "Children looked after on the day looked at, without those in their first week of "
        "care who had no visit yet."
    ),
    window=(
        "Six weeks from the visit before, or as chosen; the first visit is due within a week "
        "of the start of care."
    ),
    period_kind=PeriodKind.FINANCIAL_YEAR,
    polarity=Polarity.HIGH_IS_BETTER,
    polarity_reason=(
        "A visit is when a social worker sees how a child lives and hears from the child alone."
    ),
    basis=Basis.LOCAL,
    computation=Computation.FROM_RECORDS,
    source="local.looked_after_visits: the council’s performance return",
    limits=(
        "Says that the visit took place, not what was seen. Regulations let visits be fewer "
        "once a placement is settled, which no format tells: whether three months are allowed "
        "after the first year is a parameter, so the mix of children moves the share."
    ),
    checked=date(2026, 11, 20),
    checked_against=(
        "Luton’s printed values for 2022-23 and 2023-24; how intervals are applied is to be "
        "confirmed in the original return."
    ),
    breakdowns=("age", "sex", "ethnicity", "locality"),
    look_alikes=("child_protection_visits_within_20_working_days",),
    plural=False,
    expression=Expression(
        rows=_rows,
        timing=Timing.STOCK,
        shape=Shape.SHARE,
        needs=(
            Need("cla_episodes"),
            Need("cla_visits", months_before=3, one_of="visits"),
            Need(
                "cla_episodes",
                column="last_visit_date",
                told=Told.ON_ITS_LAST_DAY,
                one_of="visits",
            ),
        ),
        breakdowns=("age", "sex", "ethnicity", "locality"),
        parameters=("looked_after_visit_within",),
    ),
)
