"""Children looked after convicted or cautioned."""

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
    rows = care.for_a_year(10, 17)
    convictions = journey.table("cla_convictions")
    rows = care.times_in_year(rows, convictions, "conviction_date", "times")
    rows = care.told_or(rows, "convicted", rows.times > 0)
    rows = rows.select("area", "person_id", "day", numerator="done", denominator=1)
    return journey.with_child(rows)


INDICATOR = Indicator(
    name="looked_after_convicted",
    title="Children looked after convicted or cautioned",
    words="The share of children looked after who were convicted or cautioned",
    counted="children convicted or cautioned",
    theme=Theme.LOOKED_AFTER,
    units=(Unit.COUNT, Unit.PERCENT),
    compared_by=Unit.PERCENT,
    numerator=(
        "Children in the base convicted, or subject to a youth caution or youth conditional "
        "caution, during the year."
    ),
    denominator=(
        "Children aged 10 to 17 looked after on 31 March for at least twelve months without a "
        "break."
    ),
    window=(
        "Looked after for the twelve months that ended on 31 March; events during the same year."
    ),
    period_kind=PeriodKind.FINANCIAL_YEAR,
    polarity=Polarity.LOW_IS_BETTER,
    polarity_reason=(
        "Children in care are more often criminalised for what would be settled at home in "
        "another family; fewer convictions is what partners work for."
    ),
    basis=Basis.STATUTORY,
    computation=Computation.FROM_RECORDS,
    source=(
        "dfe.cla_health: children_count, children_percent where breakdown is “Convicted or "
        "subject to youth cautions, or youth conditional cautions during the year”"
    ),
    limits=(
        "Slow courts move convictions into a later year. Counts are small and often withheld. "
        "It does not say whether the offence came before care. Where the yearly return is "
        "silent only convictions are known, and no cautions."
    ),
    checked=date(2026, 11, 20),
    checked_against=(
        "Column headings and Luton’s row for 2024 in the convictions and health file, where "
        "Luton’s count is withheld, so the percentage of other areas was worked out again; the "
        "statistical release’s own methodology is to be confirmed in the original. Measure 202 "
        "of the Interactive Tool’s dictionary was read beside it."
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
            Need("cla_convictions", months_before=12, one_of="what was done"),
        ),
        breakdowns=("age", "sex", "ethnicity", "locality"),
        parameters=("months_up_to_the_day",),
    ),
)
