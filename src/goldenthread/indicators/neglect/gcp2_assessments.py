"""Neglect assessments with the Graded Care Profile."""

from datetime import date

from goldenthread.indicators.definition import Basis, Computation, Indicator, Polarity, Theme
from goldenthread.nouns import PeriodKind, Unit

INDICATOR = Indicator(
    name="gcp2_assessments",
    title="Neglect assessments with the Graded Care Profile",
    words="Graded Care Profile assessments",
    counted="Graded Care Profile assessments",
    theme=Theme.NEGLECT,
    units=(Unit.COUNT,),
    compared_by=Unit.COUNT,
    numerator=(
        "Assessments of neglect completed with Graded Care Profile 2 (GCP2), by any agency."
    ),
    denominator="",
    window="Assessments completed in the period.",
    period_kind=PeriodKind.FINANCIAL_YEAR,
    polarity=Polarity.HIGH_IS_BETTER,
    polarity_reason=(
        "The partnership has agreed on one tool and has called its use too low for years; while "
        "that stands, more is better."
    ),
    basis=Basis.LOCAL,
    computation=Computation.FROM_RETURN,
    source="local.gcp2: the tool’s return by agency",
    limits=(
        "A profile completed is not a plan changed. Staff trained yet never using it are not "
        "seen here. Agencies without direct work with families complete none."
    ),
    checked=date(2026, 11, 20),
    checked_against=(
        "No return was found for it: the definition is proposed here for the multi-agency "
        "dataset and is to be confirmed in the original with each agency licensed to use the "
        "tool."
    ),
    breakdowns=("agency",),
    look_alikes=("gcp2_share_of_neglect_plans",),
)
