"""Children who ceased to be looked after: what is counted, from where, and what it cannot tell."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

from goldenthread.indicators.definition import Basis, Computation, Indicator, Polarity, Theme
from goldenthread.indicators.expression import Expression, Need, Shape, Timing
from goldenthread.nouns import PeriodKind, Unit

if TYPE_CHECKING:
    from goldenthread.indicators.journey import Journey


def _rows(journey: Journey) -> Any:
    return journey.with_child(journey.in_care.last_ceased())


INDICATOR = Indicator(
    name="looked_after_ceased",
    title="Children who ceased to be looked after",
    words="Children who ceased to be looked after",
    counted="children who ceased to be looked after",
    theme=Theme.LOOKED_AFTER,
    units=(Unit.COUNT, Unit.RATE_PER_10000),
    compared_by=Unit.RATE_PER_10000,
    numerator=(
        "Children who stopped being looked after in the year, counted once at the last time."
    ),
    denominator=(
        "Children aged 0 to 17 in the mid-year population estimate for the June before the year "
        "ends, as last revised when the looked-after statistics were published."
    ),
    window="A last day of care within the year.",
    period_kind=PeriodKind.FINANCIAL_YEAR,
    polarity=Polarity.NEUTRAL,
    polarity_reason=(
        "Leaving care for a lasting home is good and leaving for want of one is not; the count "
        "holds both, and those who turned 18."
    ),
    basis=Basis.STATUTORY,
    computation=Computation.FROM_RECORDS,
    source=(
        "dfe.cla_numbers: children_count, rate_per_10000 where population_type is “Children "
        "ceasing to be looked after each year”"
    ),
    limits=(
        "Where to the children left is not in it, and why only where it is counted from "
        "records. Adding starts and taking away endings need not give next year’s number, "
        "because some children do both."
    ),
    checked=date(2026, 11, 20),
    checked_against=(
        "Column headings and Luton’s row for 2024 in the looked-after numbers file, whose rate "
        "of ceasing was worked out again; the statistical release’s own methodology is to be "
        "confirmed in the original."
    ),
    decimals={Unit.RATE_PER_10000: 0},
    breakdowns=("reason", "age", "sex", "ethnicity", "locality"),
    expression=Expression(
        rows=_rows,
        timing=Timing.SPAN,
        shape=Shape.COUNT,
        needs=(Need("cla_episodes"),),
        breakdowns=("reason", "age", "sex", "ethnicity", "locality"),
    ),
)
