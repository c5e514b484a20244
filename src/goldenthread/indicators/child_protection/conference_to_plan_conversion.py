"""Initial conferences that led to a child protection plan."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

from goldenthread.indicators.definition import Basis, Computation, Indicator, Polarity, Theme
from goldenthread.indicators.expression import Expression, Need, Shape, Timing
from goldenthread.nouns import PeriodKind, Unit

if TYPE_CHECKING:
    from goldenthread.indicators.journey import Journey


def _rows(journey: Journey) -> Any:
    held = journey.protection.conferences()
    held = held.filter(~held.transfer_in.fill_null(False))
    rows = journey.protection.with_plan(held).select(
        "area", "person_id", day="conference_date", numerator="led", denominator=1
    )
    return journey.with_child(rows)


INDICATOR = Indicator(
    name="conference_to_plan_conversion",
    title="Initial conferences that led to a child protection plan",
    words="The share of initial conferences that led to a child protection plan",
    counted="initial conferences that led to a plan",
    theme=Theme.CHILD_PROTECTION,
    units=(Unit.PERCENT,),
    compared_by=Unit.PERCENT,
    numerator=(
        "Initial child protection conferences held in the year whose outcome was a child "
        "protection plan."
    ),
    denominator=(
        "All initial child protection conferences held in the year, without those that only "
        "received a plan from another council."
    ),
    window=(
        "The outcome recorded for the conference itself, held in the year; where none is recorded, "
        "whether a plan of the child began soon after."
    ),
    period_kind=PeriodKind.FINANCIAL_YEAR,
    polarity=Polarity.NEUTRAL,
    polarity_reason=(
        "Near to all may mean that the decision was made before the conference met; well below "
        "may mean families put through one without need."
    ),
    basis=Basis.STATUTORY,
    computation=Computation.FROM_RECORDS,
    source=(
        "local.child_protection: outcomes of conferences; the council’s inspection list 5 holds "
        "the same answer"
    ),
    limits=(
        "Comparing plans started with conferences held is only near to it, since transfers in "
        "start plans too. It does not show whether the family or the child took part."
    ),
    checked=date(2026, 11, 20),
    checked_against=(
        "The headings of list 5 of the inspection data and of the Standard Safeguarding "
        "Dataset; no published definition was found, so it is to be confirmed in the original."
    ),
    breakdowns=("age", "sex", "ethnicity", "locality"),
    look_alikes=("section_47_to_conference_conversion",),
    plural=False,
    expression=Expression(
        rows=_rows,
        timing=Timing.EVENT,
        shape=Shape.SHARE,
        needs=(
            Need("initial_cp_conference", one_of="conferences"),
            Need("s47_enquiry", column="conference_date", one_of="conferences"),
            Need("s47_enquiry", months_before=3),
            Need("initial_cp_conference", column="became_plan", one_of="outcome"),
            Need("cp_plans", months_after=2, one_of="outcome"),
        ),
        breakdowns=("age", "sex", "ethnicity", "locality"),
        parameters=("plan_after_conference",),
    ),
)
