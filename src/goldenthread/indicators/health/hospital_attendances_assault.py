"""Hospital attendances after assault: what is counted, from where, and what it cannot tell."""

from datetime import date

from goldenthread.indicators.definition import Basis, Computation, Indicator, Polarity, Theme
from goldenthread.nouns import PeriodKind, Unit

INDICATOR = Indicator(
    name="hospital_attendances_assault",
    title="Hospital attendances after assault",
    words="Hospital attendances of children after assault",
    counted="hospital attendances after assault",
    theme=Theme.HEALTH,
    units=(Unit.COUNT,),
    compared_by=Unit.COUNT,
    numerator=(
        "Attendances at emergency departments by children under 18 living in the area, after an "
        "assault."
    ),
    denominator="",
    window="Attendances dated within the period.",
    period_kind=PeriodKind.FINANCIAL_YEAR,
    polarity=Polarity.NEUTRAL,
    polarity_reason=(
        "It may rise with violence, or with departments that ask and record how an injury came "
        "about."
    ),
    basis=Basis.LOCAL,
    computation=Computation.FROM_RETURN,
    source=(
        "local.hospital_attendances: the hospital trust’s return on injuries, the partnership’s "
        "residents only"
    ),
    limits=(
        "Violence whose cause is not asked or not told is missing. An attendance outside the "
        "area’s own hospital is not seen."
    ),
    checked=date(2026, 11, 20),
    checked_against=(
        "No return was found for it: the definition is proposed here for the multi-agency "
        "dataset and is to be confirmed in the original with the hospital trust and the police."
    ),
    breakdowns=("age", "sex"),
)
