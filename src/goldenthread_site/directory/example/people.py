"""Posts held for a time, lay members, schools, and what is shared with the partnerships next door.

Everyone is made up. So is each school: its URN begins with nought, as no school’s in the register
does (theirs begin with 1 in England, 4 in Wales).
"""

from datetime import date
from importlib.resources import files

from django.db import transaction

from goldenthread_site.accounts.models import Person
from goldenthread_site.accounts.roles import Role
from goldenthread_site.directory.actions import bring_in, name_lead
from goldenthread_site.directory.example.loading import PASSWORD
from goldenthread_site.directory.models import (
    Agency,
    Conflict,
    Group,
    Holding,
    Partnership,
    Post,
    RoleHeld,
    Setting,
)
from goldenthread_site.directory.reading_schools import read_schools
from goldenthread_site.trail.acting import Acting

ELSEWHERE = "business.unit@bedford-borough.example"  # of another partnership, and none of Luton's
FORMER = "former.analyst@luton.example"  # whose only role is over

TERMS = {
    "Executive": "The lead safeguarding partners of council, health and police. Decides priorities"
    " and money, hears the scrutineer, and answers for the yearly report. Meets every quarter.",
    "Wider partnership": "Every relevant agency, schools, lay members and the voluntary sector."
    " Says what the arrangements look like from outside the room. Meets twice a year.",
    "Learning and improvement": "Rapid reviews and practice reviews, audits, and whether what was"
    " learned changed anything. Meets every six weeks.",
    "Data and performance": "Reads the scorecard every quarter, asks agencies what lies behind it,"
    " and tells the executive what needs attention.",
}
# Held together with others: its name, what it is for, who keeps it, who shares it.
SHARED = (
    (
        "Pan Bedfordshire procedures",
        "One set of procedures for three areas: changes are agreed here before anyone prints them.",
        "luton",
        ("bedford-borough", "central-bedfordshire"),
    ),
    (
        "Pan Bedfordshire exploitation and missing",
        "Children who are exploited or go missing cross borders: who is told what, and when.",
        "bedford-borough",
        ("luton", "central-bedfordshire"),
    ),
    (
        "Transition and think family",
        "With the adults’ board: young people who turn 18, and parents with needs of their own."
        " Reviews that are about both are held together, and their costs are shared.",
        "luton",
        ("luton-adults",),
    ),
)
# A post of an agency (by its short name) or a group, and who holds it from when to when.
HELD: tuple[tuple[str, str, tuple[tuple[Role | str, date, date | None], ...]], ...] = (
    (
        "Council",
        "Corporate director for children",
        (
            ("First director", date(2019, 9, 29), date(2024, 3, 31)),
            (Role.LEAD_PARTNER, date(2024, 4, 1), None),
        ),
    ),
    ("Council", "Lead member for children", ((Role.COUNCILLOR, date(2023, 5, 23), None),)),
    ("ICB", "Chief nurse", ((Role.DELEGATED_PARTNER, date(2022, 7, 1), None),)),
    ("ICB", "Designated nurse", ((Role.DESIGNATED_HEALTH, date(2023, 1, 9), None),)),
    ("ICB", "Designated doctor", ()),
    (
        "Police",
        "Detective superintendent, public protection",
        (
            ("First superintendent", date(2021, 2, 1), date(2025, 9, 30)),
            (Role.AGENCY_LEAD, date(2025, 10, 1), None),
        ),
    ),
    (
        "Executive",
        "Chair",
        (
            (Role.LEAD_PARTNER, date(2024, 9, 1), date(2025, 8, 31)),
            (Role.DELEGATED_PARTNER, date(2025, 9, 1), None),
        ),
    ),
    ("Executive", "Independent scrutineer", ((Role.SCRUTINEER, date(2024, 1, 8), None),)),
    (
        "Wider partnership",
        "Lay member",
        (
            ("First lay member", date(2020, 1, 6), date(2024, 1, 5)),
            ("Second lay member", date(2024, 1, 8), None),
        ),
    ),
    ("Wider partnership", "Lay member for young people", ()),
    ("Learning and improvement", "Chair", ((Role.DESIGNATED_HEALTH, date(2024, 4, 1), None),)),
    ("Data and performance", "Chair", ((Role.SCRUTINEER, date(2025, 4, 1), None),)),
    ("Data and performance", "Analyst", ((Role.ANALYST, date(2022, 6, 6), None),)),
)


@transaction.atomic
def load_people(today: date) -> None:
    """All of it, once, beside the agencies, groups and accounts that are there."""
    luton = Partnership.objects.filter(slug="luton").first()
    if luton is None or Person.objects.filter(email=ELSEWHERE).exists():
        return
    _share()
    people = _People(luton)
    for place, title, held in HELD:
        post = Post.objects.create(title=title, **_place(luton, place))
        for who, since, until in held:
            Holding.objects.create(post=post, person=people.find(who), since=since, until=until)
    people.let_in_others()
    _declare(luton)
    _schools(luton, today)


def _share() -> None:
    slugs = {each.slug: each for each in Partnership.objects.all()}
    for name, terms, keeper, others in SHARED:
        group = Group.objects.create(partnership=slugs[keeper], name=name, terms=terms)
        group.shared_with.set(slugs[each] for each in others)
    for name, terms in TERMS.items():
        Group.objects.filter(partnership=slugs["luton"], name=name).update(terms=terms)


def _place(luton: Partnership, name: str) -> dict[str, Agency | Group]:
    group = Group.objects.filter(partnership=luton, name=name).first()
    if group is not None:
        return {"group": group}
    return {"agency": Agency.objects.get(short_name=name, memberships__partnership=luton)}


class _People:
    """Those of the accounts by their role, and those who hold or held a post only by name."""

    def __init__(self, luton: Partnership) -> None:
        self.luton = luton

    def find(self, who: Role | str) -> Person:
        """Of a role, its account; of a name, one made for it that cannot sign in."""
        if isinstance(who, Role):
            return RoleHeld.objects.get(partnership=self.luton, role=who).person
        name = f"{who} (example)"
        known = Person.objects.filter(name=name).first()
        address = f"{who.lower().replace(' ', '.')}@luton.example"
        return known or Person.objects.create_user(address, name=name)

    def let_in_others(self) -> None:
        """Someone whose role has ended, a lay member, and someone of next door only."""
        former = Person.objects.create_user(FORMER, PASSWORD, name="Former analyst (example)")
        RoleHeld.objects.create(
            person=former,
            partnership=self.luton,
            role=Role.ANALYST,
            since=date(2019, 9, 29),
            until=date(2022, 6, 5),
        )
        lay = self.find("Second lay member")
        RoleHeld.objects.create(
            person=lay, partnership=self.luton, role=Role.READER, since=date(2024, 1, 8)
        )
        beside = Person.objects.create_user(
            ELSEWHERE, PASSWORD, name="Business unit, Bedford Borough (example)"
        )
        RoleHeld.objects.create(
            person=beside,
            partnership=Partnership.objects.get(slug="bedford-borough"),
            role=Role.BUSINESS_UNIT,
            since=date(2019, 9, 29),
        )


def _declare(luton: Partnership) -> None:
    """The trainer’s interest in one agency, so that the list of interests is not empty."""
    agency = Agency.objects.get(short_name="Education", memberships__partnership=luton)
    Conflict.objects.create(
        person=RoleHeld.objects.get(partnership=luton, role=Role.TRAINER).person,
        matter_kind="directory.agency",
        matter_id=str(agency.pk),
        note="Is the partner of a head teacher there.",
        since=date(2026, 4, 1),
    )


def _schools(luton: Partnership, today: date) -> None:
    by = Acting(job="example")
    data = (files("goldenthread_site.directory.example") / "schools.csv").read_bytes()
    bring_in(by=by, partnership=luton, rows=read_schools(data, today), today=date(2024, 9, 2))
    name_lead(
        by=by,
        school=Setting.objects.get(urn="000103"),
        name="Lead W (example)",
        email="lead2@lantern-hill.example",
        since=date(2026, 1, 5),
    )
