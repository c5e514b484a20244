"""Who came in and out, who failed to, and every change of how they do, stands on the trail."""

import re
from datetime import date

import pytest
from allauth.mfa.totp.internal import auth as totp
from allauth.mfa.totp.internal.auth import TOTP, format_hotp_value, generate_totp_secret, hotp_value
from django.core import mail
from django.core.cache import cache

from goldenthread_site.accounts.models import Person
from goldenthread_site.accounts.roles import Role
from goldenthread_site.directory.example.loading import load_example
from goldenthread_site.directory.models import Partnership, RoleHeld
from goldenthread_site.trail.models import Link
from goldenthread_site.trail.presenters import Line, lines
from goldenthread_site.trail.queries import links, subjects
from goldenthread_site.trail.verifying import walk
from tests.factories.signing_in import BEGAN, PASSWORD, sign_in, someone, standing

pytestmark = pytest.mark.django_db
FROM = "203.0.113.7"
NEW = "another made-up password"


@pytest.fixture(autouse=True)
def example() -> None:
    load_example(date(2026, 11, 21))
    cache.clear()


def enter(client, person: Person, password: str = PASSWORD) -> None:
    data = {"login": person.email, "password": password}
    client.post("/account/login/", data, REMOTE_ADDR=FROM)


def read(slug: str = "luton") -> list[Line]:
    """The trail from the beginning, as a partnership's scrutineer reads it."""
    scrutineer = someone(Role.SCRUTINEER, partnership=Partnership.objects.get(slug=slug))
    found = list(links(standing(scrutineer)))
    return list(reversed(lines(found, subjects(found))))


def said(slug: str = "luton") -> list[str]:
    return [each.what for each in read(slug)]


def code(secret: str) -> str:
    return format_hotp_value(hotp_value(secret, next(totp.yield_hotp_counters_from_time())))


def test_signing_in_and_out_is_written_down_with_the_way_and_from_where(client):
    person = someone(Role.READER)
    before = len(read())
    enter(client, person)
    client.post("/account/logout/", REMOTE_ADDR=FROM)
    new = read()[before:]
    assert [each.what for each in new] == ["Signed in by a password", "Signed out"]
    assert {(each.who, each.where) for each in new} == {(person.name, FROM)}
    assert not walk().broken


def test_a_failure_names_the_account_and_an_unknown_address_is_never_kept(client):
    person = someone(Role.READER)
    before = len(read())
    enter(client, person, "a wrong password")
    client.post("/account/login/", {"login": "typed@wrong.example", "password": PASSWORD})
    known, unknown = read()[before:]
    assert known.what == f"Somebody failed to sign in as {person.name}"
    assert (known.who, known.where) == ("the site’s own sign-in page", FROM)
    assert unknown.what == "Somebody tried to sign in with an address that has no account"
    assert not [each for each in read() if "typed" in str(each)]


def test_a_lock_out_is_one_line_however_often_they_try(client):
    person = someone(Role.READER)
    before = len(read())
    for number in range(8):
        enter(client, person, f"wrong {number}")
    new = said()[before:]
    assert new.count(f"Somebody failed to sign in as {person.name}") == 5
    assert len(new) == 6
    assert new[-1].startswith(f"Locked the account of {person.name}")


def test_each_partnership_reads_of_its_own_people_and_of_no_others(client):
    luton = Partnership.objects.get(slug="luton")
    other = Partnership.objects.create(name="Elsewhere SCP", slug="elsewhere", areas=["822"])
    person = someone(Role.READER)
    enter(client, person)
    assert "Signed in by a password" in said()
    assert "Signed in by a password" not in said("elsewhere")
    RoleHeld.objects.create(person=person, partnership=other, role=Role.READER, since=BEGAN)
    client.post("/account/logout/")
    assert Link.objects.filter(action="signed out", partnership=luton.pk).count() == 1
    assert said("elsewhere").count("Signed out") == 1
    client.post("/account/login/", {"login": "typed@wrong.example", "password": PASSWORD})
    assert said("elsewhere")[-1] == said()[-1]


def test_passwords_changed_and_forgotten(client):
    person = someone(Role.READER)
    enter(client, person)
    client.post("/account/password/change/", {"oldpassword": PASSWORD, "password1": NEW})
    assert said()[-1] == "Changed their password"
    client.post("/account/logout/")
    client.post("/account/password/reset/", {"email": person.email})
    link = re.search(r"/account/password/reset/key/\S+", mail.outbox[-1].body)
    assert link is not None
    page = client.get(link.group(), follow=True)
    client.post(page.request["PATH_INFO"], {"password1": "one more made-up password"})
    assert "Set a new password by a link sent to their address" in said()


@pytest.mark.django_db(transaction=True)  # the library speaks of it once it is committed
def test_second_factors_added_used_failed_and_removed(client):
    person = someone(Role.READER)
    sign_in(client, person, factor=False, again=True)
    client.get("/account/2fa/totp/activate/")
    secret = client.session["mfa.totp.secret"]
    client.post("/account/2fa/totp/activate/", {"code": code(secret)})
    assert "Added an app to sign in with" in said()
    assert "Added recovery codes to sign in with" in said()
    client.post("/account/logout/")
    cache.clear()
    enter(client, person)
    for _ in range(7):
        client.post("/account/2fa/authenticate/", {"code": "000000"})
    assert said()[-1].startswith(f"Locked the account of {person.name}")
    cache.clear()
    client.post("/account/2fa/authenticate/", {"code": code(secret)})
    assert said()[-1] == "Signed in by a password and an app’s code"
    cache.clear()  # a code is taken once only
    client.post("/account/2fa/reauthenticate/", {"code": code(secret)})
    client.post("/account/2fa/totp/deactivate/")
    assert "Removed an app to sign in with" in said()


def test_whoever_works_nowhere_is_on_the_chain_and_on_nobodys_page(client):
    person = someone()
    TOTP.activate(person, generate_totp_secret())
    before = Link.objects.count()
    enter(client, person, "a wrong password")
    link = Link.objects.get(number=before + 1)
    assert (link.action, link.partnership) == ("sign-in failed", None)
    assert not [each for each in said() if person.name in each]
