"""Non-accidental injury in children under two."""

from datetime import date

from goldenthread.indicators.definition import Basis, Computation, Indicator, Polarity, Theme
from goldenthread.nouns import PeriodKind, Unit

INDICATOR = Indicator(
    name="hospital_non_accidental_injury_under_2",
    title="Non-accidental injury in children under two",
    words=("Children under two seen in hospital with a suspected non-accidental injury"),
    counted="children under two with a suspected non-accidental injury",
    theme=Theme.HEALTH,
    units=(Unit.COUNT,),
    compared_by=Unit.COUNT,
    numerator=(
        "Children under two living in the area, seen in hospital with an injury that the "
        "hospital suspected was not an accident."
    ),
    denominator="",
    window="Children first seen for it in the period.",
    period_kind=PeriodKind.FINANCIAL_YEAR,
    polarity=Polarity.NEUTRAL,
    polarity_reason=(
        "Fewer would be the hope, yet a low count may mean injuries taken for accidents; the "
        "number can only raise the question."
    ),
    basis=Basis.LOCAL,
    computation=Computation.FROM_RETURN,
    source=("local.hospital_attendances: the hospital trust’s return on child protection medicals"),
    limits=(
        "Suspected, not proved. Nearly always so small that it must be withheld. Injuries seen "
        "by a family doctor alone are not in it."
    ),
    checked=date(2026, 11, 20),
    checked_against=(
        "No return was found for it: the definition is proposed here for the multi-agency "
        "dataset and is to be confirmed in the original with the named doctor’s trust."
    ),
)
