"""Child protection visits within 20 working days."""

from datetime import date

from goldenthread.indicators.definition import Basis, Computation, Indicator, Polarity, Theme
from goldenthread.nouns import PeriodKind, Unit

INDICATOR = Indicator(
    name="child_protection_visits_within_20_working_days",
    title="Child protection visits within 20 working days",
    words=("The share of children on a child protection plan visited within 20 working days"),
    counted="children on a plan visited within 20 working days",
    theme=Theme.CHILD_PROTECTION,
    units=(Unit.PERCENT,),
    compared_by=Unit.PERCENT,
    numerator=(
        "Children subject of a plan whose last statutory visit was no more than 20 working days "
        "before."
    ),
    denominator="Children subject of a child protection plan on the day looked at.",
    window="The local standard of 20 working days between visits.",
    period_kind=PeriodKind.FINANCIAL_YEAR,
    polarity=Polarity.HIGH_IS_BETTER,
    polarity_reason=(
        "A child on a plan who is seen often and alone can tell someone what is happening; a "
        "missed visit is a missed chance."
    ),
    basis=Basis.LOCAL,
    computation=Computation.FROM_RECORDS,
    source="local.child_protection_visits: the council’s performance return",
    limits=(
        "A visit made is not a visit well used: it does not say that the child was seen alone. "
        "Councils set different intervals (ten working days is common), so it may not be "
        "compared with areas that use another."
    ),
    checked=date(2026, 11, 20),
    checked_against=(
        "Luton’s printed yearly values for 2022-23 and 2023-24; the day or average it is taken "
        "on is to be confirmed in the original return."
    ),
    look_alikes=("looked_after_statutory_visits_in_time",),
    plural=False,
)
