"""Episodes in the multi-agency safeguarding hub."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

from goldenthread.indicators.definition import Basis, Computation, Indicator, Polarity, Theme
from goldenthread.indicators.expression import Expression, Need, Shape, Timing
from goldenthread.nouns import PeriodKind, Unit

if TYPE_CHECKING:
    from goldenthread.indicators.journey import Journey


def _rows(journey: Journey) -> Any:
    rows = journey.table("mash_episodes")
    started = journey.choice("hub_episode_counted_on") == "started"
    rows = rows.mutate(day=(rows.started_at if started else rows.decided_at).date())
    rows = rows.filter(rows.day.notnull()).select(
        "area",
        "person_id",
        "day",
        numerator=1,
        denominator=1,
        outcome=journey.labelled(rows.outcome, "mash_outcome"),
        rating=journey.labelled(rows.rating, "mash_rating"),
    )
    return journey.with_child(rows)


INDICATOR = Indicator(
    name="mash_episodes",
    title="Episodes in the multi-agency safeguarding hub",
    words="Episodes in the multi-agency safeguarding hub",
    counted="hub episodes",
    theme=Theme.FRONT_DOOR,
    units=(Unit.COUNT, Unit.PERCENT),
    compared_by=Unit.COUNT,
    numerator=("Episodes in which the hub’s agencies gathered what they knew about a child."),
    denominator="An outcome’s percentage is of all hub episodes in the same period.",
    window=("Episodes decided in the period, unless counted by the day they began."),
    period_kind=PeriodKind.FINANCIAL_YEAR,
    polarity=Polarity.NEUTRAL,
    polarity_reason=(
        "How many contacts need several agencies’ knowledge is a matter of need and of "
        "practice, and no number is the right one."
    ),
    basis=Basis.LOCAL,
    computation=Computation.FROM_RECORDS,
    source="local.mash_episodes: the hub’s monthly return by outcome",
    limits=(
        "No national definition exists, so hubs cannot be compared. Outcome names (a new "
        "early help episode, transfer to social care) are local and change with the service. "
        "An episode is about one child: a return of families counts fewer. One still open is "
        "not in it yet."
    ),
    checked=date(2026, 11, 20),
    checked_against=(
        "Luton’s printed values for the third and fourth quarters of 2022-23 and 2023-24; "
        "whether an episode is counted when begun or when ended is to be confirmed in the "
        "original return."
    ),
    breakdowns=("outcome", "rating", "age", "sex", "ethnicity", "month", "locality"),
    look_alikes=("contacts",),
    stages=("early_help",),
    expression=Expression(
        rows=_rows,
        timing=Timing.EVENT,
        shape=Shape.COUNT,
        needs=(Need("mash_episodes"),),
        breakdowns=("outcome", "rating", "age", "sex", "ethnicity", "locality"),
        parameters=("hub_episode_counted_on",),
    ),
)
