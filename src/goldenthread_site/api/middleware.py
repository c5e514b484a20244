"""Lets a program in by the token in its Authorization header, and nothing else.

At the API's addresses a session counts for nothing: whoever is signed in there is nobody.
"""

import base64
import binascii
from collections.abc import Callable
from typing import Any

from django.http import HttpRequest, HttpResponse, JsonResponse
from django.utils import timezone

from goldenthread_site.accounts import second_factor
from goldenthread_site.api import actions, queries
from goldenthread_site.api.standing import TokenStanding
from goldenthread_site.api.v1.addresses import NAMESPACE
from goldenthread_site.barrier.asking import Asker, asked_by
from goldenthread_site.directory.middleware import opening_of
from goldenthread_site.trail.acting import Acting

_READING = ("GET", "HEAD", "OPTIONS")


class ByToken:
    """Stands before the one that opens addresses: it answers a program in JSON, never by a page."""

    def __init__(self, respond: Callable[[HttpRequest], HttpResponse]) -> None:
        self.respond = respond

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Nothing to do before the address is known."""
        return self.respond(request)

    def process_view(
        self, request: HttpRequest, view: Callable[..., Any], args: Any, kwargs: Any
    ) -> HttpResponse | None:
        """None to go on with the token's standing, a refusal otherwise."""
        match = request.resolver_match
        if match is None or NAMESPACE not in match.namespaces:
            return None
        token = queries.shown(secret_in(request.headers.get("Authorization", "")))
        today = timezone.localdate()
        if token is None or token.ended_at is not None or token.last_day < today:
            return _unknown()
        standing = TokenStanding(person=token.person, today=today, path=request.path)
        standing.token = token
        asked_by(Asker(person=token.person_id))
        request.standing = standing  # type: ignore[attr-defined]
        opening = opening_of(view, None)
        asked_by(standing.asker)
        if refusal := _refusal(standing):
            return _refused(refusal, 403)
        if opening is None or not standing.may_open(opening):
            return _refused("The roles of this token’s owner do not open this address.", 403)
        if request.method not in _READING:
            return _refused("This API is for reading: ask with GET.", 405)
        by = Acting(person=token.person, where=request.META.get("REMOTE_ADDR", ""))
        actions.note_use(by=by, token=token, today=today)
        return None


def secret_in(header: str) -> str:
    """The token in a header: after Bearer, or as the password of Basic (Excel and Power BI)."""
    scheme, _, given = header.partition(" ")
    given = given.strip()
    if scheme.lower() == "bearer":
        return given
    if scheme.lower() == "basic":
        try:
            return base64.b64decode(given, validate=True).decode().partition(":")[2]
        except (binascii.Error, UnicodeDecodeError):
            return ""
    return ""


def _refusal(standing: TokenStanding) -> str:
    """Why its owner may read nothing at all; empty where that is not so."""
    person, token = standing.person, standing.token
    if person is None or not person.is_active:
        return "The account of this token’s owner is closed."
    if standing.partnership is None:
        return f"This token’s owner holds no role in {token.partnership.name} any more."
    if standing.owner_needs_second_factor and not second_factor.enrolled(person):
        return "This token’s owner needs a second factor: add one, and the token reads again."
    return ""


def _unknown() -> HttpResponse:
    answer = _refused(
        "Send a token in the Authorization header. This one is not known, has ended or is past its"
        " last day, or none was sent: make one at Your account, Tokens.",
        401,
    )
    # Excel and Power BI ask for a name and a password where they are offered this.
    answer["WWW-Authenticate"] = 'Basic realm="Golden Thread: the token is the password"'
    return answer


def _refused(why: str, status: int) -> HttpResponse:
    answer = JsonResponse({"detail": why}, status=status, json_dumps_params={"ensure_ascii": False})
    answer["Cache-Control"] = "private, no-store"
    return answer
