"""Opens an address only to those it names. An address that names nobody stays shut."""

from collections.abc import Callable
from typing import Any

from django.contrib.auth.views import redirect_to_login
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.http import urlencode

from goldenthread_site.accounts import second_factor
from goldenthread_site.accounts.kept import keeping
from goldenthread_site.accounts.opening import LIBRARY, Opening
from goldenthread_site.barrier.asking import Asker, asked_by
from goldenthread_site.directory.standing import standing_of


def opening_of(view: Callable[..., Any], name: str | None) -> Opening | None:
    """Who may open a view, as it says itself or as we say of the sign-in library's."""
    marked = getattr(view, "opening", None)
    return marked if isinstance(marked, Opening) else LIBRARY.get(name or "")


class OpenOnlyToThoseNamed:
    """Refuses before a view runs; someone not signed in is asked to sign in first."""

    def __init__(self, respond: Callable[[HttpRequest], HttpResponse]) -> None:
        self.respond = respond

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Say who is asking, once for the request."""
        standing = standing_of(request)
        request.standing = standing  # type: ignore[attr-defined]
        if standing.person is not None:
            asked_by(Asker(person=standing.person.pk))  # enough to find their roles by
        return self.respond(request)

    def process_view(
        self, request: HttpRequest, view: Callable[..., Any], args: Any, kwargs: Any
    ) -> HttpResponse | None:
        """None to go on, a refusal otherwise."""
        name = request.resolver_match.url_name if request.resolver_match else None
        opening = opening_of(view, name)
        standing = standing_of(request)
        answer = self._without_second_factor(request, name or "")
        asked_by(standing.asker)
        if answer:
            return answer
        if opening is not None and standing.may_open(opening):
            return None
        if standing.person is None:
            return redirect_to_login(keeping.way_back(request))
        return render(request, "design/refused.html", status=403)

    def _without_second_factor(self, request: HttpRequest, name: str) -> HttpResponse | None:
        """Where someone must go first whose roles need a second factor; None where all is well."""
        standing = standing_of(request)
        if standing.person is None or not standing.needs_second_factor:
            return None
        enrolled = second_factor.enrolled(standing.person)
        standing.held_back = not (enrolled and second_factor.shown_in(request, standing.person))
        if not standing.held_back or name in second_factor.OPEN_WITHOUT:
            return None
        back = keeping.way_back(request)
        if not enrolled:
            return redirect("mfa_index")
        asked = urlencode({"next": back})
        return redirect(f"{reverse('mfa_reauthenticate')}?{asked}")
