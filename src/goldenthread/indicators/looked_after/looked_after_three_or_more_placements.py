"""Three or more placements in the year: what is counted, from where, and what it cannot tell."""

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
    rows = rows.select(
        "area", "person_id", "day", numerator=(rows.placements >= 3).ifelse(1, 0), denominator=1
    )
    return journey.with_child(rows)


INDICATOR = Indicator(
    name="looked_after_three_or_more_placements",
    title="Three or more placements in the year",
    words=("The share of children looked after who had three or more placements in the year"),
    counted="children with three or more placements in the year",
    theme=Theme.LOOKED_AFTER,
    units=(Unit.COUNT, Unit.PERCENT),
    compared_by=Unit.PERCENT,
    numerator=(
        "Children looked after on 31 March who had three or more different placements during "
        "the year."
    ),
    denominator=("Children looked after on 31 March, without those in a series of short breaks."),
    window=("Placements during the year that ended on 31 March, short absences left out."),
    period_kind=PeriodKind.FINANCIAL_YEAR,
    polarity=Polarity.LOW_IS_BETTER,
    polarity_reason=(
        "Each unplanned move costs a child school, friends and trust, though one of three "
        "placements may have been the move to a lasting home."
    ),
    basis=Basis.STATUTORY,
    computation=Computation.FROM_RECORDS,
    source=(
        "dfe.cla_placement_stability: children_count, children_percent where "
        "placement_stability is “With 3 or more placements during the year”; lait: "
        "LACStable_2016on"
    ),
    limits=(
        "Counts placements, not moves: three placements are two moves. Children who left care "
        "before 31 March are not in it, however often they were moved. Temporary placements, "
        "a change of legal status alone and adoption by the present carer are no placements "
        "more; a move together with the carer is none unless chosen. A list for inspectors "
        "tells only how many it counted itself, and only for its own day."
    ),
    checked=date(2026, 11, 20),
    checked_against=(
        "Column headings and Luton’s row for 2024 in the placement stability file, whose 9% was "
        "worked out again from 35 of 375; the statistical release’s own methodology is to be "
        "confirmed in the original. Luton’s own printed 9.4% has another base."
    ),
    decimals={Unit.PERCENT: 0},
    breakdowns=("age", "sex", "ethnicity", "locality"),
    look_alikes=(
        "looked_after_three_or_more_placement_moves",
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
