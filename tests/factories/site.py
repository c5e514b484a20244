"""People of the site, made as a test needs them: ``a_person(luton, Role.BUSINESS_UNIT)``."""

from datetime import date
from itertools import count

from goldenthread_site.accounts.models import Person
from goldenthread_site.accounts.roles import Role
from goldenthread_site.directory.models import Agency, Partnership, RoleHeld

_NUMBERS = count(1)
LONG_AGO = date(2019, 9, 29)


def a_person(
    partnership: Partnership,
    *roles: Role,
    agency: Agency | None = None,
    password: str | None = None,
) -> Person:
    """Someone who holds these roles there, for ever so long."""
    number = next(_NUMBERS)
    person = Person.objects.create_user(
        f"person.{number}@luton.example", password, name=f"Person {number}"
    )
    for role in roles:
        RoleHeld.objects.create(
            person=person, partnership=partnership, agency=agency, role=role, since=LONG_AGO
        )
    return person
