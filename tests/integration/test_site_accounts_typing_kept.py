"""What is sent after a session has ended is kept for its sender alone, and given back once."""

from datetime import timedelta

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.utils import timezone

from goldenthread_site.accounts.kept.keeping import COOKIE, MOST
from goldenthread_site.accounts.models import KeptTyping
from goldenthread_site.accounts.roles import Role
from goldenthread_site.accounts.sealing import unseal
from goldenthread_site.directory.models import Group, Partnership, RoleHeld
from tests.factories.signing_in import BEGAN, PASSWORD, someone

pytestmark = pytest.mark.django_db
ADDING = "/groups/add/"
TYPED = {"name": "Learning & “practice”", "terms": "Line one\nline <two>"}


@pytest.fixture(autouse=True)
def luton() -> Partnership:
    return Partnership.objects.create(name="Luton SCP", slug="luton", areas=["821"])


def enter(client, person, back: str = "/"):
    data = {"login": person.email, "password": PASSWORD, "next": back}
    return client.post("/account/login/", data, follow=True)


def lose_session(client) -> None:
    """As time does: the browser’s cookie stands for nothing any more."""
    client.session.flush()
    del client.cookies["sessionid"]


@pytest.fixture
def unit(client):
    person = someone(Role.BUSINESS_UNIT)
    enter(client, person)
    client.get(ADDING)
    return person


def send(client, path: str = ADDING, data=TYPED, **headers):
    return client.post(path, data, HTTP_REFERER=f"http://testserver{path}", **headers)


def test_it_is_given_back_in_the_form_and_gone_once_it_is_sent(client, unit):
    lose_session(client)
    asked = send(client)
    assert asked.headers["location"] == f"/account/login/?next={ADDING}"
    page = enter(client, unit, ADDING).content.decode()
    assert 'value="Learning &amp; “practice”"' in page
    assert "Line one\nline &lt;two&gt;</textarea>" in page
    assert "What you typed stands in the form again" in page
    assert not Group.objects.exists()
    assert send(client).status_code == 302
    assert Group.objects.get().name == TYPED["name"]
    assert not KeptTyping.objects.exists()
    assert "What you typed" not in client.get(ADDING).content.decode()


def test_nobody_else_who_signs_in_there_sees_it(client, unit):
    lose_session(client)
    send(client)
    other = someone(Role.BUSINESS_UNIT)
    page = enter(client, other, ADDING).content.decode()
    assert "practice" not in page
    assert "What you typed" not in page
    client.post("/account/logout/")
    assert "practice" in enter(client, unit, ADDING).content.decode()


def test_it_lies_sealed_without_files_passwords_and_tokens(client, unit):
    lose_session(client)
    secret = {"password": "PW", "api_token": "TK", "csrfmiddlewaretoken": "CS"}
    file = SimpleUploadedFile("names.csv", b"FILE CONTENT")
    send(client, data=TYPED | secret | {"file": file})
    with connection.cursor() as cursor:
        cursor.execute("SELECT sealed FROM accounts_kepttyping")
        [(sealed,)] = cursor.fetchall()
    assert "practice" not in sealed
    page = enter(client, unit, ADDING).content.decode()
    assert "Choose your file again" in page
    kept = unseal(sealed)
    for each in ("PW", "TK", "CS", "FILE CONTENT", "names.csv"):
        assert each not in kept
    assert "practice" in kept


def test_it_is_kept_for_an_hour(client, unit):
    lose_session(client)
    send(client)
    left = KeptTyping.objects.get().until - timezone.now()
    assert timedelta(minutes=59) < left <= timedelta(hours=1)
    KeptTyping.objects.update(until=timezone.now() - timedelta(seconds=1))
    assert "practice" not in enter(client, unit, ADDING).content.decode()
    assert not KeptTyping.objects.exists()


def test_without_knowing_whose_it_is_nothing_is_kept(client, unit):
    lose_session(client)
    del client.cookies[COOKIE]
    assert send(client).status_code == 302
    client.cookies[COOKIE] = f"{unit.pk}:forged:signature"
    assert send(client).status_code == 302
    assert not KeptTyping.objects.exists()


def test_whoever_signs_out_is_forgotten(client, unit):
    assert client.cookies[COOKIE].value
    client.post("/account/logout/")
    assert not client.cookies[COOKIE].value
    send(client)
    assert not KeptTyping.objects.exists()


@pytest.mark.parametrize(
    ("path", "data", "headers"),
    [
        ("/account/password/change/", {"oldpassword": "a", "password1": "b", "note": "c"}, {}),
        (ADDING, TYPED, {"HTTP_SEC_FETCH_MODE": "cors"}),
        (ADDING, TYPED, {"HTTP_HX_REQUEST": "true"}),
        (ADDING, {"csrfmiddlewaretoken": "only"}, {}),
        (ADDING, {"terms": "x" * MOST}, {}),
    ],
)
def test_what_is_not_typing_is_not_kept(client, unit, path, data, headers):
    lose_session(client)
    assert send(client, path, data, **headers).status_code == 302
    assert not KeptTyping.objects.exists()


def test_only_some_forms_of_one_person_are_kept_the_newest(client, unit):
    lose_session(client)
    for number in range(8):
        send(client, f"/groups/{number}/change/")
    paths = set(KeptTyping.objects.values_list("path", flat=True))
    assert paths == {f"/groups/{number}/change/" for number in range(3, 8)}


def test_what_has_no_form_any_more_is_shown_to_be_copied(client, unit, luton):
    group = Group.objects.create(partnership=luton, name="Over", terms="")
    lose_session(client)
    page = f"/groups/{group.pk}/"
    client.post(ADDING, TYPED, HTTP_REFERER=f"http://testserver{page}")
    shown = enter(client, unit, page).content.decode()
    assert "The form is not here any more" in shown
    assert "line &lt;two&gt;" in shown


def test_a_form_sent_from_elsewhere_leads_nowhere_else(client, unit):
    lose_session(client)
    answer = client.post(ADDING, TYPED, HTTP_REFERER="https://elsewhere.example/steal/")
    assert answer.headers["location"] == f"/account/login/?next={ADDING}"
    answer = client.post(ADDING, TYPED, HTTP_REFERER="http://testserver//elsewhere.example/")
    assert answer.headers["location"] == f"/account/login/?next={ADDING}"


def test_a_role_that_needs_a_second_factor_loses_nothing_either(client, unit):
    RoleHeld.objects.create(
        person=unit,
        partnership=Partnership.objects.get(),
        role=Role.LEGAL_ADVISER,
        since=BEGAN,
    )
    assert send(client).headers["location"] == "/account/2fa/"
    assert KeptTyping.objects.get().person == unit
    assert client.session["typing kept"] == [[ADDING, ADDING]]
