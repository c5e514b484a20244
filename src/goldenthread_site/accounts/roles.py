"""The roles people hold, in the words shown to them, and what each may see at most.

A role is held for a partnership, often for one agency, for a time; `directory` keeps who holds
which. Nothing here opens a page by itself: each address names the roles it is open to.
"""

from dataclasses import dataclass
from enum import StrEnum


class Role(StrEnum):
    """One of the ways of taking part; its value is what is stored."""

    BUSINESS_UNIT = "business_unit"
    ANALYST = "analyst"
    COUNCIL_ANALYST = "council_analyst"
    LEAD_PARTNER = "lead_partner"
    DELEGATED_PARTNER = "delegated_partner"
    SCRUTINEER = "scrutineer"
    AGENCY_LEAD = "agency_lead"
    AGENCY_CONTRIBUTOR = "agency_contributor"
    DESIGNATED_HEALTH = "designated_health"
    CASE_REVIEW_MEMBER = "case_review_member"
    REVIEW_AUTHOR = "review_author"
    LEGAL_ADVISER = "legal_adviser"
    TRAINER = "trainer"
    COUNCILLOR = "councillor"
    INSPECTOR = "inspector"
    NEIGHBOUR = "neighbour"
    READER = "reader"
    ADMINISTRATOR = "administrator"

    @property
    def told(self) -> "Told":
        """What the role is, as its holder reads it."""
        return TOLD[self]


@dataclass(frozen=True, slots=True)
class Told:
    """``for_agency``: held for one agency. ``records``: can see children’s records, so that a
    second factor is required. ``until``: held only with a last day."""

    title: str
    description: str
    for_agency: bool = False
    records: bool = False
    until: bool = False


TOLD: dict[Role, Told] = {
    Role.BUSINESS_UNIT: Told(
        "Business unit",
        "Runs the partnership’s work from day to day: asks agencies for figures, sees every return"
        " once it is submitted, keeps the list of agencies and people.",
    ),
    Role.ANALYST: Told(
        "Analyst",
        "Checks what agencies send, asks about what looks wrong, accepts it,"
        " and keeps the figures.",
    ),
    Role.COUNCIL_ANALYST: Told(
        "Council’s analyst",
        "Works with children’s records beside the case system. The only role for which child-level"
        " work is done, and never in this site’s own pages.",
        for_agency=True,
        records=True,
    ),
    Role.LEAD_PARTNER: Told(
        "Lead safeguarding partner",
        "A chief officer of the council, the health board or the police: accountable, and signs.",
        for_agency=True,
    ),
    Role.DELEGATED_PARTNER: Told(
        "Delegated safeguarding partner",
        "Runs the arrangements for a lead partner; one of them chairs.",
        for_agency=True,
    ),
    Role.SCRUTINEER: Told(
        "Independent scrutineer",
        "Reads everything the partnership holds, drafts too, and asks questions of anyone.",
    ),
    Role.AGENCY_LEAD: Told(
        "Agency lead",
        "Answers for one agency: signs what it sends, and sees all of its own returns.",
        for_agency=True,
    ),
    Role.AGENCY_CONTRIBUTOR: Told(
        "Agency contributor",
        "Fills in or uploads what one agency is asked for.",
        for_agency=True,
    ),
    Role.DESIGNATED_HEALTH: Told(
        "Designated doctor or nurse",
        "Advises on health across the area; reads what the partnership has shared.",
    ),
    Role.CASE_REVIEW_MEMBER: Told(
        "Case review member",
        "Takes part in rapid reviews and practice reviews; sees those they are named in.",
        records=True,
    ),
    Role.REVIEW_AUTHOR: Told(
        "Outside review author",
        "Writes one review, and sees that one only, until a day that is set.",
        records=True,
        until=True,
    ),
    Role.LEGAL_ADVISER: Told(
        "Legal adviser", "Advises on reviews and on what may be published.", records=True
    ),
    Role.TRAINER: Told("Trainer", "Runs courses, and sees bookings and attendance for them."),
    Role.COUNCILLOR: Told(
        "Councillor observer", "The lead member for children: reads what has been shared."
    ),
    Role.INSPECTOR: Told(
        "Inspector",
        "Reads, for the days of an inspection, everything but drafts and changes nothing.",
        until=True,
    ),
    Role.NEIGHBOUR: Told(
        "Neighbouring business manager",
        "Runs a partnership next door; sees what both share and nothing else.",
    ),
    Role.READER: Told("Reader", "Reads the figures the partnership has shared with its members."),
    Role.ADMINISTRATOR: Told(
        "Site administrator",
        "Lets people in and out and sees that the site runs. Sees no return and no figure by it.",
    ),
}
