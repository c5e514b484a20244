"""Placed more than 20 miles from home: what is counted, from where, and what it cannot tell."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

from goldenthread.indicators.definition import Basis, Computation, Indicator, Polarity, Theme
from goldenthread.indicators.expression import Expression, Need, Shape, Timing
from goldenthread.nouns import PeriodKind, Unit

if TYPE_CHECKING:
    from goldenthread.indicators.journey import Journey


def _rows(journey: Journey) -> Any:
    rows = journey.in_care.on_last_days
    rows = journey.placements.far_away(rows, outside=True)
    rows = rows.select("area", "person_id", "day", numerator="far", denominator=1)
    return journey.with_child(rows)


INDICATOR = Indicator(
    name="looked_after_placed_over_20_miles",
    title="Placed more than 20 miles from home",
    words=(
        "The share of children looked after placed more than 20 miles from home and outside the "
        "council’s area"
    ),
    counted="children placed more than 20 miles from home and outside the area",
    theme=Theme.LOOKED_AFTER,
    units=(Unit.PERCENT,),
    compared_by=Unit.PERCENT,
    numerator=(
        "Children looked after on 31 March living more than 20 miles from home and outside the "
        "council’s boundary."
    ),
    denominator=("Children looked after on 31 March, without those in a series of short breaks."),
    window=("The placement held on 31 March, and the distance from home in a straight line."),
    period_kind=PeriodKind.FINANCIAL_YEAR,
    polarity=Polarity.LOW_IS_BETTER,
    polarity_reason=(
        "Distance makes it harder to see family, keep a school and be visited, though for a few "
        "children it is what keeps them safe."
    ),
    basis=Basis.STATUTORY,
    computation=Computation.FROM_RECORDS,
    source=("lait: LACDistance, from the Department for Education’s looked-after statistics"),
    limits=(
        "A small or crowded council places more children outside its boundary than a large "
        "county does. Relatives who live far away count like any other placement. Where the "
        "distance is not known the child is left out above and below the line, unless chosen "
        "otherwise; so is one more than 20 miles away of whom it is not known which side of "
        "the boundary. How the release treats them is to be confirmed."
    ),
    checked=date(2026, 11, 20),
    checked_against=(
        "Measure 87 in the Interactive Tool’s dictionary, which gives the two conditions; the "
        "underlying release is to be confirmed in the original."
    ),
    decimals={Unit.PERCENT: 0},
    breakdowns=("age", "sex", "ethnicity", "locality"),
    look_alikes=("looked_after_placed_20_miles_or_more",),
    plural=False,
    expression=Expression(
        rows=_rows,
        timing=Timing.STOCK,
        shape=Shape.SHARE,
        needs=(
            Need("cla_episodes", column="distance"),
            Need("cla_episodes", column="in_area"),
        ),
        breakdowns=("age", "sex", "ethnicity", "locality"),
        parameters=("distance_not_known",),
    ),
)
