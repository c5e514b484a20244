"""Section 47 enquiries: what is counted, from where, and what it cannot tell."""

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
    name="section_47_enquiries",
    title="Section 47 enquiries",
    words="Section 47 enquiries",
    counted="section 47 enquiries",
    theme=Theme.CHILD_PROTECTION,
    units=(Unit.COUNT, Unit.RATE_PER_10000),
    compared_by=Unit.RATE_PER_10000,
    numerator=(
        "Section 47 enquiries begun in the year; a child who is the subject of two is counted "
        "twice."
    ),
    denominator=(
        "Children aged 0 to 17 in the mid-year population estimate for the June before the year "
        "ends, as first published."
    ),
    window="Enquiries whose actual start date falls in the year.",
    period_kind=PeriodKind.FINANCIAL_YEAR,
    polarity=Polarity.NEUTRAL,
    polarity_reason=(
        "More enquiries may mean more children at risk of significant harm, or partners "
        "recognising harm sooner; fewer may mean either less harm or less seen."
    ),
    basis=Basis.STATUTORY,
    computation=Computation.FROM_RECORDS,
    source="dfe.c4: Section47, Section47_rate",
    limits=(
        "Says that harm was suspected, and nothing of whether it was found. It follows local "
        "practice in holding strategy discussions as much as it follows harm, and brothers and "
        "sisters in one household raise it together."
    ),
    checked=date(2026, 11, 20),
    checked_against=(
        "Column headings and Luton’s row for 2024 in the c4 file, whose rate was worked out "
        "again from the 2023 population estimate; the wording of the release’s own guidance is "
        "to be confirmed in the original. Measure 217 of the Local Authority Interactive Tool’s "
        "dictionary was read beside it."
    ),
    breakdowns=("age", "sex", "ethnicity", "locality"),
    look_alikes=("children_subject_of_section_47",),
    expression=Expression(
        rows=_rows,
        timing=Timing.EVENT,
        shape=Shape.COUNT,
        needs=(Need("s47_enquiry"),),
        breakdowns=("age", "sex", "ethnicity", "locality"),
    ),
)
