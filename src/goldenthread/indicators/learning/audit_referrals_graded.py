"""Referrals graded in an audit: what is counted, from where, and what it cannot tell."""

from datetime import date

from goldenthread.indicators.definition import Basis, Computation, Indicator, Polarity, Theme
from goldenthread.nouns import PeriodKind, Sensitivity, Unit

INDICATOR = Indicator(
    name="audit_referrals_graded",
    title="Referrals graded in an audit",
    words="Referrals graded in the audit",
    counted="referrals graded",
    theme=Theme.LEARNING,
    units=(Unit.COUNT,),
    compared_by=Unit.COUNT,
    numerator="Referrals, and social care’s responses, graded by the audit panel.",
    denominator="",
    window="The audit held in the month named, by its agreed grade.",
    period_kind=PeriodKind.MONTH,
    polarity=Polarity.NEUTRAL,
    polarity_reason=(
        "What is wanted is better grades, not more referrals graded; the grades are in the "
        "breakdown."
    ),
    basis=Basis.LOCAL,
    computation=Computation.FROM_RETURN,
    source="local.audit: the table of grades by agency",
    limits=(
        "Several referrals come from one case, so they are not independent. In one printed "
        "table an agency’s grades add up to one fewer than its referrals. Grades of panels of "
        "different membership are not one scale."
    ),
    checked=date(2026, 11, 20),
    checked_against=(
        "Luton’s table of grades from November 2022, whose rows were added up; the grading "
        "guide is to be confirmed in the original."
    ),
    breakdowns=("agency", "grade"),
    sensitivity=Sensitivity.NONE,
)
