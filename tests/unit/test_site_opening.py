"""Every address of the site names who may open it; one that names nobody stays shut."""

import pytest
from django.urls import URLPattern, URLResolver, get_resolver

from goldenthread_site.accounts.roles import Role
from goldenthread_site.directory.example.loading import load_example
from goldenthread_site.directory.middleware import opening_of
from tests.factories.signing_in import sign_in

pytestmark = pytest.mark.django_db

# What the sign-in library offers and this site does not open: whoever asks is refused.
SHUT = {
    "account_signup",
    "account_email",
    "account_confirm_email",
    "account_email_verification_sent",
    "account_set_password",
    "account_confirm_login_code",
    "socialaccount_signup",
    "socialaccount_connections",
    "social/signup/",  # earlier addresses of its own, sent on elsewhere
    "social/login/error/",
    "social/login/cancelled/",
    "social/connections/",
}


def addresses(found: URLResolver) -> list[URLPattern]:
    patterns: list[URLPattern] = []
    for each in found.url_patterns:
        patterns += addresses(each) if isinstance(each, URLResolver) else [each]
    return patterns


def test_every_address_says_who_may_open_it():
    unsaid = {
        each.name or str(each.pattern)
        for each in addresses(get_resolver())
        if opening_of(each.callback, each.name) is None
    }
    assert unsaid == SHUT


def test_what_is_shut_refuses_even_those_signed_in(client, django_user_model):
    person = django_user_model.objects.create_user("someone@luton.example", name="Someone")
    client.force_login(person)
    assert client.get("/account/signup/").status_code == 403


def test_the_public_is_asked_to_sign_in(client):
    answer = client.get("/account/")
    assert answer.status_code == 302
    assert answer.headers["location"] == "/account/login/?next=/account/"


@pytest.mark.parametrize("role", list(Role))
def test_whoever_holds_a_role_finds_their_work(client, django_user_model, role):
    from datetime import date

    accounts = dict(load_example(date(2026, 11, 21)))
    sign_in(client, django_user_model.objects.get(email=accounts[role]))
    page = client.get("/").content.decode()
    assert role.told.title in page
