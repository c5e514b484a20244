"""Assessed referrals that led to a section 47 enquiry."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

from goldenthread.indicators.definition import Basis, Computation, Indicator, Polarity, Theme
from goldenthread.indicators.expression import Expression, Need, Shape, Timing
from goldenthread.nouns import PeriodKind, Unit

if TYPE_CHECKING:
    from goldenthread.indicators.journey import Journey


def _rows(journey: Journey) -> Any:
    steps = journey.steps
    referrals = steps.followed_by(
        journey.table("cin_episodes"),
        "referral_date",
        journey.table("cin_assessments"),
        "start_date",
        "assessed",
    )
    referrals = steps.followed_by(
        referrals, "referral_date", journey.table("s47_enquiry"), "start_date", "enquired"
    )
    assessed = referrals.filter(referrals.assessed.notnull())
    rows = assessed.select(
        "area",
        "person_id",
        day="referral_date",
        numerator=assessed.enquired.notnull().ifelse(1, 0),
        denominator=1,
        source=journey.labelled(assessed.source, "referral_source"),
    )
    return journey.with_child(rows)


INDICATOR = Indicator(
    name="assessed_referrals_to_section_47_conversion",
    title="Assessed referrals that led to a section 47 enquiry",
    words="The share of assessed referrals that led to a section 47 enquiry",
    counted="assessed referrals that led to a section 47 enquiry",
    theme=Theme.REFERRALS,
    units=(Unit.PERCENT,),
    compared_by=Unit.PERCENT,
    numerator=(
        "Referrals in the period that were assessed and after which a section 47 enquiry about the"
        " child began, before the next referral."
    ),
    denominator="Referrals in the period that were followed by an assessment.",
    window=(
        "From the referral to the child’s next referral, whether the enquiry or the assessment "
        "came first."
    ),
    period_kind=PeriodKind.FINANCIAL_YEAR,
    polarity=Polarity.NEUTRAL,
    polarity_reason=(
        "More enquiries may be more danger or a readier use of a grave power over families; the "
        "share does not tell which."
    ),
    basis=Basis.LOCAL,
    computation=Computation.FROM_RECORDS,
    source="local.referrals: referrals, assessments and enquiries of the same children",
    limits=(
        "Enquiries about children who were not assessed are not in it. An enquiry a year into an "
        "open case counts for the referral that opened it."
    ),
    checked=date(2026, 11, 20),
    checked_against=(
        "No published table joins the three: the rule is proposed here and is to be confirmed in "
        "the original with the council."
    ),
    breakdowns=("source", "age", "sex", "ethnicity", "locality"),
    look_alikes=("section_47_to_conference_conversion",),
    plural=False,
    expression=Expression(
        rows=_rows,
        timing=Timing.EVENT,
        shape=Shape.SHARE,
        needs=(
            Need("cin_episodes"),
            Need("cin_assessments", months_after=2),
            Need("s47_enquiry", months_after=2),
        ),
        breakdowns=("source", "age", "sex", "ethnicity", "locality"),
    ),
)
