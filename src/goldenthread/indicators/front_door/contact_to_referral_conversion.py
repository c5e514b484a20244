"""Contacts that became a referral: what is counted, from where, and what it cannot tell."""

from datetime import date

from goldenthread.indicators.definition import Basis, Computation, Indicator, Polarity, Theme
from goldenthread.nouns import PeriodKind, Unit

INDICATOR = Indicator(
    name="contact_to_referral_conversion",
    title="Contacts that became a referral",
    words="The share of contacts that became a referral",
    counted="contacts that became a referral",
    theme=Theme.FRONT_DOOR,
    units=(Unit.PERCENT,),
    compared_by=Unit.PERCENT,
    numerator=("Contacts in the period that ended in a new referral to children’s social care."),
    denominator="All contacts in the period; of the kind named, where a kind is named.",
    window="A contact of the period, with the outcome recorded for it.",
    period_kind=PeriodKind.FINANCIAL_YEAR,
    polarity=Polarity.NEUTRAL,
    polarity_reason=(
        "A low share may mean agencies unsure of thresholds, a high one that worries are not "
        "being brought; neither end is good."
    ),
    basis=Basis.LOCAL,
    computation=Computation.FROM_RETURN,
    source="local.contacts: the front door’s return with outcomes",
    limits=(
        "Printed in three unlabelled versions for one year. Say which contacts are in the base "
        "(the kind with or without requests for information) and how a contact is joined to its "
        "referral: that rule is to be a parameter when it is computed."
    ),
    checked=date(2026, 11, 20),
    checked_against=(
        "Luton’s printed values for 2021-22 to 2023-24, of which 2022-23 is printed both as "
        "27.7% and as 21.4%; the base of each is to be confirmed in the original return."
    ),
    breakdowns=("kind",),
    look_alikes=(
        "concern_contacts_to_referral_conversion",
        "contact_to_referral_conversion_rolling_6_months",
        "section_47_to_conference_conversion",
    ),
    plural=False,
)
