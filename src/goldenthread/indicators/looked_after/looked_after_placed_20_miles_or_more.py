"""Placed 20 miles or more from home (local)."""

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
    rows = journey.placements.far_away(rows, outside=False)
    rows = rows.select("area", "person_id", "day", numerator="far", denominator=1)
    return journey.with_child(rows)


INDICATOR = Indicator(
    name="looked_after_placed_20_miles_or_more",
    title="Placed 20 miles or more from home (local)",
    words="The share of children looked after placed 20 miles or more from home",
    counted="children placed 20 miles or more from home",
    theme=Theme.LOOKED_AFTER,
    units=(Unit.PERCENT,),
    compared_by=Unit.PERCENT,
    numerator=(
        "Children looked after whose placement is 20 miles from home or farther, inside the "
        "council’s boundary or not."
    ),
    denominator=(
        "Children looked after on the day looked at, as the council’s own return counts them."
    ),
    window="The placement held on the day looked at, usually 31 March.",
    period_kind=PeriodKind.FINANCIAL_YEAR,
    polarity=Polarity.LOW_IS_BETTER,
    polarity_reason=(
        "A child placed far away is harder to visit, to school and to keep in touch with home."
    ),
    basis=Basis.LOCAL,
    computation=Computation.FROM_RECORDS,
    source="local.looked_after: the council’s performance return",
    limits=(
        "Close to the national measure yet not the same: no boundary condition, and 20 miles "
        "itself counts. The yearly value has been printed as 27.1% and later as 26.4%; both "
        "are kept. No comparator fits it. Where the distance is not known the child is left "
        "out, unless chosen otherwise."
    ),
    checked=date(2026, 11, 20),
    checked_against=(
        "Luton’s printed values for 2021-22 to 2023-24; the local return’s rule is to be "
        "confirmed in the original."
    ),
    breakdowns=("age", "sex", "ethnicity", "locality"),
    look_alikes=("looked_after_placed_over_20_miles",),
    plural=False,
    expression=Expression(
        rows=_rows,
        timing=Timing.STOCK,
        shape=Shape.SHARE,
        needs=(Need("cla_episodes", column="distance"),),
        breakdowns=("age", "sex", "ethnicity", "locality"),
        parameters=("distance_not_known",),
    ),
)
