"""People are invited, arrive, and leave again: through the pages, and on the trail."""

import re
from datetime import date, timedelta
from smtplib import SMTPServerDisconnected

import pytest
from allauth.mfa.totp.internal.auth import TOTP, generate_totp_secret
from django.core import mail
from django.core.mail import EmailMessage
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from goldenthread_site.accounts.models import Person
from goldenthread_site.accounts.roles import Role
from goldenthread_site.accounts.second_factor import enrolled
from goldenthread_site.directory.example.loading import load_example
from goldenthread_site.directory.models import Agency, Conflict, Invitation, Partnership, RoleHeld
from goldenthread_site.directory.people.matters import in_conflict, without_conflicts
from goldenthread_site.trail.models import Link
from tests.factories.signing_in import sign_in, someone, standing

pytestmark = pytest.mark.django_db
TODAY = date(2026, 11, 21)


@pytest.fixture
def unit(client) -> Person:
    """Someone of Luton's business unit, signed in."""
    load_example(TODAY)
    return sign_in(client, someone(Role.BUSINESS_UNIT))


def asked(role: Role, email: str = "new@made-up.example", **more: str) -> dict[str, str]:
    today = timezone.localdate()
    first = {"since_day": today.day, "since_month": today.month, "since_year": today.year}
    return {"email": email, "role": role.value, **{k: str(v) for k, v in first.items()}, **more}


def link_in_letter() -> str:
    found = re.search(r"http://testserver(/people/invitation/\S+)", mail.outbox[-1].body)
    assert found is not None
    return found[1]


def actions() -> list[str]:
    """What was done, but for coming and going."""
    done = Link.objects.exclude(action__in=("signed in", "signed out")).order_by("number")
    return list(done.values_list("action", flat=True))


def test_whoever_is_invited_makes_an_account_once(client, unit):
    police = Agency.objects.get(name="Bedfordshire Police")
    client.post("/people/give-a-role/", asked(Role.AGENCY_LEAD, agency=str(police.pk)))
    assert mail.outbox[-1].to == ["new@made-up.example"]
    assert "Bedfordshire Police" in mail.outbox[-1].body
    link = link_in_letter()
    assert link.split("/")[-2] not in str(Invitation.objects.values())  # the secret is kept nowhere

    assert "Sign out first" in client.get(link).content.decode()
    client.logout()
    assert "Agency lead" in client.get(link).content.decode()
    short = client.post(link, {"name": "New Person", "password": "short"}).content.decode()
    assert "at least 12 characters" in short
    assert 'value="New Person"' in short
    answer = client.post(link, {"name": "New Person", "password": "three unlikely words"})
    assert answer.headers["location"] == "/"

    person = Person.objects.get(email="new@made-up.example")
    assert person.check_password("three unlikely words")
    held = RoleHeld.objects.get(person=person)
    assert (held.role, held.agency) == (Role.AGENCY_LEAD, police)
    assert actions() == ["person invited", "invitation accepted", "role given"]
    assert Link.objects.get(action="signed in").person == person.pk
    assert "new@" not in str(list(Link.objects.values_list("content__detail", flat=True)))
    client.logout()
    assert client.get(link).status_code == 410


@pytest.fixture
def post_office_shut(monkeypatch):
    """No letter is taken from now on; call it to open again."""

    def unreachable(letter, *given, **named):
        raise SMTPServerDisconnected("the address new@made-up.example is not told to the log")

    monkeypatch.setattr(EmailMessage, "send", unreachable)
    return monkeypatch.undo


def test_an_invitation_is_kept_where_its_letter_cannot_be_sent(
    client, unit, post_office_shut, caplog
):
    told = client.post("/people/give-a-role/", asked(Role.READER), follow=True)
    assert told.redirect_chain == [("/people/", 302)]
    page = told.content.decode()
    assert "could not be sent" in page
    made = Invitation.objects.get()
    assert made.sent is None
    assert f'action="/people/invitations/{made.pk}/again/"' in page
    assert actions() == ["person invited", "invitation not sent"]
    assert "SMTPServerDisconnected" in caplog.text
    assert "new@" not in caplog.text

    again = client.post(f"/people/invitations/{made.pk}/again/", follow=True).content.decode()
    assert "could not be sent" in again
    post_office_shut()
    went = client.post(f"/people/invitations/{made.pk}/again/", follow=True).content.decode()
    assert "on its way" in went
    assert "could not be sent" not in went
    made.refresh_from_db()
    assert made.sent is not None
    client.logout()
    assert client.get(link_in_letter()).status_code == 200


def test_a_role_is_given_where_the_letter_about_it_cannot_be_sent(client, unit, post_office_shut):
    reader = someone(email="reader2@made-up.example")
    given = asked(Role.READER, reader.email)
    page = client.post("/people/give-a-role/", given, follow=True).content.decode()
    held = reader.roles_held.get()
    again = f"/people/roles/{held.pk}/tell/"
    assert "could not be sent" in page
    assert f'action="{again}"' in page
    assert client.get(again).status_code == 405
    post_office_shut()
    assert "told by email" in client.post(again, follow=True).content.decode()
    assert mail.outbox[-1].to == [reader.email]


def test_the_librarys_letters_end_no_page_either(client, post_office_shut):
    load_example(TODAY)
    someone(Role.READER, email="forgetful@made-up.example")
    pages = [
        client.post("/account/password/reset/", {"email": f"{who}@made-up.example"}, follow=True)
        for who in ("forgetful", "nobody")
    ]
    assert [each.status_code for each in pages] == [200, 200]
    assert "ask for the link again" in pages[0].content.decode()
    assert pages[0].templates[0].name == pages[1].templates[0].name


def test_a_link_is_worth_nothing_after_its_time_or_once_withdrawn(client, unit):
    client.post("/people/give-a-role/", asked(Role.READER))
    invitation, link = Invitation.objects.get(), link_in_letter()
    Invitation.objects.update(expires=timezone.now() - timedelta(minutes=1))
    client.logout()
    given = {"name": "Late", "password": "three unlikely words"}
    assert client.post(link, given).status_code == 410

    sign_in(client, unit, factor=False)
    client.post(f"/people/invitations/{invitation.pk}/again/")
    second = link_in_letter()
    assert second != link
    client.post(f"/people/invitations/{invitation.pk}/withdraw/")
    client.logout()
    for each in (link, second):
        assert client.post(each, given).status_code == 410
    assert not Person.objects.filter(email="new@made-up.example").exists()
    assert actions() == ["person invited", "invitation sent again", "invitation withdrawn"]


def test_who_has_an_account_gets_the_role_at_once_and_not_twice(client, unit):
    reader = someone(email="reader2@made-up.example")
    client.post("/people/give-a-role/", asked(Role.READER, "Reader2@made-up.example"))
    assert reader.roles_held.get().role == Role.READER
    assert "new role" in mail.outbox[-1].subject
    again = client.post("/people/give-a-role/", asked(Role.READER, "reader2@made-up.example"))
    assert "holds this role already" in again.content.decode()
    assert actions() == ["role given"]


def test_what_cannot_be_is_said_beside_its_field(client, unit):
    page = client.post("/people/give-a-role/", asked(Role.INSPECTOR)).content.decode()
    assert 'href="#id_until_day"' in page
    assert 'value="new@made-up.example"' in page
    own = client.post("/people/give-a-role/", asked(Role.READER, unit.email)).content.decode()
    assert "Nobody gives themselves a role" in own
    assert not Invitation.objects.exists()
    assert actions() == []


def test_a_lead_sees_and_lets_in_only_their_own_agencys_people(client):
    load_example(TODAY)
    police = Agency.objects.get(name="Bedfordshire Police")
    fire = Agency.objects.get(name="Bedfordshire Fire and Rescue Service")
    other = someone(Role.AGENCY_CONTRIBUTOR, agency=fire)
    sign_in(client, someone(Role.AGENCY_LEAD, agency=police))
    page = client.get("/people/").content.decode()
    assert other.name not in page
    assert client.get(f"/people/{other.pk}/").status_code == 404
    assert client.get(f"/people/roles/{other.roles_held.get().pk}/end/").status_code == 404
    client.post("/people/give-a-role/", asked(Role.AGENCY_CONTRIBUTOR, agency=str(fire.pk)))
    client.post("/people/give-a-role/", asked(Role.BUSINESS_UNIT))
    assert not Invitation.objects.exists()
    client.post("/people/give-a-role/", asked(Role.AGENCY_CONTRIBUTOR, agency=str(police.pk)))
    assert Invitation.objects.get().agency == police


def test_a_role_ends_at_once_or_at_the_end_of_a_day(client, unit):
    reader = someone(Role.READER)
    held = reader.roles_held.get()
    address = f"/people/roles/{held.pk}/end/"
    assert "Say why" in client.post(address, {"when": "now"}).content.decode()
    client.post(address, {"when": "now", "why": "Left the council"})
    held.refresh_from_db()
    assert held.until == timezone.localdate() - timedelta(days=1)
    assert standing(reader, timezone.localdate()).roles == frozenset()
    assert Link.objects.get(action="role ended").content.why == "Left the council"
    own = unit.roles_held.get()
    page = client.post(f"/people/roles/{own.pk}/end/", {"when": "now", "why": "x"})
    assert "You cannot end this role" in page.content.decode()


def test_the_list_of_people_asks_no_more_for_many_than_for_few(client, unit):
    def queries() -> int:
        with CaptureQueriesContext(connection) as seen:
            assert client.get("/people/").status_code == 200
        return len(seen)

    few = queries()
    for _ in range(10):
        someone(Role.READER, Role.TRAINER)
    assert queries() == few
    assert few <= 10


def test_an_interest_keeps_its_person_away_until_someone_else_ends_it(client, unit):
    police = Agency.objects.get(name="Bedfordshire Police")
    analyst = someone(Role.ANALYST)
    sign_in(client, analyst)
    matter = {"matter": f"directory.agency:{police.pk}", "person": str(analyst.pk)}
    client.post("/people/interests/declare/", {**matter, "note": "A brother works there."})
    today = timezone.localdate()
    who = standing(analyst, today)
    assert in_conflict(police, who)
    assert police not in without_conflicts(Agency.objects.all(), who)
    roles = RoleHeld.objects.filter(agency__isnull=False)
    narrowed = without_conflicts(roles, who, kind="directory.agency", through="agency_id")
    assert not narrowed.filter(agency=police).exists()
    assert narrowed.exists()
    assert police in without_conflicts(Agency.objects.all(), standing(unit, today))

    conflict = Conflict.objects.get()
    assert client.get(f"/people/interests/{conflict.pk}/end/").status_code == 403
    sign_in(client, unit, factor=False)
    ended = {"last_day": today.day, "last_month": today.month, "last_year": today.year}
    client.post(f"/people/interests/{conflict.pk}/end/", ended)
    assert in_conflict(police, standing(analyst, today))
    assert not in_conflict(police, standing(analyst, today + timedelta(days=1)))
    assert actions() == ["interest declared", "interest ended"]
    assert "brother" not in str(list(Link.objects.values_list("content__detail", flat=True)))


def test_nobody_declares_for_someone_else_but_the_business_unit(client):
    load_example(TODAY)
    victim = someone(Role.READER)
    sign_in(client, someone(Role.ANALYST))
    police = Agency.objects.get(name="Bedfordshire Police")
    given = {"matter": f"directory.agency:{police.pk}", "person": str(victim.pk), "note": "x"}
    client.post("/people/interests/declare/", given)
    assert not Conflict.objects.exists()


def test_a_lost_second_factor_is_taken_away_by_someone_who_could_have_let_them_in(client, unit):
    member, both = someone(Role.CASE_REVIEW_MEMBER), someone(Role.CASE_REVIEW_MEMBER)
    bedford = Partnership.objects.get(slug="bedford-borough")
    RoleHeld.objects.create(person=both, partnership=bedford, role=Role.READER, since=TODAY)
    for each in (member, both):
        TOTP.activate(each, generate_totp_secret())
    address = f"/people/{member.pk}/second-factor/"
    assert "lost their second factor" in client.get(f"/people/{member.pk}/").content.decode()
    assert "Say how you know" in client.post(address, {"why": ""}).content.decode()
    client.post(address, {"why": "Spoke to them"})
    assert not enrolled(member)
    assert mail.outbox[-1].to == [member.email]
    assert actions() == ["second factor taken away"]
    for other in (both, unit):
        page = client.post(f"/people/{other.pk}/second-factor/", {"why": "Spoke to them"})
        assert "You cannot take away" in page.content.decode()
        assert enrolled(other)

    sign_in(client, someone(Role.ADMINISTRATOR))
    TOTP.activate(member, generate_totp_secret())
    client.post(address, {"why": "Spoke to them"})
    assert enrolled(member)  # whoever keeps the site running cannot come nearer to records


def test_a_link_opens_no_account_that_is_there_already(client, unit):
    client.post("/people/give-a-role/", asked(Role.READER))
    there = someone(email="new@made-up.example")
    client.logout()
    given = {"name": "Someone else", "password": "three unlikely words"}
    page = client.post(link_in_letter(), given).content.decode()
    assert "This address has an account" in page
    assert "_auth_user_id" not in client.session
    there.refresh_from_db()
    assert not there.check_password("three unlikely words")
    assert not there.roles_held.exists()


def test_each_page_has_its_way_back(client, unit):
    police = Agency.objects.get(name="Bedfordshire Police")
    interests = client.get("/people/interests/").content.decode()
    assert back_of(interests) == "/people/"
    named = {"name": "Police of the county", "short_name": "Police"}
    named |= {"since_day": "1", "since_month": "11", "since_year": "2026"}
    check = client.post(f"/agencies/{police.pk}/rename/", named).content.decode()
    assert "Check your answers" in check
    assert back_of(check) == f"/agencies/{police.pk}/"
    sign_in(client, someone(Role.READER))
    assert back_of(client.get("/people/interests/").content.decode()) == "/account/"


def back_of(page: str) -> str | None:
    found = re.search(r'href="([^"]+)" class="govuk-back-link"', page)
    return found and found[1]
