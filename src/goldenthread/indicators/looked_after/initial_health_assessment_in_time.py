"""Initial health assessments in time: what is counted, from where, and what it cannot tell."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

from goldenthread.indicators.definition import Basis, Computation, Indicator, Polarity, Theme
from goldenthread.indicators.expression import Expression, Need, Shape, Timing
from goldenthread.nouns import PeriodKind, Unit

if TYPE_CHECKING:
    from goldenthread.indicators.journey import Journey


def _rows(journey: Journey) -> Any:
    rows = journey.care.first_assessed()
    rows = rows.select("area", "person_id", day="care_start", numerator="in_time", denominator=1)
    return journey.with_child(rows)


INDICATOR = Indicator(
    name="initial_health_assessment_in_time",
    title="Initial health assessments in time",
    words=("The share of initial health assessments completed within 20 working days"),
    counted="initial health assessments completed in time",
    theme=Theme.LOOKED_AFTER,
    units=(Unit.PERCENT,),
    compared_by=Unit.PERCENT,
    numerator=(
        "Children whose initial health assessment was completed within 20 working days of "
        "starting to be looked after."
    ),
    denominator=(
        "Children who started to be looked after in the year and stayed long enough for an "
        "assessment to be due; each start counts."
    ),
    window="Twenty working days from the first day of care.",
    period_kind=PeriodKind.FINANCIAL_YEAR,
    polarity=Polarity.HIGH_IS_BETTER,
    polarity_reason=(
        "A child coming into care often has health needs that nobody has looked after; the "
        "assessment is where they are found."
    ),
    basis=Basis.LOCAL,
    computation=Computation.FROM_RECORDS,
    source=(
        "local.initial_health_assessments: a joint return of the council and the integrated "
        "care board; the safeguarding dataset tells each assessment"
    ),
    limits=(
        "A late assessment may be a late notice from the council or a late appointment in the "
        "health service, and the share does not say which. Whether children who leave care "
        "before it is due count is a parameter. Neither the national return nor the lists for "
        "inspectors tell the first assessment. It can be known only some weeks after the "
        "period, when the last are due."
    ),
    checked=date(2026, 11, 20),
    checked_against=(
        "Luton’s printed values for 2021-22 to 2023-24 and one regional value; no national "
        "table holds it, so its rules are to be confirmed with the health provider."
    ),
    breakdowns=("age", "sex", "ethnicity", "locality"),
    look_alikes=("looked_after_health_assessments",),
    plural=False,
    expression=Expression(
        rows=_rows,
        timing=Timing.EVENT,
        shape=Shape.SHARE,
        needs=(
            Need("cla_episodes", months_after=2),
            Need("cla_health", months_after=2),
        ),
        breakdowns=("age", "sex", "ethnicity", "locality"),
        parameters=("left_before_assessment",),
    ),
)
