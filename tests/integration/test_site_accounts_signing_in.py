"""Signing in: locked out after failures, held back without a second factor, asked again."""

import re
from datetime import date

import pytest
from allauth.account.middleware import AccountMiddleware
from allauth.core import context
from allauth.core.exceptions import ReauthenticationRequired
from allauth.mfa.totp.internal import auth as totp
from allauth.mfa.totp.internal.auth import format_hotp_value, hotp_value
from django.core import mail
from django.core.cache import caches
from django.core.management import call_command
from django.db import connection
from django.http import HttpResponse
from django.test import RequestFactory
from django.urls import NoReverseMatch, reverse

from goldenthread_site.accounts.again import shown_again
from goldenthread_site.accounts.models import Person
from goldenthread_site.accounts.opening import LIBRARY
from goldenthread_site.accounts.roles import TOLD, Role
from goldenthread_site.directory.example.loading import load_example
from tests.factories.signing_in import PASSWORD, sign_in, someone

pytestmark = pytest.mark.django_db
TODAY = date(2026, 11, 21)
RECORDS = [role for role in Role if TOLD[role].records]
OTHERS = [role for role in Role if not TOLD[role].records]


@pytest.fixture(autouse=True)
def example() -> None:
    load_example(TODAY)
    caches["default"].clear()


@pytest.fixture
def counted_in_database(settings) -> None:
    """Attempts counted where a deployment counts them."""
    settings.CACHES = {
        "default": {
            "BACKEND": "django.core.cache.backends.db.DatabaseCache",
            "LOCATION": "cache",
        }
    }
    call_command("createcachetable", verbosity=0)


def try_to_sign_in(client, person: Person, password: str = PASSWORD):
    return client.post("/account/login/", {"login": person.email, "password": password})


@pytest.mark.usefixtures("counted_in_database")
def test_five_failures_lock_an_address_out_even_with_the_right_password(client):
    person, other = someone(Role.READER), someone(Role.READER)
    for number in range(5):
        page = try_to_sign_in(client, person, f"wrong {number}").content.decode()
        assert "is not right" in page
    locked = try_to_sign_in(client, person)
    assert locked.status_code == 200
    assert "too many attempts" in locked.content.decode()
    with connection.cursor() as cursor:
        cursor.execute("SELECT count(*) FROM cache")
        assert cursor.fetchone()[0] >= 1
    assert try_to_sign_in(client, other).status_code == 302


def test_an_unknown_address_is_told_the_same_as_a_wrong_password(client):
    known = try_to_sign_in(client, someone(Role.READER), "wrong").content.decode()
    unknown = try_to_sign_in(client, Person(email="nobody@made-up.example"), "wrong")
    said = "The email address or the password is not right"
    assert said in known
    assert said in unknown.content.decode()


def test_nobody_is_written_to_who_has_no_account(client):
    person = someone(Role.READER)
    for email, letters in (("nobody@made-up.example", 0), (person.email, 1)):
        client.post("/account/password/reset/", {"email": email})
        assert len(mail.outbox) == letters
    assert "signup" not in mail.outbox[0].body
    link = re.search(r"http://testserver(\S+)", mail.outbox[0].body)
    page = client.get(link[1], follow=True)
    assert "Save the new password" in page.content.decode()
    client.post(page.request["PATH_INFO"], {"password1": "three unlikely words"})
    person.refresh_from_db()
    assert person.check_password("three unlikely words")


@pytest.mark.parametrize("name", ["/account/login/", "/account/password/reset/"])
def test_no_page_leads_to_signing_up(client, name):
    assert "signup" not in client.get(name).content.decode()


@pytest.mark.parametrize("role", RECORDS)
def test_whoever_may_see_records_sees_nothing_without_a_second_factor(client, role):
    sign_in(client, someone(role), factor=False)
    for address in ("/", "/account/", "/people/interests/", "/figures/", "/returns/"):
        answer = client.get(address)
        assert (address, answer.status_code) == (address, 302)
        assert answer.headers["location"] == "/account/2fa/"
    page = client.get("/account/2fa/").content.decode()
    assert "a password alone is not enough" in page
    assert "Main menu" not in page


@pytest.mark.parametrize("role", OTHERS)
def test_others_need_none(client, role):
    sign_in(client, someone(role), factor=False)
    assert client.get("/").status_code == 200


def test_a_session_that_never_showed_the_factor_stays_shut(client):
    person = someone(Role.CASE_REVIEW_MEMBER)
    sign_in(client, person)
    assert client.get("/").status_code == 200
    client.logout()
    sign_in(client, person, factor=False)  # as one opened before the factor was added
    answer = client.get("/figures/")
    assert answer.headers["location"] == "/account/2fa/reauthenticate/?next=%2Ffigures%2F"


@pytest.mark.django_db(transaction=True)  # the library speaks of it once it is committed
def test_adding_an_app_opens_the_site_at_once(client):
    person = someone(Role.CASE_REVIEW_MEMBER)
    sign_in(client, person, factor=False, again=True)
    page = client.get("/account/2fa/totp/activate/").content.decode()
    secret = re.search(r'id="authenticator_secret">(\w+)<', page)[1]
    counter = next(iter(totp.yield_hotp_counters_from_time()))
    code = format_hotp_value(hotp_value(secret, counter))
    answer = client.post("/account/2fa/totp/activate/", {"code": code})
    assert answer.headers["location"] == "/account/2fa/recovery-codes/"
    assert client.get("/").status_code == 200
    assert mail.outbox[-1].subject == "An authenticator app was added – Golden Thread"
    client.logout()
    assert try_to_sign_in(client, person).headers["location"].startswith("/account/2fa/auth")


def test_personal_data_leaves_only_after_signing_in_again(client):
    person = someone(Role.READER)
    left = []

    @shown_again
    def leaves(request):
        left.append(request.user)
        return HttpResponse("data")

    def ask(**named: bool) -> HttpResponse:
        sign_in(client, person, factor=False, **named)
        request = RequestFactory().get("/export/")
        request.session, request.user = client.session, person
        middleware = AccountMiddleware(leaves)
        with context.request_context(request):
            try:
                return leaves(request)
            except ReauthenticationRequired as problem:
                return middleware.process_exception(request, problem)

    answer = ask()
    assert (answer.status_code, left) == (302, [])
    assert answer.headers["location"].startswith("/account/reauthenticate/?next=%2Fexport%2F")
    assert ask(again=True).content == b"data"
    assert left == [person]


def test_every_page_of_the_library_we_open_has_one_heading(client):
    """Those that need nothing in hand; the rest are opened in the journeys."""
    sign_in(client, someone(Role.READER), again=True)
    for name in sorted(LIBRARY):
        try:
            answer = client.get(reverse(name))
        except NoReverseMatch:
            continue
        if answer.status_code == 200 and "html" in answer.headers["content-type"]:
            page = answer.content.decode()
            assert (name, page.count("<h1")) == (name, 1)
            assert not re.search(r"Two-Factor|Security Key|Sign In\b|Log ?in\b", page), name


@pytest.mark.parametrize("answer", ["[" * 100_000, '{"id":' * 100_000, "null", "not JSON"])
def test_an_answer_of_a_passkey_that_is_none_is_refused_and_no_more(client, answer):
    names = ("mfa_login_webauthn", "mfa_add_webauthn", "mfa_reauthenticate_webauthn")
    sign_in(client, someone(Role.READER), again=True)
    for name in names:
        assert client.post(reverse(name), {"credential": answer}).status_code in (200, 302), name
    client.logout()
    assert client.post(reverse("mfa_login_webauthn"), {"credential": answer}).status_code < 400
