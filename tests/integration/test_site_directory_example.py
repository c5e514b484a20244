"""The example holds something of everything the directory knows, all of it plainly made up."""

from datetime import date

import pytest

from goldenthread_site.accounts.models import Person
from goldenthread_site.accounts.roles import Role
from goldenthread_site.directory import queries
from goldenthread_site.directory.example.loading import load_example
from goldenthread_site.directory.example.people import ELSEWHERE, FORMER, load_people
from goldenthread_site.directory.models import Agency, Holding, Partnership, RoleHeld, Setting
from goldenthread_site.directory.standing import Standing

pytestmark = pytest.mark.django_db
TODAY = date(2026, 11, 21)


@pytest.fixture(autouse=True)
def _loaded() -> None:
    load_example(TODAY)
    load_people(TODAY)


def of(role: Role) -> Standing:
    held = RoleHeld.objects.filter(partnership__slug="luton", role=role).order_by("pk")[0]
    return Standing(held.person, TODAY, chosen="luton")


def test_two_dozen_schools_have_numbers_that_no_school_has():
    schools = Setting.objects.all()
    assert schools.count() == 24
    # In the register of schools every number begins with another digit.
    assert {each.urn[0] for each in schools} == {"0"}
    assert all("(made up)" in each.name for each in schools)
    assert schools.filter(ended__isnull=False).count() == 1
    lantern_hill = schools.get(urn="000103")
    assert [each.until for each in lantern_hill.leads.order_by("since")] == [date(2026, 1, 4), None]


def test_every_person_says_that_they_are_made_up():
    assert Person.objects.count() > len(Role)
    for person in Person.objects.all():
        assert person.name.endswith("(example)")
        assert person.email.endswith(".example")


def test_posts_change_hands_and_some_are_empty():
    superintendent = Holding.objects.filter(post__title__startswith="Detective")
    assert [each.until for each in superintendent.order_by("since")] == [date(2025, 9, 30), None]
    icb = Agency.objects.get(short_name="ICB")
    held = {each.title: len(each.held) for each in queries.posts_of(icb, TODAY)}  # type: ignore[attr-defined]
    assert held["Designated doctor"] == 0
    assert held["Designated nurse"] == 1


def test_the_health_board_came_of_two_others_the_last_in_mid_year():
    icb = Agency.objects.get(short_name="ICB")
    line = queries.line_of(icb)
    assert [each.short_name for each in line] == ["Luton CCG", "CCG", "ICB"]
    first = line[0]
    assert queries.current_agency(first, date(2021, 6, 1)).short_name == "CCG"
    assert queries.current_agency(first, date(2022, 7, 1)) == icb
    past = queries.past_members(of(Role.READER), TODAY)
    assert {each.agency.short_name for each in past} == {"Luton CCG", "CCG"}


def test_a_neighbour_sees_what_is_shared_and_nothing_else():
    groups = {each.name for each in queries.groups(of(Role.NEIGHBOUR))}
    assert "Pan Bedfordshire procedures" in groups
    assert "Executive" not in groups
    assert "Transition and think family" not in groups  # that is with the adults’ board
    assert not queries.schools(of(Role.NEIGHBOUR)).exists()
    assert len(queries.members_on(of(Role.NEIGHBOUR), TODAY)) > 3


def test_the_adults_board_is_linked_and_shares_a_group():
    luton = Partnership.objects.get(slug="luton")
    assert [each.kind for each in luton.linked.all()] == [Partnership.Kind.ADULTS]
    shared = {each.name for each in luton.linked.get().shared_groups.all()}
    assert shared == {"Transition and think family"}


def test_one_has_no_role_any_more_and_one_has_one_next_door_only():
    assert Standing(Person.objects.get(email=FORMER), TODAY).partnership is None
    beside = Standing(Person.objects.get(email=ELSEWHERE), TODAY)
    assert beside.partnership is not None
    assert beside.partnership.slug == "bedford-borough"
    assert {each.slug for each in beside.partnerships} == {"bedford-borough"}
