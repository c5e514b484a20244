"""Begins a partnership with whoever sets it up, and says what it is: name, councils, colour."""

from collections.abc import Sequence
from datetime import date

from django.db import transaction
from django.utils.text import slugify

from goldenthread_site.accounts.models import Person
from goldenthread_site.accounts.refusal import RefusedError
from goldenthread_site.accounts.roles import TOLD, Role
from goldenthread_site.directory.models import Partnership, RoleHeld
from goldenthread_site.trail.acting import Acting
from goldenthread_site.trail.recording import record

# Whoever sets a partnership up lets people in and keeps its lists; either may be handed on later.
FIRST_ROLES = (Role.ADMINISTRATOR, Role.BUSINESS_UNIT)
_SLUG = 50  # as long as an address keeps it


@transaction.atomic
def begin_partnership(
    *, by: Acting, name: str, areas: Sequence[str], email: str, person_name: str, today: date
) -> tuple[Partnership, Person]:
    """A partnership, and its first person with both roles that set it up.

    Whoever has an account already keeps it; a new one cannot sign in until a password is chosen.
    Raises RefusedError where a partnership is called so already.
    """
    if Partnership.objects.filter(name__iexact=name).exists():
        raise RefusedError(f"{name} is here already: sign in to go on with it.")
    partnership = Partnership.objects.create(name=name, slug=_slug(name), areas=list(areas))
    person = Person.objects.filter(email__iexact=email.strip()).first()
    person = person or Person.objects.create_user(email, name=person_name.strip())
    record(
        by=by, action="partnership begun", about=partnership, partnership=partnership.pk, detail={}
    )
    for role in FIRST_ROLES:
        RoleHeld.objects.create(person=person, partnership=partnership, role=role, since=today)
        told = {"role": TOLD[role].title, "agency": None, "since": today.isoformat(), "until": None}
        record(by=by, action="role given", about=person, partnership=partnership.pk, detail=told)
    return partnership, person


@transaction.atomic
def describe_partnership(
    *,
    by: Acting,
    partnership: Partnership,
    name: str,
    areas: Sequence[str],
    colour: str,
    adults: str = "",
) -> Partnership:
    """Its name, its councils and its colour, and the adults’ partnership it is linked with.

    ``adults`` is a name: one that is known is linked, one that is not is made; empty links none.
    Raises RefusedError where another partnership has the name.
    """
    found = Partnership.objects.select_for_update().get(pk=partnership.pk)
    if Partnership.objects.filter(name__iexact=name).exclude(pk=found.pk).exists():
        raise RefusedError(f"Another partnership is called {name}.")
    told = {"from": found.name, "to": name, "areas": list(areas), "adults": adults}
    found.name, found.areas, found.colour = name, list(areas), colour
    found.save(update_fields=["name", "areas", "colour"])
    found.linked.set([_adults(adults)] if adults else [])
    record(by=by, action="partnership described", about=found, partnership=found.pk, detail=told)
    return found


def _adults(name: str) -> Partnership:
    kind = Partnership.Kind.ADULTS
    known = Partnership.objects.filter(name__iexact=name).first()
    if known is None:
        return Partnership.objects.create(name=name, slug=_slug(name), kind=kind)
    if known.kind != kind:
        raise RefusedError(f"{known.name} is a children’s partnership here, not an adults’ one.")
    return known


def _slug(name: str) -> str:
    """A short name for addresses that no other partnership has."""
    whole = slugify(name)
    short = whole.removesuffix("-safeguarding-children-partnership") or whole
    taken = set(Partnership.objects.values_list("slug", flat=True))
    for each in (short[:_SLUG], whole[:_SLUG]):
        if each and each not in taken:
            return each
    number = next(each for each in range(2, len(taken) + 3) if f"{short[:45]}-{each}" not in taken)
    return f"{short[:45]}-{number}"
