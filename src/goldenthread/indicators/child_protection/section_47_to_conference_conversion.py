"""Section 47 enquiries that led to an initial conference."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

from goldenthread.indicators.definition import Basis, Computation, Indicator, Polarity, Theme
from goldenthread.indicators.expression import Expression, Need, Shape, Timing
from goldenthread.nouns import PeriodKind, Unit

if TYPE_CHECKING:
    from goldenthread.indicators.journey import Journey


def _rows(journey: Journey) -> Any:
    led = journey.protection.enquiries_with_conference()
    rows = led.select("area", "person_id", day="start_date", numerator="led", denominator=1)
    return journey.with_child(rows)


INDICATOR = Indicator(
    name="section_47_to_conference_conversion",
    title="Section 47 enquiries that led to an initial conference",
    words="The share of section 47 enquiries that led to an initial conference",
    counted="section 47 enquiries that led to an initial conference",
    theme=Theme.CHILD_PROTECTION,
    units=(Unit.PERCENT,),
    compared_by=Unit.PERCENT,
    numerator=(
        "Section 47 enquiries begun in the year that were followed by an initial child "
        "protection conference."
    ),
    denominator="All section 47 enquiries begun in the year.",
    window=(
        "The conference belongs to the enquiry it followed, even where it was held after the "
        "year ended."
    ),
    period_kind=PeriodKind.FINANCIAL_YEAR,
    polarity=Polarity.NEUTRAL,
    polarity_reason=(
        "A low share may mean families are enquired into needlessly, a high one that only the "
        "plainest cases are; the right level is not known."
    ),
    basis=Basis.STATUTORY,
    computation=Computation.FROM_RECORDS,
    source=(
        "local.child_protection: enquiries with a conference date, by the council’s own "
        "records; dfe.c4: Section47, ICPC as a rough check on it"
    ),
    limits=(
        "Dividing the year’s conferences by the year’s enquiries is not this measure, because a "
        "conference may follow an enquiry of the year before. How many days apart the two may "
        "be is a parameter. Conferences of the months after the year must be known."
    ),
    checked=date(2026, 11, 20),
    checked_against=(
        "No original definition was found: the rule here follows the children in need census, "
        "where the conference date stands on the enquiry; to be confirmed in the original."
    ),
    breakdowns=("age", "sex", "ethnicity", "locality"),
    look_alikes=(
        "assessed_referrals_to_section_47_conversion",
        "conference_to_plan_conversion",
        "contact_to_referral_conversion",
    ),
    plural=False,
    expression=Expression(
        rows=_rows,
        timing=Timing.EVENT,
        shape=Shape.SHARE,
        needs=(
            Need("initial_cp_conference", months_after=2, one_of="conferences"),
            Need("s47_enquiry", months_after=2, column="conference_date", one_of="conferences"),
            Need("s47_enquiry", months_after=2),
        ),
        breakdowns=("age", "sex", "ethnicity", "locality"),
        parameters=("conference_after_enquiry",),
    ),
)
