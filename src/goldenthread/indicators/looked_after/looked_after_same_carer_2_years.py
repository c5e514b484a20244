"""Living with the same carer for two years."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

from goldenthread.indicators.definition import Basis, Computation, Indicator, Polarity, Theme
from goldenthread.indicators.expression import Expression, Need, Shape, Timing
from goldenthread.nouns import PeriodKind, Unit

if TYPE_CHECKING:
    from goldenthread.indicators.journey import Journey


def _rows(journey: Journey) -> Any:
    rows = journey.in_care.looked_after_for("long_term_start")
    rows = journey.care.with_years(rows)
    rows = journey.placements.with_carer(rows.filter(rows.years < 16))
    settled = (rows.carer_start <= rows.two_years_start).fill_null(False)
    rows = rows.select("area", "person_id", "day", numerator=settled.ifelse(1, 0), denominator=1)
    return journey.with_child(rows)


INDICATOR = Indicator(
    name="looked_after_same_carer_2_years",
    title="Living with the same carer for two years",
    words=(
        "The share of children in long-term care who had lived with the same carer for two years"
    ),
    counted="children living with the same carer for two years",
    theme=Theme.LOOKED_AFTER,
    units=(Unit.COUNT, Unit.PERCENT),
    compared_by=Unit.PERCENT,
    numerator=(
        "Children in the base who had lived with the same carer for at least the last two years."
    ),
    denominator=(
        "Children under 16 on 31 March who had then been looked after without a break for two "
        "and a half years or longer."
    ),
    window="The two years that ended on 31 March.",
    period_kind=PeriodKind.FINANCIAL_YEAR,
    polarity=Polarity.HIGH_IS_BETTER,
    polarity_reason=(
        "Children who stay with one carer do better at nearly everything that can be measured, "
        "provided that the home is a good one."
    ),
    basis=Basis.STATUTORY,
    computation=Computation.FROM_RECORDS,
    source=(
        "dfe.cla_placement_stability: children_count, children_percent where "
        "placement_stability is “Living with the same carer for at least 2 years”"
    ),
    limits=(
        "Staying is not always right: a child kept in a poor placement counts as stable. How "
        "children placed for adoption are treated has changed over the years and is a "
        "parameter. A format that gives no reason why an episode began tells of another carer "
        "only by another address or number. A child whose birth is not known is left out."
    ),
    checked=date(2026, 11, 20),
    checked_against=(
        "Column headings and Luton’s row for 2024 in the placement stability file, whose 69% "
        "was worked out again from 81 of 117; the statistical release’s own methodology is to "
        "be confirmed in the original."
    ),
    decimals={Unit.PERCENT: 0},
    breakdowns=("age", "sex", "ethnicity", "locality"),
    plural=False,
    expression=Expression(
        rows=_rows,
        timing=Timing.STOCK,
        shape=Shape.SHARE,
        needs=(Need("cla_episodes", months_before=30),),
        breakdowns=("age", "sex", "ethnicity", "locality"),
        parameters=("months_up_to_the_day", "adoption_and_same_carer"),
    ),
)
