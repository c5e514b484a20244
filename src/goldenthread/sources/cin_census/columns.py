"""Which cell of the census goes into which column of which table."""

from collections.abc import Mapping
from dataclasses import dataclass

from goldenthread.sources.cin_census import layout


@dataclass(frozen=True, slots=True)
class Own:
    """A cell of the element itself."""

    name: str


@dataclass(frozen=True, slots=True)
class OfChild:
    """A cell of the child the element belongs to."""

    name: str


@dataclass(frozen=True, slots=True)
class OfHolder:
    """A cell of the element that holds it: the assessment of a factor, the plan of a review."""

    name: str


Told = Own | OfChild | OfHolder

PERSON = OfChild("LAchildID")

# The day by which a row is known, with the kind of element it is and the child.
KNOWN_BY = {
    layout.DETAILS: "CINreferralDate",
    layout.ASSESSMENT: "AssessmentActualStartDate",
    layout.PLAN: "CINPlanStartDate",
    layout.SECTION_47: "S47ActualStartDate",
    layout.PROTECTION: "CPPstartDate",
}

# Tables of one kind of element each: which, its own name, the name of what holds it, and its cells.
OF_ONE_KIND: Mapping[str, tuple[str, str, str, Mapping[str, Told]]] = {
    "disability": (layout.DISABILITY, "", "", {"disability": Own(layout.DISABILITY)}),
    "cin_episodes": (
        layout.DETAILS,
        "referral_id",
        "",
        {
            "referral_date": Own("CINreferralDate"),
            "source": Own("ReferralSource"),
            "primary_need": Own("PrimaryNeedCode"),
            "no_further_action": Own("ReferralNFA"),
            "closure_date": Own("CINclosureDate"),
            "closure_reason": Own("ReasonForClosure"),
        },
    ),
    "cin_assessments": (
        layout.ASSESSMENT,
        "assessment_id",
        "referral_id",
        {
            "start_date": Own("AssessmentActualStartDate"),
            "authorisation_date": Own("AssessmentAuthorisationDate"),
        },
    ),
    "assessment_factors": (
        layout.FACTOR,
        "",
        "assessment_id",
        {"start_date": OfHolder("AssessmentActualStartDate"), "factor": Own(layout.FACTOR)},
    ),
    "cin_plans": (
        layout.PLAN,
        "plan_id",
        "referral_id",
        {"start_date": Own("CINPlanStartDate"), "end_date": Own("CINPlanEndDate")},
    ),
    "s47_enquiry": (
        layout.SECTION_47,
        "enquiry_id",
        "referral_id",
        {
            "start_date": Own("S47ActualStartDate"),
            "conference_not_required": Own("ICPCnotRequired"),
            "conference_target": Own("InitialCPCtarget"),
            "conference_date": Own("DateOfInitialCPC"),
        },
    ),
    "cp_plans": (
        layout.PROTECTION,
        "plan_id",
        "referral_id",
        {
            "start_date": Own("CPPstartDate"),
            "end_date": Own("CPPendDate"),
            "initial_category": Own("InitialCategoryOfAbuse"),
            "latest_category": Own("LatestCategoryOfAbuse"),
            "previous_plans": Own("NumberOfPreviousCPP"),
        },
    ),
    "cp_reviews": (
        layout.REVIEW,
        "",
        "plan_id",
        {"plan_start_date": OfHolder("CPPstartDate"), "review_date": Own(layout.REVIEW)},
    ),
    "pre_proceedings": (
        layout.PROCEEDINGS,
        "",
        "",
        {
            "start_date": Own("PPStartDate"),
            "letter_date": Own("LBPSentDate"),
            "family_meeting_offered": Own("FGDMMeetingOffer"),
            "family_meeting_held": Own("FGDMMeetingFac"),
            "first_meeting_date": Own("InitialPPMeetingDate"),
            "review_meetings": Own("ReviewMeetingsCount"),
            "step_decision_date": Own("StepDecisionDate"),
            "outcome": Own("PPOutcome"),
            "court_application_date": Own("CourtAppDate"),
        },
    ),
}


def element_of(name: str) -> str:
    """The element whose rows a table holds."""
    return OF_ONE_KIND[name][0] if name in OF_ONE_KIND else "DateOfInitialCPC"
