"""Children subject of a section 47 enquiry."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

from goldenthread.indicators.definition import Basis, Computation, Indicator, Polarity, Theme
from goldenthread.indicators.expression import Expression, Need, Shape, Timing
from goldenthread.nouns import PeriodKind, Unit

if TYPE_CHECKING:
    from goldenthread.indicators.journey import Journey


def _rows(journey: Journey) -> Any:
    enquiries = journey.table("s47_enquiry")
    rows = enquiries.select("area", "person_id", day="start_date", numerator=1, denominator=1)
    return journey.with_child(rows)


INDICATOR = Indicator(
    name="children_subject_of_section_47",
    title="Children subject of a section 47 enquiry",
    words="Children subject of a section 47 enquiry",
    counted="children subject of a section 47 enquiry",
    theme=Theme.CHILD_PROTECTION,
    units=(Unit.COUNT, Unit.RATE_PER_10000),
    compared_by=Unit.RATE_PER_10000,
    numerator=(
        "Different children with at least one section 47 enquiry begun in the year, each "
        "counted once."
    ),
    denominator=(
        "Children aged 0 to 17 in the mid-year population estimate for the June before the year "
        "ends, as first published."
    ),
    window="Children with an enquiry whose actual start date falls in the year.",
    period_kind=PeriodKind.FINANCIAL_YEAR,
    polarity=Polarity.NEUTRAL,
    polarity_reason=(
        "A larger number may be more children in danger or more of them noticed, and the figure "
        "cannot tell one from the other."
    ),
    basis=Basis.STATUTORY,
    computation=Computation.FROM_RECORDS,
    source="dfe.c4: Section47_child, Section47_child_rate",
    limits=(
        "Hides how often the same child is enquired into within the year; read it beside the "
        "number of enquiries. A child known to two councils is counted by each."
    ),
    checked=date(2026, 11, 20),
    checked_against=(
        "Column headings and Luton’s row for 2024 in the c4 file, whose child rate was worked "
        "out again; the wording of the release’s own guidance is to be confirmed in the "
        "original."
    ),
    breakdowns=("age", "sex", "ethnicity", "locality"),
    look_alikes=("section_47_enquiries",),
    expression=Expression(
        rows=_rows,
        timing=Timing.EVENT,
        shape=Shape.COUNT,
        needs=(Need("s47_enquiry"),),
        breakdowns=("age", "sex", "ethnicity", "locality"),
        children=True,
    ),
)
