"""How the sign-in library works here: nobody makes an account for themselves."""

from typing import Any, ClassVar

from allauth.account.adapter import DefaultAccountAdapter
from allauth.core import context as asking
from allauth.mfa.adapter import DefaultMFAAdapter
from django.contrib.sites.shortcuts import get_current_site
from django.core.exceptions import ValidationError
from django.http import HttpRequest

from goldenthread_site.accounts.letters import post
from goldenthread_site.accounts.models import Person
from goldenthread_site.accounts.sealing import seal, unseal
from goldenthread_site.accounts.signals import locked_out, sign_in_failed


class ByInvitation(DefaultAccountAdapter):
    """People are invited; the library's own way of signing up is closed."""

    error_messages: ClassVar[dict[str, Any]] = DefaultAccountAdapter.error_messages | {
        "account_inactive": "This account is closed. Ask the business unit of your partnership",
        "email_password_mismatch": "The email address or the password is not right",
        "enter_current_password": "This is not the password you have now",
        "incorrect_password": "The password is not right",
        "incorrect_code": "The code is not right, or its time is over. Enter the one shown now",
        "invalid_password_reset": "This link no longer works. Ask for a new one",
        "too_many_login_attempts": (
            "There have been too many attempts that failed. Wait 15 minutes, then try again"
        ),
        "rate_limited": "There have been too many attempts. Wait a minute, then try again",
    }

    def is_open_for_signup(self, request: HttpRequest) -> bool:
        """Never."""
        return False

    def populate_username(self, request: HttpRequest, user: Any) -> None:
        """There are no user names."""

    def pre_authenticate(self, request: HttpRequest, **credentials: Any) -> None:
        """Refused for a while after too many failures, which others are told of."""
        try:
            super().pre_authenticate(request, **credentials)
        except ValidationError:
            locked_out.send(type(self), request=request, person=self._meant(credentials))
            raise

    def authentication_failed(self, request: HttpRequest, **credentials: Any) -> None:
        """Others are told whose account it was, if it was anyone's."""
        sign_in_failed.send(type(self), request=request, person=self._meant(credentials))

    def _meant(self, credentials: dict[str, Any]) -> Person | None:
        """Whose address was typed."""
        email = str(credentials.get("email", ""))
        return Person.objects.filter(email__iexact=email).first() if email else None

    def send_mail(self, template_prefix: str, email: str, context: dict[str, Any]) -> None:
        """The library’s letters, by the way of all letters. The page is the same where one did not
        go, since another page would tell a stranger that the address has an account."""
        request = asking.request
        known = {"request": request, "email": email, "current_site": get_current_site(request)}
        post(self.render_mail(template_prefix, email, known | context))

    def format_email_subject(self, subject: str) -> str:
        """What it is about, and from where."""
        return f"{subject} – Golden Thread"


class SecondFactors(DefaultMFAAdapter):
    """Passkeys and apps name the site, not the machine it runs on."""

    error_messages: ClassVar[dict[str, Any]] = DefaultMFAAdapter.error_messages | {
        "incorrect_code": "The code is not right, or its time is over. Enter the one shown now",
    }

    def encrypt(self, text: str) -> str:
        """What codes are made from is sealed before it is kept."""
        return seal(text)

    def decrypt(self, encrypted_text: str) -> str:
        """Opened again, to check a code. Raises SealError where its key is missing."""
        return unseal(encrypted_text)

    def generate_authenticator_name(self, user: Any, type: Any) -> str:
        """A name for a passkey that was given none."""
        from allauth.mfa.models import Authenticator

        number = Authenticator.objects.filter(user_id=user.pk, type=type).count() + 1
        return f"Passkey {number}"

    def get_public_key_credential_rp_entity(self) -> dict[str, str]:
        """The name that a browser shows."""
        return super().get_public_key_credential_rp_entity() | {"name": "Golden Thread"}
