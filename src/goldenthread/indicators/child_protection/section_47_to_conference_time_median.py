"""The median time from a section 47 enquiry to the initial conference."""

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
    if journey.choice("conferences_transferred_in") == "left_out":
        held = held.filter(~held.transfer_in.fill_null(False))
    return journey.steps.taken(held, "enquiry_date", "conference_date")


INDICATOR = Indicator(
    name="section_47_to_conference_time_median",
    title="Median time from section 47 enquiry to conference",
    words="The median time from section 47 enquiry to initial conference",
    counted="working days from enquiry to conference for the middle conference",
    theme=Theme.CHILD_PROTECTION,
    units=(Unit.DAYS,),
    compared_by=Unit.DAYS,
    numerator=(
        "The number of working days within which half of the initial conferences of the year were "
        "held."
    ),
    denominator="Initial conferences of the year that followed an enquiry, in order of time.",
    window="From the actual start of the section 47 enquiry to its conference, in working days.",
    period_kind=PeriodKind.FINANCIAL_YEAR,
    polarity=Polarity.LOW_IS_BETTER,
    polarity_reason=(
        "Fifteen working days are the limit of guidance for every conference, so the middle one "
        "should come well before."
    ),
    basis=Basis.STATUTORY,
    computation=Computation.FROM_RECORDS,
    source="dfe.c4: Duration_median",
    limits=(
        "Half took longer. Conferences dated before their enquiry have no time and are left out, "
        "as in the release. A median of several areas is not the median of their medians."
    ),
    checked=date(2026, 11, 20),
    checked_against=(
        "Column headings and Luton’s row for 2024 in the c4 file, whose median lies in the band "
        "where the count passes half; the wording of the guidance is to be confirmed in the "
        "original."
    ),
    breakdowns=("age", "sex", "ethnicity", "locality"),
    look_alikes=("initial_conferences_within_15_working_days",),
    plural=False,
    expression=Expression(
        rows=_rows,
        timing=Timing.EVENT,
        shape=Shape.MEDIAN,
        needs=(
            Need("initial_cp_conference", one_of="conferences"),
            Need("s47_enquiry", column="conference_date", one_of="conferences"),
            Need("s47_enquiry", months_before=3),
        ),
        breakdowns=("age", "sex", "ethnicity", "locality"),
        parameters=("conferences_transferred_in",),
    ),
)
