"""One's own account, and the roles there are."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from goldenthread_site.accounts.opening import open_to_everyone, open_to_members
from goldenthread_site.accounts.roles import TOLD


@open_to_members
def account(request: HttpRequest) -> HttpResponse:
    """What this person holds, and how they sign in."""
    return render(request, "accounts/account.html")


@open_to_everyone
def roles(request: HttpRequest) -> HttpResponse:
    """Every role and what it is for."""
    return render(request, "accounts/roles.html", {"roles": TOLD.values()})
