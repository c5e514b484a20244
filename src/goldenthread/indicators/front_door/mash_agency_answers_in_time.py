"""Agencies’ answers to the hub in time: what is counted, from where, and what it cannot tell."""

from datetime import date

from goldenthread.indicators.definition import Basis, Computation, Indicator, Polarity, Theme
from goldenthread.nouns import PeriodKind, Unit

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
    window="From the request to the agency’s answer, by urgency.",
    period_kind=PeriodKind.FINANCIAL_YEAR,
    polarity=Polarity.HIGH_IS_BETTER,
    polarity_reason="The hub is only as good as what its agencies tell it, and when.",
    basis=Basis.LOCAL,
    computation=Computation.FROM_RETURN,
    source="local.mash_requests: requests and answers by agency",
    limits=(
        "An answer of “not known to us” is an answer. In time does not mean complete. Agencies "
        "asked seldom have unsteady shares."
    ),
    checked=date(2026, 11, 20),
    checked_against=(
        "No return of this kind was found: the definition is proposed here for the multi-agency "
        "dataset and is to be confirmed in the original with the agency and with the hub."
    ),
    breakdowns=("agency",),
    look_alikes=("mash_decisions_in_time",),
    plural=False,
)
