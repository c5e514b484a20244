"""Keeps what was sent without a session, sealed, until whoever sent it has signed in again.

Whose it is comes from a signed cookie that says who was last signed in in this browser; without
one nothing is kept. It never holds files, passwords, or anything sent to the pages of signing in.
"""

import json
from dataclasses import dataclass
from datetime import timedelta
from urllib.parse import urlsplit

from django.http import HttpRequest, HttpResponse
from django.utils import timezone

from goldenthread_site.accounts.models import KeptTyping, Person
from goldenthread_site.accounts.opening import LIBRARY
from goldenthread_site.accounts.sealing import SealError, seal, unseal
from goldenthread_site.barrier.asking import Asker, as_the_system, asking

LASTS = timedelta(hours=1)
MOST = 500_000  # characters: rows pasted from a large spreadsheet
AT_ONCE = 5  # forms of one person, open beside one another
WAITING = "typing kept"  # where the session says for which pages something is kept
COOKIE, REMEMBERED = "last-here", 24 * 60 * 60
_LONGEST_WAY = 2000  # characters; no address of ours is as long, and no redirect may be much longer
_SECRET = ("password", "secret", "credential", "token")


@dataclass(frozen=True, slots=True)
class Typing:
    """What was typed, by the names of its fields; ``files``: some were chosen and not kept."""

    fields: dict[str, list[str]]
    files: bool


def way_back(request: HttpRequest) -> str:
    """Where to go after signing in: what was asked for, or the page whose form was sent."""
    if request.method in ("GET", "HEAD"):
        asked = request.get_full_path()
        return asked if len(asked) <= _LONGEST_WAY else "/"
    page = page_of(request)
    here = request.user if isinstance(request.user, Person) else None
    person = here or last_here(request)
    if person is not None and keep(request, person, urlsplit(page).path) and here:
        remind(request, here)  # who is asked for a second factor has a session already
    return page


def keep(request: HttpRequest, person: Person, page: str) -> bool:
    """Keep what this request sent, for this person; False where it is not to be kept."""
    name = request.resolver_match.url_name if request.resolver_match else None
    by_script = request.headers.get("Sec-Fetch-Mode", "navigate") != "navigate"
    if request.method != "POST" or name in LIBRARY or by_script or "HX-Request" in request.headers:
        return False
    fields = {
        name: request.POST.getlist(name)
        for name in request.POST
        if name != "csrfmiddlewaretoken" and not any(each in name.lower() for each in _SECRET)
    }
    written = json.dumps({"fields": fields, "files": bool(request.FILES)})
    if not fields or len(written) > MOST:
        return False
    _forget_old()
    with asking(Asker(person=person.pk)):
        KeptTyping.objects.update_or_create(
            person=person,
            path=request.path[:500],
            defaults={
                "page": page[:500],
                "sealed": seal(written),
                "until": timezone.now() + LASTS,
            },
        )
        newest = KeptTyping.objects.filter(person=person).order_by("-until", "-pk")
        KeptTyping.objects.filter(pk__in=[each.pk for each in newest[AT_ONCE:]]).delete()
    request.typing_kept = True  # type: ignore[attr-defined]
    return True


@as_the_system("what was kept for its hour goes")
def _forget_old() -> None:
    KeptTyping.objects.filter(until__lt=timezone.now()).delete()


def remind(request: HttpRequest, user: Person, **more: object) -> None:
    """Heard as someone signs in: their session learns which pages something is kept for."""
    _forget_old()
    with asking(Asker(person=user.pk)):
        found = list(KeptTyping.objects.filter(person=user).values_list("page", "path"))
    if found:
        request.session[WAITING] = [list(each) for each in found]


def waiting(request: HttpRequest) -> list[list[str]]:
    """Pages and where their forms go, for which something is kept; none for most sessions."""
    found: list[list[str]] = request.session.get(WAITING, [])
    return found


def kept_for(request: HttpRequest) -> tuple[str, Typing] | None:
    """What is kept for this page and this person, with where its form goes."""
    person = request.user
    if not isinstance(person, Person) or request.path not in {page for page, _ in waiting(request)}:
        return None
    found = (
        KeptTyping.objects.filter(person=person, page=request.path, until__gte=timezone.now())
        .order_by("-until")
        .first()
    )
    if found is None:
        return None
    try:
        return found.path, Typing(**json.loads(unseal(found.sealed)))
    except SealError:
        return None  # sealed under a key that has gone meanwhile


def forget(request: HttpRequest) -> None:
    """The form was sent again: what was kept of it has done its work."""
    if not isinstance(request.user, Person) or getattr(request, "typing_kept", False):
        return
    left = [each for each in waiting(request) if each[1] != request.path]
    if len(left) != len(waiting(request)):
        KeptTyping.objects.filter(person=request.user, path=request.path).delete()
        request.session[WAITING] = left


def last_here(request: HttpRequest) -> Person | None:
    """Who was last signed in in this browser, within a day, and did not sign out."""
    number = request.get_signed_cookie(COOKIE, default="", salt=COOKIE, max_age=REMEMBERED)
    return Person.objects.filter(pk=number, is_active=True).first() if number else None


def remember(request: HttpRequest, response: HttpResponse) -> None:
    """Let the browser know who is signed in; whoever signs out is forgotten at once."""
    known = request.get_signed_cookie(COOKIE, default="", salt=COOKIE, max_age=REMEMBERED)
    here = str(request.user.pk) if request.user.is_authenticated else ""
    if here and known != here:
        response.set_signed_cookie(
            COOKIE,
            here,
            salt=COOKIE,
            max_age=REMEMBERED,
            httponly=True,
            secure=request.is_secure(),
            samesite="Lax",
        )
    elif known and not here and _signing_out(request):
        response.delete_cookie(COOKIE, samesite="Lax")


def _signing_out(request: HttpRequest) -> bool:
    return request.method == "POST" and getattr(request.resolver_match, "url_name", "") == (
        "account_logout"
    )


def page_of(request: HttpRequest) -> str:
    """The page of this site that a form was sent from, or where it was sent to."""
    try:
        came = urlsplit(request.headers.get("Referer", "")[:_LONGEST_WAY])
    except ValueError:  # what stands there is no address
        return request.get_full_path()
    here = came.netloc == request.get_host()
    if here and len(came.path) > 1 and not came.path.startswith("//"):
        return came.path + (f"?{came.query}" if came.query else "")
    return request.get_full_path()
