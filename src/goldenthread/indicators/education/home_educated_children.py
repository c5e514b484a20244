"""Children educated at home: what is counted, from where, and what it cannot tell."""

from datetime import date

from goldenthread.indicators.definition import Basis, Computation, Indicator, Polarity, Theme
from goldenthread.nouns import PeriodKind, Unit

INDICATOR = Indicator(
    name="home_educated_children",
    title="Children educated at home",
    words="Children educated at home",
    counted="children educated at home",
    theme=Theme.EDUCATION,
    units=(Unit.COUNT,),
    compared_by=Unit.COUNT,
    numerator=(
        "Children of compulsory school age known to be educated at home by their parents’ "
        "choice on the day."
    ),
    denominator="",
    window="Known to the council on the census day named in the return.",
    period_kind=PeriodKind.DAY,
    polarity=Polarity.NEUTRAL,
    polarity_reason=(
        "Home education is a right and may serve a child well; it also takes away the daily "
        "sight of a teacher."
    ),
    basis=Basis.LOCAL,
    computation=Computation.FROM_RETURN,
    source="local.education: the council’s return on elective home education",
    limits=(
        "Only those of whom the council knows, until registration is in force. One day’s count; "
        "many more are educated at home at some time in the year."
    ),
    checked=date(2026, 11, 20),
    checked_against=(
        "No return was found for it: the definition is proposed here for the multi-agency "
        "dataset and is to be confirmed in the original with the council’s education service."
    ),
    breakdowns=("age",),
    look_alikes=("children_missing_education",),
)
