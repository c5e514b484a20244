"""Pages for what goes wrong: in the house’s look, saying what to do, telling nothing of why."""

import re
from io import BytesIO

import pytest
from django.db import connection
from django.db.utils import OperationalError
from django.test import Client

from goldenthread_site.accounts.roles import Role
from goldenthread_site.directory.models import Group, Partnership
from goldenthread_site.returns.rules import MAX_UPLOAD_BYTES
from tests.factories.signing_in import sign_in, someone

pytestmark = pytest.mark.django_db
ADDING = "/groups/add/"


@pytest.fixture
def unit(client):
    Partnership.objects.create(name="Luton SCP", slug="luton", areas=["821"])
    return sign_in(client, someone(Role.BUSINESS_UNIT))


def heading(answer) -> str:
    [found] = re.findall(r"<h1[^>]*>([^<]*)</h1>", answer.content.decode())
    return found


def test_a_page_that_is_not_there(client, unit):
    for browser in (client, Client()):
        answer = browser.get("/no/such/page/")
        assert (answer.status_code, heading(answer)) == (404, "This page is not here")
    assert "Luton SCP" in client.get("/groups/999/").content.decode()


def test_a_name_that_is_not_the_sites(client):
    answer = client.get("/", headers={"host": "other.example"})
    assert (answer.status_code, heading(answer)) == (400, "This could not be understood")
    assert "other.example" not in answer.content.decode()


def test_a_fault_of_the_program_without_a_database(client, unit, monkeypatch):
    """The page is made of nothing that can fail too, and tells nobody what failed."""

    def fails(*given, **named):
        raise OperationalError("password authentication failed for user made-up")

    client.raise_request_exception = False
    monkeypatch.setattr("goldenthread_site.directory.queries.groups", fails)
    monkeypatch.setattr(connection, "cursor", fails)
    answer = client.get("/groups/")
    assert (answer.status_code, heading(answer)) == (500, "Something is wrong with the site")
    page = answer.content.decode()
    assert "password authentication" not in page
    assert "<script" not in page
    assert "design/site.css" in page


def test_health_says_ok_or_not_and_nothing_else(client, monkeypatch):
    answer = client.get("/healthz")
    assert (answer.status_code, answer.content) == (200, b"ok\n")
    assert "sessionid" not in client.cookies
    assert "no-store" in answer.headers["Cache-Control"]

    def fails(*given, **named):
        raise OperationalError("no such host db.made-up.example")

    monkeypatch.setattr(connection, "cursor", fails)
    answer = client.get("/healthz")
    assert (answer.status_code, answer.content) == (503, b"not ready\n")


def test_health_is_not_sent_on_to_https(client, settings):
    settings.SECURE_SSL_REDIRECT = True
    assert Client().get("/healthz").status_code == 200
    assert Client().get("/accessibility/").status_code == 301


def strict(person) -> Client:
    browser = Client(enforce_csrf_checks=True)
    sign_in(browser, person, factor=False)
    browser.get(ADDING)
    return browser


def test_a_form_from_before_signing_in_again_comes_back_filled_in(unit):
    browser = strict(unit)
    data = {"name": "Learning", "terms": "", "csrfmiddlewaretoken": "a" * 64}
    here = {"HTTP_ORIGIN": "http://testserver", "HTTP_REFERER": f"http://testserver{ADDING}"}
    answer = browser.post(ADDING, data, **here, follow=True)
    assert answer.redirect_chain == [(ADDING, 302)]
    assert 'value="Learning"' in answer.content.decode()
    assert not Group.objects.exists()


@pytest.mark.parametrize("origin", ["https://elsewhere.example", "null", ""])
def test_what_another_site_sends_is_not_shown_as_ones_own(unit, origin):
    browser = strict(unit)
    more = {"HTTP_ORIGIN": origin} if origin else {}
    answer = browser.post(ADDING, {"name": "Learning", "terms": ""}, **more)
    assert (answer.status_code, heading(answer)) == (403, "This form is out of date")
    assert "Learning" not in browser.get(ADDING).content.decode()


class Unread(BytesIO):
    """A body that nobody is to read."""

    def read(self, *_given):
        raise AssertionError("it was read")


@pytest.mark.parametrize(
    ("kind", "length"),
    [
        ("application/x-www-form-urlencoded", 5_000_001),
        ("multipart/form-data; boundary=b", 12_000_001),
        ("application/json", 6_000_000),
    ],
)
def test_what_is_too_large_is_refused_before_it_is_read(client, kind, length):
    sent = {"CONTENT_TYPE": kind, "CONTENT_LENGTH": str(length), "wsgi.input": Unread()}
    answer = client.generic("POST", "/account/login/", **sent)
    assert (answer.status_code, heading(answer)) == (413, "This is too large")
    assert "A file may be 10 MB, what is typed or pasted 5 MB" in answer.content.decode()


def test_too_many_boxes_are_refused_in_the_same_words(client, unit):
    answer = client.post(ADDING, {f"name{number}": "x" for number in range(1001)})
    assert (answer.status_code, heading(answer)) == (413, "This is too large")
    assert client.post(ADDING, {"name": "A group"}).status_code == 302
    words = client.post(ADDING, {"name": "x" * 5_000_001})  # in parts, as the test client sends it
    assert (words.status_code, heading(words)) == (413, "This is too large")


def test_every_file_that_a_page_takes_fits_into_a_request(settings):
    around = 1_000_000
    assert MAX_UPLOAD_BYTES + around <= settings.LARGEST_REQUEST
    assert settings.LARGEST_REQUEST >= settings.DATA_UPLOAD_MAX_MEMORY_SIZE


def test_an_address_with_a_zero_character_is_none(client):
    assert client.get("/account/oidc/a%00b/login/callback/").status_code == 404
    assert client.get("/schools/%00/").status_code == 404
