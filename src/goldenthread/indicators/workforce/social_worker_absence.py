"""Social worker sickness absence: what is counted, from where, and what it cannot tell."""

from datetime import date

from goldenthread.indicators.definition import Basis, Computation, Indicator, Polarity, Theme
from goldenthread.nouns import PeriodKind, Sensitivity, Unit

INDICATOR = Indicator(
    name="social_worker_absence",
    title="Social worker sickness absence",
    words="The absence rate of children’s social workers",
    counted="days lost to sickness",
    theme=Theme.WORKFORCE,
    units=(Unit.PERCENT,),
    compared_by=Unit.PERCENT,
    numerator=("Working days lost to sickness by children’s social workers in the year."),
    denominator=(
        "Working days that the children’s social workers in post could have worked in the year."
    ),
    window=("The year that ended on 30 September, days counted in full-time equivalents."),
    period_kind=PeriodKind.DAY,
    polarity=Polarity.LOW_IS_BETTER,
    polarity_reason="Work that makes people ill does not keep children safe.",
    basis=Basis.STATUTORY,
    computation=Computation.PUBLISHED_ONLY,
    source="dfe.workforce: absence_rate_fte, working_days_lost_fte",
    limits=("A very low rate may be poor recording. Agency workers’ sickness is not in it."),
    checked=date(2026, 11, 20),
    checked_against=(
        "Column headings and Luton’s row for 2024 in the workforce file, whose 1.3% could not "
        "be worked out again, because the base is not in the file; the workforce census "
        "guidance is to be confirmed in the original. The Interactive Tool’s dictionary, "
        "measure 287, holds it as Work_Force_SWAbsence."
    ),
    sensitivity=Sensitivity.WORKFORCE,
    plural=False,
)
