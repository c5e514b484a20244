"""Every read of people, roles and invitations, narrowed to what this person may see."""

import hashlib
from datetime import datetime

from django.db.models import F, Q, QuerySet

from goldenthread_site.accounts.models import Person
from goldenthread_site.barrier.asking import as_the_system
from goldenthread_site.directory.models import (
    Agency,
    Conflict,
    Invitation,
    Membership,
    RoleHeld,
    on,
)
from goldenthread_site.directory.people.matters import without_conflicts
from goldenthread_site.directory.people.permissions import can_keep_interests, leads, sees_everyone
from goldenthread_site.directory.standing import Standing


def roles(standing: Standing, *, past: bool = False) -> QuerySet[RoleHeld]:
    """Roles held in this partnership now or from a later day; with ``past``, ended ones too."""
    found = RoleHeld.objects.filter(partnership=standing.partnership)
    if not sees_everyone(standing):
        found = found.filter(agency__in=leads(standing))
    if not past:
        found = found.filter(Q(until__isnull=True) | Q(until__gte=standing.today))
    return found.select_related("person", "agency", "partnership").order_by(
        "person__name", "person_id", "pk"
    )


def people(standing: Standing, words: str = "", role: str = "") -> QuerySet[RoleHeld]:
    """The same, as far as name, address or agency hold these words and the role is this one."""
    found = roles(standing)
    if role:
        found = found.filter(role=role)
    for word in words.split():
        found = found.filter(
            Q(person__name__icontains=word)
            | Q(person__email__icontains=word)
            | Q(agency__name__icontains=word)
        )
    return found


def invitations(standing: Standing) -> QuerySet[Invitation]:
    """Those not yet accepted and not withdrawn, newest first; old ones can be sent again.

    First of all those whose letter could not be sent.
    """
    found = Invitation.objects.filter(
        partnership=standing.partnership, accepted__isnull=True, withdrawn__isnull=True
    )
    if not sees_everyone(standing):
        found = found.filter(agency__in=leads(standing))
    return found.select_related("agency", "invited_by", "partnership").order_by(
        F("sent").desc(nulls_first=True), "-pk"
    )


def person(standing: Standing, number: int) -> Person | None:
    """Someone of this partnership whom this person may know of."""
    seen = roles(standing, past=True).filter(person=number).values("person")
    return Person.objects.filter(pk__in=seen).first()


def agencies(standing: Standing) -> QuerySet[Agency]:
    """The agencies for which this person may give a role today."""
    here = Membership.objects.filter(on(standing.today), partnership=standing.partnership)
    found = without_conflicts(Agency.objects.filter(pk__in=here.values("agency")), standing)
    return found if sees_everyone(standing) else found.filter(pk__in=leads(standing))


@as_the_system("the link of an invitation")
def open_invitation(token: str, now: datetime) -> Invitation | None:
    """The invitation a link belongs to; None where it is used, withdrawn, too old or unknown."""
    digest = digest_of(token)
    return _usable(now).filter(digest=digest).first()


def open_invitations_for(email: str, now: datetime) -> QuerySet[Invitation]:
    """All that an address may accept."""
    return _usable(now).filter(email__iexact=email).order_by("pk")


def _usable(now: datetime) -> QuerySet[Invitation]:
    found = Invitation.objects.filter(
        accepted__isnull=True, withdrawn__isnull=True, expires__gt=now
    )
    return found.select_related("partnership", "agency", "invited_by")


def digest_of(token: str) -> str:
    """What is kept of a link's secret."""
    return hashlib.sha256(token.encode()).hexdigest()


def conflicts(standing: Standing, *, all_people: bool = False) -> QuerySet[Conflict]:
    """One's own declared interests; for those who keep them, everybody's of this partnership."""
    found = Conflict.objects.filter(Q(until__isnull=True) | Q(until__gte=standing.today))
    if all_people and can_keep_interests(standing):
        here = RoleHeld.objects.filter(partnership=standing.partnership).values("person")
        found = found.filter(person__in=here)
    else:
        found = found.filter(person=standing.person)
    return found.select_related("person").order_by("person__name", "since", "pk")
