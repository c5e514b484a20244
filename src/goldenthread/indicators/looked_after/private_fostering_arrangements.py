"""Private fostering arrangements: what is counted, from where, and what it cannot tell."""

from datetime import date

from goldenthread.indicators.definition import Basis, Computation, Indicator, Polarity, Theme
from goldenthread.nouns import PeriodKind, Unit

INDICATOR = Indicator(
    name="private_fostering_arrangements",
    title="Private fostering arrangements",
    words="Private fostering arrangements",
    counted="private fostering arrangements",
    theme=Theme.LOOKED_AFTER,
    units=(Unit.COUNT,),
    compared_by=Unit.COUNT,
    numerator=("Children known on 31 March to be living in a private fostering arrangement."),
    denominator="",
    window="Arrangements notified and open on 31 March.",
    period_kind=PeriodKind.YEAR_END,
    polarity=Polarity.NEUTRAL,
    polarity_reason=(
        "A low number nearly always means arrangements not notified; a rise may follow a "
        "campaign among schools and surgeries."
    ),
    basis=Basis.LOCAL,
    computation=Computation.FROM_RETURN,
    source="local.private_fostering: the council’s return",
    limits=(
        "Only what has been notified, out of an unknown number. Almost always small enough to "
        "be withheld when it is about children in one area."
    ),
    checked=date(2026, 11, 20),
    checked_against=(
        "Luton’s printed yearly counts; the national collection was not at hand and is to be "
        "confirmed in the original."
    ),
)
