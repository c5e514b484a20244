"""Episodes of need started: what is counted, from where, and what it cannot tell."""

from datetime import date

from goldenthread.indicators.definition import Basis, Computation, Indicator, Polarity, Theme
from goldenthread.nouns import PeriodKind, Unit

INDICATOR = Indicator(
    name="children_in_need_episodes_started",
    title="Episodes of need started",
    words="Episodes of need started",
    counted="episodes of need started",
    theme=Theme.CHILDREN_IN_NEED,
    units=(Unit.COUNT, Unit.RATE_PER_10000),
    compared_by=Unit.RATE_PER_10000,
    numerator="Episodes of need that began in the year.",
    denominator=(
        "Children aged 0 to 17 in the mid-year population estimate for the June before the year "
        "ends, as first published."
    ),
    window=("Referral date within the year, for referrals that did not end in no further action."),
    period_kind=PeriodKind.FINANCIAL_YEAR,
    polarity=Polarity.NEUTRAL,
    polarity_reason=(
        "New episodes rise with need, with referrals and with a lower threshold alike."
    ),
    basis=Basis.STATUTORY,
    computation=Computation.FROM_RECORDS,
    source="dfe.b1: Started_episodes, Started_episodes_rate",
    limits=(
        "Episodes, not children: a child whose case closed and opened again counts twice. The "
        "number of different children stands beside it in the source."
    ),
    checked=date(2026, 11, 20),
    checked_against=(
        "Column headings and Luton’s row for 2024 in the b1 file, whose rate of starting was "
        "worked out again; the wording of the release’s own guidance is to be confirmed in the "
        "original."
    ),
)
