"""Section 47 enquiries that led to an initial conference."""

from datetime import date

from goldenthread.indicators.definition import Basis, Computation, Indicator, Polarity, Theme
from goldenthread.nouns import PeriodKind, Unit

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
        "be is to be a parameter when it is computed."
    ),
    checked=date(2026, 11, 20),
    checked_against=(
        "No original definition was found: the rule here follows the children in need census, "
        "where the conference date stands on the enquiry; to be confirmed in the original."
    ),
    look_alikes=("conference_to_plan_conversion", "contact_to_referral_conversion"),
    plural=False,
)
