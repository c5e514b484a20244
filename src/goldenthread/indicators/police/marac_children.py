"""Children of cases at the domestic abuse conference."""

from datetime import date

from goldenthread.indicators.definition import Basis, Computation, Indicator, Polarity, Theme
from goldenthread.nouns import PeriodKind, Unit

INDICATOR = Indicator(
    name="marac_children",
    title="Children of cases at the domestic abuse conference",
    words="Children living in households heard at the conference",
    counted="children in households heard",
    theme=Theme.POLICE,
    units=(Unit.COUNT,),
    compared_by=Unit.COUNT,
    numerator="Children living in the households of the cases heard.",
    denominator="",
    window="Cases heard during the period.",
    period_kind=PeriodKind.FINANCIAL_YEAR,
    polarity=Polarity.NEUTRAL,
    polarity_reason="It follows the number of cases and the size of families.",
    basis=Basis.LOCAL,
    computation=Computation.FROM_RETURN,
    source="local.marac: the coordinator’s return of children",
    limits=(
        "Children who visit, or who have left, may be left out. Not all of them are known to "
        "social care, which is the question to ask next."
    ),
    checked=date(2026, 11, 20),
    checked_against=(
        "No return was found for it: the definition is proposed here for the multi-agency "
        "dataset and is to be confirmed in the original with the conference’s coordinator and "
        "children’s social care."
    ),
    look_alikes=("marac_cases",),
)
