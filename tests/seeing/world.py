"""Four agencies with one of everything each, and one person for each role, all made up.

Two agencies are of the same partnership as the one whose people ask; in one of those each of them
has declared an interest. The fourth belongs to a partnership next door.
"""

from dataclasses import asdict, dataclass, field
from datetime import date, timedelta

from allauth.mfa.totp.internal.auth import TOTP, generate_totp_secret
from django.test import Client
from django.utils import timezone

from goldenthread_site.accounts.models import Person
from goldenthread_site.accounts.roles import Role
from goldenthread_site.api.models import Token
from goldenthread_site.directory.models import (
    Agency,
    Conflict,
    Group,
    Holding,
    Invitation,
    Membership,
    Partnership,
    Post,
    RoleHeld,
    Setting,
)
from goldenthread_site.directory.reading_schools import Row
from goldenthread_site.directory.views.schools import WAITING
from goldenthread_site.figures.models import Commentary, Question, Said, Target
from goldenthread_site.returns import actions, checks
from goldenthread_site.returns.models import Reading, Reminder, Return, Upload
from goldenthread_site.returns.rules import Status
from goldenthread_site.trail.models import Hold, RecordRequest
from tests.factories.returns import LONG_AGO, Someone
from tests.factories.signing_in import sign_in
from tests.factories.tokens import written_in
from tests.seeing.belonging import Whose

INDICATOR, YEAR = "operation_encompass_notices_in_time", "2021-22"
SHARED = {"kept": "writers", "partners": "partners", "shared": "readers"}
DRAFTS = ("draft", "read")  # into the second a large file is being read
# A quarter for each state a return can be in; each agency has one of each.
QUARTERS = {
    "asked": "2019-20 Q4",
    "draft": "2020-21 Q1",
    "read": "2020-21 Q2",
    "submitted": "2020-21 Q3",
    "signed": "2021-22 Q1",
    "queried": "2021-22 Q2",
    "accepted": "2021-22 Q4",
}


@dataclass
class Place:
    """What one agency has: numbers of rows, and words by which each is known on a page."""

    agency: Agency
    partnership: Partnership
    value: str
    given: dict[str, str] = field(default_factory=dict)


class World:
    """Everything that is asked about, and who asks."""

    def __init__(self) -> None:
        self.today = timezone.localdate()
        luton, bedford = (
            Partnership.objects.create(name=f"{name} Partnership", slug=slug, areas=[area])
            for name, slug, area in (("Luton", "luton", "821"), ("Bedford", "bedford", "822"))
        )
        self.places = {
            whose: self._place(bedford if whose is Whose.ELSEWHERE else luton, number)
            for number, whose in enumerate(Whose, start=1)
        }
        # One that is asked for nothing yet, and that first returns can be asked of.
        hospitals = Agency.objects.create(
            name="Hospitals of the county", short_name="Hospitals", sector="health"
        )
        Membership.objects.create(
            partnership=luton, agency=hospitals, standing="relevant", since=LONG_AGO
        )
        beside = self.places[Whose.OTHER].agency.pk, self.places[Whose.OWN].agency.pk
        for whose, place in self.places.items():
            place.given["beside"] = str(beside[0] if whose is Whose.OWN else beside[1])
            place.given["hospitals"] = str(hospitals.pk)
        Target.objects.create(
            partnership=luton,
            indicator=INDICATOR,
            year=YEAR,
            value=75,
            owner_told="Head of all",
            agreed=LONG_AGO,
            source="Minutes",
        )
        self.people = {role: self._person(role) for role in Role}
        self.tokens = {role: self._token(person) for role, person in self.people.items()}
        self.clients = {role: self._client(person) for role, person in self.people.items()}

    def given(self, whose: Whose, role: Role) -> dict[str, str]:
        """What stands for the names in a line, when this role asks about what is theirs."""
        return self.places[whose].given | {"me": str(self.people[role].pk)}

    def _person(self, role: Role) -> Person:
        own, shut = self.places[Whose.OWN], self.places[Whose.SHUT]
        agency = own.agency if role.told.for_agency else None
        person = self._someone(own, role, f"asks.as.{role.value}", agency=agency).person
        Conflict.objects.create(
            person=person,
            matter_kind="directory.agency",
            matter_id=str(shut.agency.pk),
            since=LONG_AGO,
        )
        return person

    def _client(self, person: Person) -> Client:
        client = Client(raise_request_exception=True)
        sign_in(client, person, again=True)
        session = client.session
        session[WAITING] = [asdict(Row(number=2, urn="900002", name="A made-up school"))]
        session.save()
        return client

    def _token(self, person: Person) -> str:
        partnership = self.places[Whose.OWN].partnership
        secret = written_in(person, partnership, self.today + timedelta(days=9))
        Token.objects.filter(person=person).update(last_used=self.today)
        return secret

    def _place(self, partnership: Partnership, number: int) -> Place:
        name = f"Agency {number}{'ABCD'[number - 1]}"
        agency = Agency.objects.create(
            name=f"{name} of the county", short_name=name, sector="police", footprint=["821", "822"]
        )
        Membership.objects.create(
            partnership=partnership, agency=agency, standing="partner", since=LONG_AGO
        )
        place = Place(agency, partnership, f"{number}{number}.{number}")
        place.given |= {"agency": str(agency.pk), "agency_name": agency.name, "value": place.value}
        place.given |= {"area": partnership.areas[0], "slug": f'"{partnership.slug}"'}
        self._returns(place)
        self._people_of(place)
        self._figures_of(place)
        self._kept_by(place)
        return place

    def _someone(
        self, place: Place, role: Role, name: str, agency: Agency | None = None
    ) -> Someone:
        person = Person.objects.create_user(
            f"{name}.{place.agency.pk}@made-up.example", name=f"{name} {place.agency.pk}"
        )
        RoleHeld.objects.create(
            person=person,
            partnership=place.partnership,
            agency=agency,
            role=role,
            since=LONG_AGO,
        )
        return Someone(person, self.today)

    def _returns(self, place: Place) -> None:
        analyst = self._someone(place, Role.ANALYST, "analyst")
        contributor = self._someone(place, Role.AGENCY_CONTRIBUTOR, "contributor", place.agency)
        lead = self._someone(place, Role.AGENCY_LEAD, "lead", place.agency)
        self._asker = analyst.person
        for state, quarter in QUARTERS.items():
            asked = checks.ask(
                **analyst.both,
                agency=place.agency,
                template="operation_encompass",
                period=quarter,
                footprint=place.partnership.areas[0],
                due=date(2022, 6, 30),
            )
            place.given[f"request_{state}"] = str(asked.pk)
            if state == "asked":
                place.given["late"] = f'href="/returns/asked/{asked.pk}/"'
                Reminder.objects.create(
                    request=asked, kind="late", on=self.today, missed=[contributor.person.pk]
                )
                continue
            sent = actions.begin(**contributor.both, asked=asked)
            actions.save(**contributor.both, sent=sent, typed={"in_time": place.value})
            if state not in DRAFTS:
                actions.submit(**contributor.both, sent=sent)
            if state not in (*DRAFTS, "submitted"):
                actions.sign(**lead.both, sent=sent, post="Head of safeguarding")
            if state == "queried":
                query = checks.query(**analyst.both, sent=sent, line="", text="Is that so?")
                place.given["query"] = str(query.pk)
            if state == "accepted":
                checks.accept(**analyst.both, sent=sent)
            expected = Status({"signed": "submitted", "read": "draft"}.get(state, state))
            if Return.objects.get(pk=sent.pk).status != expected:
                raise ValueError(f"the return that should be {state} is not")
            place.given[state] = str(sent.pk)
        upload = Upload.objects.create(
            digest="0" * 64, kind=".csv", size=1, given_name="large.csv", by=contributor.person
        )
        reading = Reading.objects.create(
            sent_id=place.given["read"], upload=upload, at=timezone.now()
        )
        place.given["reading"] = str(reading.pk)
        place.given["draft_link"] = f'href="/returns/{place.given["draft"]}/"'

    def _people_of(self, place: Place) -> None:
        worker = self._someone(place, Role.AGENCY_CONTRIBUTOR, "worker", place.agency).person
        TOTP.activate(worker, generate_totp_secret())
        interest = Conflict.objects.create(
            person=worker,
            matter_kind="directory.agency",
            matter_id=str(place.agency.pk),
            since=LONG_AGO,
        )
        invited = f"invited.{place.agency.pk}@made-up.example"
        invitation = Invitation.objects.create(
            email=invited,
            partnership=place.partnership,
            agency=place.agency,
            role=Role.AGENCY_CONTRIBUTOR,
            invited_by=self._asker,
            digest=f"{place.agency.pk:064}",
            sent=timezone.now(),
            expires=timezone.now() + timedelta(days=3),
            since=LONG_AGO,
        )
        written_in(worker, place.partnership, self.today + timedelta(days=9))
        place.given |= {
            "person": str(worker.pk),
            "person_name": worker.name,
            "colleague": f"contributor {place.agency.pk}",
            "invited": invited,
            "role_held": str(worker.roles_held.get().pk),
            "interest": str(interest.pk),
            "invitation": str(invitation.pk),
            "token": str(worker.tokens.get().pk),
        }
        post = Post.objects.create(title=f"Post in {place.agency.short_name}", agency=place.agency)
        Holding.objects.create(post=post, person=worker, since=LONG_AGO)
        place.given["post"] = str(post.pk)

    def _figures_of(self, place: Place) -> None:
        words = f"Question put to {place.agency.short_name}"
        question = Question.objects.create(
            partnership=place.partnership,
            indicator=INDICATOR,
            year=YEAR,
            text=words,
            asked_by=self._asker,
            asked_as="Analyst",
            asked_of=place.agency,
        )
        said = Commentary.objects.create(
            partnership=place.partnership, indicator=INDICATOR, year=YEAR, agency=place.agency
        )
        place.given |= {"question": str(question.pk), "question_words": words}
        for number, (name, shared_with) in enumerate(reversed(SHARED.items()), start=1):
            place.given[f"said_{name}"] = f"Words of {place.agency.short_name}, {name}"
            Said.objects.create(
                commentary=said,
                number=number,
                text=place.given[f"said_{name}"],
                shared_with=shared_with,
                by=self._asker,
                by_as="Analyst",
            )

    def _kept_by(self, place: Place) -> None:
        """What belongs to a partnership; made for each agency, asked about where it matters."""
        here, name = place.partnership, place.agency.short_name
        group = Group.objects.create(partnership=here, name=f"Group beside {name}")
        hold = Hold.objects.create(partnership=here.pk, why=f"Held beside {name}", since=self.today)
        asked = RecordRequest.objects.create(
            partnership=here.pk,
            kind="police",
            reference=f"Reference beside {name}",
            asked_by="Police",
            what="Everything",
            received=self.today,
            due=self.today,
        )
        school = Setting.objects.create(
            partnership=here, urn=f"{place.agency.pk % 1_000_000:06}", name=f"School beside {name}"
        )
        place.given |= {
            "group": str(group.pk),
            "group_name": group.name,
            "hold": str(hold.pk),
            "hold_words": hold.why,
            "record_request": str(asked.pk),
            "reference": asked.reference,
            "school": str(school.pk),
            "school_name": school.name,
        }
