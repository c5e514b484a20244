"""Setting a partnership up, from an empty database to the first requests."""

import re
from datetime import date
from io import StringIO

import pytest
from django.core.management import CommandError, call_command
from django.test import Client

from goldenthread.nouns import PeriodKind
from goldenthread_site.accounts.models import Person
from goldenthread_site.accounts.roles import Role
from goldenthread_site.directory.models import Agency, Group, Membership, Partnership, RoleHeld
from goldenthread_site.home.setting_up.asking import period_before
from goldenthread_site.home.setting_up.starter import starter
from goldenthread_site.returns.models import DataRequest
from goldenthread_site.returns.templates import templates
from goldenthread_site.trail.models import Link
from tests.factories.signing_in import sign_in, someone

pytestmark = pytest.mark.django_db
NAME = "Northmoor Safeguarding Children Partnership"
SET_UP = "/set-up/"


def begin(name: str = NAME, email: str = "sam@northmoor.example") -> str:
    out = StringIO()
    call_command(
        "begin_partnership",
        name,
        council=["Peterborough"],
        email=email,
        name="Sam Example",
        stdout=out,
    )
    return out.getvalue()


@pytest.fixture
def sam(client: Client) -> Client:
    """The first person of Northmoor, signed in."""
    begin()
    sign_in(client, Person.objects.get(email="sam@northmoor.example"))
    return client


def test_the_command_makes_a_partnership_and_someone_who_cannot_sign_in_yet():
    told = begin()
    made = Partnership.objects.get()
    assert (made.name, made.slug, made.areas) == (NAME, "northmoor", ["874"])
    sam = Person.objects.get()
    assert not sam.has_usable_password()
    roles = set(RoleHeld.objects.filter(person=sam).values_list("role", flat=True))
    assert roles == {Role.ADMINISTRATOR, Role.BUSINESS_UNIT}
    assert "/account/password/reset/key/" in told
    assert Link.objects.filter(job="set-up", action="partnership begun").count() == 1


def test_the_link_lets_them_choose_a_password_once(client):
    link = re.search(r"/account/password/reset/key/\S+", begin())
    assert link
    asked = client.get(link[0], follow=True)
    there = asked.redirect_chain[-1][0]
    chosen = {"password1": "north moor lantern gravel"}
    assert client.post(there, chosen, follow=True).status_code == 200
    assert Person.objects.get().check_password("north moor lantern gravel")
    again = Client().get(link[0], follow=True)
    assert "This link no longer works" in again.content.decode()


def test_the_command_refuses_what_is_there_already_and_what_is_no_council():
    begin()
    with pytest.raises(CommandError, match="is here already"):
        begin()
    named = {"email": "kim@southmoor.example", "name": "Kim Example"}
    with pytest.raises(CommandError, match="no council"):
        call_command("begin_partnership", "Southmoor", council=["England"], **named)
    with pytest.raises(CommandError, match="Enter an email address"):
        call_command("begin_partnership", "Southmoor", council=["Luton"], email="kim", name="Kim")
    assert Partnership.objects.count() == 1


def test_a_second_partnership_is_begun_by_someone_who_has_an_account():
    begin()
    Person.objects.get().set_password("north moor lantern gravel")
    sam = Person.objects.get()
    sam.set_password("north moor lantern gravel")
    sam.save()
    told = begin("Southmoor Safeguarding Children Partnership", "SAM@northmoor.example")
    assert "They sign in as before" in told
    assert Person.objects.count() == 1
    assert sam.roles_held.count() == 4


def test_the_first_page_leads_to_what_comes_next(sam):
    page = sam.get("/").content.decode()
    assert "The partnership is not set up yet" in page
    steps = sam.get(SET_UP).content.decode()
    assert "1 of 5 steps are done" in steps


def test_name_colour_and_councils_stand_on_every_page(sam):
    answer = sam.post(
        SET_UP + "partnership/",
        {
            "name": "Northmoor and Southmoor Partnership",
            "areas": "Peterborough\nLuton",
            "colour": "plum",
            "adults": "Northmoor Safeguarding Adults Board",
        },
        follow=True,
    )
    page = answer.content.decode()
    assert "gt-plum" in page
    assert "Northmoor and Southmoor Partnership" in page
    made = Partnership.objects.get(kind=Partnership.Kind.CHILDREN)
    assert made.areas == ["874", "821"]
    assert [each.name for each in made.linked.all()] == ["Northmoor Safeguarding Adults Board"]
    call_command("verify_trail", stdout=StringIO())


def test_a_taken_name_and_a_wrong_council_are_said_beside_the_box(sam):
    begin("Southmoor Safeguarding Children Partnership", "kim@southmoor.example")
    typed = {"name": "Southmoor Safeguarding Children Partnership", "colour": "teal"}
    page = sam.post(SET_UP + "partnership/", {**typed, "areas": "Nowhere"}).content.decode()
    assert "There is a problem" in page
    page = sam.post(SET_UP + "partnership/", {**typed, "areas": "Peterborough"}).content.decode()
    assert "Another partnership is called" in page
    page = sam.post(
        SET_UP + "partnership/",
        {"name": NAME, "areas": "Peterborough", "colour": "teal", "adults": typed["name"]},
    ).content.decode()
    assert "is a children’s partnership here" in page


def agencies_typed(**more: str) -> dict[str, str]:
    return {
        "council_874": "Peterborough Council",
        "health_board": "Northmoor Integrated Care Board",
        "police": "Northmoor Police",
        "since_day": "1",
        "since_month": "4",
        "since_year": "2026",
        **more,
    }


def test_agencies_are_checked_and_added_in_one_go(sam):
    checked = sam.post(SET_UP + "agencies/", agencies_typed()).content.decode()
    assert "Check your answers" in checked
    assert "Northmoor Police" in checked
    assert not Agency.objects.exists()
    sam.post(SET_UP + "agencies/", agencies_typed(confirmed="yes"))
    found = Membership.objects.filter(standing=Membership.Standing.PARTNER)
    assert found.count() == 3
    assert {each.since for each in found} == {date(2026, 4, 1)}
    assert Agency.objects.get(short_name="Police").footprint == ["874"]


def test_no_agency_at_all_and_one_name_twice_are_refused(sam):
    none = {name: "" for name in agencies_typed() if not name.startswith("since")}
    page = sam.post(SET_UP + "agencies/", agencies_typed() | none).content.decode()
    assert "Enter the name of at least one agency" in page
    page = sam.post(SET_UP + "agencies/", agencies_typed(fire="northmoor police")).content.decode()
    assert "This name stands here twice" in page


def test_groups_come_with_their_posts_and_are_not_offered_twice(sam):
    sam.post(SET_UP + "groups/", {"groups": ["executive", "data"]})
    executive = Group.objects.get(name="Executive")
    assert executive.posts.count() == 2
    page = sam.get(SET_UP + "groups/").content.decode()
    assert "Executive" not in page
    assert "Learning and improvement" in page
    left = [each.key for each in starter().group if each.key not in ("executive", "data")]
    sam.post(SET_UP + "groups/", {"groups": left})
    assert sam.get(SET_UP + "groups/").status_code == 302


def test_first_requests_go_to_the_agencies_they_fit(sam):
    assert sam.get(SET_UP + "requests/").headers["location"] == "/set-up/agencies/"
    sam.post(SET_UP + "agencies/", agencies_typed(confirmed="yes"))
    police = Agency.objects.get(short_name="Police")
    page = sam.get(SET_UP + "requests/").content.decode()
    assert f'value="{police.pk}:marac"' in page
    sam.post(SET_UP + "requests/", {"requests": [f"{police.pk}:marac", f"{police.pk}:police"]})
    asked = DataRequest.objects.filter(agency=police)
    assert {each.template for each in asked} == {"marac", "police"}
    assert all(each.footprint == "874" and each.period.end < each.due for each in asked)
    assert f'value="{police.pk}:marac"' not in sam.get(SET_UP + "requests/").content.decode()


def test_only_the_business_unit_sets_up(client):
    begin()
    made = Partnership.objects.get()
    for role in set(Role) - {Role.BUSINESS_UNIT}:
        sign_in(client, someone(role, partnership=made))
        assert client.get(SET_UP).status_code == 403, role
        assert client.post(SET_UP + "groups/", {"groups": ["data"]}).status_code == 403, role
    assert not Group.objects.exists()


def test_the_lists_name_templates_and_agencies_that_there_are():
    kinds = {each.key for each in starter().agency}
    assert set(starter().asks) <= kinds
    of_sector = {each.key: each.sector for each in starter().agency}
    for kind, asked in starter().asks.items():
        for name in asked:
            assert of_sector[kind] in templates()[name].sectors, (kind, name)


@pytest.mark.parametrize(
    ("kind", "code"),
    [
        (PeriodKind.QUARTER, "2026-27 Q2"),
        (PeriodKind.FINANCIAL_YEAR, "2025-26"),
        (PeriodKind.ACADEMIC_YEAR, "2025-26 academic"),
    ],
)
def test_the_period_that_ended_last(kind, code):
    assert period_before(kind, date(2026, 11, 21)).code == code
    # On its own last day a quarter is not over yet.
    assert period_before(PeriodKind.QUARTER, date(2026, 9, 30)).code == "2026-27 Q1"
