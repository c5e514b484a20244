"""Development checks of young children looked after."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

from goldenthread.indicators.definition import Basis, Computation, Indicator, Polarity, Theme
from goldenthread.indicators.expression import Expression, Need, Shape, Timing, Told
from goldenthread.nouns import PeriodKind, Unit

if TYPE_CHECKING:
    from goldenthread.indicators.journey import Journey


def _rows(journey: Journey) -> Any:
    rows = journey.care.for_a_year(0, 4)
    rows = journey.care.checked(rows, "health_check", ("DEVELOPMENT",))
    rows = rows.select("area", "person_id", "day", numerator="done", denominator=1)
    return journey.with_child(rows)


INDICATOR = Indicator(
    name="looked_after_development_checks",
    title="Development checks of young children looked after",
    words=("The share of young children looked after whose development checks were up to date"),
    counted="young children with development checks up to date",
    theme=Theme.LOOKED_AFTER,
    units=(Unit.COUNT, Unit.PERCENT),
    compared_by=Unit.PERCENT,
    numerator=("Children in the base aged 0 to 4 whose development checks were up to date."),
    denominator=(
        "Children aged 0 to 4 looked after on 31 March for at least twelve months without a break."
    ),
    window=(
        "Looked after for the twelve months that ended on 31 March; events during the same year."
    ),
    period_kind=PeriodKind.FINANCIAL_YEAR,
    polarity=Polarity.HIGH_IS_BETTER,
    polarity_reason=("Delay found early can be helped early, and these children have more of it."),
    basis=Basis.STATUTORY,
    computation=Computation.FROM_RECORDS,
    source=(
        "dfe.cla_health: children_count, children_percent where breakdown is “Development "
        "assessments up to date”"
    ),
    limits=(
        "A base of a few dozen children at most, so one child moves the share by several "
        "points. Many values are withheld."
    ),
    checked=date(2026, 11, 20),
    checked_against=(
        "Column headings and Luton’s row for 2024 in the convictions and health file, whose 90% "
        "was worked out again from 19 of 21; the statistical release’s own methodology is to be "
        "confirmed in the original."
    ),
    decimals={Unit.PERCENT: 0},
    breakdowns=("sex", "ethnicity", "locality"),
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
            Need("cla_health", months_before=12, one_of="what was done"),
        ),
        breakdowns=("sex", "ethnicity", "locality"),
        parameters=("months_up_to_the_day",),
    ),
)
