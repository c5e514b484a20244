"""Single sign-on against a stand-in for an organisation's own sign-in: the whole way round."""

from collections.abc import Iterator
from datetime import date, timedelta
from urllib.parse import urlsplit

import httpx
import pytest
from django.core.exceptions import ImproperlyConfigured
from django.utils import timezone

from goldenthread_site.accounts.models import Person
from goldenthread_site.accounts.roles import Role
from goldenthread_site.accounts.single_sign_on import single_sign_on
from goldenthread_site.directory.example.loading import load_example
from goldenthread_site.directory.models import Invitation
from goldenthread_site.directory.people import actions
from goldenthread_site.trail.acting import Acting
from goldenthread_site.trail.models import Content, Link
from tests.factories.identity_provider import CLIENT, SECRET, Provider, identity_provider
from tests.factories.signing_in import someone, standing

pytestmark = pytest.mark.django_db
ADDRESS = "invited@made-up.example"


@pytest.fixture
def provider(settings) -> Iterator[Provider]:
    """The stand-in, named in the settings as a deployment would name it."""
    load_example(date(2026, 11, 21))
    with identity_provider() as made:
        said = {
            "GOLDENTHREAD_OIDC_SERVER": made.address,
            "GOLDENTHREAD_OIDC_CLIENT": CLIENT,
            "GOLDENTHREAD_OIDC_SECRET": SECRET,
            "GOLDENTHREAD_OIDC_TITLE": "the council’s account",
        }
        settings.SINGLE_SIGN_ON = single_sign_on(said)
        settings.SOCIALACCOUNT_PROVIDERS = settings.SINGLE_SIGN_ON.as_settings()
        yield made


def come(client, provider: Provider, **person: object):
    """Follow the link on the sign-in page to the provider and back."""
    provider.person = {"sub": "1234", "email_verified": True, **person}
    there = client.get("/account/oidc/organisation/login/?process=login")
    assert there.status_code == 302
    assert there.headers["location"].startswith(f"{provider.address}/authorization?")
    back = urlsplit(httpx.get(there.headers["location"]).headers["location"])
    assert back.path == "/account/oidc/organisation/login/callback/"
    return client.get(f"{back.path}?{back.query}")


def invite(role: Role = Role.READER, email: str = ADDRESS) -> Invitation:
    unit = someone(Role.BUSINESS_UNIT)
    made = actions.let_in(
        by=Acting(person=unit),
        standing=standing(unit, timezone.localdate()),
        email=email,
        role=role,
        agency=None,
        since=timezone.localdate(),
        until=None,
    )
    assert isinstance(made, tuple)
    return made[0]


def test_the_sign_in_page_offers_it(client, provider):
    page = client.get("/account/login/").content.decode()
    assert "Sign in with the council’s account" in page
    assert "/account/oidc/organisation/login/?process=login" in page


def test_whoever_is_invited_arrives_with_the_role_and_comes_again(client, provider):
    invitation = invite()
    answer = come(client, provider, email=ADDRESS.upper(), name="Sam Example")
    assert (answer.status_code, answer.headers["location"]) == (302, "/")
    person = Person.objects.get(email=ADDRESS)
    assert (person.name, person.has_usable_password()) == ("Sam Example", False)
    invitation.refresh_from_db()
    assert invitation.person == person
    assert person.roles_held.get().role == Role.READER
    assert list(Link.objects.order_by("number").values_list("action", flat=True)) == [
        "person invited",
        "invitation accepted",
        "role given",
        "signed in",
    ]
    assert Content.objects.get(link__action="signed in").detail == {"by": ["socialaccount"]}
    assert provider.asked["authorization"]["code_challenge_method"] == "S256"
    assert "openid" in provider.asked["authorization"]["scope"]
    client.logout()
    assert come(client, provider, email="changed@made-up.example").headers["location"] == "/"
    assert client.session["_auth_user_id"] == str(person.pk)


@pytest.mark.parametrize(
    ("told", "reason"),
    [
        ({"email": "stranger@made-up.example"}, "There is no invitation for your address"),
        ({"email": ADDRESS, "email_verified": False}, "did not vouch"),
        ({}, "did not vouch"),
    ],
)
def test_nobody_else_gets_an_account(client, provider, told, reason):
    invite()
    before = Person.objects.count()
    answer = come(client, provider, **told)
    assert answer.status_code == 403
    assert reason in answer.content.decode()
    assert Person.objects.count() == before
    assert "_auth_user_id" not in client.session


def test_an_invitation_whose_time_is_over_lets_nobody_in(client, provider):
    invite()
    Invitation.objects.update(expires=timezone.now() - timedelta(seconds=1))
    assert come(client, provider, email=ADDRESS).status_code == 403


def test_who_has_a_password_here_may_come_that_way_too(client, provider):
    person = someone(Role.READER, email=ADDRESS)
    assert come(client, provider, email=ADDRESS).headers["location"] == "/"
    assert client.session["_auth_user_id"] == str(person.pk)
    person.refresh_from_db()
    assert person.has_usable_password()


def test_a_second_factor_is_asked_for_all_the_same(client, provider):
    invite(Role.CASE_REVIEW_MEMBER)
    assert come(client, provider, email=ADDRESS, name="Sam").headers["location"] == "/"
    assert client.get("/").headers["location"] == "/account/2fa/"


def test_accounts_are_not_joined_by_a_link(client, provider):
    """A link that someone is tricked into following joins no other account to theirs."""
    provider.person = {"sub": "9", "email": "other@made-up.example", "email_verified": True}
    client.force_login(someone(Role.READER))
    there = client.get("/account/oidc/organisation/login/?process=connect")
    back = urlsplit(httpx.get(there.headers["location"]).headers["location"])
    answer = client.get(f"{back.path}?{back.query}")
    assert answer.status_code == 403


def test_what_is_said_in_part_is_refused():
    with pytest.raises(ImproperlyConfigured, match="GOLDENTHREAD_OIDC_SECRET"):
        single_sign_on(
            {"GOLDENTHREAD_OIDC_SERVER": "https://sign-in.example", "GOLDENTHREAD_OIDC_CLIENT": "x"}
        )
    said = {"GOLDENTHREAD_OIDC_CLIENT": "x", "GOLDENTHREAD_OIDC_SECRET": "y"}
    with pytest.raises(ImproperlyConfigured, match="https"):
        single_sign_on(said | {"GOLDENTHREAD_OIDC_SERVER": "http://sign-in.example"})
    assert single_sign_on({}) is None
