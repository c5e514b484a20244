"""Contacts that became a referral, rolling six months."""

from datetime import date

from goldenthread.indicators.definition import Basis, Computation, Indicator, Polarity, Theme
from goldenthread.nouns import PeriodKind, Unit

INDICATOR = Indicator(
    name="contact_to_referral_conversion_rolling_6_months",
    title="Contacts that became a referral, rolling six months",
    words="The share of contacts over six months that became a referral",
    counted="contacts over six months that became a referral",
    theme=Theme.FRONT_DOOR,
    units=(Unit.PERCENT,),
    compared_by=Unit.PERCENT,
    numerator="Contacts in six calendar months that ended in a new referral.",
    denominator="All contacts in the same six months.",
    window="Six calendar months ending with the month named.",
    period_kind=PeriodKind.ROLLING,
    polarity=Polarity.NEUTRAL,
    polarity_reason=(
        "It smooths the single months and, like the yearly share, has no known right level."
    ),
    basis=Basis.LOCAL,
    computation=Computation.FROM_RETURN,
    source="local.contacts: the front door’s performance report",
    limits=(
        "Six months overlap from one month to the next, so neighbouring values are not "
        "independent and no change between them may be tested. It may not be put in a line with "
        "yearly shares."
    ),
    checked=date(2026, 11, 20),
    checked_against=(
        "Luton’s printed values for the six months to October 2023 and to March 2024; whether "
        "requests for information are in the base is to be confirmed in the original return."
    ),
    look_alikes=("contact_to_referral_conversion",),
    plural=False,
)
