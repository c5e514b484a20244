"""Mid-year school moves of children looked after."""

from datetime import date

from goldenthread.indicators.definition import Basis, Computation, Indicator, Polarity, Theme
from goldenthread.nouns import PeriodKind, Unit

INDICATOR = Indicator(
    name="looked_after_school_moves",
    title="Mid-year school moves of children looked after",
    words=("The share of school-age children looked after who changed school in mid-year"),
    counted="children who changed school in mid-year",
    theme=Theme.LOOKED_AFTER,
    units=(Unit.COUNT, Unit.PERCENT),
    compared_by=Unit.PERCENT,
    numerator=(
        "Children in the base with one or more changes of school in the middle of a school year "
        "during the year."
    ),
    denominator=(
        "Children of school age looked after on 31 March who were matched to the school census."
    ),
    window="Moves during the year that ended on 31 March.",
    period_kind=PeriodKind.FINANCIAL_YEAR,
    polarity=Polarity.LOW_IS_BETTER,
    polarity_reason=(
        "Changing school in mid-year costs learning and friends; most other moves come at the "
        "ages at which every child moves."
    ),
    basis=Basis.STATUTORY,
    computation=Computation.PUBLISHED_ONLY,
    source=(
        "dfe.cla_school_moves: number, percentage where school_stability is “With one or more "
        "mid-year moves during the year”"
    ),
    limits=(
        "A separate row of the source counts any move, which includes the change to secondary "
        "school; it is the kind “Any move”. Some moves are to a better school."
    ),
    checked=date(2026, 11, 20),
    checked_against=(
        "Column headings and Luton’s row for 2024 in the school moves file, whose 12% was "
        "worked out again from 28 of 242; the statistical release’s own methodology is to be "
        "confirmed in the original."
    ),
    decimals={Unit.PERCENT: 0},
    breakdowns=("kind",),
    plural=False,
)
