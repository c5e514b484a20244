"""Hub decisions made in time: what is counted, from where, and what it cannot tell."""

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
    rows = rows.filter(rows.decided_at.notnull())
    rows = journey.hub.timed(rows, "started_at", "decided_at", "rating")
    rows = rows.select(
        "area",
        "person_id",
        day=rows.decided_at.date(),
        numerator=rows.in_time.ifelse(1, 0),
        denominator=1,
        rating=journey.labelled(rows.rating, "mash_rating"),
    )
    return journey.with_child(rows)


INDICATOR = Indicator(
    name="mash_decisions_in_time",
    title="Hub decisions made in time",
    words="The share of hub episodes decided within the time set",
    counted="hub episodes decided in time",
    theme=Theme.FRONT_DOOR,
    units=(Unit.PERCENT,),
    compared_by=Unit.PERCENT,
    numerator="Hub episodes decided within the time set for their urgency.",
    denominator="Hub episodes decided in the period.",
    window=(
        "From the opening of the episode to the decision, by the clock, nights and weekends "
        "with it, or by working hours where those are chosen: 4 hours for red, 24 for amber, 72 "
        "for green or not rated, each to be chosen."
    ),
    period_kind=PeriodKind.FINANCIAL_YEAR,
    polarity=Polarity.HIGH_IS_BETTER,
    polarity_reason=(
        "A child at risk should not wait in a queue while agencies write to each other."
    ),
    basis=Basis.LOCAL,
    computation=Computation.FROM_RECORDS,
    source="local.mash_episodes: times of opening and decision",
    limits=(
        "The times for each level of urgency are local: those here are to be confirmed. An "
        "episode not decided yet is in neither number, so an old backlog does not show. A "
        "quick decision made without one agency’s knowledge may be worse than a slower one."
    ),
    checked=date(2026, 11, 20),
    checked_against=(
        "No return of this kind was found: the definition is proposed here for the multi-agency "
        "dataset and is to be confirmed in the original with the agency that would send it."
    ),
    breakdowns=("rating", "age", "sex", "ethnicity", "locality"),
    look_alikes=("mash_agency_answers_in_time",),
    plural=False,
    expression=Expression(
        rows=_rows,
        timing=Timing.EVENT,
        shape=Shape.SHARE,
        needs=(Need("mash_episodes"),),
        breakdowns=("rating", "age", "sex", "ethnicity", "locality"),
        parameters=(
            "red_decided_within",
            "amber_decided_within",
            "green_decided_within",
            "hub_hours",
        ),
    ),
)
