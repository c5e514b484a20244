"""Care leavers in suitable accommodation: what is counted, from where, and what it cannot tell."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

from goldenthread.indicators.definition import Basis, Computation, Indicator, Polarity, Theme
from goldenthread.indicators.expression import Expression, Need, Shape, Timing
from goldenthread.nouns import PeriodKind, Unit

if TYPE_CHECKING:
    from goldenthread.indicators.journey import Journey


def _rows(journey: Journey) -> Any:
    rows = journey.care.leavers()
    return journey.care.leavers_by(rows, rows.suitable)


INDICATOR = Indicator(
    name="care_leavers_suitable_accommodation",
    title="Care leavers in suitable accommodation",
    words="The share of care leavers in suitable accommodation",
    counted="care leavers in suitable accommodation",
    theme=Theme.CARE_LEAVERS,
    units=(Unit.COUNT, Unit.PERCENT),
    compared_by=Unit.PERCENT,
    numerator="Young people in the base whose accommodation was judged suitable.",
    denominator=(
        "Young people whose 17th or 18th birthday, or 19th to 21st, fell in the year and who "
        "had been looked after for at least 13 weeks since the age of 14, some of it after "
        "16. Those of whom nothing is known stay in."
    ),
    window=(
        "As recorded at or near the birthday in the year, in two bands: 17 to 18 and 19 to 21."
    ),
    period_kind=PeriodKind.FINANCIAL_YEAR,
    polarity=Polarity.HIGH_IS_BETTER,
    polarity_reason="A safe and settled place to live comes before work, study and health.",
    basis=Basis.STATUTORY,
    computation=Computation.FROM_RECORDS,
    source=(
        "dfe.care_leavers_accommodation: care_leaver_count, care_leaver_percent where breakdown "
        "is “Accommodation considered suitable”"
    ),
    limits=(
        "Suitable is the council’s own judgement. Young people of whom nothing is known stay "
        "in the base, so losing touch lowers the share. Whether those gone abroad stay in is "
        "to be confirmed: counted from records they do, by what is recorded of them."
    ),
    checked=date(2026, 11, 20),
    checked_against=(
        "Column headings and Luton’s row for 2024 in the care leavers accommodation file, whose "
        "percentages by age were worked out again; the statistical release’s own methodology is "
        "to be confirmed in the original. Measure 112 of the Interactive Tool’s dictionary was "
        "read beside it."
    ),
    decimals={Unit.PERCENT: 0},
    breakdowns=("age", "sex", "ethnicity", "locality"),
    plural=False,
    expression=Expression(
        rows=_rows,
        timing=Timing.EVENT,
        shape=Shape.SHARE,
        needs=(Need("care_leavers"),),
        breakdowns=("age", "sex", "ethnicity", "locality"),
    ),
)
