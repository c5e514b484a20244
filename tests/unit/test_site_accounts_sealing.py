"""Secrets of second factors are sealed in the database; keys change without anyone locked out."""

from importlib import import_module
from io import StringIO

import pytest
from allauth.mfa.models import Authenticator
from allauth.mfa.recovery_codes.internal.auth import RecoveryCodes
from allauth.mfa.totp.internal.auth import TOTP, format_hotp_value, generate_totp_secret, hotp_value
from allauth.mfa.totp.internal.auth import yield_hotp_counters_from_time as counters
from django.apps import apps
from django.core.cache import cache
from django.core.exceptions import ImproperlyConfigured
from django.core.management import CommandError, call_command

from goldenthread_site.accounts.sealed_rows import names_used
from goldenthread_site.accounts.sealing import SealError, key_names, seal, unseal
from goldenthread_site.config.deployment import deployment
from tests.factories.signing_in import PASSWORD, someone

OLD, NEW = "an older made-up secret of the site", "a newer made-up secret of the site"


def code_of(secret: str) -> str:
    return format_hotp_value(hotp_value(secret, next(counters())))


def test_what_is_sealed_says_nothing_and_opens(settings):
    settings.SEALS = (OLD,)
    sealed = seal("JBSWY3DPEHPK3PXP")
    assert "JBSWY3DP" not in sealed
    assert sealed.split(":")[:2] == ["sealed", key_names()[0]]
    assert unseal(sealed) == "JBSWY3DPEHPK3PXP"
    assert seal("JBSWY3DPEHPK3PXP") != sealed


def test_what_was_changed_or_never_sealed_does_not_open(settings):
    settings.SEALS = (OLD,)
    sealed = seal("a secret")
    with pytest.raises(SealError, match="has been changed"):
        unseal(sealed[:-6] + "AAAAAA")
    with pytest.raises(SealError, match="never sealed"):
        unseal("JBSWY3DPEHPK3PXP")
    settings.SEALS = (NEW,)
    with pytest.raises(SealError, match="no such key"):
        unseal(sealed)


@pytest.mark.django_db
def test_a_key_is_changed_while_codes_go_on_working(settings):
    settings.SEALS = (OLD,)
    person, secret = someone(), generate_totp_secret()
    TOTP.activate(person, secret)
    codes = RecoveryCodes.activate(person).get_unused_codes()
    assert secret not in str([each.data for each in Authenticator.objects.all()])
    old = key_names()

    settings.SEALS = (NEW, OLD)
    assert names_used() == old
    assert TOTP(Authenticator.objects.get(type="totp")).validate_code(code_of(secret))
    said = StringIO()
    call_command("reseal", stdout=said)
    assert "2 rows are sealed anew" in said.getvalue()
    assert f"Nothing is sealed under {old[0]} any more" in said.getvalue()

    settings.SEALS = (NEW,)
    cache.clear()  # where it stands that this code was used
    assert names_used() == key_names() != old
    assert TOTP(Authenticator.objects.get(type="totp")).validate_code(code_of(secret))
    kept = Authenticator.objects.get(type="recovery_codes")
    assert RecoveryCodes(kept).get_unused_codes() == codes
    call_command("reseal", stdout=(again := StringIO()))
    assert again.getvalue().startswith("0 rows")


@pytest.mark.django_db
def test_nothing_is_sealed_anew_where_a_key_is_missing(settings):
    settings.SEALS = (OLD,)
    TOTP.activate(someone(), generate_totp_secret())
    before = Authenticator.objects.get().data
    settings.SEALS = (NEW,)
    with pytest.raises(CommandError, match="GOLDENTHREAD_SEALS has no such key"):
        call_command("reseal")
    assert Authenticator.objects.get().data == before


def test_a_deployment_names_its_keys_and_the_secret_key_opens_what_was_before(tmp_path):
    def told(**more: str) -> tuple[str, ...]:
        home = {"GOLDENTHREAD_HOME": str(tmp_path), "GOLDENTHREAD_SECRET_KEY": "k" * 60}
        return deployment(home | more).seals

    assert told() == ("k" * 60,)
    assert told(GOLDENTHREAD_SEALS=f"{NEW},{OLD}") == (NEW, OLD, "k" * 60)
    with pytest.raises(ImproperlyConfigured, match="GOLDENTHREAD_SEALS"):
        told(GOLDENTHREAD_SEALS="short")


@pytest.mark.django_db
def test_what_an_old_trial_kept_unsealed_is_sealed_and_its_codes_stay_good(client):
    person = someone(email="early@made-up.example")
    secret = generate_totp_secret()
    TOTP.activate(person, secret)
    row = Authenticator.objects.get(type="totp")
    Authenticator.objects.update(data=row.data | {"secret": secret})
    sealing = import_module("goldenthread_site.accounts.migrations.0003_seal_second_factors")
    for _ in range(2):  # the second time there is nothing left to do
        sealing.seal_what_is_not(apps, None)
        kept = Authenticator.objects.get(type="totp").data["secret"]
        assert unseal(kept) == secret
    login = {"login": person.email, "password": PASSWORD}
    assert client.post("/account/login/", login).status_code == 302
    answer = client.post("/account/2fa/authenticate/", {"code": code_of(secret)})
    assert (answer.status_code, answer.headers["location"]) == (302, "/")
