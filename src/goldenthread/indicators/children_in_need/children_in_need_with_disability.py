"""Children in need with a recorded disability."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

from goldenthread.indicators.definition import Basis, Computation, Indicator, Polarity, Theme
from goldenthread.indicators.expression import Expression, Need, Shape, Timing
from goldenthread.nouns import PeriodKind, Unit

if TYPE_CHECKING:
    from goldenthread.indicators.journey import Journey


def _rows(journey: Journey) -> Any:
    episodes = journey.open_on_each_end(journey.steps.in_need(), "referral_date", "closure_date")
    recorded = journey.steps.disabled_children()
    episodes = episodes.left_join(recorded, ["area", "person_id"])
    rows = episodes.select(
        "area",
        "person_id",
        "day",
        numerator=episodes.disabled.fill_null(0),
        denominator=1,
        need=journey.labelled(episodes.primary_need, "primary_need"),
    )
    return journey.with_child(rows)


INDICATOR = Indicator(
    name="children_in_need_with_disability",
    title="Children in need with a recorded disability",
    words="The share of children in need with a recorded disability",
    counted="children in need with a recorded disability",
    theme=Theme.CHILDREN_IN_NEED,
    units=(Unit.COUNT, Unit.PERCENT),
    compared_by=Unit.PERCENT,
    numerator=(
        "Episodes of need open on 31 March for a child with at least one disability recorded."
    ),
    denominator="All episodes of need open on 31 March.",
    window="As recorded for the year that ended on 31 March.",
    period_kind=PeriodKind.YEAR_END,
    polarity=Polarity.NEUTRAL,
    polarity_reason=(
        "A low share may mean disabled children not known to social care, or known and not "
        "recorded as disabled."
    ),
    basis=Basis.STATUTORY,
    computation=Computation.FROM_RECORDS,
    source=(
        "dfe.b2: At31_episodes_disability_recorded, At31_episodes_disability_recorded_percent, "
        "At31_episodes"
    ),
    limits=(
        "Depends on recording more than on children. Kinds of disability are shares of the "
        "disabled children, not of all, and overlap."
    ),
    checked=date(2026, 11, 20),
    checked_against=(
        "Column headings and Luton’s row for 2024 in the b2 file, whose percentage was worked "
        "out again; the wording of the release’s own guidance is to be confirmed in the "
        "original."
    ),
    breakdowns=("need", "age", "sex", "ethnicity", "locality"),
    stages=("child_in_need",),
    plural=False,
    expression=Expression(
        rows=_rows,
        timing=Timing.STOCK,
        shape=Shape.SHARE,
        needs=(
            Need("cin_episodes"),
            Need("disability", one_of="disability"),
            Need("person", column="disabled", one_of="disability"),
        ),
        breakdowns=("need", "age", "sex", "ethnicity", "locality"),
    ),
)
