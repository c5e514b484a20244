"""Care leavers in touch: what is counted, from where, and what it cannot tell."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

from goldenthread.indicators.definition import Basis, Computation, Indicator, Polarity, Theme
from goldenthread.indicators.expression import Expression, Need, Shape, Timing
from goldenthread.nouns import PeriodKind, Unit

if TYPE_CHECKING:
    from goldenthread.indicators.journey import Journey


def _rows(journey: Journey) -> Any:
    rows = journey.care.leavers()
    return journey.care.leavers_by(rows, rows.in_touch == "YES")


INDICATOR = Indicator(
    name="care_leavers_in_touch",
    title="Care leavers in touch",
    words="The share of care leavers with whom the council was in touch",
    counted="care leavers in touch with the council",
    theme=Theme.CARE_LEAVERS,
    units=(Unit.COUNT, Unit.PERCENT),
    compared_by=Unit.PERCENT,
    numerator=(
        "Young people in the base with whom the council was in touch around their birthday."
    ),
    denominator=(
        "Young people whose 17th or 18th birthday, or 19th to 21st, fell in the year and who "
        "had been looked after for at least 13 weeks since the age of 14, some of it after 16."
    ),
    window=(
        "As recorded at or near the birthday in the year, in two bands: 17 to 18 and 19 to 21."
    ),
    period_kind=PeriodKind.FINANCIAL_YEAR,
    polarity=Polarity.HIGH_IS_BETTER,
    polarity_reason="A council cannot help a young person whom it has lost.",
    basis=Basis.STATUTORY,
    computation=Computation.FROM_RECORDS,
    source=(
        "local.care_leavers: the council’s return; lait: CareLeavers_LA_NotInTouch (the share "
        "not in touch)"
    ),
    limits=(
        "In touch is one contact and says nothing of its worth. Those who want no help are "
        "counted in the base. Local values taken at year end over all open cases are on "
        "another base than the national ones. Counted from records, those who died or "
        "returned home for six months or longer are left out, and so are those whose birth is "
        "not known; a list or dataset of one day does not tell of birthdays, so the year is "
        "not known from it alone."
    ),
    checked=date(2026, 11, 20),
    checked_against=(
        "Luton’s printed values by age band and measure 317 of the Interactive Tool’s "
        "dictionary; the national table of those in touch was not at hand and is to be "
        "confirmed in the original."
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
