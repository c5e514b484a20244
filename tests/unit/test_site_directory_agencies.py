"""Agencies: who sees which, and what may be written of them."""

from datetime import date

import pytest

from goldenthread_site.accounts.refusal import RefusedError
from goldenthread_site.accounts.roles import Role
from goldenthread_site.directory import actions, queries
from goldenthread_site.directory.models import Agency, Membership, Partnership
from goldenthread_site.directory.standing import Standing
from goldenthread_site.trail.acting import Acting
from goldenthread_site.trail.models import Link
from tests.factories.signing_in import BEGAN, sign_in, someone

pytestmark = pytest.mark.django_db

TODAY = date(2026, 11, 21)
SITE = Acting(job="test of its own")


@pytest.fixture
def luton() -> Partnership:
    return Partnership.objects.create(name="Luton SCP", slug="luton", areas=["821"])


@pytest.fixture
def bedford() -> Partnership:
    return Partnership.objects.create(name="Bedford SCP", slug="bedford", areas=["822"])


def an_agency(name: str, *where: Partnership, **more: object) -> Agency:
    made = Agency.objects.create(name=name, short_name=name, sector="health", **more)
    for each in where:
        Membership.objects.create(agency=made, partnership=each, standing="relevant", since=BEGAN)
    return made


# Whose agencies each role sees: its own partnership's, those both share, the other partnership's.
SEES = {role: {"own": role is not Role.NEIGHBOUR, "shared": True, "other": False} for role in Role}


@pytest.mark.parametrize("role", list(Role))
def test_who_sees_which_agency(client, luton, bedford, role):
    there = {
        "own": an_agency("Only Luton", luton),
        "shared": an_agency("Both", luton, bedford),
        "other": an_agency("Only Bedford", bedford),
    }
    sign_in(client, someone(role, partnership=luton))
    page = client.get("/agencies/").content.decode()
    for which, agency in there.items():
        assert (agency.name in page) == SEES[role][which], which
        status = client.get(f"/agencies/{agency.pk}/").status_code
        assert status == (200 if SEES[role][which] else 404), which


WRITING = ["add/", "{}/rename/", "{}/footprint/", "{}/end/", "{}/succession/", "{}/posts/add/"]


@pytest.mark.parametrize("role", list(Role))
def test_only_the_business_unit_writes_and_only_about_its_own(client, luton, bedford, role):
    own, other = an_agency("Only Luton", luton), an_agency("Only Bedford", bedford)
    sign_in(client, someone(role, partnership=luton))
    keeps = role is Role.BUSINESS_UNIT
    for address in WRITING:
        answer = client.get(f"/agencies/{address.format(own.pk)}")
        assert answer.status_code == (200 if keeps else 403), address
        if "{}" in address:
            for send in (client.get, client.post):
                answer = send(f"/agencies/{address.format(other.pk)}")
                assert answer.status_code == (404 if keeps else 403), address
    assert client.get("/schools/bring-in/").status_code == (200 if keeps else 403)
    assert client.get("/groups/add/").status_code == (200 if keeps else 403)


def test_the_public_sees_none(client, luton):
    agency = an_agency("Only Luton", luton)
    for address in ("/agencies/", f"/agencies/{agency.pk}/", "/groups/", "/schools/"):
        assert client.get(address).status_code == 302


def test_someone_whose_role_has_ended_sees_none(client, luton):
    an_agency("Only Luton", luton)
    person = someone(Role.READER, partnership=luton)
    person.roles_held.update(until=date(2020, 1, 1))
    sign_in(client, person)
    assert "Only Luton" not in client.get("/agencies/").content.decode()


def test_the_list_asks_few_questions(client, luton, django_assert_max_num_queries):
    for number in range(30):
        an_agency(f"Agency {number}", luton)
    sign_in(client, someone(Role.READER, partnership=luton))
    with django_assert_max_num_queries(14):
        client.get("/agencies/")


def test_old_reports_keep_the_old_name(luton):
    agency = an_agency("Old Trust", luton)
    actions.rename_agency(
        by=SITE, agency=agency, name="New Trust", short_name="New", since=date(2024, 4, 1)
    )
    actions.rename_agency(
        by=SITE, agency=agency, name="Newest Trust", short_name="New", since=date(2025, 4, 1)
    )
    agency.refresh_from_db()
    assert queries.name_on(agency, date(2024, 3, 31)) == "Old Trust"
    assert queries.name_on(agency, date(2024, 4, 1)) == "New Trust"
    assert queries.name_on(agency, date(2025, 3, 31)) == "New Trust"
    assert queries.name_on(agency, TODAY) == "Newest Trust"
    with pytest.raises(RefusedError, match="Enter a day after"):
        actions.rename_agency(
            by=SITE, agency=agency, name="X", short_name="X", since=date(2025, 4, 1)
        )
    an_agency("Taken", luton)
    with pytest.raises(RefusedError, match="Another agency is called"):
        actions.rename_agency(by=SITE, agency=agency, name="taken", short_name="X", since=TODAY)


def test_an_agency_known_next_door_is_taken_in(luton, bedford):
    known = an_agency("East London Trust", bedford, footprint=["822"])
    made = actions.add_agency(
        by=SITE,
        partnership=luton,
        name="east london trust",
        short_name="x",
        sector="police",
        footprint=["821"],
        standing="relevant",
        since=TODAY,
    )
    assert made == known
    assert made.footprint == ["822"]
    assert Link.objects.get().partnership == luton.pk
    with pytest.raises(RefusedError, match="takes part in Luton SCP already"):
        actions.add_agency(
            by=SITE,
            partnership=luton,
            name="East London Trust",
            short_name="x",
            sector="police",
            footprint=["821"],
            standing="relevant",
            since=TODAY,
        )


def test_leaving_one_partnership_leaves_the_other_place(luton, bedford):
    agency = an_agency("Both", luton, bedford)
    actions.end_membership(
        by=SITE, agency=agency, partnership=luton, until=TODAY, exists=True, why="Moved"
    )
    agency.refresh_from_db()
    assert agency.ended is None
    assert agency.memberships.get(partnership=bedford).until is None
    assert agency.memberships.get(partnership=luton).until == TODAY
    here = Standing(someone(Role.READER, partnership=luton), date(2026, 12, 1))
    assert queries.members_on(here, date(2026, 12, 1)) == []
    assert [each.agency for each in queries.past_members(here, date(2026, 12, 1))] == [agency]


def day_boxes(name: str, day: date) -> dict[str, str]:
    return {
        f"{name}_day": str(day.day),
        f"{name}_month": str(day.month),
        f"{name}_year": str(day.year),
    }


def test_an_agency_is_added_by_its_councils_names(client, luton):
    sign_in(client, someone(Role.BUSINESS_UNIT, partnership=luton))
    given = {
        "name": "Fire Service",
        "short_name": "Fire",
        "standing": "relevant",
        "sector": "other",
        "footprint": "Luton\nCentral Bedfordshire\nluton",
        **day_boxes("since", TODAY),
    }
    wrong = client.post("/agencies/add/", {**given, "footprint": "Lutn"}).content.decode()
    assert "did you mean Luton or" in wrong
    region = client.post("/agencies/add/", {**given, "footprint": "East of England"})
    assert "is no council" in region.content.decode()
    page = client.post("/agencies/add/", given, follow=True).content.decode()
    assert "Fire Service takes part from 21 November 2026." in page
    assert Agency.objects.get(name="Fire Service").footprint == ["821", "823"]
    assert "Luton and Central Bedfordshire" in page


def test_the_adults_board_is_shown(client, luton):
    adults = Partnership.objects.create(name="Luton SAB", slug="sab", kind="adults")
    luton.linked.add(adults)
    sign_in(client, someone(Role.READER, partnership=luton))
    assert (
        "Luton SAB, a safeguarding adults partnership" in client.get("/agencies/").content.decode()
    )


def test_whoever_holds_roles_in_several_partnerships_chooses(client, luton, bedford):
    an_agency("Only Luton", luton), an_agency("Only Bedford", bedford)
    person = someone(Role.READER, partnership=luton)
    assert "Change partnership" not in _page(client, person, "/agencies/")
    person.roles_held.create(partnership=bedford, role=Role.READER, since=BEGAN)
    assert "Change partnership" in _page(client, person, "/agencies/")
    client.post("/partnership/", {"partnership": "luton"})
    assert "Only Luton" in client.get("/agencies/").content.decode()
    client.post("/partnership/", {"partnership": "bedford"})
    page = client.get("/agencies/").content.decode()
    assert "Only Bedford" in page
    assert "Only Luton" not in page
    Partnership.objects.create(name="Third", slug="third")
    assert client.post("/partnership/", {"partnership": "third"}).status_code == 200
    assert client.session["partnership"] == "bedford"


def _page(client, person, address: str) -> str:
    client.force_login(person)
    return client.get(address).content.decode()


def test_every_action_of_the_room_is_told_in_words():
    from goldenthread_site.trail.presenters import presented

    told = {
        "agency added",
        "agency renamed",
        "agency ended",
        "footprint changed",
        "succession recorded",
        "group added",
        "group changed",
        "post added",
        "post given",
        "post left",
        "schools brought in",
        "safeguarding lead named",
    }
    assert told <= presented()


@pytest.mark.parametrize("role", list(Role))
def test_who_sees_the_people_of_an_agency(client, luton, role):
    police, health = an_agency("Police", luton), an_agency("Health", luton)
    contributor = someone(Role.AGENCY_CONTRIBUTOR, partnership=luton, agency=police)
    viewer = someone(role, partnership=luton, agency=health)
    sign_in(client, viewer)
    page = client.get(f"/agencies/{police.pk}/").content.decode()
    assert (contributor.name in page) == (role is Role.BUSINESS_UNIT)
    client.logout()
    sign_in(client, contributor)
    assert (
        f"{contributor.name}, agency contributor"
        in client.get(f"/agencies/{police.pk}/").content.decode()
    )
