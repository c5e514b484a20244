"""Children looked after at 31 March: what is counted, from where, and what it cannot tell."""

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
    rows = rows.select(
        "area",
        "person_id",
        "day",
        numerator=1,
        denominator=1,
        need=journey.labelled(rows.primary_need, "primary_need"),
        kind=journey.labelled(rows.placement_type, "placement_type"),
    )
    return journey.with_child(rows)


INDICATOR = Indicator(
    name="looked_after_children",
    title="Children looked after at 31 March",
    words="Children looked after at 31 March",
    counted="children looked after",
    theme=Theme.LOOKED_AFTER,
    units=(Unit.COUNT, Unit.RATE_PER_10000),
    compared_by=Unit.RATE_PER_10000,
    numerator=(
        "Children looked after by the council on 31 March, under any order or by agreement, "
        "short breaks left out."
    ),
    denominator=(
        "Children aged 0 to 17 in the mid-year population estimate for the June before the year "
        "ends, as last revised when the looked-after statistics were published."
    ),
    window="Looked after on the day itself.",
    period_kind=PeriodKind.YEAR_END,
    polarity=Polarity.NEUTRAL,
    polarity_reason=(
        "Coming into care harms some children and saves others: the number may fall because "
        "families are helped in time or because children are left in danger."
    ),
    basis=Basis.STATUTORY,
    computation=Computation.FROM_RECORDS,
    source=(
        "dfe.cla_numbers: children_count, rate_per_10000 where population_type is “Children "
        "looked after on 31 March each year”"
    ),
    limits=(
        "The rate uses a later population estimate than the children in need rates of the same "
        "year, so the two do not share a base. Unaccompanied children seeking asylum are "
        "included and weigh heavily in some areas."
    ),
    checked=date(2026, 11, 20),
    checked_against=(
        "Column headings and Luton’s row for 2024 in the looked-after numbers file, whose rate "
        "of 62 was worked out again from 375 children and 60,435; the statistical release’s own "
        "methodology is to be confirmed in the original."
    ),
    decimals={Unit.RATE_PER_10000: 0},
    breakdowns=("need", "kind", "age", "sex", "ethnicity", "locality"),
    look_alikes=("looked_after_started",),
    expression=Expression(
        rows=_rows,
        timing=Timing.STOCK,
        shape=Shape.COUNT,
        needs=(Need("cla_episodes"),),
        breakdowns=("need", "kind", "age", "sex", "ethnicity", "locality"),
    ),
)
