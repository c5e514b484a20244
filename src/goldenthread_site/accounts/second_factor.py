"""Whether a session was opened with a second factor, and what is open without one.

Some roles can see children's records. Who holds one and has no second factor is sent to add one,
and sees nothing else of the site until then.
"""

from typing import Any

from allauth.account.authentication import get_authentication_records
from allauth.account.internal.flows.login import record_authentication
from allauth.mfa.models import Authenticator
from django.http import HttpRequest

from goldenthread_site.accounts.models import Person

FACTORS = (Authenticator.Type.TOTP, Authenticator.Type.WEBAUTHN)

# What someone needs who is adding a second factor or leaving, and the pages in every footer.
OPEN_WITHOUT = frozenset(
    {
        "accessibility",
        "roles",
        "account_logout",
        "account_reauthenticate",
        "mfa_reauthenticate",
        "mfa_reauthenticate_webauthn",
        "mfa_index",
        "mfa_activate_totp",
        "mfa_add_webauthn",
        "mfa_list_webauthn",
    }
)


def enrolled(person: Person) -> bool:
    """True where they have an app or a passkey."""
    return Authenticator.objects.filter(user=person, type__in=FACTORS).exists()


def shown_in(request: HttpRequest, person: Person) -> bool:
    """True where this session was opened with one: another of the same person's may not be."""
    records = get_authentication_records(request, person)
    return any(record.get("method") == "mfa" for record in records)


def remember_adding(request: HttpRequest, user: Person, authenticator: Any, **more: Any) -> None:
    """Whoever has this moment added a factor has shown it: the library does not count that."""
    if authenticator.type in FACTORS:
        record_authentication(request, user, method="mfa", type=authenticator.type)
