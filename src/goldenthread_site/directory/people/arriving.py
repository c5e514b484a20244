"""Lets in whoever comes from their organisation's own accounts, if they were invited."""

from typing import Any

from allauth.account.adapter import get_adapter as account_adapter
from allauth.core.exceptions import ImmediateHttpResponse
from allauth.socialaccount.adapter import DefaultSocialAccountAdapter
from django.http import HttpRequest
from django.shortcuts import render
from django.utils import timezone

from goldenthread_site.accounts.models import Person
from goldenthread_site.barrier.asking import as_the_system
from goldenthread_site.directory.people import queries
from goldenthread_site.directory.people.actions import accept
from goldenthread_site.directory.signing_in import note_failed


class OnlyInvited(DefaultSocialAccountAdapter):
    """Nobody has an account because their organisation has one of them."""

    def is_open_for_signup(self, request: HttpRequest, sociallogin: Any) -> bool:
        """Never: an invitation is accepted below, before the library thinks of signing up."""
        return False

    def pre_social_login(self, request: HttpRequest, sociallogin: Any) -> None:
        """Find or make the account for the address; refuse an address that nobody invited."""
        if sociallogin.state.get("process") not in (None, "login"):
            raise ImmediateHttpResponse(_refused(request, "Accounts are not joined by hand."))
        if sociallogin.is_existing:
            return
        email = next((each.email for each in sociallogin.email_addresses if each.verified), "")
        if not email:
            raise ImmediateHttpResponse(
                _refused(request, "Your organisation did not vouch for your email address.")
            )
        person = Person.objects.filter(email__iexact=email).first()
        person = person or self._invited(request, email, sociallogin)
        if person is None:
            note_failed(request, None)
            reason = "There is no invitation for your address, or its time is over."
            raise ImmediateHttpResponse(_refused(request, reason))
        sociallogin.connect(request, person)

    def _invited(self, request: HttpRequest, email: str, sociallogin: Any) -> Person | None:
        with as_the_system("whether an address was invited"):
            invitation = queries.open_invitations_for(email, timezone.now()).first()
        if invitation is None:
            return None
        name = str(sociallogin.account.extra_data.get("userinfo", {}).get("name") or "").strip()
        where = account_adapter().get_client_ip(request)
        return accept(invitation=invitation, name=name or email, password=None, where=where)


def _refused(request: HttpRequest, reason: str) -> Any:
    page = "socialaccount/not_invited.html"
    return render(request, page, {"reason": reason}, status=403)
