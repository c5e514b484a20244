"""E-learning pass rate: what is counted, from where, and what it cannot tell."""

from datetime import date

from goldenthread.indicators.definition import Basis, Computation, Indicator, Polarity, Theme
from goldenthread.nouns import PeriodKind, Sensitivity, Unit

INDICATOR = Indicator(
    name="elearning_pass_rate",
    title="E-learning pass rate",
    words="The e-learning pass rate",
    counted="learners who passed",
    theme=Theme.WORKFORCE,
    units=(Unit.PERCENT,),
    compared_by=Unit.PERCENT,
    numerator="Learners whose test at the end of a module was passed.",
    denominator=(
        "Learners counted in the provider’s base, which looks like those registered in some "
        "quarters."
    ),
    window="Modules taken in the period.",
    period_kind=PeriodKind.FINANCIAL_YEAR,
    polarity=Polarity.HIGH_IS_BETTER,
    polarity_reason="A test passed is the least that a module should leave behind.",
    basis=Basis.LOCAL,
    computation=Computation.FROM_RETURN,
    source="local.training: the e-learning table, pass rate",
    limits=(
        "The base changed during 2022-23 (a printed star marks two quarters), so quarters are "
        "not alike and the year’s share is a mixture."
    ),
    checked=date(2026, 11, 20),
    checked_against=(
        "Luton’s printed table of e-learning, in which 46.5% and 65.9% bear a star without a "
        "note; the booking system’s own definition is to be confirmed in the original."
    ),
    sensitivity=Sensitivity.WORKFORCE,
    plural=False,
)
