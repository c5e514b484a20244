"""Visits to children looked after in time."""

from datetime import date

from goldenthread.indicators.definition import Basis, Computation, Indicator, Polarity, Theme
from goldenthread.nouns import PeriodKind, Unit

INDICATOR = Indicator(
    name="looked_after_statutory_visits_in_time",
    title="Visits to children looked after in time",
    words="The share of children looked after whose statutory visit was in time",
    counted="children looked after visited in time",
    theme=Theme.LOOKED_AFTER,
    units=(Unit.PERCENT,),
    compared_by=Unit.PERCENT,
    numerator=(
        "Children looked after whose last statutory visit was within the interval due to them."
    ),
    denominator="Children looked after on the day looked at to whom a visit was due.",
    window=("The interval set by regulations for each child, from the visit before."),
    period_kind=PeriodKind.FINANCIAL_YEAR,
    polarity=Polarity.HIGH_IS_BETTER,
    polarity_reason=(
        "A visit is when a social worker sees how a child lives and hears from the child alone."
    ),
    basis=Basis.LOCAL,
    computation=Computation.FROM_RECORDS,
    source="local.looked_after_visits: the council’s performance return",
    limits=(
        "Says that the visit took place, not what was seen. Intervals differ with how long a "
        "child has been settled, so the mix of children moves the share."
    ),
    checked=date(2026, 11, 20),
    checked_against=(
        "Luton’s printed values for 2022-23 and 2023-24; how intervals are applied is to be "
        "confirmed in the original return."
    ),
    look_alikes=("child_protection_visits_within_20_working_days",),
    plural=False,
)
