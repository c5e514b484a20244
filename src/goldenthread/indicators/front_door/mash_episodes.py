"""Episodes in the multi-agency safeguarding hub."""

from datetime import date

from goldenthread.indicators.definition import Basis, Computation, Indicator, Polarity, Theme
from goldenthread.nouns import PeriodKind, Unit

INDICATOR = Indicator(
    name="mash_episodes",
    title="Episodes in the multi-agency safeguarding hub",
    words="Episodes in the multi-agency safeguarding hub",
    counted="hub episodes",
    theme=Theme.FRONT_DOOR,
    units=(Unit.COUNT, Unit.PERCENT),
    compared_by=Unit.COUNT,
    numerator=("Episodes in which the hub’s agencies gathered what they knew about a child."),
    denominator="An outcome’s percentage is of all hub episodes in the same period.",
    window="Episodes ended in the period.",
    period_kind=PeriodKind.FINANCIAL_YEAR,
    polarity=Polarity.NEUTRAL,
    polarity_reason=(
        "How many contacts need several agencies’ knowledge is a matter of need and of "
        "practice, and no number is the right one."
    ),
    basis=Basis.LOCAL,
    computation=Computation.FROM_RETURN,
    source="local.mash_episodes: the hub’s monthly return by outcome",
    limits=(
        "No national definition exists, so hubs cannot be compared. Outcome names (a new early "
        "help episode, transfer to social care) are local and change with the service."
    ),
    checked=date(2026, 11, 20),
    checked_against=(
        "Luton’s printed values for the third and fourth quarters of 2022-23 and 2023-24; "
        "whether an episode is counted when begun or when ended is to be confirmed in the "
        "original return."
    ),
    breakdowns=("outcome", "month"),
    look_alikes=("contacts",),
)
