"""Every write about people: inviting, giving and ending roles, accepting, declared interests."""

import secrets
from datetime import date, timedelta

from django.db import transaction
from django.utils import timezone

from goldenthread_site.accounts.models import Person
from goldenthread_site.accounts.refusal import RefusedError
from goldenthread_site.accounts.roles import TOLD, Role
from goldenthread_site.barrier.asking import as_the_system
from goldenthread_site.directory.models import Agency, Invitation, RoleHeld
from goldenthread_site.directory.people import queries
from goldenthread_site.directory.people.permissions import check_end, check_give
from goldenthread_site.directory.people.rules import LASTS, check_spell
from goldenthread_site.directory.standing import Standing
from goldenthread_site.trail.acting import Acting
from goldenthread_site.trail.recording import record


@transaction.atomic
def let_in(
    *,
    by: Acting,
    standing: Standing,
    email: str,
    role: Role,
    agency: Agency | None,
    since: date,
    until: date | None,
) -> RoleHeld | tuple[Invitation, str]:
    """Give a role to whoever has this address: at once with an account, else by an invitation.

    Returns the role held, or the invitation with the secret of its link, which is kept nowhere.
    Raises RefusedError, NotAllowedError.
    """
    if standing.partnership is None:
        raise RefusedError("Choose a partnership first.")
    check_spell(role, for_agency=agency is not None, since=since, until=until)
    check_give(standing, role, agency.pk if agency else None, email)
    if agency and not queries.agencies(standing).filter(pk=agency.pk).exists():
        raise RefusedError(f"{agency.name} is not in {standing.partnership.name} today.")
    person = Person.objects.filter(email__iexact=email.strip()).first()
    if person is not None:
        held = RoleHeld(
            person=person,
            partnership=standing.partnership,
            agency=agency,
            role=role,
            since=since,
            until=until,
        )
        return _give(by, held)
    return _invite(by, standing, email, role, agency, since, until)


def _give(by: Acting, held: RoleHeld, invitation: Invitation | None = None) -> RoleHeld:
    same = RoleHeld.objects.select_for_update().filter(
        person=held.person, partnership=held.partnership, agency=held.agency, role=held.role
    )
    if any(each.until is None or each.until >= held.since for each in same):
        raise RefusedError(f"{held.person.name} holds this role already.")
    held.save()
    detail = {**_told(held), **({"invitation": invitation.pk} if invitation else {})}
    about = held.person
    record(by=by, action="role given", about=about, partnership=held.partnership_id, detail=detail)
    return held


def _invite(
    by: Acting,
    standing: Standing,
    email: str,
    role: Role,
    agency: Agency | None,
    since: date,
    until: date | None,
) -> tuple[Invitation, str]:
    open_one = queries.invitations(standing).filter(
        email__iexact=email.strip(), role=role, agency=agency
    )
    if open_one.exists():
        raise RefusedError("This address is invited to this role already. Send it again instead.")
    if standing.partnership is None or by.person is None:
        raise RefusedError("Only people invite, and to a partnership.")
    token, now = secrets.token_urlsafe(32), timezone.now()
    made = Invitation.objects.create(
        email=email.strip().lower(),
        partnership=standing.partnership,
        agency=agency,
        role=role,
        since=since,
        until=until,
        invited_by=by.person,
        digest=queries.digest_of(token),
        sent=now,
        expires=now + LASTS,
    )
    _note(by, "person invited", made)
    return made, token


@transaction.atomic
def send_again(*, by: Acting, standing: Standing, invitation: Invitation) -> str:
    """A new link for an invitation; the earlier one no longer works. Returns its secret."""
    found = _own(standing, invitation)
    token, now = secrets.token_urlsafe(32), timezone.now()
    found.digest, found.sent, found.expires = queries.digest_of(token), now, now + LASTS
    found.save(update_fields=["digest", "sent", "expires"])
    _note(by, "invitation sent again", found)
    return token


@transaction.atomic
def note_not_sent(*, by: Acting, standing: Standing, invitation: Invitation) -> None:
    """Its letter did not go, so that its link is known to nobody. It stays, to be sent again."""
    found = _own(standing, invitation)
    found.sent = None
    found.save(update_fields=["sent"])
    _note(by, "invitation not sent", found)


@transaction.atomic
def withdraw(*, by: Acting, standing: Standing, invitation: Invitation) -> None:
    """Its link no longer works. Raises RefusedError where it is no longer open."""
    found = _own(standing, invitation)
    found.withdrawn = timezone.now()
    found.save(update_fields=["withdrawn"])
    _note(by, "invitation withdrawn", found)


def _own(standing: Standing, invitation: Invitation) -> Invitation:
    """The invitation again, held until the transaction ends, if it is open and theirs to keep."""
    # Held by its own row only: PostgreSQL cannot hold what an outer join may not find.
    wanted = queries.invitations(standing).select_related(None).filter(pk=invitation.pk)
    found = wanted.select_for_update().first()
    if found is None:
        raise RefusedError("This invitation is no longer open.")
    check_give(standing, Role(found.role), found.agency_id, found.email)
    return found


@transaction.atomic
@as_the_system("whoever was invited comes in")
def accept(*, invitation: Invitation, name: str, password: str | None, where: str) -> Person:
    """Make the account of whoever was invited, with every role its address is invited to.

    Without a password they sign in by their organisation's account only. Raises RefusedError where
    the link was used, withdrawn or is too old by now.
    """
    email = invitation.email
    found = list(
        queries.open_invitations_for(email, timezone.now()).select_related(None).select_for_update()
    )
    if invitation.pk not in {each.pk for each in found}:
        raise RefusedError("This link no longer works. Ask whoever invited you for a new one.")
    if Person.objects.filter(email__iexact=email).exists():
        # The link proves less than a password does: it opens no account that is there already.
        raise RefusedError("This address has an account. Sign in, and ask to be given the role.")
    person = Person.objects.create_user(email, password, name=name.strip())
    by = Acting(person=person, where=where)
    now = timezone.now()
    for each in found:
        each.accepted, each.person = now, person
        each.save(update_fields=["accepted", "person"])
        _note(by, "invitation accepted", each)
        held = RoleHeld(
            person=person,
            partnership_id=each.partnership_id,
            agency_id=each.agency_id,
            role=each.role,
            since=each.since,
            until=each.until,
        )
        _give(by, held, each)
    return person


@transaction.atomic
def end_role(*, by: Acting, standing: Standing, held: RoleHeld, last: date, why: str) -> None:
    """End a role on a day. Raises NotAllowedError, RefusedError."""
    found = RoleHeld.objects.select_for_update().get(pk=held.pk)
    check_end(standing, found)
    if found.until is not None and found.until < standing.today:
        raise RefusedError("This role has ended already.")
    if last < found.since - timedelta(days=1):
        raise RefusedError("The last day is before the role began.")
    record(
        by=by,
        action="role ended",
        about=found.person,
        partnership=found.partnership_id,
        why=why,
        detail={**_told(found), "until": last.isoformat()},
    )
    if last < found.since:
        found.delete()  # it never began, so that nothing is left to show
        return
    found.until = last
    found.save(update_fields=["until"])


def _note(by: Acting, action: str, invitation: Invitation) -> None:
    record(
        by=by,
        action=action,
        about=invitation,
        partnership=invitation.partnership_id,
        detail=_told(invitation),
    )


def _told(spell: RoleHeld | Invitation) -> dict[str, str | None]:
    """What the trail keeps: the role, the agency by its name then, the time; no address."""
    return {
        "role": TOLD[Role(spell.role)].title,
        "agency": spell.agency.name if spell.agency else None,
        "since": spell.since.isoformat(),
        "until": spell.until.isoformat() if spell.until else None,
    }
