"""Requests and returns of the site as a test needs them, made by the actions people use."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from itertools import count

from goldenthread.nouns import Period
from goldenthread_site.accounts.models import Person
from goldenthread_site.accounts.roles import Role
from goldenthread_site.directory.models import Agency, Membership, Partnership, RoleHeld
from goldenthread_site.directory.standing import Standing
from goldenthread_site.returns import actions, checks
from goldenthread_site.returns.models import DataRequest, Return
from goldenthread_site.trail.acting import Acting

LONG_AGO = date(2019, 9, 29)
_NUMBERS = count(1)
TODAY = date(2026, 11, 20)
QUARTER = Period.parse("2026-27 Q2")
ANSWERS = {
    "notices": "412",
    "notices_domestic_abuse": "171",
    "notices_missing": "64",
    "notices_exploitation": "nil",
    "domestic_abuse_incidents": "388",
    "powers_of_protection": "not known",
    "exploitation_panel": "refused",
}


@dataclass
class Someone:
    """A person, and the two ways in which actions are told of them."""

    person: Person
    today: date = TODAY

    @property
    def by(self) -> Acting:
        return Acting(person=self.person)

    @property
    def standing(self) -> Standing:
        return Standing(self.person, self.today)

    @property
    def both(self) -> dict[str, Acting | Standing]:
        return {"by": self.by, "standing": self.standing}


@dataclass
class Town:
    """A partnership with two agencies and the people a return passes through."""

    luton: Partnership
    police: Agency
    fire: Agency
    analyst: Someone
    contributor: Someone
    lead: Someone

    def ask(
        self, template: str = "police", agency: Agency | None = None, **more: str
    ) -> DataRequest:
        given = {"period": QUARTER.code, "footprint": "821", "due": date(2026, 11, 30)} | more
        return checks.ask(
            **self.analyst.both, agency=agency or self.police, template=template, **given
        )

    def draft(self, asked: DataRequest, typed: Mapping[str, str] = ANSWERS) -> Return:
        sent = actions.begin(**self.contributor.both, asked=asked)
        return actions.save(**self.contributor.both, sent=sent, typed=typed)

    def submitted(self, asked: DataRequest, typed: Mapping[str, str] = ANSWERS) -> Return:
        return actions.submit(**self.contributor.both, sent=self.draft(asked, typed))

    def signed(self, asked: DataRequest, typed: Mapping[str, str] = ANSWERS) -> Return:
        sent = self.submitted(asked, typed)
        return actions.sign(**self.lead.both, sent=sent, post="Head of safeguarding")

    def accepted(self, asked: DataRequest, typed: Mapping[str, str] = ANSWERS) -> Return:
        return checks.accept(**self.analyst.both, sent=self.signed(asked, typed))

    def someone(self, role: Role, agency: Agency | None = None) -> Someone:
        return Someone(a_person(self.luton, role, agency=agency))


def a_person(partnership: Partnership, role: Role, agency: Agency | None = None) -> Person:
    """Someone who holds this role there, for ever so long."""
    number = next(_NUMBERS)
    person = Person.objects.create_user(f"sender.{number}@luton.example", name=f"Sender {number}")
    RoleHeld.objects.create(
        person=person, partnership=partnership, agency=agency, role=role, since=LONG_AGO
    )
    return person


def a_town() -> Town:
    """Make it, from nothing."""
    luton = Partnership.objects.create(name="Luton", slug="luton", areas=["821"])
    made = {}
    for name, sector in (("Bedfordshire Police", "police"), ("Fire service", "other")):
        made[sector] = Agency.objects.create(
            name=name, short_name=name.split()[-1], sector=sector, footprint=["821", "822"]
        )
        Membership.objects.create(
            partnership=luton, agency=made[sector], standing="partner", since=LONG_AGO
        )
    police = made["police"]
    return Town(
        luton,
        police,
        made["other"],
        Someone(a_person(luton, Role.ANALYST)),
        Someone(a_person(luton, Role.AGENCY_CONTRIBUTOR, agency=police)),
        Someone(a_person(luton, Role.AGENCY_LEAD, agency=police)),
    )
