"""Who reads which of the trail, narrowed and said in words; and what leaves as CSV."""

import csv
import io
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from goldenthread_site.accounts.models import Person
from goldenthread_site.accounts.roles import Role
from goldenthread_site.directory.models import Agency, Conflict, Partnership, RoleHeld
from goldenthread_site.figures.models import Question
from goldenthread_site.trail import queries
from goldenthread_site.trail.acting import Acting
from goldenthread_site.trail.exporting import csv_lines, neutral
from goldenthread_site.trail.models import Content, Link
from goldenthread_site.trail.recording import record
from tests.factories.signing_in import PASSWORD, sign_in, someone, standing

pytestmark = pytest.mark.django_db

READ = {Role.BUSINESS_UNIT, Role.SCRUTINEER, Role.INSPECTOR}


@pytest.fixture
def luton() -> Partnership:
    return Partnership.objects.create(name="Luton SCP", slug="luton", areas=["821"])


@pytest.fixture
def bedford() -> Partnership:
    return Partnership.objects.create(name="Bedford SCP", slug="bedford", areas=["822"])


@pytest.fixture
def police() -> Agency:
    return Agency.objects.create(name="Bedfordshire Police", short_name="Police", sector="police")


def done(by: Person, about: Agency, where: Partnership, action: str = "agency added", **more):
    return record(by=Acting(person=by), action=action, about=about, partnership=where.pk, **more)


@pytest.mark.parametrize("role", list(Role))
def test_who_opens_the_trail(client, luton, bedford, police, role):
    here = someone(role, partnership=luton)
    done(here, police, luton, why="It joined")
    done(here, police, bedford, why="Next door’s own reason")
    sign_in(client, here)
    for address in ("/trail/", "/trail/export/"):
        answer = client.get(address)
        assert (answer.status_code != 403) == (role in READ), address
    if role in READ:
        page = client.get("/trail/").content.decode()
        assert "Bedfordshire Police" in page
        assert "It joined" in page
        assert "Next door" not in page


def test_the_public_is_asked_to_sign_in(client):
    assert client.get("/trail/").status_code == 302


def test_a_matter_with_a_declared_interest_is_not_shown(client, luton, police):
    reader = someone(Role.SCRUTINEER, partnership=luton)
    done(reader, police, luton, why="Of that matter")
    Conflict.objects.create(
        person=reader,
        since=date(2020, 1, 1),
        matter_kind="directory.agency",
        matter_id=str(police.pk),
    )
    sign_in(client, reader)
    assert "Of that matter" not in client.get("/trail/").content.decode()


def test_it_is_narrowed_by_day_person_and_action(client, luton, police):
    reader, other = (
        someone(Role.BUSINESS_UNIT, partnership=luton),
        someone(Role.ANALYST, partnership=luton),
    )
    done(reader, police, luton, why="first thing")
    done(other, police, luton, action="agency renamed", why="second thing")
    sign_in(client, reader)

    def shown(query: str) -> set[str]:
        page = client.get(f"/trail/?{query}").content.decode()
        return {each for each in ("first thing", "second thing") if each in page}

    assert shown("") == {"first thing", "second thing"}
    assert shown(f"person={other.pk}") == {"second thing"}
    assert shown("action=agency+added") == {"first thing"}
    assert shown("until_day=1&until_month=2&until_year=2020") == set()
    assert shown("since_day=1&since_month=2&since_year=2020") == {"first thing", "second thing"}


@pytest.mark.parametrize(
    "query",
    [
        "since_day=31&since_month=2&since_year=2024",
        "since_day=2&since_month=2&since_year=2024&until_day=1&until_month=2&until_year=2024",
        "person=999999",
        "person=x",
        "action=%00",
        "page=99999",
        "page=x",
        "since_day=9999999999&since_month=1&since_year=99999",
        "since_day=1&since_month=1&since_year=0001",
        "until_day=31&until_month=12&until_year=9999",
    ],
)
def test_whatever_is_asked_there_is_a_page(client, luton, police, query):
    reader = someone(Role.BUSINESS_UNIT, partnership=luton)
    done(reader, police, luton)
    sign_in(client, reader)
    assert client.get(f"/trail/?{query}").status_code == 200


def test_a_long_trail_is_read_page_by_page_with_few_questions(
    client, luton, police, django_assert_max_num_queries
):
    reader = someone(Role.BUSINESS_UNIT, partnership=luton)
    for number in range(60):
        done(reader, police, luton, why=f"reason {number:03}")
    sign_in(client, reader)
    with django_assert_max_num_queries(14):
        first = client.get("/trail/").content.decode()
    assert "reason 059" in first
    assert "reason 009" not in first
    assert "reason 009" in client.get("/trail/?page=2").content.decode()


def test_erased_words_are_said_to_be_erased(client, luton, police):
    reader = someone(Role.BUSINESS_UNIT, partnership=luton)
    link = done(reader, police, luton, why="To be forgotten")
    Content.objects.filter(link=link).delete()
    sign_in(client, reader)
    page = client.get("/trail/").content.decode()
    assert "name erased" in page
    assert "To be forgotten" not in page


def test_the_export_asks_for_the_password_again_and_is_on_the_trail(client, luton, police):
    reader = someone(Role.BUSINESS_UNIT, partnership=luton)
    done(reader, police, luton, why="=cmd|' /C calc'!A0")
    sign_in(client, reader)
    asked = client.get("/trail/export/")
    assert asked.status_code == 302
    assert "reauthenticate" in asked.headers["location"]
    client.post(asked.headers["location"], {"password": PASSWORD})
    answer = client.get("/trail/export/")
    text = b"".join(answer.streaming_content).decode("utf-8-sig")
    rows = list(csv.DictReader(io.StringIO(text)))
    assert [row["Why"] for row in rows] == ["'=cmd|' /C calc'!A0"]
    assert Link.objects.first().action == "trail exported"


@given(st.text())
def test_no_cell_begins_a_formula(text):
    shown = next(csv.reader(io.StringIO("".join(csv_lines([text], [])).lstrip("\ufeff"))), [""])
    assert not (shown or [""])[0].lstrip(" ").startswith(("=", "+", "-", "@", "\t", "\r"))


def test_plain_cells_stay_as_they_are():
    assert neutral("Bedfordshire Police") == "Bedfordshire Police"
    assert neutral(None) == ""
    assert neutral(7) == "7"


def test_the_last_name_of_each_person_is_offered(luton, police):
    from goldenthread_site.directory.standing import Standing
    from goldenthread_site.trail.queries import people

    reader = someone(Role.BUSINESS_UNIT, partnership=luton)
    done(reader, police, luton)
    Person.objects.filter(pk=reader.pk).update(name="A New Name")
    done(Person.objects.get(pk=reader.pk), police, luton)
    held = RoleHeld.objects.get(person=reader)
    assert held.partnership == luton
    assert people(Standing(reader, date(2026, 11, 21))) == [(reader.pk, "A New Name")]


def test_what_was_done_with_a_thing_of_a_shut_matter_is_not_read(luton, police):
    reader = someone(Role.SCRUTINEER, partnership=luton)
    asker = someone(Role.ANALYST, partnership=luton)
    fire = Agency.objects.create(name="Fire service", short_name="Fire", sector="other")
    for agency in (police, fire):
        question = Question.objects.create(
            partnership=luton,
            indicator="contacts",
            text="Why?",
            asked_by=asker,
            asked_as="Analyst",
            asked_of=agency,
        )
        record(
            by=Acting(person=asker), action="question asked", about=question, partnership=luton.pk
        )
    assert queries.links(standing(reader)).count() == 2
    Conflict.objects.create(
        person=reader, matter_kind="directory.agency", matter_id=str(police.pk), since="2020-01-01"
    )
    (left,) = queries.links(standing(reader))
    assert Question.objects.get(pk=left.about_id).asked_of == fire
