"""First-time entrants to youth justice: what is counted, from where, and what it cannot tell."""

from datetime import date

from goldenthread.indicators.definition import Basis, Computation, Indicator, Polarity, Theme
from goldenthread.nouns import PeriodKind, Unit

INDICATOR = Indicator(
    name="youth_justice_first_time_entrants",
    title="First-time entrants to youth justice",
    words="First-time entrants to the youth justice system",
    counted="first-time entrants",
    theme=Theme.YOUTH_JUSTICE,
    units=(Unit.COUNT,),
    compared_by=Unit.COUNT,
    numerator=(
        "Children aged 10 to 17 living in the area who received their first caution or conviction."
    ),
    denominator="",
    window="First cautions and convictions in the period.",
    period_kind=PeriodKind.FINANCIAL_YEAR,
    polarity=Polarity.LOW_IS_BETTER,
    polarity_reason=(
        "Each child kept out of the justice system by other help has a better chance of staying "
        "out."
    ),
    basis=Basis.LOCAL,
    computation=Computation.FROM_RETURN,
    source=(
        "local.youth_justice: the youth partnership service’s return; lait: FirstYJS (a rate "
        "per 100,000 by calendar year, not this count)"
    ),
    limits=(
        "The local count for a financial year and the national rate for a calendar year differ "
        "in period, base and record. Diversion schemes lower it without crime falling. Compared "
        "with youth justice’s own family of areas, which is not the statistical neighbours."
    ),
    checked=date(2026, 11, 20),
    checked_against=(
        "Luton’s printed 29 for 2022-23 and measure 111 in the Interactive Tool’s dictionary; "
        "the local count’s rule is to be confirmed in the original return."
    ),
)
