"""Care leavers in education, employment or training."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

from goldenthread.indicators.definition import Basis, Computation, Indicator, Polarity, Theme
from goldenthread.indicators.expression import Expression, Need, Shape, Timing
from goldenthread.nouns import PeriodKind, Unit

if TYPE_CHECKING:
    from goldenthread.indicators.journey import Journey

# The group of activity codes that count.
_OCCUPIED = "In education, employment or training"


def _rows(journey: Journey) -> Any:
    rows = journey.care.leavers()
    return journey.care.leavers_by(rows, journey.labelled(rows.activity, "activity") == _OCCUPIED)


INDICATOR = Indicator(
    name="care_leavers_eet",
    title="Care leavers in education, employment or training",
    words="The share of care leavers in education, employment or training",
    counted="care leavers in education, employment or training",
    theme=Theme.CARE_LEAVERS,
    units=(Unit.COUNT, Unit.PERCENT),
    compared_by=Unit.PERCENT,
    numerator=(
        "Young people in the base who were in education, employment or training, full or part time."
    ),
    denominator=(
        "Young people whose 17th or 18th birthday, or 19th to 21st, fell in the year and who "
        "had been looked after for at least 13 weeks since the age of 14, some of it after 16. "
        "Young people of whom no activity is known stay in."
    ),
    window=(
        "As recorded at or near the birthday in the year, in two bands: 17 to 18 and 19 to 21."
    ),
    period_kind=PeriodKind.FINANCIAL_YEAR,
    polarity=Polarity.HIGH_IS_BETTER,
    polarity_reason=(
        "Learning or working is what most young people of that age do, and what opens the years "
        "ahead."
    ),
    basis=Basis.STATUTORY,
    computation=Computation.FROM_RECORDS,
    source=(
        "dfe.care_leavers_activity: care_leaver_count, care_leaver_percent where breakdown is "
        "“Total in education, employment or training”"
    ),
    limits=(
        "Takes no account of illness, disability or caring for a child, which the source lists "
        "apart. The two age bands differ so much that they may not be added together."
    ),
    checked=date(2026, 11, 20),
    checked_against=(
        "Column headings and Luton’s row for 2024 in the care leavers activity file, whose 70% "
        "and 41% were worked out again; the statistical release’s own methodology is to be "
        "confirmed in the original. Measure 113 of the Interactive Tool’s dictionary was read "
        "beside it."
    ),
    decimals={Unit.PERCENT: 0},
    breakdowns=("age", "sex", "ethnicity", "locality"),
    plural=False,
    expression=Expression(
        rows=_rows,
        timing=Timing.EVENT,
        shape=Shape.SHARE,
        needs=(Need("care_leavers"),),
        breakdowns=("age", "sex", "ethnicity", "locality"),
    ),
)
