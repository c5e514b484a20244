"""Repeat contacts: what is counted, from where, and what it cannot tell."""

from datetime import date

from goldenthread.indicators.definition import Basis, Computation, Indicator, Polarity, Theme
from goldenthread.nouns import PeriodKind, Unit

INDICATOR = Indicator(
    name="repeat_contacts",
    title="Repeat contacts",
    words="The share of contacts about a child already contacted about",
    counted="repeat contacts",
    theme=Theme.FRONT_DOOR,
    units=(Unit.PERCENT,),
    compared_by=Unit.PERCENT,
    numerator=(
        "Contacts about a child of whom there had been another contact in the twelve months before."
    ),
    denominator="Contacts in the period about a named child.",
    window="Twelve months back from the date of each contact.",
    period_kind=PeriodKind.FINANCIAL_YEAR,
    polarity=Polarity.LOW_IS_BETTER,
    polarity_reason=(
        "The same worry brought again suggests that the first answer was not enough, though two "
        "agencies may rightly bring the same event."
    ),
    basis=Basis.LOCAL,
    computation=Computation.FROM_RETURN,
    source="local.contacts: contacts with their earlier contacts",
    limits=(
        "Two reports of one incident count as a repeat. Not the same as re-referrals, which "
        "start from referrals. Twelve months, and how many days apart two contacts are one "
        "event, are to be parameters when it is computed."
    ),
    checked=date(2026, 11, 20),
    checked_against=(
        "No return of this kind was found: the definition is proposed here for the multi-agency "
        "dataset and is to be confirmed in the original with the front door."
    ),
    look_alikes=("re_contacts_after_no_further_action", "re_referrals_within_12_months"),
    plural=False,
)
