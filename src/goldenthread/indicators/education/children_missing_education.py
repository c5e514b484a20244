"""Children missing education: what is counted, from where, and what it cannot tell."""

from datetime import date

from goldenthread.indicators.definition import Basis, Computation, Indicator, Polarity, Theme
from goldenthread.nouns import PeriodKind, Unit

INDICATOR = Indicator(
    name="children_missing_education",
    title="Children missing education",
    words="Children missing education",
    counted="children missing education",
    theme=Theme.EDUCATION,
    units=(Unit.COUNT,),
    compared_by=Unit.COUNT,
    numerator=(
        "Children of compulsory school age who on the day were on no school’s roll and had no "
        "suitable education elsewhere."
    ),
    denominator="",
    window="Known to be missing education on the day named in the return.",
    period_kind=PeriodKind.DAY,
    polarity=Polarity.NEUTRAL,
    polarity_reason=(
        "A rise may be children dropping out of sight or a council that looks for them harder."
    ),
    basis=Basis.LOCAL,
    computation=Computation.FROM_RETURN,
    source="local.education: the council’s return on children missing education",
    limits=(
        "By nature those least known are least counted. Not children missing from home, and not "
        "children educated at home."
    ),
    checked=date(2026, 11, 20),
    checked_against=(
        "No return was found for it: the definition is proposed here for the multi-agency "
        "dataset and is to be confirmed in the original with the council’s team for children "
        "missing education."
    ),
    breakdowns=("age",),
    look_alikes=("home_educated_children", "missing_episodes"),
)
