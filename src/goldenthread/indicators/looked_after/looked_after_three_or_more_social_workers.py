"""Three or more social workers in the year."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

from goldenthread.indicators.definition import Basis, Computation, Indicator, Polarity, Theme
from goldenthread.indicators.expression import Expression, Need, Shape, Timing
from goldenthread.nouns import PeriodKind, Unit

if TYPE_CHECKING:
    from goldenthread.indicators.journey import Journey


def _rows(journey: Journey) -> Any:
    rows = journey.in_care.with_windows
    rows = journey.care.with_workers(rows)
    rows = rows.select(
        "area", "person_id", "day", numerator=(rows.workers >= 3).ifelse(1, 0), denominator=1
    )
    return journey.with_child(rows)


INDICATOR = Indicator(
    name="looked_after_three_or_more_social_workers",
    title="Three or more social workers in the year",
    words=("The share of children looked after who had three or more social workers in the year"),
    counted="children with three or more social workers in the year",
    theme=Theme.LOOKED_AFTER,
    units=(Unit.COUNT, Unit.PERCENT),
    compared_by=Unit.PERCENT,
    numerator=(
        "Children looked after on 31 March who had had three or more allocated social workers "
        "during the year."
    ),
    denominator=(
        "All children looked after on 31 March in the release on social worker stability."
    ),
    window="Allocations during the year that ended on 31 March.",
    period_kind=PeriodKind.FINANCIAL_YEAR,
    polarity=Polarity.LOW_IS_BETTER,
    polarity_reason=(
        "A child tells the story again to each new worker, and trust once lost comes slowly."
    ),
    basis=Basis.STATUTORY,
    computation=Computation.FROM_RECORDS,
    source=(
        "dfe.cla_social_workers: number, percentage where sw_stability is “3 or more social "
        "workers during the year”"
    ),
    limits=(
        "A new collection with a single published year in the files at hand, so quality is "
        "uneven and there is no trend. A planned handover to a leaving-care worker counts as "
        "a change. Counted from records, workers whose role is not a social worker’s are left "
        "out where the role is told, and so are those from before the child was looked after."
    ),
    checked=date(2026, 11, 20),
    checked_against=(
        "Column headings and Luton’s row for 2024 in the social worker stability file, whose "
        "30% was worked out again from 111 of 374; the statistical release’s own methodology is "
        "to be confirmed in the original."
    ),
    decimals={Unit.PERCENT: 0},
    breakdowns=("age", "sex", "ethnicity", "locality"),
    plural=False,
    expression=Expression(
        rows=_rows,
        timing=Timing.STOCK,
        shape=Shape.SHARE,
        needs=(
            Need("cla_episodes"),
            Need("involvements", months_before=12),
        ),
        breakdowns=("age", "sex", "ethnicity", "locality"),
        parameters=("months_up_to_the_day",),
    ),
)
