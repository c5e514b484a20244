"""Children looked after who went missing: what is counted, from where, and what it cannot tell."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

from goldenthread.indicators.definition import Basis, Computation, Indicator, Polarity, Theme
from goldenthread.indicators.expression import Expression, Need, Shape, Timing
from goldenthread.nouns import PeriodKind, Unit

if TYPE_CHECKING:
    from goldenthread.indicators.journey import Journey


def _rows(journey: Journey) -> Any:
    rows = journey.care.ever_missing()
    rows = rows.select("area", "person_id", "period", "day", numerator="missed", denominator=1)
    return journey.with_child(rows)


INDICATOR = Indicator(
    name="looked_after_missing",
    title="Children looked after who went missing",
    words="The share of children looked after who went missing in the year",
    counted="children looked after who went missing",
    theme=Theme.LOOKED_AFTER,
    units=(Unit.PERCENT,),
    compared_by=Unit.PERCENT,
    numerator=(
        "Children looked after at any time in the year who were missing from their placement at "
        "least once."
    ),
    denominator="All children looked after at any time during the year.",
    window="Missing episodes that began in the year or were open when it began.",
    period_kind=PeriodKind.FINANCIAL_YEAR,
    polarity=Polarity.NEUTRAL,
    polarity_reason=(
        "More may be more children in danger, or carers and police who report every absence; "
        "the national series has been unsettled by changes in recording."
    ),
    basis=Basis.STATUTORY,
    computation=Computation.FROM_RECORDS,
    source=("lait: Children_missing, from the Department for Education’s looked-after statistics"),
    limits=(
        "Counts children, not episodes, and only times that began while the child was looked "
        "after. Many councils no longer record absence without authorisation apart, which "
        "lifts the number missing; whether it counts is a parameter."
    ),
    checked=date(2026, 11, 20),
    checked_against=(
        "Measure 161 in the Interactive Tool’s dictionary; the underlying release is to be "
        "confirmed in the original."
    ),
    decimals={Unit.PERCENT: 0},
    breakdowns=("age", "sex", "ethnicity", "locality"),
    look_alikes=("missing_episodes",),
    plural=False,
    expression=Expression(
        rows=_rows,
        timing=Timing.SPAN,
        shape=Shape.SHARE,
        needs=(
            Need("cla_episodes"),
            Need("missing"),
        ),
        breakdowns=("age", "sex", "ethnicity", "locality"),
        parameters=("missing_or_absent",),
    ),
)
