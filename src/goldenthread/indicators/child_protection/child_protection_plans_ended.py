"""Child protection plans ended: what is counted, from where, and what it cannot tell."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

from goldenthread.indicators.definition import Basis, Computation, Indicator, Polarity, Theme
from goldenthread.indicators.expression import Expression, Need, Shape, Timing
from goldenthread.nouns import PeriodKind, Unit

if TYPE_CHECKING:
    from goldenthread.indicators.journey import Journey


def _rows(journey: Journey) -> Any:
    plans = journey.protection.own_plans()
    ended = plans.filter(plans.end_date.notnull())
    rows = ended.select(
        "area",
        "person_id",
        day="end_date",
        numerator=1,
        denominator=1,
        category=journey.labelled(ended.latest_category, "abuse_category"),
        duration=journey.steps.duration(ended.start_date, ended.end_date),
    )
    return journey.with_child(rows)


INDICATOR = Indicator(
    name="child_protection_plans_ended",
    title="Child protection plans ended",
    words="Child protection plans ended",
    counted="child protection plans ended",
    theme=Theme.CHILD_PROTECTION,
    units=(Unit.COUNT, Unit.RATE_PER_10000),
    compared_by=Unit.RATE_PER_10000,
    numerator="Child protection plans that ended in the year, for whatever reason.",
    denominator=(
        "Children aged 0 to 17 in the mid-year population estimate for the June before the year "
        "ends, as first published."
    ),
    window="Plans whose end date falls in the year.",
    period_kind=PeriodKind.FINANCIAL_YEAR,
    polarity=Polarity.NEUTRAL,
    polarity_reason=(
        "A plan may end because the child is safer, has moved, has come into care or has turned "
        "18, so more endings are neither good nor bad."
    ),
    basis=Basis.STATUTORY,
    computation=Computation.FROM_RECORDS,
    source="dfe.d1: CPP_end, CPP_end_rate",
    limits=(
        "Gives no reason for the ending. Read with plans that start again, which show the "
        "endings that did not last."
    ),
    checked=date(2026, 11, 20),
    checked_against=(
        "Column headings and Luton’s row for 2024 in the d1 file, whose rate of plans ended was "
        "worked out again; the wording of the release’s own guidance is to be confirmed in the "
        "original."
    ),
    breakdowns=("category", "duration", "age", "sex", "ethnicity", "locality"),
    expression=Expression(
        rows=_rows,
        timing=Timing.EVENT,
        shape=Shape.COUNT,
        needs=(Need("cp_plans"),),
        breakdowns=("category", "duration", "age", "sex", "ethnicity", "locality"),
        parameters=("months_lasting",),
    ),
)
