"""Asks people to show that it is still them before personal data leaves the site."""

import time
from collections.abc import Callable
from functools import wraps
from typing import Any, TypeVar

from allauth.account.authentication import get_authentication_records
from allauth.account.decorators import reauthentication_required
from allauth.account.internal.flows.reauthentication import get_reauthentication_flows
from django.conf import settings
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils.http import urlencode

from goldenthread_site.accounts.models import Person
from goldenthread_site.accounts.single_sign_on import SingleSignOn

View = TypeVar("View", bound=Callable[..., HttpResponse])


def shown_again(view: View) -> View:
    """Let through whoever has signed in again within the last quarter of an hour.

    Others are asked for their password, code or passkey first, and then come back to the address
    they wanted, with what they had sent. Use it below ``open_to`` on every view by which personal
    data leaves: a file, an export, a person's own data.
    """

    @wraps(view)
    def asked(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        if _knows_only_their_organisation(request) and not _came_lately(request):
            return _through_their_organisation(request)
        return checked(request, *args, **kwargs)

    checked = reauthentication_required(app="goldenthread_site.accounts")(view)
    return asked  # type: ignore[return-value]


def _knows_only_their_organisation(request: HttpRequest) -> bool:
    """True for someone with no password and no second factor here."""
    return isinstance(request.user, Person) and not get_reauthentication_flows(request.user)


def _came_lately(request: HttpRequest) -> bool:
    came = [each["at"] for each in get_authentication_records(request, request.user)]
    return bool(came) and time.time() - max(came) < settings.ACCOUNT_REAUTHENTICATION_TIMEOUT


def _through_their_organisation(request: HttpRequest) -> HttpResponse:
    """Sign in there again, its password asked for anew, and come back."""
    asked = {"process": "login", "next": request.get_full_path(), "auth_params": "prompt=login"}
    address = reverse("openid_connect_login", kwargs={"provider_id": SingleSignOn.NAME})
    return HttpResponseRedirect(f"{address}?{urlencode(asked)}")
