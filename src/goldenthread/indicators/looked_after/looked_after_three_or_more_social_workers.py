"""Three or more social workers in the year."""

from datetime import date

from goldenthread.indicators.definition import Basis, Computation, Indicator, Polarity, Theme
from goldenthread.nouns import PeriodKind, Unit

INDICATOR = Indicator(
    name="looked_after_three_or_more_social_workers",
    title="Three or more social workers in the year",
    words=("The share of children looked after who had three or more social workers in the year"),
    counted="children with three or more social workers in the year",
    theme=Theme.LOOKED_AFTER,
    units=(Unit.COUNT, Unit.PERCENT),
    compared_by=Unit.PERCENT,
    numerator=(
        "Children looked after on 31 March who had had three or more allocated social workers "
        "during the year."
    ),
    denominator=(
        "All children looked after on 31 March in the release on social worker stability."
    ),
    window="Allocations during the year that ended on 31 March.",
    period_kind=PeriodKind.FINANCIAL_YEAR,
    polarity=Polarity.LOW_IS_BETTER,
    polarity_reason=(
        "A child tells the story again to each new worker, and trust once lost comes slowly."
    ),
    basis=Basis.STATUTORY,
    computation=Computation.FROM_RECORDS,
    source=(
        "dfe.cla_social_workers: number, percentage where sw_stability is “3 or more social "
        "workers during the year”"
    ),
    limits=(
        "A new collection with a single published year in the files at hand, so quality is "
        "uneven and there is no trend. A planned handover to a leaving-care worker counts as a "
        "change."
    ),
    checked=date(2026, 11, 20),
    checked_against=(
        "Column headings and Luton’s row for 2024 in the social worker stability file, whose "
        "30% was worked out again from 111 of 374; the statistical release’s own methodology is "
        "to be confirmed in the original."
    ),
    decimals={Unit.PERCENT: 0},
    plural=False,
)
