"""Children subject of a child protection plan at 31 March."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

from goldenthread.indicators.definition import Basis, Computation, Indicator, Polarity, Theme
from goldenthread.indicators.expression import Expression, Need, Shape, Timing
from goldenthread.nouns import PeriodKind, Unit

if TYPE_CHECKING:
    from goldenthread.indicators.journey import Journey


def _rows(journey: Journey) -> Any:
    plans = journey.open_on_each_end(journey.protection.own_plans())
    rows = plans.select(
        "area",
        "person_id",
        "day",
        numerator=1,
        denominator=1,
        category=journey.labelled(plans.latest_category, "abuse_category"),
        duration=journey.steps.duration(plans.start_date, plans.day),
    )
    return journey.with_child(rows)


INDICATOR = Indicator(
    name="child_protection_plans_at_31_march",
    title="Children subject of a child protection plan at 31 March",
    words="Children subject of a child protection plan at 31 March",
    counted="children subject of a child protection plan",
    theme=Theme.CHILD_PROTECTION,
    units=(Unit.COUNT, Unit.RATE_PER_10000, Unit.PERCENT),
    compared_by=Unit.RATE_PER_10000,
    numerator="Children who were the subject of a child protection plan on 31 March.",
    denominator=(
        "Children aged 0 to 17 in the mid-year population estimate for the June before the year "
        "ends, as first published."
    ),
    window="Plans begun on or before 31 March and not ended by then.",
    period_kind=PeriodKind.YEAR_END,
    polarity=Polarity.NEUTRAL,
    polarity_reason=(
        "The number open depends on how many plans start and on how long each lasts: it can "
        "fall because children are safer or because plans are closed too soon."
    ),
    basis=Basis.STATUTORY,
    computation=Computation.FROM_RECORDS,
    source=(
        "dfe.d1: CPP_At31, CPP_At31_rate; dfe.d4: Neglect_Latest, Physical_Latest, "
        "Sexual_Latest, Emotional_Latest, Multiple_Latest; dfe.d5: 3_months_or_less, "
        "2_years_or_more"
    ),
    limits=(
        "One day’s picture, which a few large families can move. Categories are published as at "
        "the start of the plan and as last recorded: the source names which."
    ),
    checked=date(2026, 11, 20),
    checked_against=(
        "Column headings and Luton’s row for 2024 in the d1 file, whose rate was worked out "
        "again, and of d5, whose lengths of time add up; the wording of the release’s own "
        "guidance is to be confirmed in the original."
    ),
    breakdowns=("category", "duration", "age", "ethnicity", "sex", "locality"),
    look_alikes=(
        "child_in_need_category",
        "child_protection_plans_started",
        "children_in_need_at_31_march",
        "contacts",
        "referrals",
    ),
    expression=Expression(
        rows=_rows,
        timing=Timing.STOCK,
        shape=Shape.COUNT,
        needs=(Need("cp_plans"),),
        breakdowns=("category", "duration", "age", "sex", "ethnicity", "locality"),
        parameters=("months_lasting",),
    ),
)
