"""Child protection plans reviewed in time."""

from datetime import date

from goldenthread.indicators.definition import Basis, Computation, Indicator, Polarity, Theme
from goldenthread.nouns import PeriodKind, Unit

INDICATOR = Indicator(
    name="child_protection_reviews_in_time",
    title="Child protection plans reviewed in time",
    words="The share of child protection plans reviewed in time",
    counted="child protection plans reviewed in time",
    theme=Theme.CHILD_PROTECTION,
    units=(Unit.COUNT, Unit.PERCENT),
    compared_by=Unit.PERCENT,
    numerator=(
        "Plans open on 31 March for at least three months whose every review had been held in time."
    ),
    denominator=(
        "Child protection plans open on 31 March that had been open for at least three months."
    ),
    window=(
        "The first review within three months of the initial conference, later ones no more "
        "than six months apart."
    ),
    period_kind=PeriodKind.FINANCIAL_YEAR,
    polarity=Polarity.HIGH_IS_BETTER,
    polarity_reason=(
        "Reviews on time are how the agencies see whether a plan is making a child safer and "
        "change it where it is not."
    ),
    basis=Basis.STATUTORY,
    computation=Computation.FROM_RECORDS,
    source=(
        "dfe.d6: Reviewed_within_timescales, Reviewed_within_timescales_percent, CPP_At31_3Months"
    ),
    limits=(
        "One late review in the life of a plan counts the whole plan as late. Three and six "
        "months as months or as days are to be parameters when it is computed. It does not say "
        "whether the child or parents were heard."
    ),
    checked=date(2026, 11, 20),
    checked_against=(
        "Column headings and Luton’s row for 2024 in the d6 file, whose percentage was worked "
        "out again; the wording of the release’s own guidance is to be confirmed in the "
        "original."
    ),
    plural=False,
)
