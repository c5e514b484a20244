"""Puts the example into an empty database. Every person in it is made up."""

from datetime import date, timedelta
from typing import NamedTuple

from django.db import transaction

from goldenthread_site.accounts.models import Person
from goldenthread_site.accounts.roles import TOLD, Role
from goldenthread_site.directory.models import (
    Agency,
    Group,
    Membership,
    Partnership,
    RoleHeld,
    Succession,
)

BEGAN = date(2019, 9, 29)  # when safeguarding partners took over from the earlier boards
PASSWORD = "golden-thread-example"  # noqa: S105  (of accounts that exist on one machine only)


class Body(NamedTuple):
    """An agency of the example."""

    name: str
    short_name: str
    sector: Agency.Sector
    standing: Membership.Standing
    footprint: tuple[str, ...]


_S, _M = Agency.Sector, Membership.Standing
LUTON = "821"
BEDFORDSHIRE = ("821", "822", "823")  # Luton, Bedford Borough, Central Bedfordshire
AGENCIES = (
    Body("Luton Council", "Council", _S.COUNCIL, _M.PARTNER, (LUTON,)),
    Body(
        "Bedfordshire, Luton and Milton Keynes Integrated Care Board",
        "ICB",
        _S.HEALTH,
        _M.PARTNER,
        (*BEDFORDSHIRE, "826"),
    ),
    Body("Bedfordshire Police", "Police", _S.POLICE, _M.PARTNER, BEDFORDSHIRE),
    Body(
        "Bedfordshire Hospitals NHS Foundation Trust",
        "Hospitals",
        _S.HEALTH,
        _M.RELEVANT,
        BEDFORDSHIRE,
    ),
    Body(
        "Cambridgeshire Community Services NHS Trust",
        "Community health",
        _S.HEALTH,
        _M.RELEVANT,
        BEDFORDSHIRE,
    ),
    Body("East London NHS Foundation Trust", "Mental health", _S.HEALTH, _M.RELEVANT, BEDFORDSHIRE),
    Body("Bedfordshire Fire and Rescue Service", "Fire", _S.OTHER, _M.RELEVANT, BEDFORDSHIRE),
    Body("Luton schools and colleges", "Education", _S.EDUCATION, _M.RELEVANT, (LUTON,)),
    Body("Bedfordshire Youth Justice Service", "Youth justice", _S.JUSTICE, _M.RELEVANT, (LUTON,)),
    Body("Probation Service, Bedfordshire", "Probation", _S.JUSTICE, _M.RELEVANT, BEDFORDSHIRE),
)
# Who came before the health board, each merged into the next: name, footprint and last day.
EARLIER = (
    (
        Body("Luton Clinical Commissioning Group", "Luton CCG", _S.HEALTH, _M.PARTNER, (LUTON,)),
        date(2021, 3, 31),
    ),
    (
        Body(
            "Bedfordshire, Luton and Milton Keynes Clinical Commissioning Group",
            "CCG",
            _S.HEALTH,
            _M.PARTNER,
            (*BEDFORDSHIRE, "826"),
        ),
        date(2022, 6, 30),
    ),
)
NEXT_DOOR = (
    Body("Bedford Borough Council", "Bedford Borough", _S.COUNCIL, _M.PARTNER, ("822",)),
    Body("Central Bedfordshire Council", "Central Beds", _S.COUNCIL, _M.PARTNER, ("823",)),
)
GROUPS = ("Executive", "Wider partnership", "Learning and improvement", "Data and performance")
# Whose role is held for an agency, and which.
FOR = {
    Role.COUNCIL_ANALYST: "Luton Council",
    Role.LEAD_PARTNER: "Luton Council",
    Role.DELEGATED_PARTNER: "Bedfordshire, Luton and Milton Keynes Integrated Care Board",
    Role.AGENCY_LEAD: "Bedfordshire Police",
    Role.AGENCY_CONTRIBUTOR: "Bedfordshire Police",
}


@transaction.atomic
def load_example(today: date) -> list[tuple[Role, str]]:
    """Make partnerships, agencies, groups and people; the roles with the address of each account.

    Does nothing where a partnership is there already, so that a trial goes on where it was left.
    """
    if not Partnership.objects.exists():
        luton = _partnerships()
        agencies = _agencies(luton)
        _people(luton, agencies, today)
    return [(role, _address(role)) for role in Role]


def _partnerships() -> Partnership:
    luton = Partnership.objects.create(
        name="Luton Safeguarding Children Partnership", slug="luton", areas=[LUTON]
    )
    Partnership.objects.create(
        name="Bedford Borough Safeguarding Children Partnership",
        slug="bedford-borough",
        areas=["822"],
        colour=Partnership.Colour.TEAL,
    )
    Partnership.objects.create(
        name="Central Bedfordshire Safeguarding Children Partnership",
        slug="central-bedfordshire",
        areas=["823"],
        colour=Partnership.Colour.GREEN,
    )
    adults = Partnership.objects.create(
        name="Luton Safeguarding Adults Board",
        slug="luton-adults",
        kind=Partnership.Kind.ADULTS,
        colour=Partnership.Colour.PLUM,
    )
    luton.linked.add(adults)
    Group.objects.bulk_create(Group(partnership=luton, name=each) for each in GROUPS)
    return luton


def _agencies(luton: Partnership) -> dict[str, Agency]:
    made: dict[str, Agency] = {}
    for body in (*AGENCIES, *NEXT_DOOR, *(each for each, _ in EARLIER)):
        made[body.name] = Agency.objects.create(
            name=body.name,
            short_name=body.short_name,
            sector=body.sector,
            footprint=list(body.footprint),
        )
    partnerships = list(Partnership.objects.filter(kind=Partnership.Kind.CHILDREN))
    for body in (*AGENCIES, *NEXT_DOOR):
        for each in partnerships:
            if set(each.areas) & set(body.footprint):
                Membership.objects.create(
                    partnership=each,
                    agency=made[body.name],
                    standing=body.standing,
                    since=BEGAN,
                )
    _succeed(made, luton)
    return made


def _succeed(made: dict[str, Agency], luton: Partnership) -> None:
    """The health board came of two that were there before it, the last one in mid-year."""
    since = BEGAN
    for (body, ended), after in zip(EARLIER, (EARLIER[1][0], AGENCIES[1]), strict=True):
        began = ended + timedelta(days=1)
        before, now = made[body.name], made[after.name]
        Agency.objects.filter(pk=before.pk).update(ended=ended)
        Agency.objects.filter(pk=now.pk).update(began=began)
        Membership.objects.create(
            partnership=luton, agency=before, standing=_M.PARTNER, since=since, until=ended
        )
        Succession.objects.create(
            predecessor=before, successor=now, on=began, how=Succession.How.MERGED
        )
        since = began
    Membership.objects.filter(agency=made[AGENCIES[1].name]).update(since=since)


def _address(role: Role) -> str:
    return f"{role.value.replace('_', '.')}@luton.example"


def _people(luton: Partnership, agencies: dict[str, Agency], today: date) -> None:
    for role in Role:
        person = Person.objects.create_user(
            _address(role), PASSWORD, name=f"{TOLD[role].title} (example)"
        )
        until = date(today.year + 1, today.month, 1) if TOLD[role].until else None
        RoleHeld.objects.create(
            person=person,
            partnership=luton,
            agency=agencies.get(FOR.get(role, "")),
            role=role,
            since=BEGAN,
            until=until,
        )
