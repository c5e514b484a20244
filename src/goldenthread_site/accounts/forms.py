"""The sign-in library's forms in our words; what they check is the library's."""

import json
from typing import Any

from allauth.account import forms as account
from allauth.core import context
from allauth.mfa.base import forms as mfa
from allauth.mfa.totp import forms as totp
from allauth.mfa.webauthn import forms as webauthn
from django import forms

from goldenthread_site.accounts.signals import locked_out

LONG_ENOUGH = "12 characters or more. Three words that have nothing to do with each other do well."
NO_PASSWORD = {"required": "Enter your password"}
NO_ADDRESS = {"required": "Enter your email address"}


def _said(field: forms.Field, label: str, hint: str = "", **errors: str) -> None:
    field.label, field.help_text = label, hint
    field.error_messages |= errors


def _code(field: forms.Field, hint: str) -> None:
    _said(field, "Code", hint, required="Enter the code")
    field.widget.attrs |= {"inputmode": "numeric", "autocomplete": "one-time-code"}


class SignIn(account.LoginForm):
    """An address and a password."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        _said(self.fields["login"], "Email address", **NO_ADDRESS)
        _said(self.fields["password"], "Password", **NO_PASSWORD)


class StillYou(account.ReauthenticateForm):
    """The password once more."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        _said(self.fields["password"], "Password", **NO_PASSWORD)


class ForgottenPassword(account.ResetPasswordForm):
    """Where to send the link."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        _said(self.fields["email"], "Email address", **NO_ADDRESS)


class NewPassword(account.ResetPasswordKeyForm):
    """Asked once: the button beside it shows what was typed."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        del self.fields["password2"]
        _said(self.fields["password1"], "New password", LONG_ENOUGH, required="Enter a password")


class ChangePassword(account.ChangePasswordForm):
    """The old one and the new one."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        del self.fields["password2"]
        _said(self.fields["oldpassword"], "The password you have now", **NO_PASSWORD)
        _said(self.fields["password1"], "New password", LONG_ENOUGH, required="Enter a password")


class _Limited(mfa.BaseAuthenticateForm):
    """Tells others when too many codes were wrong."""

    def clean_code(self) -> Any:
        """The code, checked by the library."""
        try:
            return super().clean_code()
        except forms.ValidationError as wrong:
            if wrong.code == "too_many_login_attempts":
                locked_out.send(type(self), request=context.request, person=self.user)
            raise


class Code(_Limited, mfa.AuthenticateForm):
    """The second factor while signing in."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        _code(self.fields["code"], "Six figures from your app, or one of your recovery codes.")


class CodeAgain(_Limited, mfa.ReauthenticateForm):
    """The second factor once more."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        _code(self.fields["code"], "Six figures from your app, or one of your recovery codes.")


class AddApp(totp.ActivateTOTPForm):
    """The first code, which shows that the app has the key."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        _code(self.fields["code"], "Six figures from your app.")


class PasskeyAnswer(json.JSONDecoder):
    """Reads what a browser says of a passkey. Brackets within brackets without end are no answer,
    and no error of ours."""

    def decode(self, s: str, *args: Any) -> Any:
        """The answer. Raises JSONDecodeError for what is none."""
        try:
            return super().decode(s, *args)
        except RecursionError as deep:
            raise json.JSONDecodeError("Nested too deep", s[:20], 0) from deep


def _answer() -> forms.JSONField:
    return forms.JSONField(widget=forms.HiddenInput, decoder=PasskeyAnswer)


class SignInWithPasskey(webauthn.LoginWebAuthnForm):
    """A passkey in place of address and password."""

    credential = _answer()


class PasskeyAsFactor(webauthn.AuthenticateWebAuthnForm):
    """A passkey as the second factor."""

    credential = _answer()


class PasskeyAgain(webauthn.ReauthenticateWebAuthnForm):
    """The passkey once more."""

    credential = _answer()


class AddPasskey(webauthn.AddWebAuthnForm):
    """A name to know the passkey by, and whether it stands in for the password too."""

    credential = _answer()

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.initial["name"] = ""
        _said(self.fields["name"], "What to call it", "For example: work laptop.")
        _said(
            self.fields["credential"],
            "Passkey",
            required="No passkey was made. Press “Add the passkey” and do what your browser asks.",
        )
        self.fields["passwordless"].initial = True
        _said(self.fields["passwordless"], "Let it stand in for my password too")


class RenamePasskey(webauthn.EditWebAuthnForm):
    """Another name for it."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        _said(self.fields["name"], "What to call it", required="Enter a name")
