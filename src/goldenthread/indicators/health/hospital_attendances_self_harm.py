"""Hospital attendances for self-harm: what is counted, from where, and what it cannot tell."""

from datetime import date

from goldenthread.indicators.definition import Basis, Computation, Indicator, Polarity, Theme
from goldenthread.nouns import PeriodKind, Unit

INDICATOR = Indicator(
    name="hospital_attendances_self_harm",
    title="Hospital attendances for self-harm",
    words="Hospital attendances of children for self-harm",
    counted="hospital attendances for self-harm",
    theme=Theme.HEALTH,
    units=(Unit.COUNT,),
    compared_by=Unit.COUNT,
    numerator=(
        "Attendances at emergency departments by children under 18 living in the area, for "
        "self-harm."
    ),
    denominator="",
    window="Attendances dated in the period.",
    period_kind=PeriodKind.FINANCIAL_YEAR,
    polarity=Polarity.NEUTRAL,
    polarity_reason=(
        "More may be more distress or children who now come for help; fewer may mean harm "
        "hidden at home."
    ),
    basis=Basis.LOCAL,
    computation=Computation.FROM_RETURN,
    source=(
        "local.hospital_attendances: the hospital trust’s quarterly return, the partnership’s "
        "residents only"
    ),
    limits=(
        "A trust serves several areas: only children living in this one belong here. One child "
        "may attend often. Coding of self-harm differs between departments."
    ),
    checked=date(2026, 11, 20),
    checked_against=(
        "No return was found for it: the definition is proposed here for the multi-agency "
        "dataset and is to be confirmed in the original with the hospital trust."
    ),
    breakdowns=("age", "sex"),
)
