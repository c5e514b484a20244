"""Allegations referred about adults who work with children."""

from datetime import date

from goldenthread.indicators.definition import Basis, Computation, Indicator, Polarity, Theme
from goldenthread.nouns import PeriodKind, Unit

INDICATOR = Indicator(
    name="allegations_referred",
    title="Allegations referred about adults who work with children",
    words="Allegations referred about adults who work with children",
    counted="allegations referred",
    theme=Theme.ALLEGATIONS,
    units=(Unit.COUNT,),
    compared_by=Unit.COUNT,
    numerator=(
        "Allegations about adults who work with children, referred to the local authority "
        "designated officer (LADO)."
    ),
    denominator="",
    window="Referrals received in the period.",
    period_kind=PeriodKind.FINANCIAL_YEAR,
    polarity=Polarity.NEUTRAL,
    polarity_reason=(
        "Many may show sectors that speak up; a sector with none is seldom a sector without harm."
    ),
    basis=Basis.LOCAL,
    computation=Computation.FROM_RETURN,
    source=("local.allegations: the designated officer’s return by sector and category"),
    limits=(
        "Includes matters that turn out not to meet the threshold, where the return says so. "
        "Adults and children may both be known from small cells."
    ),
    checked=date(2026, 11, 20),
    checked_against=(
        "No return was found for it: the definition is proposed here for the multi-agency "
        "dataset and is to be confirmed in the original with the designated officer."
    ),
    breakdowns=("sector", "category"),
    look_alikes=("allegations_outcomes",),
)
