"""Puts on the trail who signed in and out, who failed to, and what became of their ways in.

Heard from the sign-in library, whose own writes come first: it tells of what is done already. A
line stands in every partnership in which the person holds a role, so that its business unit reads
it; an attempt with an address that nobody has is a line of the site, which every one may read.
"""

from collections.abc import Callable
from typing import Any

from allauth.account import signals as account
from allauth.account.authentication import get_authentication_records
from allauth.mfa import signals as mfa
from django.contrib.auth.signals import user_logged_out
from django.core.cache import cache
from django.db import models, transaction
from django.dispatch import Signal
from django.http import HttpRequest
from django.utils import timezone

from goldenthread_site.accounts import signals as ours
from goldenthread_site.accounts.models import Person
from goldenthread_site.barrier.asking import as_the_system
from goldenthread_site.directory.models import RoleHeld, on
from goldenthread_site.trail.acting import Acting
from goldenthread_site.trail.models import Head
from goldenthread_site.trail.recording import record

_AT_THE_DOOR = "sign-in page"  # acts where nobody has shown yet who they are
_ONE_LINE_FOR = 15 * 60  # seconds: as long as a lock-out lasts


@transaction.atomic
def note(
    action: str, person: Person | None, *, by: Acting, detail: dict[str, Any] | None = None
) -> None:
    """Write it down wherever the person works; once, for nobody’s partnership, where nowhere."""
    here: list[int] = []
    if person is not None:
        held = RoleHeld.objects.filter(on(timezone.localdate()), person=person)
        with as_the_system("where somebody works who is at the door"):
            here = sorted(set(held.values_list("partnership_id", flat=True)))
    about: models.Model = person if person is not None else Head(pk=1)
    places: list[int | None] = [*here] or [None]
    for partnership in places:
        record(by=by, action=action, about=about, partnership=partnership, detail=detail)


def where(request: HttpRequest | None) -> str:
    """The address a request came from; nothing where there was none."""
    return request.META.get("REMOTE_ADDR", "") if request is not None else ""


def _signed_in(request: HttpRequest, user: Person, **more: Any) -> None:
    shown = get_authentication_records(request, user)
    detail = {"by": sorted({each.get("type") or each["method"] for each in shown})}
    note("signed in", user, by=Acting(person=user, where=where(request)), detail=detail)


def _signed_out(request: HttpRequest, user: Person | None, **more: Any) -> None:
    if user is not None:  # nobody was signed in
        note("signed out", user, by=Acting(person=user, where=where(request)))


def note_failed(request: HttpRequest, person: Person | None, **more: Any) -> None:
    """Somebody did not get in, whose address or code nobody knows to be theirs."""
    action = "sign-in failed" if person else "unknown address tried"
    note(action, person, by=Acting(job=_AT_THE_DOOR, where=where(request)))


def _locked_out(request: HttpRequest, person: Person | None, **more: Any) -> None:
    """One line for as long as it lasts, however often they try meanwhile."""
    place = where(request)
    if cache.add(f"locked-out:{person.pk if person else place}", True, _ONE_LINE_FOR):
        action = "locked out" if person else "unknown address locked out"
        note(action, person, by=Acting(job=_AT_THE_DOOR, where=place))


def _code_failed(request: HttpRequest, user: Person, **more: Any) -> None:
    note_failed(request, user)


def _changed(action: str) -> Callable[..., None]:
    def heard(request: HttpRequest, user: Person, **more: Any) -> None:
        note(action, user, by=Acting(person=user, where=where(request)))

    return heard


def _factor(action: str) -> Callable[..., None]:
    def heard(request: HttpRequest, user: Person, authenticator: Any, **more: Any) -> None:
        by = Acting(person=user, where=where(request))
        note(action, user, by=by, detail={"kind": str(authenticator.type)})

    return heard


HEARD: tuple[tuple[Signal, Callable[..., None]], ...] = (
    (account.user_logged_in, _signed_in),
    (user_logged_out, _signed_out),
    (ours.sign_in_failed, note_failed),
    (ours.locked_out, _locked_out),
    (mfa.authentication_failed, _code_failed),
    (account.password_changed, _changed("password changed")),
    (account.password_set, _changed("password set")),
    (account.password_reset, _changed("password reset by letter")),
    (mfa.authenticator_added, _factor("second factor added")),
    (mfa.authenticator_removed, _factor("second factor removed")),
    (mfa.authenticator_reset, _factor("recovery codes made anew")),
)


def listen() -> None:
    """Hear of all of it, for as long as the site runs."""
    for signal, heard in HEARD:
        signal.connect(heard, weak=False, dispatch_uid="trail of signing in")
