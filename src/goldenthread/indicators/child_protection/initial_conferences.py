"""Initial child protection conferences: what is counted, from where, and what it cannot tell."""

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
    held = journey.working_days(held, "enquiry_date", "conference_date")
    rows = held.select(
        "area",
        "person_id",
        day="conference_date",
        numerator=1,
        denominator=1,
        duration=journey.steps.working_day_bands(held.working_days, (10, 15, 20)),
    )
    return journey.with_child(rows)


INDICATOR = Indicator(
    name="initial_conferences",
    title="Initial child protection conferences",
    words="Initial child protection conferences",
    counted="initial child protection conferences",
    theme=Theme.CHILD_PROTECTION,
    units=(Unit.COUNT, Unit.RATE_PER_10000),
    compared_by=Unit.RATE_PER_10000,
    numerator=(
        "Initial child protection conferences held in the year, each child’s conference counted."
    ),
    denominator=(
        "Children aged 0 to 17 in the mid-year population estimate for the June before the year "
        "ends, as first published."
    ),
    window="Conferences whose date falls in the year.",
    period_kind=PeriodKind.FINANCIAL_YEAR,
    polarity=Polarity.NEUTRAL,
    polarity_reason=(
        "A higher rate may show more serious harm, a lower threshold for conference, or harm no "
        "longer missed; none of these can be read from the rate alone."
    ),
    basis=Basis.STATUTORY,
    computation=Computation.FROM_RECORDS,
    source="dfe.c4: ICPC, ICPC_rate",
    limits=(
        "Includes conferences held because a child already on a plan moved in from another "
        "council, unless a parameter leaves them out. A child with two conferences in the year is "
        "counted twice, and a family of four counts four."
    ),
    checked=date(2026, 11, 20),
    checked_against=(
        "Column headings and Luton’s row for 2024 in the c4 file, whose conference rate was "
        "worked out again; the wording of the release’s own guidance is to be confirmed in the "
        "original. The note on transfers was read in the Interactive Tool’s dictionary, measure "
        "269."
    ),
    breakdowns=("duration", "age", "sex", "ethnicity", "locality"),
    expression=Expression(
        rows=_rows,
        timing=Timing.EVENT,
        shape=Shape.COUNT,
        needs=(
            Need("initial_cp_conference", one_of="conferences"),
            Need("s47_enquiry", column="conference_date", one_of="conferences"),
            Need("s47_enquiry", months_before=3),
        ),
        breakdowns=("duration", "age", "sex", "ethnicity", "locality"),
        parameters=("conferences_transferred_in",),
    ),
)
