"""Children who started to be looked after."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

from goldenthread.indicators.definition import Basis, Computation, Indicator, Polarity, Theme
from goldenthread.indicators.expression import Expression, Need, Shape, Timing
from goldenthread.nouns import PeriodKind, Unit

if TYPE_CHECKING:
    from goldenthread.indicators.journey import Journey


def _rows(journey: Journey) -> Any:
    return journey.with_child(journey.in_care.first_started())


INDICATOR = Indicator(
    name="looked_after_started",
    title="Children who started to be looked after",
    words="Children who started to be looked after",
    counted="children who started to be looked after",
    theme=Theme.LOOKED_AFTER,
    units=(Unit.COUNT, Unit.RATE_PER_10000),
    compared_by=Unit.RATE_PER_10000,
    numerator=(
        "Children who started to be looked after in the year, each counted once at the first start."
    ),
    denominator=(
        "Children aged 0 to 17 in the mid-year population estimate for the June before the year "
        "ends, as last revised when the looked-after statistics were published."
    ),
    window="A first day of care within the year.",
    period_kind=PeriodKind.FINANCIAL_YEAR,
    polarity=Polarity.NEUTRAL,
    polarity_reason=(
        "More starts may mean more families in crisis or earlier action; the right number is "
        "the number of children who could not be safe at home."
    ),
    basis=Basis.STATUTORY,
    computation=Computation.FROM_RECORDS,
    source=(
        "dfe.cla_numbers: children_count, rate_per_10000 where population_type is “Children "
        "starting to be looked after each year”"
    ),
    limits=(
        "A child who comes into care twice in the year is counted once, which is to be "
        "confirmed. Age, legal order and whether the child was seeking asylum alone are not "
        "in the published table. Counted from records, a child who leaves and comes back on "
        "the same or the next day has not left, unless the reason says that care began anew."
    ),
    checked=date(2026, 11, 20),
    checked_against=(
        "Column headings and Luton’s row for 2024 in the looked-after numbers file, whose rate "
        "of starting was worked out again; the statistical release’s own methodology is to be "
        "confirmed in the original."
    ),
    decimals={Unit.RATE_PER_10000: 0},
    breakdowns=("need", "age", "sex", "ethnicity", "locality"),
    look_alikes=("looked_after_children",),
    expression=Expression(
        rows=_rows,
        timing=Timing.SPAN,
        shape=Shape.COUNT,
        needs=(Need("cla_episodes"),),
        breakdowns=("need", "age", "sex", "ethnicity", "locality"),
    ),
)
