"""Tokens: who makes one, what ends one, what a program is told that shows a wrong one."""

import logging
from datetime import timedelta

import pytest
from django.utils import timezone

from goldenthread_site.accounts.refusal import NotAllowedError, RefusedError
from goldenthread_site.accounts.roles import Role
from goldenthread_site.api import actions, permissions, queries
from goldenthread_site.api.models import Token
from goldenthread_site.api.rules import BEGINNING, digest_of
from goldenthread_site.directory.models import Partnership, RoleHeld
from goldenthread_site.figures.permissions import READERS, TRUE_COUNTS
from goldenthread_site.trail.acting import Acting
from goldenthread_site.trail.models import Content, Link
from tests.factories.canary import a_partnership, holder
from tests.factories.signing_in import BEGAN, sign_in
from tests.factories.signing_in import standing as standing_of
from tests.factories.tokens import a_token, read, written_in

pytestmark = pytest.mark.django_db
ADDRESSES = ("partnerships", "indicators", "figures", "questions", "returns")


@pytest.fixture
def luton():
    return a_partnership()


def told(answer) -> tuple[int, str]:
    return answer.status_code, answer.json()["detail"]


def test_a_token_is_shown_once_and_only_its_digest_is_kept(client, luton):
    person = sign_in(client, holder(Role.ANALYST, luton), again=True)
    last = timezone.localdate() + timedelta(days=90)
    day = {"last_day_day": last.day, "last_day_month": last.month, "last_day_year": last.year}
    page = client.post("/account/tokens/make/", {"name": "Dashboard", "counts": "released", **day})
    text = page.content.decode()
    secret = text.partition(f'value="{BEGINNING}')[2].partition('"')[0]
    assert len(secret) >= 43
    assert "no-store" in page.headers["Cache-Control"]
    token = Token.objects.get()
    assert token.digest == digest_of(BEGINNING + secret)
    assert (token.person, token.partnership, token.true_counts) == (person, luton, False)
    listed = client.get("/account/tokens/").content.decode()
    assert "Dashboard" in listed
    assert secret not in listed + str(list(Content.objects.values()))
    assert read("figures", BEGINNING + secret).status_code == 200
    again = client.post("/account/tokens/make/", {"name": "Dashboard", "counts": "released", **day})
    assert "You have a token of this name" in again.content.decode()


def test_one_signs_in_again_before_making_one(client, luton):
    sign_in(client, holder(Role.ANALYST, luton), factor=False)
    session = client.session
    session["account_authentication_methods"] = [{"method": "password", "at": 0}]
    session.save()
    answer = client.get("/account/tokens/make/")
    assert (answer.status_code, "reauthenticate" in answer.headers["location"]) == (302, True)


@pytest.mark.parametrize("role", list(Role))
def test_who_may_make_which(luton, role):
    who = standing_of(holder(role, luton), today=timezone.localdate())
    last = who.today + timedelta(days=1)
    for true_counts, may in ((False, role in READERS), (True, role in TRUE_COUNTS)):
        given = {"by": Acting(person=who.person), "standing": who, "last_day": last}
        given |= {"name": f"{true_counts}", "true_counts": true_counts}
        if may:
            actions.make(**given)
        else:
            with pytest.raises(NotAllowedError):
                actions.make(**given)


@pytest.mark.parametrize(("days", "may"), [(-1, False), (0, True), (365, True), (366, False)])
def test_a_token_lasts_a_year_at_most(luton, days, may):
    person = holder(Role.READER, luton)
    if may:
        assert read("figures", a_token(person, days=days)[1]).status_code == 200
    else:
        with pytest.raises(RefusedError, match="last day"):
            a_token(person, days=days)


def test_a_wrong_token_opens_nothing(client, luton):
    person = holder(Role.ANALYST, luton)
    token, secret = a_token(person)
    yesterday = timezone.localdate() - timedelta(days=1)
    over = written_in(person, luton, yesterday)
    for path in ADDRESSES:
        for wrong in ("", "x", secret[:-1], secret + "x", token.digest, over):
            answer = read(path, wrong)
            assert answer.status_code == 401
            assert answer.headers["WWW-Authenticate"].startswith("Basic realm=")
            assert "Authorization header" in answer.json()["detail"]
    for header in ("", "Basic !!", "Basic /w==", f"Token {secret}", secret):
        answer = client.get("/api/v1/figures", headers={"Authorization": header})
        assert answer.status_code == 401
    # In an address it is nothing, and a session is nothing.
    assert client.get(f"/api/v1/figures?token={secret}").status_code == 401
    sign_in(client, person)
    assert client.get("/api/v1/figures").status_code == 401
    assert read("figures", secret, basic=True).status_code == 200


def test_what_reads_no_more_once_it_is_ended_or_its_owner_has_gone(luton):
    person = holder(Role.READER, luton)
    token, secret = a_token(person)
    assert read("figures", secret).status_code == 200
    RoleHeld.objects.filter(person=person).update(until=timezone.localdate() - timedelta(days=1))
    status, why = told(read("figures", secret))
    assert (status, "holds no role in Luton any more" in why) == (403, True)
    RoleHeld.objects.filter(person=person).update(until=None)
    person.is_active = False
    person.save()
    assert told(read("figures", secret)) == (
        403,
        "The account of this token’s owner is closed.",
    )
    person.is_active = True
    person.save()
    who = standing_of(person, today=timezone.localdate())
    actions.end(by=Acting(person=person), standing=who, token=token, why="Not needed")
    assert read("figures", secret).status_code == 401
    with pytest.raises(RefusedError, match="ended already"):
        actions.end(by=Acting(person=person), standing=who, token=token, why="Again")


def test_a_role_that_needs_a_second_factor_needs_it_here_too(client, luton):
    person = holder(Role.LEGAL_ADVISER, luton)
    _, secret = a_token(person)
    assert "needs a second factor" in told(read("figures", secret))[1]
    sign_in(client, person)
    assert read("figures", secret).status_code == 200


def test_a_token_is_for_its_one_partnership(luton):
    bedford = Partnership.objects.create(name="Bedford", slug="bedford", areas=["822"])
    person = holder(Role.READER, luton)
    RoleHeld.objects.create(
        person=person, partnership=bedford, role=Role.BUSINESS_UNIT, since=BEGAN
    )
    last = timezone.localdate()
    secrets = {each.slug: written_in(person, each, last) for each in (luton, bedford)}
    for slug, secret in secrets.items():
        (one,) = read("partnerships", secret).json()["items"]
        assert one["slug"] == slug
    assert read("figures", secrets["luton"]).json()["count"] == 4
    assert read("figures", secrets["luton"]).json()["counts"] == "as released"
    assert read("figures", secrets["bedford"]).json()["count"] == 0
    RoleHeld.objects.filter(person=person, partnership=luton).delete()
    assert read("figures", secrets["luton"]).status_code == 403


def test_it_reads_only(client, luton):
    _, secret = a_token(holder(Role.ANALYST, luton))
    for method in ("post", "put", "patch", "delete"):
        answer = getattr(client, method)(
            "/api/v1/figures", headers={"Authorization": f"Bearer {secret}"}
        )
        assert answer.status_code == 405


def test_who_ends_whose(client, luton):
    owner = holder(Role.READER, luton)
    elsewhere = Partnership.objects.create(name="Bedford", slug="bedford", areas=["822"])
    token, _ = a_token(owner)
    may = {Role.BUSINESS_UNIT, Role.ADMINISTRATOR}
    for role in Role:
        who = standing_of(holder(role, luton))
        assert (role, token in queries.tokens(who)) == (role, role in may)
        outside = standing_of(holder(role, elsewhere))
        assert token not in queries.tokens(outside)
        with pytest.raises(NotAllowedError):
            permissions.check_end(outside, token)
        if role not in may:
            with pytest.raises(NotAllowedError):
                permissions.check_end(who, token)
    administrator = sign_in(client, holder(Role.ADMINISTRATOR, luton))
    path = f"/account/tokens/{token.pk}/end/"
    assert "Enter why it ends" in client.post(path, {"why": ""}).content.decode()
    client.post(path, {"why": "Left the partnership"})
    token.refresh_from_db()
    assert token.ended_by == administrator
    ended = Link.objects.get(action="token ended")
    assert (ended.person, ended.content.why) == (administrator.pk, "Left the partnership")
    sign_in(client, holder(Role.TRAINER, luton))
    assert client.get(path).status_code == 404


def test_the_trail_knows_of_making_the_first_use_of_a_day_and_ending(luton):
    person = holder(Role.READER, luton)
    token, secret = a_token(person)
    for _ in range(3):
        read("figures", secret)
    Token.objects.update(last_used=timezone.localdate() - timedelta(days=1))
    read("figures", secret)
    actions.end(by=Acting(person=person), standing=standing_of(person), token=token)
    done = list(Link.objects.filter(about_kind="api.token").order_by("number"))
    assert [each.action for each in done] == [
        "token made",
        "token used",
        "token used",
        "token ended",
    ]
    assert {each.partnership for each in done} == {luton.pk}
    assert {each.person for each in done} == {person.pk}
    token.refresh_from_db()
    assert token.last_used == timezone.localdate()


def test_no_token_is_ever_in_a_log(luton, caplog):
    caplog.set_level(logging.DEBUG)
    _, secret = a_token(holder(Role.READER, luton))
    for path in ("figures", "figures?yaer=1", "returns", "nothing"):
        read(path, secret)
        read(path, secret[:-1])
        read(path, secret, basic=True)
    assert secret[:-1] not in caplog.text
