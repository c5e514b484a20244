"""People of the site who are signed in for a test, with a second factor where they need one."""

import time
from datetime import date

from allauth.mfa.totp.internal.auth import TOTP, generate_totp_secret
from django.test import Client

from goldenthread_site.accounts.models import Person
from goldenthread_site.accounts.roles import Role
from goldenthread_site.directory.models import Agency, Partnership, RoleHeld
from goldenthread_site.directory.standing import Standing

BEGAN = date(2020, 1, 1)
HOW = "account_authentication_methods"  # where the sign-in library keeps how a session was opened
PASSWORD = "a made-up password"


def someone(
    *roles: Role,
    partnership: Partnership | None = None,
    agency: Agency | None = None,
    email: str = "",
) -> Person:
    """A person who holds these roles, in Luton's partnership unless another is named."""
    number = Person.objects.count() + 1
    person = Person.objects.create_user(
        email or f"person{number}@made-up.example", PASSWORD, name=f"Person {number}"
    )
    for role in roles:
        RoleHeld.objects.create(
            person=person,
            partnership=partnership or Partnership.objects.get(slug="luton"),
            agency=agency if role.told.for_agency else None,
            role=role,
            since=BEGAN,
        )
    return person


def standing(person: Person, today: date = date(2026, 11, 21), chosen: str = "") -> Standing:
    """What they are to the partnership on a day."""
    return Standing(person=person, today=today, chosen=chosen)


def sign_in(client: Client, person: Person, *, factor: bool = True, again: bool = False) -> Person:
    """Sign them in, with an app as their second factor; ``again``: they showed it this moment."""
    if factor:
        TOTP.activate(person, generate_totp_secret())
    client.force_login(person)
    session = client.session
    session[HOW + "_user"] = str(person.pk)
    session[HOW] = [
        {"method": "password", "at": time.time()},
        *([{"method": "mfa", "at": time.time(), "type": "totp"}] if factor else []),
        *([{"method": "password", "at": time.time(), "reauthenticated": True}] if again else []),
    ]
    session.save()
    return person
