"""Takes away someone's second factors, for whoever has lost their telephone and their codes."""

from allauth.mfa.models import Authenticator
from django.db import transaction

from goldenthread_site.accounts.models import Person
from goldenthread_site.accounts.refusal import NotAllowedError, RefusedError
from goldenthread_site.accounts.roles import Role
from goldenthread_site.barrier.asking import as_the_system
from goldenthread_site.directory.models import RoleHeld, on
from goldenthread_site.directory.people.permissions import can_give
from goldenthread_site.directory.standing import Standing
from goldenthread_site.trail.acting import Acting
from goldenthread_site.trail.recording import record


def can_take_away(standing: Standing, person: Person) -> bool:
    """True for those who could give every role the person holds anywhere, and are someone else.

    Whoever holds a role in another partnership too is helped where they could be let in to both.
    """
    if standing.person is None or standing.person.pk == person.pk:
        return False
    with as_the_system("whether somebody works elsewhere too"):
        held = list(RoleHeld.objects.filter(on(standing.today), person=person))
    here = standing.partnership.pk if standing.partnership else None
    return bool(held) and all(
        each.partnership_id == here and can_give(standing, Role(each.role), each.agency_id)
        for each in held
    )


@transaction.atomic
def take_away(*, by: Acting, standing: Standing, person: Person, why: str) -> None:
    """They sign in with their password alone and add another. Raises RefusedError."""
    if not can_take_away(standing, person):
        raise NotAllowedError("You cannot take away this person’s second factor.")
    number, _ = Authenticator.objects.filter(user=person).delete()
    if not number:
        raise RefusedError("This person has no second factor.")
    record(
        by=by,
        action="second factor taken away",
        about=person,
        partnership=standing.partnership.pk if standing.partnership else None,
        why=why,
    )
