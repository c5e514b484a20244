"""Neglect plans with a Graded Care Profile."""

from datetime import date

from goldenthread.indicators.definition import Basis, Computation, Indicator, Polarity, Theme
from goldenthread.nouns import PeriodKind, Unit

INDICATOR = Indicator(
    name="gcp2_share_of_neglect_plans",
    title="Neglect plans with a Graded Care Profile",
    words="The share of neglect plans with a Graded Care Profile",
    counted="neglect plans with a Graded Care Profile",
    theme=Theme.NEGLECT,
    units=(Unit.PERCENT,),
    compared_by=Unit.PERCENT,
    numerator=("Children on a plan for neglect for whom a Graded Care Profile was completed."),
    denominator=(
        "Children subject of a child protection plan with the category neglect on the day."
    ),
    window=("Plans open on the day; profiles completed in the twelve months before."),
    period_kind=PeriodKind.YEAR_END,
    polarity=Polarity.HIGH_IS_BETTER,
    polarity_reason=(
        "A child whose neglect is measured can be seen to get better or not, before and after."
    ),
    basis=Basis.LOCAL,
    computation=Computation.FROM_RETURN,
    source="local.gcp2: profiles matched to plans",
    limits=(
        "Needs the return to be matched with the council’s plans, which has seldom been done. "
        "Twelve months is to be a parameter when it is computed. Not a count of assessments."
    ),
    checked=date(2026, 11, 20),
    checked_against=(
        "No return was found for it: the definition is proposed here for the multi-agency "
        "dataset and is to be confirmed in the original with the council and the agencies "
        "together."
    ),
    look_alikes=("gcp2_assessments",),
    plural=False,
)
