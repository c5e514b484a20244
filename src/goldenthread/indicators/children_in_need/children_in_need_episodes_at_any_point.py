"""Episodes of need at any point in the year."""

from datetime import date

from goldenthread.indicators.definition import Basis, Computation, Indicator, Polarity, Theme
from goldenthread.nouns import PeriodKind, Unit

INDICATOR = Indicator(
    name="children_in_need_episodes_at_any_point",
    title="Episodes of need at any point in the year",
    words="Episodes of need open at any point in the year",
    counted="episodes of need open at any point in the year",
    theme=Theme.CHILDREN_IN_NEED,
    units=(Unit.COUNT, Unit.RATE_PER_10000),
    compared_by=Unit.RATE_PER_10000,
    numerator="Episodes of need open on at least one day of the year.",
    denominator=(
        "Children aged 0 to 17 in the mid-year population estimate for the June before the year "
        "ends, as first published."
    ),
    window="From 1 April to 31 March, whenever begun or closed.",
    period_kind=PeriodKind.FINANCIAL_YEAR,
    polarity=Polarity.NEUTRAL,
    polarity_reason=(
        "The year’s whole work depends on need and on how long each case stays open; more of it "
        "is not better or worse."
    ),
    basis=Basis.STATUTORY,
    computation=Computation.FROM_RECORDS,
    source="dfe.b1: Anypoint_episodes, Anypoint_episodes_rate",
    limits=(
        "About twice the number open on 31 March, and sometimes printed in its place. It counts "
        "episodes, so some children more than once."
    ),
    checked=date(2026, 11, 20),
    checked_against=(
        "Column headings and Luton’s row for 2024 in the b1 file, whose rate at any point was "
        "worked out again; the wording of the release’s own guidance is to be confirmed in the "
        "original."
    ),
    look_alikes=("child_in_need_plans_at_31_march", "children_in_need_at_31_march"),
)
