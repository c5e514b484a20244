"""Agencies’ answers to the hub in time: what is counted, from where, and what it cannot tell."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

from goldenthread.indicators.definition import Basis, Computation, Indicator, Polarity, Theme
from goldenthread.indicators.expression import Expression, Need, Shape, Timing
from goldenthread.nouns import PeriodKind, Unit

if TYPE_CHECKING:
    from goldenthread.indicators.journey import Journey


def _rows(journey: Journey) -> Any:
    rows = journey.hub.requests()
    rows = rows.select(
        "area", "person_id", "day", numerator="answered", denominator=1, agency="agency"
    )
    return journey.with_child(rows)


INDICATOR = Indicator(
    name="mash_agency_answers_in_time",
    title="Agencies’ answers to the hub in time",
    words="The share of the hub’s requests that agencies answered in time",
    counted="requests answered in time",
    theme=Theme.FRONT_DOOR,
    units=(Unit.PERCENT,),
    compared_by=Unit.PERCENT,
    numerator=("Requests for information that the agency answered within the time set."),
    denominator="Requests for information sent to agencies in the period.",
    window=(
        "From the request to the agency’s answer, by the hours in which the episode is to be "
        "decided, unless one time is set for all."
    ),
    period_kind=PeriodKind.FINANCIAL_YEAR,
    polarity=Polarity.HIGH_IS_BETTER,
    polarity_reason="The hub is only as good as what its agencies tell it, and when.",
    basis=Basis.LOCAL,
    computation=Computation.FROM_RECORDS,
    source="local.mash_requests: requests and answers by agency",
    limits=(
        "An answer of “not known to us” is an answer. One that has not come yet is not in "
        "time. In time does not mean complete. Agencies asked seldom have unsteady shares."
    ),
    checked=date(2026, 11, 20),
    checked_against=(
        "No return of this kind was found: the definition is proposed here for the multi-agency "
        "dataset and is to be confirmed in the original with the agency and with the hub."
    ),
    breakdowns=("agency", "age", "sex", "ethnicity", "locality"),
    look_alikes=("mash_decisions_in_time",),
    plural=False,
    expression=Expression(
        rows=_rows,
        timing=Timing.EVENT,
        shape=Shape.SHARE,
        needs=(
            Need("mash_agency_requests"),
            Need("mash_episodes", months_before=1),
        ),
        breakdowns=("agency", "age", "sex", "ethnicity", "locality"),
        parameters=(
            "agency_answers_within",
            "red_decided_within",
            "amber_decided_within",
            "green_decided_within",
            "hub_hours",
        ),
    ),
)
