"""Children who ceased to be looked after: what is counted, from where, and what it cannot tell."""

from datetime import date

from goldenthread.indicators.definition import Basis, Computation, Indicator, Polarity, Theme
from goldenthread.nouns import PeriodKind, Unit

INDICATOR = Indicator(
    name="looked_after_ceased",
    title="Children who ceased to be looked after",
    words="Children who ceased to be looked after",
    counted="children who ceased to be looked after",
    theme=Theme.LOOKED_AFTER,
    units=(Unit.COUNT, Unit.RATE_PER_10000),
    compared_by=Unit.RATE_PER_10000,
    numerator=(
        "Children who stopped being looked after in the year, counted once at the last time."
    ),
    denominator=(
        "Children aged 0 to 17 in the mid-year population estimate for the June before the year "
        "ends, as last revised when the looked-after statistics were published."
    ),
    window="A last day of care within the year.",
    period_kind=PeriodKind.FINANCIAL_YEAR,
    polarity=Polarity.NEUTRAL,
    polarity_reason=(
        "Leaving care for a lasting home is good and leaving for want of one is not; the count "
        "holds both, and those who turned 18."
    ),
    basis=Basis.STATUTORY,
    computation=Computation.FROM_RECORDS,
    source=(
        "dfe.cla_numbers: children_count, rate_per_10000 where population_type is “Children "
        "ceasing to be looked after each year”"
    ),
    limits=(
        "Why and where to the children left is in other tables. Adding starts and taking away "
        "endings need not give next year’s number, because some children do both."
    ),
    checked=date(2026, 11, 20),
    checked_against=(
        "Column headings and Luton’s row for 2024 in the looked-after numbers file, whose rate "
        "of ceasing was worked out again; the statistical release’s own methodology is to be "
        "confirmed in the original."
    ),
    decimals={Unit.RATE_PER_10000: 0},
)
