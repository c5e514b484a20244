"""Permanent exclusions from school: what is counted, from where, and what it cannot tell."""

from datetime import date

from goldenthread.indicators.definition import Basis, Computation, Indicator, Polarity, Theme
from goldenthread.nouns import PeriodKind, Unit

INDICATOR = Indicator(
    name="school_permanent_exclusions",
    title="Permanent exclusions from school",
    words="The rate of permanent exclusions from school",
    counted="permanent exclusions",
    theme=Theme.EDUCATION,
    units=(Unit.PERCENT,),
    compared_by=Unit.PERCENT,
    numerator="Permanent exclusions in the academic year that were not overturned.",
    denominator="Pupils on roll at the January school census, state-funded schools.",
    window="Exclusions in the academic year.",
    period_kind=PeriodKind.ACADEMIC_YEAR,
    polarity=Polarity.LOW_IS_BETTER,
    polarity_reason=(
        "Permanent exclusion is often the point at which exploitation begins or deepens."
    ),
    basis=Basis.NATIONAL,
    computation=Computation.PUBLISHED_ONLY,
    source=("lait: TotPermEx, from the Department for Education’s statistics on exclusion"),
    limits=(
        "Small numbers: one year’s change is often chance. Children moved to another school by "
        "agreement, or withdrawn to be taught at home under pressure, are not in it."
    ),
    checked=date(2026, 11, 20),
    checked_against=(
        "Measure 60 in the Interactive Tool’s dictionary; the underlying release is to be "
        "confirmed in the original."
    ),
    decimals={Unit.PERCENT: 2},
    look_alikes=("school_suspensions",),
    plural=False,
)
