"""Suspensions from school: what is counted, from where, and what it cannot tell."""

from datetime import date

from goldenthread.indicators.definition import Basis, Computation, Indicator, Polarity, Theme
from goldenthread.nouns import PeriodKind, Unit

INDICATOR = Indicator(
    name="school_suspensions",
    title="Suspensions from school",
    words="The rate of suspensions from school",
    counted="suspensions",
    theme=Theme.EDUCATION,
    units=(Unit.PERCENT,),
    compared_by=Unit.PERCENT,
    numerator=(
        "Suspensions given in the academic year; a pupil suspended three times counts three times."
    ),
    denominator="Pupils on roll at the January census.",
    window="Suspensions beginning in the academic year.",
    period_kind=PeriodKind.ACADEMIC_YEAR,
    polarity=Polarity.LOW_IS_BETTER,
    polarity_reason=("A suspended child is out of sight and easier for others to draw into harm."),
    basis=Basis.NATIONAL,
    computation=Computation.PUBLISHED_ONLY,
    source=("lait: TotFixedEx, from the Department for Education’s statistics of exclusions"),
    limits=(
        "Suspensions for each hundred pupils, not the share of pupils suspended, so it can pass "
        "100%. Schools that send children home without recording it show none."
    ),
    checked=date(2026, 11, 20),
    checked_against=(
        "Measure 63 in the Interactive Tool’s dictionary, which gives the sum; the underlying "
        "release is to be confirmed in the original."
    ),
    decimals={Unit.PERCENT: 2},
    look_alikes=("school_permanent_exclusions",),
    plural=False,
)
