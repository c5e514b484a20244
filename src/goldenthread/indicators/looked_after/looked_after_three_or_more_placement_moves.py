"""Three or more placement moves in the year."""

from datetime import date

from goldenthread.indicators.definition import Basis, Computation, Indicator, Polarity, Theme
from goldenthread.nouns import PeriodKind, Unit

INDICATOR = Indicator(
    name="looked_after_three_or_more_placement_moves",
    title="Three or more placement moves in the year",
    words=("The share of children looked after who had three or more placement moves in the year"),
    counted="children with three or more placement moves in the year",
    theme=Theme.LOOKED_AFTER,
    units=(Unit.PERCENT,),
    compared_by=Unit.PERCENT,
    numerator=(
        "Children looked after who were moved from one placement to another three times or more "
        "during the year."
    ),
    denominator="Children looked after on the day looked at, by the local return.",
    window="Moves during the twelve months up to the day looked at.",
    period_kind=PeriodKind.FINANCIAL_YEAR,
    polarity=Polarity.LOW_IS_BETTER,
    polarity_reason=(
        "Being moved three times in a year leaves a child without a settled home, whatever the "
        "reason for each move."
    ),
    basis=Basis.LOCAL,
    computation=Computation.FROM_RECORDS,
    source="local.looked_after: the council’s performance return",
    limits=(
        "Three moves are four placements, so it is always lower than the share with three or "
        "more placements and may never stand in the same line. No other area can be set beside "
        "it."
    ),
    checked=date(2026, 11, 20),
    checked_against=(
        "The two wordings as used in Luton’s yearly texts; the return’s definition of a move is "
        "to be confirmed in the original."
    ),
    look_alikes=(
        "looked_after_three_or_more_placements",
        "looked_after_three_or_more_placements_in_2_years",
    ),
    plural=False,
)
