"""Who may give, end and see roles, and keep declared interests: a refusal, or a yes or no."""

from goldenthread_site.accounts.refusal import NotAllowedError
from goldenthread_site.accounts.roles import TOLD, Role
from goldenthread_site.directory.models import RoleHeld
from goldenthread_site.directory.people.matters import is_shut
from goldenthread_site.directory.people.rules import KEEPERS, may_give
from goldenthread_site.directory.standing import Standing

AGENCY = "directory.agency"
KEEP_INTERESTS = (Role.BUSINESS_UNIT, Role.ADMINISTRATOR)


def leads(standing: Standing) -> frozenset[int]:
    """The agencies this person leads here."""
    return frozenset(
        each.agency_id
        for each in standing.held
        if each.role == Role.AGENCY_LEAD and each.agency_id is not None
    )


def sees_everyone(standing: Standing) -> bool:
    """True for those who see all people of the partnership, not one agency's only."""
    return standing.holds(Role.BUSINESS_UNIT, Role.ADMINISTRATOR)


def roles_to_give(standing: Standing) -> list[Role]:
    """The roles this person may give, to someone else and in this partnership."""
    givers = standing.roles.intersection(KEEPERS)
    return [role for role in Role if any(may_give(giver, role) for giver in givers)]


def can_give(standing: Standing, role: Role, agency: int | None) -> bool:
    """True where this person may give this role for this agency to someone else.

    Not where they declared an interest in the agency: who acts for it is part of the matter.
    """
    if is_shut(AGENCY, agency, standing):
        return False
    if standing.holds(*(giver for giver in KEEPERS[:2] if may_give(giver, role))):
        return True
    return may_give(Role.AGENCY_LEAD, role) and agency in leads(standing)


def check_give(standing: Standing, role: Role, agency: int | None, email: str) -> None:
    """Raises NotAllowedError. ``email`` is whom it is for: nobody gives themselves a role."""
    if standing.person is not None and standing.person.email.lower() == email.strip().lower():
        raise NotAllowedError("Nobody gives themselves a role. Ask the business unit.")
    if is_shut(AGENCY, agency, standing):
        raise NotAllowedError("You declared an interest in this agency: someone else gives roles.")
    if not can_give(standing, role, agency):
        raise NotAllowedError(f"You cannot give the role “{TOLD[role].title}” here.")


def can_end(standing: Standing, held: RoleHeld) -> bool:
    """True where this person may end a role that someone else holds."""
    here = standing.partnership is not None and held.partnership_id == standing.partnership.pk
    own = standing.person is not None and held.person_id == standing.person.pk
    return here and not own and can_give(standing, Role(held.role), held.agency_id)


def check_end(standing: Standing, held: RoleHeld) -> None:
    """Raises NotAllowedError."""
    if not can_end(standing, held):
        raise NotAllowedError("You cannot end this role. Ask the business unit.")


def can_keep_interests(standing: Standing) -> bool:
    """True for those who see and end the interests that others declared."""
    return standing.holds(*KEEP_INTERESTS)


def check_declare(standing: Standing, person: int) -> None:
    """Raises NotAllowedError: people declare for themselves, or the business unit does."""
    own = standing.person is not None and standing.person.pk == person
    if not own and not can_keep_interests(standing):
        raise NotAllowedError("Only the business unit declares an interest for someone else.")


def check_end_interest(standing: Standing, person: int) -> None:
    """Raises NotAllowedError: whoever is kept from a matter does not let themselves in again."""
    own = standing.person is not None and standing.person.pk == person
    if own or not can_keep_interests(standing):
        raise NotAllowedError("Someone else in the business unit ends it, not the person it is of.")
