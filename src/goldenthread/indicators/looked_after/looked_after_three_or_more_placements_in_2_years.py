"""Three or more placements in two years: what is counted, from where, and what it cannot tell."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

from goldenthread.indicators.definition import Basis, Computation, Indicator, Polarity, Theme
from goldenthread.indicators.expression import Expression, Need, Shape, Timing
from goldenthread.nouns import PeriodKind, Unit

if TYPE_CHECKING:
    from goldenthread.indicators.journey import Journey


def _rows(journey: Journey) -> Any:
    rows = journey.in_care.looked_after_for("two_years_start")
    rows = journey.placements.with_placements(rows, "two_years_start")
    rows = rows.select(
        "area", "person_id", "day", numerator=(rows.placements >= 3).ifelse(1, 0), denominator=1
    )
    return journey.with_child(rows)


INDICATOR = Indicator(
    name="looked_after_three_or_more_placements_in_2_years",
    title="Three or more placements in two years",
    words=(
        "The share of children looked after for two years who had three or more placements in them"
    ),
    counted="children with three or more placements in two years",
    theme=Theme.LOOKED_AFTER,
    units=(Unit.COUNT, Unit.PERCENT),
    compared_by=Unit.PERCENT,
    numerator=(
        "Children looked after for two years who had three or more placements during the two "
        "years up to 31 March."
    ),
    denominator=("Children looked after on 31 March for at least two years without a break."),
    window="The two years that ended on 31 March.",
    period_kind=PeriodKind.FINANCIAL_YEAR,
    polarity=Polarity.LOW_IS_BETTER,
    polarity_reason=(
        "Over two years a single crisis counts for less, so what is left is a want of settled "
        "homes."
    ),
    basis=Basis.STATUTORY,
    computation=Computation.FROM_RECORDS,
    source=(
        "dfe.cla_placement_stability: children_count, children_percent where "
        "placement_stability is “With 3 or more placements during the previous 2 years”"
    ),
    limits=(
        "Another base than the yearly measure: children in their first two years of care, who "
        "move most, are not in it."
    ),
    checked=date(2026, 11, 20),
    checked_against=(
        "Column headings and Luton’s row for 2024 in the placement stability file, whose 16% "
        "was worked out again from 40 of 258; the statistical release’s own methodology is to "
        "be confirmed in the original."
    ),
    decimals={Unit.PERCENT: 0},
    breakdowns=("age", "sex", "ethnicity", "locality"),
    look_alikes=(
        "looked_after_three_or_more_placement_moves",
        "looked_after_three_or_more_placements",
    ),
    plural=False,
    expression=Expression(
        rows=_rows,
        timing=Timing.STOCK,
        shape=Shape.SHARE,
        needs=(Need("cla_episodes", months_before=24),),
        breakdowns=("age", "sex", "ethnicity", "locality"),
        parameters=("months_up_to_the_day", "same_carer_moves"),
    ),
)
