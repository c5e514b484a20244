"""Domestic violence contacts against all others."""

from datetime import date

from goldenthread.indicators.definition import Basis, Computation, Indicator, Polarity, Theme
from goldenthread.nouns import PeriodKind, Unit

INDICATOR = Indicator(
    name="contacts_domestic_violence_to_other_ratio",
    title="Domestic violence contacts against all others",
    words="Domestic violence contacts as a percentage of all other contacts",
    counted="domestic violence contacts",
    theme=Theme.FRONT_DOOR,
    units=(Unit.PERCENT,),
    compared_by=Unit.PERCENT,
    numerator="Contacts whose issue is domestic violence.",
    denominator="Contacts with any other issue, the domestic violence ones taken out.",
    window="Contacts dated in the period.",
    period_kind=PeriodKind.FINANCIAL_YEAR,
    polarity=Polarity.NEUTRAL,
    polarity_reason=(
        "It describes the mix of worries; more domestic violence contacts may be better "
        "recognition by the police."
    ),
    basis=Basis.LOCAL,
    computation=Computation.FROM_RETURN,
    source="local.contacts: the monthly table of issues",
    limits=(
        "A ratio to the rest, not a share of the whole: 1,103 to 4,360 is 25.3% of the rest and "
        "20.2% of all. It has been printed as 23.4%, which matches neither. Prefer the share."
    ),
    checked=date(2026, 11, 20),
    checked_against=(
        "The monthly table of contact issues, from which 25.3% was worked out; the printed "
        "23.4% could not be worked out again."
    ),
)
