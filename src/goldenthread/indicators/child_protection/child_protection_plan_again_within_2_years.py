"""Second or subsequent child protection plans within two years."""

from datetime import date

from goldenthread.indicators.definition import Basis, Computation, Indicator, Polarity, Theme
from goldenthread.nouns import PeriodKind, Unit

INDICATOR = Indicator(
    name="child_protection_plan_again_within_2_years",
    title="Second or subsequent child protection plans within two years",
    words=("The share of child protection plans starting within two years of an earlier plan"),
    counted="child protection plans starting within two years of an earlier one",
    theme=Theme.CHILD_PROTECTION,
    units=(Unit.COUNT, Unit.PERCENT),
    compared_by=Unit.PERCENT,
    numerator=(
        "Plans started in the year for a child whose earlier plan had ended no more than two "
        "years before."
    ),
    denominator="Every child protection plan started in the year.",
    window=("Two years between the end of the earlier plan and the start of the new one."),
    period_kind=PeriodKind.FINANCIAL_YEAR,
    polarity=Polarity.LOW_IS_BETTER,
    polarity_reason=(
        "A return so soon points more surely than a return ever to a plan that was ended too early."
    ),
    basis=Basis.STATUTORY,
    computation=Computation.FROM_RECORDS,
    source=("local.child_protection: plans with their history, from the council’s records"),
    limits=(
        "Not in the national statistics, so no other area can be set beside it. Two years as 24 "
        "months or as 730 days, and from the end or the start of the earlier plan, are to be "
        "parameters when it is computed."
    ),
    checked=date(2026, 11, 20),
    checked_against=(
        "No published original was found; the rule follows common local use and is to be "
        "confirmed in the original."
    ),
    look_alikes=("child_protection_plan_again_ever",),
    plural=False,
)
