"""Child protection plans started: what is counted, from where, and what it cannot tell."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

from goldenthread.indicators.definition import Basis, Computation, Indicator, Polarity, Theme
from goldenthread.indicators.expression import Expression, Need, Shape, Timing
from goldenthread.nouns import PeriodKind, Unit

if TYPE_CHECKING:
    from goldenthread.indicators.journey import Journey


def _rows(journey: Journey) -> Any:
    plans = journey.protection.plans_with_history()
    rows = plans.select(
        "area",
        "person_id",
        day="start_date",
        numerator=1,
        denominator=1,
        category=journey.labelled(plans.initial_category, "abuse_category"),
        history="history",
    )
    return journey.with_child(rows)


INDICATOR = Indicator(
    name="child_protection_plans_started",
    title="Child protection plans started",
    words="Child protection plans started",
    counted="child protection plans started",
    theme=Theme.CHILD_PROTECTION,
    units=(Unit.COUNT, Unit.RATE_PER_10000, Unit.PERCENT),
    compared_by=Unit.RATE_PER_10000,
    numerator=(
        "Children becoming the subject of a child protection plan in the year, once for each "
        "time it happens."
    ),
    denominator=(
        "Children aged 0 to 17 in the mid-year population estimate for the June before the year "
        "ends, as first published."
    ),
    window="Plans whose start date falls in the year.",
    period_kind=PeriodKind.FINANCIAL_YEAR,
    polarity=Polarity.NEUTRAL,
    polarity_reason=(
        "More plans may mean more children found to be at risk of significant harm or a readier "
        "use of plans; the Interactive Tool treats a low rate as good, which this catalogue "
        "does not follow."
    ),
    basis=Basis.STATUTORY,
    computation=Computation.FROM_RECORDS,
    source=(
        "dfe.d1: CPP_start, CPP_start_rate; dfe.d2: Neglect_Initial, Physical_Initial, "
        "Sexual_Initial, Emotional_Initial, Multiple_Initial"
    ),
    limits=(
        "The category is the one given at the start and may change; neglect here is the category "
        "of a plan, not the issue of a contact or the reason for a referral. Plans started in one "
        "year and plans open on its last day are different counts. Another council’s plan, kept "
        "here for a time, is not counted. How many plans a child had before is known as far back "
        "as the records or the number stated reach."
    ),
    checked=date(2026, 11, 20),
    checked_against=(
        "Column headings and Luton’s row for 2024 in the d1 file, whose rate was worked out "
        "again, and of d2, whose categories add up to the starts; the wording of the release’s "
        "own guidance is to be confirmed in the original."
    ),
    breakdowns=("category", "history", "age", "sex", "ethnicity", "locality"),
    look_alikes=(
        "child_in_need_category",
        "child_protection_plans_at_31_march",
        "children_in_need_at_31_march",
        "contacts",
        "referrals",
    ),
    expression=Expression(
        rows=_rows,
        timing=Timing.EVENT,
        shape=Shape.COUNT,
        needs=(Need("cp_plans"),),
        breakdowns=("category", "history", "age", "sex", "ethnicity", "locality"),
        parameters=("previous_plans",),
    ),
)
