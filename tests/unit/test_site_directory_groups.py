"""Groups and posts: who sees and keeps which, who holds a post from when."""

from datetime import date

import pytest

from goldenthread_site.accounts.refusal import RefusedError
from goldenthread_site.accounts.roles import Role
from goldenthread_site.directory import actions, queries
from goldenthread_site.directory.models import Group, Partnership, Post
from goldenthread_site.trail.acting import Acting
from tests.factories.signing_in import sign_in, someone

pytestmark = pytest.mark.django_db

SITE = Acting(job="test of its own")
TODAY = date(2026, 11, 21)


@pytest.fixture
def luton() -> Partnership:
    return Partnership.objects.create(name="Luton SCP", slug="luton", areas=["821"])


@pytest.fixture
def bedford() -> Partnership:
    return Partnership.objects.create(name="Bedford SCP", slug="bedford", areas=["822"])


def a_group(name: str, where: Partnership, *shared: Partnership) -> Group:
    return actions.add_group(
        by=SITE, partnership=where, name=name, terms="To meet.", shared_with=shared
    )


@pytest.mark.parametrize("role", list(Role))
def test_who_sees_and_keeps_which_group(client, luton, bedford, role):
    neighbour = role is Role.NEIGHBOUR
    sees = {
        a_group("Own", luton): not neighbour,
        a_group("Shared", luton, bedford): True,
        a_group("Theirs shared", bedford, luton): True,
        a_group("Theirs", bedford): False,
    }
    sign_in(client, someone(role, partnership=luton))
    page = client.get("/groups/").content.decode()
    for group, seen in sees.items():
        assert (f">{group.name}</a>" in page) == seen, group
        assert client.get(f"/groups/{group.pk}/").status_code == (200 if seen else 404)
        changing = client.get(f"/groups/{group.pk}/change/").status_code
        if role is not Role.BUSINESS_UNIT:
            assert changing == 403, group
        elif seen:
            assert changing == (200 if group.partnership == luton else 403), group
            posting = client.get(f"/groups/{group.pk}/posts/add/").status_code
            assert posting == changing
        else:
            assert changing == 404


def test_a_post_is_given_from_person_to_person_and_falls_empty(client, luton):
    keeper = someone(Role.BUSINESS_UNIT, partnership=luton)
    other = someone(Role.LEAD_PARTNER, partnership=luton)
    sign_in(client, keeper)
    group = a_group("Executive", luton)
    client.post(f"/groups/{group.pk}/posts/add/", {"title": "Chair"})
    post = Post.objects.get()

    def give(person, day: str, month: str, year: str) -> str:
        boxes = {"since_day": day, "since_month": month, "since_year": year}
        given = {"person": person.pk, **boxes}
        return client.post(f"/posts/{post.pk}/give/", given, follow=True).content.decode()

    assert f"{keeper.name} holds Chair from 1 April 2024." in give(keeper, "1", "4", "2024")
    assert f"{other.name} holds Chair from 1 April 2025." in give(other, "1", "4", "2025")
    assert "enter a later day" in give(keeper, "1", "4", "2025")
    held = list(post.holdings.order_by("since").values_list("person", "until"))
    assert held == [(keeper.pk, date(2025, 3, 31)), (other.pk, None)]
    assert [each.person for each in queries.posts_of(group, TODAY)[0].held] == [other]
    left = {"until_day": "1", "until_month": "6", "until_year": "2025"}
    page = client.post(f"/posts/{post.pk}/leave/", left, follow=True).content.decode()
    assert "Nobody holds Chair after 1 June 2025." in page
    again = client.post(f"/posts/{post.pk}/leave/", left, follow=True).content.decode()
    assert "Nobody holds this post on that day." in again


def test_a_post_elsewhere_is_not_to_be_found(client, luton, bedford):
    post = actions.add_post(
        by=SITE, partnership=bedford, place=a_group("Theirs", bedford), title="Chair"
    )
    sign_in(client, someone(Role.BUSINESS_UNIT, partnership=luton))
    assert client.get(f"/posts/{post.pk}/give/").status_code == 404


def test_a_name_is_given_once(luton):
    a_group("Executive", luton)
    with pytest.raises(RefusedError, match="has a group called executive already"):
        a_group("executive", luton)
