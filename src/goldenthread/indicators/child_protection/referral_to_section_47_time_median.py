"""The median time from referral to a section 47 enquiry."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

from goldenthread.indicators.definition import Basis, Computation, Indicator, Polarity, Theme
from goldenthread.indicators.expression import Expression, Need, Shape, Timing
from goldenthread.nouns import PeriodKind, Unit

if TYPE_CHECKING:
    from goldenthread.indicators.journey import Journey


def _rows(journey: Journey) -> Any:
    referrals = journey.steps.followed_by(
        journey.table("cin_episodes"),
        "referral_date",
        journey.table("s47_enquiry"),
        "start_date",
        "enquired",
    )
    return journey.steps.taken(referrals, "referral_date", "enquired")


INDICATOR = Indicator(
    name="referral_to_section_47_time_median",
    title="Median time from referral to section 47 enquiry",
    words="The median time from referral to a section 47 enquiry",
    counted="working days from referral to enquiry for the middle referral",
    theme=Theme.CHILD_PROTECTION,
    units=(Unit.DAYS,),
    compared_by=Unit.DAYS,
    numerator=(
        "The number of working days within which half of the first enquiries after a referral were"
        " begun."
    ),
    denominator="Referrals whose first section 47 enquiry began in the period, in order of time.",
    window=(
        "From the referral to the first enquiry before the child’s next referral, in working days."
    ),
    period_kind=PeriodKind.FINANCIAL_YEAR,
    polarity=Polarity.NEUTRAL,
    polarity_reason=(
        "Short may be danger seen at once; long may be danger missed at the door or danger that "
        "arose while the case was open."
    ),
    basis=Basis.LOCAL,
    computation=Computation.FROM_RECORDS,
    source="local.child_protection: referrals and enquiries, by day",
    limits=(
        "An enquiry in a case long open counts its whole time, so the middle says more than an "
        "average would. Referrals without an enquiry are not in it."
    ),
    checked=date(2026, 11, 20),
    checked_against=(
        "No published original was found; the rule is proposed here and is to be confirmed in the "
        "original with the council."
    ),
    breakdowns=("age", "sex", "ethnicity", "locality"),
    plural=False,
    expression=Expression(
        rows=_rows,
        timing=Timing.EVENT,
        shape=Shape.MEDIAN,
        needs=(Need("s47_enquiry"), Need("cin_episodes", months_before=12)),
        breakdowns=("age", "sex", "ethnicity", "locality"),
    ),
)
