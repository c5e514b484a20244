"""Safeguarding supervision in date: what is counted, from where, and what it cannot tell."""

from datetime import date

from goldenthread.indicators.definition import Basis, Computation, Indicator, Polarity, Theme
from goldenthread.nouns import PeriodKind, Sensitivity, Unit

INDICATOR = Indicator(
    name="supervision_compliance",
    title="Safeguarding supervision in date",
    words="The share of staff with safeguarding supervision in date",
    counted="staff with supervision in date",
    theme=Theme.WORKFORCE,
    units=(Unit.PERCENT,),
    compared_by=Unit.PERCENT,
    numerator=(
        "Staff who need safeguarding supervision and whose last session was within the interval "
        "set."
    ),
    denominator="Staff who need safeguarding supervision.",
    window="As on the last day of the period, by each agency’s own interval.",
    period_kind=PeriodKind.FINANCIAL_YEAR,
    polarity=Polarity.HIGH_IS_BETTER,
    polarity_reason=(
        "Supervision is where a worker’s worry is heard and a drifting case is noticed."
    ),
    basis=Basis.LOCAL,
    computation=Computation.FROM_RETURN,
    source="local.workforce: each agency’s assurance return",
    limits=(
        "Held is not the same as good. Who needs it, and how often, is set by each agency, so "
        "agencies are not compared."
    ),
    checked=date(2026, 11, 20),
    checked_against=(
        "No return was found for it: the definition is proposed here for the multi-agency "
        "dataset and is to be confirmed in the original with each agency’s safeguarding lead."
    ),
    breakdowns=("agency",),
    look_alikes=("training_compliance",),
    sensitivity=Sensitivity.WORKFORCE,
    plural=False,
)
