"""Children looked after with a substance misuse problem."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

from goldenthread.indicators.definition import Basis, Computation, Indicator, Polarity, Theme
from goldenthread.indicators.expression import Expression, Need, Shape, Timing, Told
from goldenthread.nouns import PeriodKind, Unit

if TYPE_CHECKING:
    from goldenthread.indicators.journey import Journey


def _rows(journey: Journey) -> Any:
    care = journey.care
    rows = care.for_a_year()
    misuse = journey.table("cla_substance_misuse")
    rows = care.times_in_year(rows, misuse, "misuse_date", "times")
    rows = care.told_or(rows, "substance_misuse", rows.times > 0)
    rows = rows.select("area", "person_id", "day", numerator="done", denominator=1)
    return journey.with_child(rows)


INDICATOR = Indicator(
    name="looked_after_substance_misuse",
    title="Children looked after with a substance misuse problem",
    words=("The share of children looked after found to have a substance misuse problem"),
    counted="children found to have a substance misuse problem",
    theme=Theme.LOOKED_AFTER,
    units=(Unit.COUNT, Unit.PERCENT),
    compared_by=Unit.PERCENT,
    numerator=(
        "Children in the base identified during the year as having a problem with drugs or alcohol."
    ),
    denominator=(
        "Children looked after on 31 March who had then been looked after for at least twelve "
        "months without a break."
    ),
    window=(
        "Looked after for the twelve months that ended on 31 March; events during the same year."
    ),
    period_kind=PeriodKind.FINANCIAL_YEAR,
    polarity=Polarity.LOW_IS_BETTER,
    polarity_reason=(
        "Misuse harms a child’s health and safety; yet a rise may be better identification, so "
        "it is read with whether help was taken up."
    ),
    basis=Basis.STATUTORY,
    computation=Computation.FROM_RECORDS,
    source=(
        "dfe.cla_health: children_count, children_percent where breakdown is “Identified as "
        "having a substance misuse problem”"
    ),
    limits=(
        "Finds only what was noticed. Counts are small and often withheld. All ages are in "
        "the base, babies too. Where the yearly return is silent, a problem recorded within "
        "the year counts."
    ),
    checked=date(2026, 11, 20),
    checked_against=(
        "Column headings and Luton’s row for 2024 in the convictions and health file, whose 2% "
        "was worked out again from 6 of 255; the statistical release’s own methodology is to be "
        "confirmed in the original."
    ),
    decimals={Unit.PERCENT: 0},
    breakdowns=("age", "sex", "ethnicity", "locality"),
    plural=False,
    expression=Expression(
        rows=_rows,
        timing=Timing.STOCK,
        shape=Shape.SHARE,
        needs=(
            Need("cla_episodes", months_before=12, one_of="a year in care"),
            Need(
                "cla_episodes",
                column="entered_care_date",
                told=Told.ON_ITS_LAST_DAY,
                one_of="a year in care",
            ),
            Need("cla_yearly_outcomes", told=Told.ON_THE_DAY, one_of="what was done"),
            Need("cla_substance_misuse", months_before=12, one_of="what was done"),
        ),
        breakdowns=("age", "sex", "ethnicity", "locality"),
        parameters=("months_up_to_the_day",),
    ),
)
