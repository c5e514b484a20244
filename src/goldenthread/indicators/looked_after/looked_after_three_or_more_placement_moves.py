"""Three or more placement moves in the year."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

from goldenthread.indicators.definition import Basis, Computation, Indicator, Polarity, Theme
from goldenthread.indicators.expression import Expression, Need, Shape, Timing, Told
from goldenthread.nouns import PeriodKind, Unit

if TYPE_CHECKING:
    from goldenthread.indicators.journey import Journey


def _rows(journey: Journey) -> Any:
    rows = journey.in_care.with_windows
    rows = journey.placements.with_placements(rows, "year_start")
    # The first placement of the year is none that the child moved to.
    rows = rows.select(
        "area", "person_id", "day", numerator=(rows.placements >= 4).ifelse(1, 0), denominator=1
    )
    return journey.with_child(rows)


INDICATOR = Indicator(
    name="looked_after_three_or_more_placement_moves",
    title="Three or more placement moves in the year",
    words=("The share of children looked after who had three or more placement moves in the year"),
    counted="children with three or more placement moves in the year",
    theme=Theme.LOOKED_AFTER,
    units=(Unit.PERCENT,),
    compared_by=Unit.PERCENT,
    numerator=(
        "Children looked after who were moved from one placement to another three times or more "
        "during the year."
    ),
    denominator="Children looked after on the day looked at, by the local return.",
    window="Moves during the twelve months up to the day looked at.",
    period_kind=PeriodKind.FINANCIAL_YEAR,
    polarity=Polarity.LOW_IS_BETTER,
    polarity_reason=(
        "Being moved three times in a year leaves a child without a settled home, whatever the "
        "reason for each move."
    ),
    basis=Basis.LOCAL,
    computation=Computation.FROM_RECORDS,
    source="local.looked_after: the council’s performance return",
    limits=(
        "Three moves are four placements, so it is always lower than the share with three or "
        "more placements and may never stand in the same line. No other area can be set "
        "beside it. Counted from records, a return to care in the year counts as a move."
    ),
    checked=date(2026, 11, 20),
    checked_against=(
        "The two wordings as used in Luton’s yearly texts; the return’s definition of a move is "
        "to be confirmed in the original."
    ),
    breakdowns=("age", "sex", "ethnicity", "locality"),
    look_alikes=(
        "looked_after_three_or_more_placements",
        "looked_after_three_or_more_placements_in_2_years",
    ),
    plural=False,
    expression=Expression(
        rows=_rows,
        timing=Timing.STOCK,
        shape=Shape.SHARE,
        needs=(
            Need("cla_episodes", months_before=12, one_of="placements"),
            Need(
                "cla_episodes",
                column="placements_in_year",
                told=Told.ON_ITS_LAST_DAY,
                one_of="placements",
            ),
        ),
        breakdowns=("age", "sex", "ethnicity", "locality"),
        parameters=("months_up_to_the_day", "same_carer_moves"),
    ),
)
