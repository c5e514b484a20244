"""Children in relative low-income families."""

from datetime import date

from goldenthread.indicators.definition import Basis, Computation, Indicator, Polarity, Theme
from goldenthread.nouns import PeriodKind, Sensitivity, Unit

INDICATOR = Indicator(
    name="children_in_low_income_families",
    title="Children in relative low-income families",
    words="The share of children under 16 in relative low-income families",
    counted="children in relative low-income families",
    theme=Theme.POPULATION,
    units=(Unit.PERCENT,),
    compared_by=Unit.PERCENT,
    numerator=(
        "Children under 16 in families whose income, before housing costs, was below 60% of the "
        "median and who claimed a benefit."
    ),
    denominator="Children under 16 living in the area.",
    window="Income over the financial year.",
    period_kind=PeriodKind.FINANCIAL_YEAR,
    polarity=Polarity.LOW_IS_BETTER,
    polarity_reason=("Poverty makes every other harm likelier, and no child is better for it."),
    basis=Basis.NATIONAL,
    computation=Computation.PUBLISHED_ONLY,
    source=(
        "local.children_in_low_income_families: a table of published national figures; lait: "
        "ChildPov"
    ),
    limits=(
        "Before housing costs, which hides poverty where rents are high. Wards, councils and "
        "the United Kingdom stand in one printed table and are not one kind of area. Later "
        "releases revised the whole series."
    ),
    checked=date(2026, 11, 20),
    checked_against=(
        "The partnership’s printed table for 2019-20 and 2020-21 and measure 192 of the "
        "Interactive Tool’s dictionary; the definition of low income is to be confirmed in the "
        "original."
    ),
    sensitivity=Sensitivity.NONE,
    plural=False,
)
