"""Attendance at partnership meetings: what is counted, from where, and what it cannot tell."""

from datetime import date

from goldenthread.indicators.definition import Basis, Computation, Indicator, Polarity, Theme
from goldenthread.nouns import PeriodKind, Sensitivity, Unit

INDICATOR = Indicator(
    name="meeting_attendance",
    title="Attendance at partnership meetings",
    words="Attendance at partnership meetings",
    counted="meetings attended",
    theme=Theme.PARTNERSHIP,
    units=(Unit.PERCENT,),
    compared_by=Unit.PERCENT,
    numerator=("Meetings that an agency due to come attended, or at which it was represented."),
    denominator="Meetings at which the agency was due.",
    window="Meetings held in the reporting year.",
    period_kind=PeriodKind.FINANCIAL_YEAR,
    polarity=Polarity.HIGH_IS_BETTER,
    polarity_reason="The partnership is equal only if its partners are in the room.",
    basis=Basis.LOCAL,
    computation=Computation.FROM_RETURN,
    source="local.governance: the attendance register of each group",
    limits=(
        "Whether a representative counts as attending must be said. Full attendance may be "
        "silent attendance."
    ),
    checked=date(2026, 11, 20),
    checked_against=(
        "No return was found for it: the definition is proposed here for the multi-agency "
        "dataset and is to be confirmed in the original with the business unit, whose registers "
        "hold it."
    ),
    breakdowns=("agency", "group"),
    sensitivity=Sensitivity.NONE,
    plural=False,
)
