"""Reoffending by children: what is counted, from where, and what it cannot tell."""

from datetime import date

from goldenthread.indicators.definition import Basis, Computation, Indicator, Polarity, Theme
from goldenthread.nouns import PeriodKind, Unit

INDICATOR = Indicator(
    name="youth_justice_reoffending",
    title="Reoffending by children",
    words="The share of children who reoffended",
    counted="children who reoffended",
    theme=Theme.YOUTH_JUSTICE,
    units=(Unit.PERCENT,),
    compared_by=Unit.PERCENT,
    numerator=(
        "Children of the cohort who committed a proven further offence in the following year."
    ),
    denominator="Children cautioned, convicted or released in the cohort’s period.",
    window="Twelve months of follow-up, and time for the courts after it.",
    period_kind=PeriodKind.FINANCIAL_YEAR,
    polarity=Polarity.LOW_IS_BETTER,
    polarity_reason=(
        "Fewer children offending again means fewer victims and more children with a way out."
    ),
    basis=Basis.LOCAL,
    computation=Computation.FROM_RETURN,
    source="local.youth_justice: the youth partnership service’s return",
    limits=(
        "Always old news: the cohort offended two years before. Small cohorts jump about. As "
        "fewer children enter, those left are harder to help, so the share can rise while the "
        "number falls."
    ),
    checked=date(2026, 11, 20),
    checked_against=(
        "Luton’s printed 28% and England’s 34% for 2022-23; the cohort they stand for is to be "
        "confirmed in the original."
    ),
    plural=False,
)
