"""Who may give which role, and how long an invitation holds."""

from datetime import date, timedelta

from goldenthread_site.accounts.refusal import RefusedError
from goldenthread_site.accounts.roles import TOLD, Role

LASTS = timedelta(days=7)  # an invitation's link
ON_A_PAGE = 50
# Those who may open the page of people at all; what they see in it is narrowed.
KEEPERS = (Role.BUSINESS_UNIT, Role.ADMINISTRATOR, Role.AGENCY_LEAD)


def may_give(giver: Role, role: Role) -> bool:
    """True where holders of one role may give the other, and end it.

    Whoever keeps the site running does not decide who sees children's records. An agency's lead
    lets in the agency's own contributors; that it is their own agency is checked elsewhere.
    """
    if giver is Role.BUSINESS_UNIT:
        return True
    if giver is Role.ADMINISTRATOR:
        return not TOLD[role].records
    return giver is Role.AGENCY_LEAD and role is Role.AGENCY_CONTRIBUTOR


def check_spell(role: Role, *, for_agency: bool, since: date, until: date | None) -> None:
    """Raises RefusedError where a role lacks what it must have, or has what it cannot have."""
    told = TOLD[role]
    if told.for_agency and not for_agency:
        raise RefusedError(f"Choose the agency this {told.title.lower()} is for", "agency")
    if for_agency and not told.for_agency:
        why = f"“{told.title}” is not held for an agency: choose none"
        raise RefusedError(why, "agency")
    if told.until and until is None:
        raise RefusedError(f"“{told.title}” is held for a set time: enter its last day", "until")
    if until is not None and until < since:
        raise RefusedError("The last day must be the first day or later", "until")
