"""The eleven lists inspectors ask for: how each is recognised, and what its headings may say.

Headings are compared in small letters without punctuation, so ``Date of Referral?`` is ``date of
referral``. Of the patterns of a list the first that is found in a heading decides, so the narrow
ones stand first. A field that no table keeps is named too: it is known, and not kept.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

from goldenthread.sources.spellings.meaning import fold

_CHILD = {
    "person_id": r"^(child|unique|person|client)\b.*\b(id|identifier|number|ref)\b|^id$|lachildid",
    "sex": r"^(gender|sex)\b",
    "ethnicity": r"ethnic",
    "birth_date": r"date of birth|birth date|^dob\b",
    "age": r"^age\b",
}
_DISABLED = {"disabled": r"disab"}
_STAGE = {
    "stage": r"^stage$|^stage of\b|\b(help|assessment|episode) type|type of (help|assessment)"
}
_WORK = {"team": r"\bteam\b", "worker": r"\bworker\b"}


@dataclass(frozen=True)
class AnnexList:
    """One list: its number, what its sheet may be called, and its fields by their headings.

    Of the ``needed`` fields each costs something if its heading is not there; ``dates`` are the
    days on which something happened, by which the day of the list is told.
    """

    number: int
    title: str
    sheet: str
    fields: Mapping[str, str]
    needed: tuple[str, ...]
    dates: tuple[str, ...]

    @cached_property
    def _patterns(self) -> tuple[tuple[str, re.Pattern[str]], ...]:
        return tuple((name, re.compile(words)) for name, words in self.fields.items())

    @cached_property
    def of_its_own(self) -> frozenset[str]:
        """The fields that tell this list from others."""
        return frozenset(self.fields) - {*_CHILD, *_DISABLED, *_WORK}

    def field_of(self, heading: str) -> str | None:
        """The field that a heading names."""
        folded = fold(heading)
        if not folded:
            return None
        return next((name for name, pattern in self._patterns if pattern.search(folded)), None)


LISTS = (
    AnnexList(
        1,
        "Contacts",
        r"\bcontacts?\b",
        {
            "contact_type": r"contact type|type of contact",
            "source": r"source",
            "contact_date": r"date.*contact|contact.*date",
            "issue": r"\bissue\b",
            "became_referral": r"(became|led to|outcome).*referral",
            "no_further_action": r"\bnfa\b|no further action",
            **_CHILD,
        },
        ("person_id", "contact_date", "source"),
        ("contact_date",),
    ),
    AnnexList(
        2,
        "Early help",
        r"early help|family help|\beh\b",
        {
            **_STAGE,
            "organisation": r"organisation|agency|completed by",
            "start_date": r"start",
            "end_date": r"complet|\bend\b",
            **_CHILD,
        },
        ("person_id", "start_date", "end_date"),
        ("start_date", "end_date"),
    ),
    AnnexList(
        3,
        "Referrals",
        r"referral",
        {
            "earlier": r"number.*referral|referrals.*(12|twelve)",
            "no_further_action": r"\bnfa\b|no further action",
            "source": r"source",
            "referral_date": r"date.*referral|referral.*date",
            **_WORK,
            **_CHILD,
        },
        ("person_id", "referral_date", "source", "no_further_action"),
        ("referral_date",),
    ),
    AnnexList(
        4,
        "Assessments",
        r"assessment",
        {
            **_STAGE,
            "authorisation_date": r"authoris|complet",
            "child_seen": r"child seen|seen during",
            "needs_social_care": r"social care support|assessed as requiring",
            "start_date": r"start",
            **_DISABLED,
            **_WORK,
            **_CHILD,
        },
        ("person_id", "start_date", "authorisation_date"),
        ("start_date", "authorisation_date"),
    ),
    AnnexList(
        5,
        "Section 47 enquiries and initial conferences",
        r"\bs(ec|ection)? ?47\b|\bicpc",
        {
            "enquiries": r"number.*(47|enquir)",
            "conferences": r"number.*(icpc|conference)",
            "conference_not_required": r"unnecessary|not required|not needed",
            "became_plan": r"result.*plan",
            "conference_date": r"date.*(conference|icpc)|(conference|icpc).*date",
            "start_date": r"strategy|start",
            **_DISABLED,
            **_WORK,
            **_CHILD,
        },
        ("person_id", "start_date", "conference_date"),
        ("start_date", "conference_date"),
    ),
    AnnexList(
        6,
        "Children in need",
        r"children? in need|\bcin\b",
        {
            "closure_reason": r"reason",
            "closure_date": r"clos",
            "primary_need": r"need code|primary need|category of need",
            "last_seen": r"last seen",
            "status": r"status",
            "start_date": r"start",
            **_DISABLED,
            **_WORK,
            **_CHILD,
        },
        ("person_id", "start_date", "closure_date", "primary_need", "status"),
        ("start_date", "last_seen", "closure_date"),
    ),
    AnnexList(
        7,
        "Child protection plans",
        r"child protection|\bcpp?\b",
        {
            "initial_category": r"initial.*categ",
            "latest_category": r"(latest|current).*categ",
            "seen_alone": r"seen alone",
            "last_visit_date": r"visit",
            "last_review_date": r"review",
            "police_powers": r"emergency protection|police powers",
            "previous_plans": r"previous",
            "end_date": r"\bend\b",
            "start_date": r"start",
            **_DISABLED,
            **_WORK,
            **_CHILD,
        },
        ("person_id", "start_date", "end_date", "latest_category", "previous_plans"),
        ("start_date", "last_visit_date", "last_review_date", "end_date"),
    ),
    AnnexList(
        8,
        "Children looked after",
        r"children in care|looked after|\b(lac|cla|cic)\b",
        {
            "asylum_seeking": r"asylum|\buasc\b",
            "again": r"second or subsequent",
            "offered": r"offered",
            "accepted": r"accept",
            "absent_in_year": r"absent",
            "missing_in_year": r"missing",
            "end_reason": r"reason.*ceas",
            "end_date": r"ceas",
            "entered_care_date": r"started.*looked|looked after.*start",
            "legal_start": r"start.*legal|legal.*start",
            "placement_start": r"start.*placement|placement.*start",
            "primary_need": r"category of need|primary need",
            "legal_status": r"legal status",
            "permanence": r"permanence",
            "reviewing_officer": r"\biro\b|reviewing officer",
            "last_review_date": r"review",
            "last_visit_date": r"social work.*visit|statutory visit",
            "last_health_assessment_date": r"health",
            "last_dental_check_date": r"dental",
            "placements_in_year": r"placements in|number of placements",
            "placement_type": r"placement type|type of placement",
            "placement_provider": r"provider",
            "placement_postcode": r"post ?code",
            "placement_urn": r"\burn\b",
            "in_area": r"location",
            "placement_area": r"\bla of placement|authority of placement",
            **_DISABLED,
            **_WORK,
            **_CHILD,
        },
        ("person_id", "entered_care_date", "legal_status", "placement_type", "end_date"),
        ("entered_care_date", "last_review_date", "last_visit_date", "end_date"),
    ),
    AnnexList(
        9,
        "Care leavers",
        r"care leaver|leaving care",
        {
            "asylum_seeking": r"asylum|\buasc\b",
            "adviser": r"advis[eo]r",
            "eligibility": r"eligib",
            "pathway_review_date": r"pathway",
            "in_touch": r"in touch",
            "latest_contact": r"contact",
            "suitable": r"suitab",
            "accommodation": r"accommodation",
            "activity": r"activity",
            **_DISABLED,
            **_WORK,
            **_CHILD,
        },
        ("person_id", "in_touch", "accommodation", "suitable", "activity"),
        ("pathway_review_date", "latest_contact"),
    ),
    AnnexList(
        10,
        "Adoption",
        r"adoption",
        {
            "family": r"family",
            "reversed_reason": r"reason",
            "reversed_date": r"no longer",
            "decision_date": r"decision",
            "entered_care_date": r"entered care",
            "placement_order_date": r"placement order",
            "matched_date": r"match",
            "placed_foster_date": r"\bffa\b|fostering|concurrent",
            "placed_date": r"placed",
            "order_date": r"adoption order",
            **_DISABLED,
            **_CHILD,
        },
        ("person_id", "decision_date", "order_date"),
        ("decision_date", "placed_date", "order_date", "reversed_date"),
    ),
    AnnexList(
        11,
        "Adopters",
        r"adopters",
        {
            "family_id": r"family",
            "adopter_id": r"adopter.*\b(id|identifier|number)\b",
            "fostering": r"fostering for",
            "enquiry_date": r"enquiry",
            "stage_1_start": r"stage 1.*start",
            "stage_1_end": r"stage 1.*end",
            "stage_2_start": r"stage 2.*start",
            "stage_2_end": r"stage 2.*end",
            "application_date": r"submitted",
            "approved_date": r"approved",
            "matched_date": r"match",
            "children_placed": r"(no|number) of child",
            "placed_date": r"placed",
            "order_date": r"order",
            "left_reason": r"reason",
            "left_date": r"leaving|left",
            "sex": r"^(gender|sex)\b",
            "ethnicity": r"ethnic",
            **_DISABLED,
        },
        ("adopter_id", "enquiry_date"),
        ("enquiry_date", "approved_date", "order_date", "left_date"),
    ),
)

_NUMBERED = re.compile(r"\blist ?0*(\d{1,2})\b")

# Narrower names first: "Early Help Assessments" is not list 4, nor "Prospective adopters" list 10.
_BY_TITLE = tuple(
    (LISTS[number - 1], re.compile(LISTS[number - 1].sheet))
    for number in (2, 5, 11, 10, 9, 8, 7, 6, 4, 3, 1)
)


def numbered(sheet: str) -> AnnexList | None:
    """The list whose number a sheet's name gives: ``List 1``, ``List_1``, ``Annex A List 01``."""
    found = _NUMBERED.search(fold(sheet))
    number = int(found[1]) if found else 0
    return LISTS[number - 1] if 1 <= number <= len(LISTS) else None


def named(sheet: str) -> AnnexList | None:
    """The list that a sheet's name means, by number or by title."""
    by_number = numbered(sheet)
    if by_number:
        return by_number
    name = fold(sheet)
    return next((each for each, pattern in _BY_TITLE if pattern.search(name)), None)
