"""What the sources leave open: each a named parameter with its choices, a default and the reason.

A figure's definition names the choices it was counted by, so that two ways are never mixed up.
"""

from collections.abc import Mapping

from goldenthread.indicators.parameter import Parameter
from goldenthread.indicators.parameters_of_care import IN_CARE
from goldenthread.nouns import GoldenThreadError

_ALL = (
    Parameter(
        "within_12_months",
        "When is something within 12 months of something earlier?",
        (
            ("calendar", "on or before the same day of the month a year later"),
            ("365_days", "at most 365 days later"),
        ),
        "The national release does not say; people count by the calendar, and a leap year then "
        "makes no difference.",
    ),
    Parameter(
        "same_day_referral",
        "Is a second referral of a child on one day a re-referral?",
        (
            ("no", "only an earlier day counts"),
            ("yes", "any referral recorded before it counts"),
        ),
        "Two entries for one day are mostly one referral recorded twice.",
    ),
    Parameter(
        "months_lasting",
        "How are three months, six months, a year and two years of lasting counted?",
        (
            ("calendar", "to the same day of the month that many months later"),
            ("days", "91, 182, 365 and 730 days"),
        ),
        "The bands of the national release are named in months and years: those of the calendar.",
    ),
    Parameter(
        "not_in_need_closure",
        "Which reasons of closure say that an assessment found no child in need?",
        (
            ("RC8_or_RC9", "no further action after assessment, or passed to early help"),
            ("RC8", "no further action after assessment alone"),
        ),
        "Published episodes started are the referrals less both kinds of those that go no further, "
        "and RC9 was part of RC8 before 2023.",
    ),
    Parameter(
        "no_factor_found",
        "Does an assessment count whose only factor is that none was found?",
        (
            ("left_out", "no: it has no factor recorded"),
            ("counted", "yes: its factors were recorded, and there were none"),
        ),
        "The release prints every factor but this one.",
    ),
    Parameter(
        "assessment_timed_from",
        "From when are an assessment’s working days counted?",
        (
            ("start", "from the day the assessment began"),
            ("referral", "from the day of the referral it belongs to"),
        ),
        "The national statistics time the assessment itself; statutory guidance counts from the "
        "referral.",
    ),
    Parameter(
        "conferences_transferred_in",
        "Do conferences count that received a child’s plan from another council?",
        (
            ("counted", "yes, as initial conferences of this council"),
            ("left_out", "no: only the council’s own initial conferences"),
        ),
        "The Department’s dictionary counts them among initial conferences.",
    ),
    Parameter(
        "conference_after_enquiry",
        "How long after an enquiry began may its conference be?",
        (
            ("any_time", "however late, if it is the enquiry’s own"),
            ("60_days", "at most 60 days"),
        ),
        "A late conference is late and not missing: how late is another indicator’s to say.",
    ),
    Parameter(
        "plan_after_conference",
        "Where the outcome of a conference is not recorded, how soon after it must a plan begin?",
        (
            ("45_days", "at most 45 days later"),
            ("0_days", "on the same day"),
        ),
        "A plan is mostly dated on the day of its conference, by some on the day it was agreed.",
    ),
    Parameter(
        "previous_plans",
        "What tells that a child had a plan before?",
        (
            ("either", "the number stated on the plan, or an earlier plan in the records"),
            ("stated", "the number stated on the plan alone"),
        ),
        "Some formats have no number, and the records mostly do not reach far enough back.",
    ),
    Parameter(
        "within_2_years",
        "When is a plan within two years of an earlier one?",
        (
            ("calendar", "on or before the same day of the month two years later"),
            ("730_days", "at most 730 days later"),
        ),
        "People count by the calendar, as for re-referrals.",
    ),
    Parameter(
        "second_plan_counts_from",
        "From which day of the earlier plan are the two years counted?",
        (
            ("end", "from its end"),
            ("start", "from its start"),
        ),
        "The question is whether a plan was ended too soon.",
    ),
    Parameter(
        "first_review_within",
        "How soon must the first review be held?",
        (
            ("3_months", "within three calendar months"),
            ("91_days", "within 91 days"),
            ("92_days", "within 92 days"),
        ),
        "Statutory guidance says three months and no number of days.",
    ),
    Parameter(
        "later_reviews_within",
        "How soon after a review must the next be held?",
        (
            ("6_months", "within six calendar months"),
            ("183_days", "within 183 days"),
        ),
        "Statutory guidance says six months and no number of days.",
    ),
    Parameter(
        "first_review_counts_from",
        "From which day is the time to the first review counted?",
        (
            ("plan_start", "from the start of the plan"),
            ("conference", "from the initial conference, where its day is known"),
        ),
        "Every format has the start of the plan, which is mostly the day of the conference; the "
        "census does not name the conference of a plan.",
    ),
    Parameter(
        "reviews_looked_at",
        "Which reviews of a plan must have been in time?",
        (
            ("last_year", "those due in the twelve months up to the day"),
            ("whole_plan", "every one since the plan began"),
        ),
        "A year’s return holds the reviews of that year, and one that was late before counted "
        "in its own year.",
    ),
    Parameter(
        "plan_visit",
        "Which visits count under a child protection plan?",
        (
            ("made", "every visit made"),
            ("seen", "only visits at which the child is recorded as seen"),
        ),
        "The local return counts visits made, and a list that gives only the last one does not say "
        "that the child was seen.",
    ),
    Parameter(
        "plan_without_visit",
        "Does a child count whose plan is younger than the interval and had no visit yet?",
        (
            ("counted", "yes, as not visited"),
            ("left_out", "no: the first visit is not due yet"),
        ),
        "The local return is out of all children on a plan on the day.",
    ),
    Parameter(
        "referral_after_contact",
        "Where a contact’s outcome is not recorded, how soon after it must a referral follow?",
        (
            ("7_days", "at most 7 days later"),
            ("1_day", "on the day or the day after"),
            ("30_days", "at most 30 days later"),
        ),
        "Guidance asks for a decision within one working day; a week leaves room for recording. A "
        "child on both lists at any time is not enough.",
    ),
    Parameter(
        "re_contact_within",
        "How soon after a contact that led to nothing is another a re-contact?",
        (
            ("3_months", "within three calendar months"),
            ("91_days", "within 91 days"),
        ),
        "Soon enough to be about the same worry, and known within a quarter.",
    ),
    *IN_CARE,
)

PARAMETERS: dict[str, Parameter] = {each.name: each for each in _ALL}


def choices(chosen: Mapping[str, str] | None = None) -> dict[str, str]:
    """Every parameter's value: what was chosen, and the default for the rest.

    Raises GoldenThreadError for a name or a value nobody knows.
    """
    for name, value in (chosen or {}).items():
        if name not in PARAMETERS:
            raise GoldenThreadError(
                f"There is no parameter {name!r}: choose of {', '.join(PARAMETERS)}."
            )
        values = [each for each, _ in PARAMETERS[name].choices]
        if value not in values:
            raise GoldenThreadError(f"{name} is one of {', '.join(values)}, not {value!r}.")
    return {name: (chosen or {}).get(name, each.default) for name, each in PARAMETERS.items()}
