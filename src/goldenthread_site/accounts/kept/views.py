"""A form whose token is out of date: its typing is given back where it is surely its sender’s."""

from urllib.parse import urlsplit

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.http import url_has_allowed_host_and_scheme

from goldenthread_site.accounts.kept import keeping
from goldenthread_site.accounts.models import Person


def form_expired(request: HttpRequest, reason: str = "") -> HttpResponse:
    """Back to the form with what was typed, for whoever has signed in again in another window.

    Only where the browser says that the form is one of this site’s own: nothing that another site
    sent in somebody’s name is shown to them as theirs.
    """
    person = request.user
    if isinstance(person, Person) and _from_here(request):
        page = keeping.page_of(request)
        if keeping.keep(request, person, urlsplit(page).path):
            keeping.remind(request, person)
            return redirect(page)
    return render(request, "design/form_expired.html", status=403)


def _from_here(request: HttpRequest) -> bool:
    """True where the browser names this site as where the form was sent from."""
    origin = request.headers.get("Origin", "")
    return url_has_allowed_host_and_scheme(
        origin, {request.get_host()}, require_https=request.is_secure()
    ) and bool(urlsplit(origin).netloc)
