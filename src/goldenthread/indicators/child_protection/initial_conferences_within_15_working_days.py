"""Initial conferences within 15 working days."""

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
    in_time = (held.working_days <= 15).fill_null(False)
    rows = held.select(
        "area",
        "person_id",
        day="conference_date",
        numerator=in_time.ifelse(1, 0),
        denominator=1,
    )
    return journey.with_child(rows)


INDICATOR = Indicator(
    name="initial_conferences_within_15_working_days",
    title="Initial conferences within 15 working days",
    words="The share of initial conferences held within 15 working days",
    counted="initial conferences held within 15 working days",
    theme=Theme.CHILD_PROTECTION,
    units=(Unit.COUNT, Unit.PERCENT),
    compared_by=Unit.PERCENT,
    numerator=(
        "Initial conferences held no more than 15 working days after the section 47 enquiry began."
    ),
    denominator="All initial child protection conferences held in the year.",
    window=(
        "From the actual start of the section 47 enquiry to the conference, in working days "
        "without weekends and the bank holidays of England."
    ),
    period_kind=PeriodKind.FINANCIAL_YEAR,
    polarity=Polarity.HIGH_IS_BETTER,
    polarity_reason=(
        "A prompt conference brings the agencies together while the risk is fresh; statutory "
        "guidance sets 15 working days as the limit."
    ),
    basis=Basis.STATUTORY,
    computation=Computation.FROM_RECORDS,
    source="dfe.c4: Duration_0-10_days, Duration_11-15_days, ICPC; lait: CP_conf_15days",
    first_source="lait",
    first_source_reason=(
        "The release prints bands of working days and no share. One band withheld leaves the share "
        "unknown, and the Department prints it all the same in the Interactive Tool."
    ),
    limits=(
        "Prompt is not the same as good: it tells nothing of who came, what the family said or "
        "whether the decision was right. Conferences with no matching enquiry have no duration yet"
        " stay in the total, which lowers the share, and so do those dated before their enquiry. "
        "Where a conference does not name its enquiry, the child’s latest by that day is taken."
    ),
    checked=date(2026, 11, 20),
    checked_against=(
        "Luton’s 2024 row of the c4 file, from which 79.7% was worked out again; the start of "
        "the 15 days (strategy discussion or enquiry) is to be confirmed in the original "
        "guidance."
    ),
    breakdowns=("age", "sex", "ethnicity", "locality"),
    look_alikes=("section_47_to_conference_time_median",),
    plural=False,
    expression=Expression(
        rows=_rows,
        timing=Timing.EVENT,
        shape=Shape.SHARE,
        needs=(
            Need("initial_cp_conference", one_of="conferences"),
            Need("s47_enquiry", column="conference_date", one_of="conferences"),
            Need("s47_enquiry", months_before=3),
        ),
        breakdowns=("age", "sex", "ethnicity", "locality"),
        parameters=("conferences_transferred_in",),
    ),
)
