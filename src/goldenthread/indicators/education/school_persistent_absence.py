"""Pupils persistently absent: what is counted, from where, and what it cannot tell."""

from datetime import date

from goldenthread.indicators.definition import Basis, Computation, Indicator, Polarity, Theme
from goldenthread.nouns import PeriodKind, Unit

INDICATOR = Indicator(
    name="school_persistent_absence",
    title="Pupils persistently absent",
    words="The share of pupils persistently absent",
    counted="pupils persistently absent",
    theme=Theme.EDUCATION,
    units=(Unit.PERCENT,),
    compared_by=Unit.PERCENT,
    numerator="Pupils who missed a tenth or more of the sessions open to them.",
    denominator="Pupils enrolled in state-funded schools in the area.",
    window="The terms of the academic year that the release covers.",
    period_kind=PeriodKind.ACADEMIC_YEAR,
    polarity=Polarity.LOW_IS_BETTER,
    polarity_reason=(
        "A child in school learns and is seen by adults who can notice; absence is both harm "
        "and a sign of it."
    ),
    basis=Basis.NATIONAL,
    computation=Computation.PUBLISHED_ONLY,
    source=("lait: TotPerAbNew, from the Department for Education’s absence statistics"),
    limits=(
        "By the school’s area, not the child’s home. Illness counts as absence. A release of "
        "one term may not be compared with one of the full year."
    ),
    checked=date(2026, 11, 20),
    checked_against=(
        "Measure 371 in the Interactive Tool’s dictionary; the underlying release is to be "
        "confirmed in the original."
    ),
    decimals={Unit.PERCENT: 2},
    plural=False,
)
