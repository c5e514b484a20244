"""Immunisations of children looked after: what is counted, from where, and what it cannot tell."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

from goldenthread.indicators.definition import Basis, Computation, Indicator, Polarity, Theme
from goldenthread.indicators.expression import Expression, Need, Shape, Timing, Told
from goldenthread.nouns import PeriodKind, Unit

if TYPE_CHECKING:
    from goldenthread.indicators.journey import Journey


def _rows(journey: Journey) -> Any:
    rows = journey.care.immunised()
    rows = rows.select("area", "person_id", "day", numerator="done", denominator=1)
    return journey.with_child(rows)


INDICATOR = Indicator(
    name="looked_after_immunisations",
    title="Immunisations of children looked after",
    words=("The share of children looked after whose immunisations were up to date"),
    counted="children with immunisations up to date",
    theme=Theme.LOOKED_AFTER,
    units=(Unit.COUNT, Unit.PERCENT),
    compared_by=Unit.PERCENT,
    numerator=("Children in the base who had had every immunisation due at their age by 31 March."),
    denominator=(
        "Children looked after on 31 March who had then been looked after for at least twelve "
        "months without a break."
    ),
    window=(
        "Looked after for the twelve months that ended on 31 March; events during the same year."
    ),
    period_kind=PeriodKind.FINANCIAL_YEAR,
    polarity=Polarity.HIGH_IS_BETTER,
    polarity_reason=(
        "Immunisation protects children, and an incomplete record often means nobody holds the "
        "child’s history."
    ),
    basis=Basis.STATUTORY,
    computation=Computation.FROM_RECORDS,
    source=(
        "dfe.cla_health: children_count, children_percent where breakdown is “Had their "
        "immunisations up to date”"
    ),
    limits=(
        "Lack of a record counts as not up to date, which weighs on children who came from "
        "abroad alone. Includes immunisations due before the child came into care. Where the "
        "yearly return is silent the last status recorded by the day holds, however old."
    ),
    checked=date(2026, 11, 20),
    checked_against=(
        "Column headings and Luton’s row for 2024 in the convictions and health file, whose 75% "
        "was worked out again from 192 of 255; the statistical release’s own methodology is to "
        "be confirmed in the original. Measure 3 of the Interactive Tool’s dictionary was read "
        "beside it."
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
            Need("cla_immunisations", months_before=12, one_of="what was done"),
        ),
        breakdowns=("age", "sex", "ethnicity", "locality"),
        parameters=("months_up_to_the_day",),
    ),
)
