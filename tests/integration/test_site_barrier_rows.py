"""PostgreSQL keeps rows back by itself: asked with no narrowing at all, as an account that owns
nothing, by everyone of the world of who sees what.

Collected where the database is PostgreSQL only (tests/integration/conftest.py), as in the run that
test_site_on_postgres makes of every test of the site.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import timedelta
from typing import Any

import pytest
from django.db import DatabaseError, connection, transaction
from django.utils import timezone

from goldenthread_site.accounts.models import KeptTyping
from goldenthread_site.accounts.roles import Role
from goldenthread_site.barrier.asking import NOBODY, Asker, as_the_system, asking
from goldenthread_site.barrier.rules import ANYONE
from goldenthread_site.barrier.tables import Protected, tables
from goldenthread_site.directory.models import Group, Setting, SettingLead
from goldenthread_site.figures.models import (
    Answer,
    KeptNeighbours,
    LetOut,
    Prepared,
    Question,
    SeriesBreak,
    Target,
)
from goldenthread_site.returns.models import Return
from goldenthread_site.trail.models import Review
from tests.factories.barrier import READS, model_of, who
from tests.factories.postgres import PLAIN
from tests.factories.signing_in import standing
from tests.seeing.belonging import Whose
from tests.seeing.world import World

pytestmark = pytest.mark.django_db

PROTECTED = {table: told for table, told in tables().items() if isinstance(told, Protected)}
REFUSED = "42501"  # PostgreSQL's own code for a row that no policy lets in


@pytest.fixture
def world() -> World:
    """The world of who sees what, and one of whatever it has none of yet, in each partnership."""
    made = World()
    for whose in (Whose.OWN, Whose.ELSEWHERE):
        place = made.places[whose]
        here, day = place.partnership, made.today
        school = Setting.objects.get(pk=place.given["school"])
        person = school.partnership.roles_held.first().person
        SettingLead.objects.create(setting=school, name="Someone", since=day)
        question = Question.objects.get(pk=place.given["question"])
        Answer.objects.create(question=question, text="Because.", by=person, by_as="Analyst")
        told = {"indicator": "x", "source": "Minutes"}
        SeriesBreak.objects.create(partnership=here, when=day, reason="Counted anew", **told)
        more = {"year": "2019-20", "value": 1, "owner_told": "Head", "agreed": day}
        Target.objects.create(partnership=here, **told, **more)
        Prepared.objects.create(partnership=here, what="x", year="x", inside=True, state="x")
        LetOut.objects.create(partnership=here, figure="x", value="7", decimals=0)
        alike = {"name": "A model", "year": 2025, "area_code": "x", "members": ["y"]}
        KeptNeighbours.objects.create(deposit=here.deposits.first(), **alike)
        Review.objects.create(partnership=here.pk, on=day, erased=False)
        for one in (person, made.people[Role.BUSINESS_UNIT]):
            path = f"/{here.pk}"
            KeptTyping.objects.create(
                person=one, page="/", path=path, sealed="x", until=timezone.now()
            )
        group = Group.objects.get(pk=place.given["group"])
        group.posts.create(title="Chair").holdings.create(person=person, since=day)
    shared = Group.objects.create(partnership=here, name="Shared by both")
    shared.shared_with.add(made.places[Whose.OWN].partnership)
    return made


@contextmanager
def as_a_plain_account() -> Iterator[None]:
    """Neither the owner of the tables nor a superuser, with every right there is on each table."""
    rights = "SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA public"
    with connection.cursor() as cursor:
        cursor.execute(f"GRANT {rights} TO {PLAIN}")
        cursor.execute(f"SET LOCAL ROLE {PLAIN}")
        cursor.execute("SELECT rolsuper OR rolbypassrls FROM pg_roles WHERE rolname = current_user")
        assert cursor.fetchone() == (False,)
        yield
        cursor.execute("RESET ROLE")


def numbers(table: str) -> set[Any]:
    """Every row that comes back, asked for with nothing to narrow it."""
    return set(model_of(table)._base_manager.values_list("pk", flat=True))


def test_each_standing_reads_its_own_rows_of_every_table_and_no_other(world: World):
    assert READS.keys() == PROTECTED.keys()
    every = {table: list(model_of(table)._base_manager.all()) for table in PROTECTED}
    assert [table for table, rows in every.items() if not rows] == []
    shown, hidden = set(), set()
    with as_a_plain_account():
        for role, person in world.people.items():
            asker = who(standing(person, world.today))
            for table, rows in every.items():
                wanted = {each.pk for each in rows if READS[table](each, asker)}
                with asking(standing(person, world.today).asker):
                    found = numbers(table)
                assert found == wanted, (table, role)
                shown |= {table} if wanted else set()
                hidden |= {table} if len(wanted) < len(rows) else set()
    assert shown == hidden == PROTECTED.keys()


def test_an_interest_keeps_back_what_is_an_agencys_from_its_day_to_its_last(world: World):
    person, place = world.people[Role.ANALYST], world.places[Whose.SHUT]
    asked = {"returns_datarequest": "request_asked", "returns_return": "accepted"}
    asked |= {"figures_question": "question"}
    (interest,) = person.conflicts.all()
    days = {
        "holds": (world.today, None),
        "ends today": (world.today, world.today),
        "ended": (world.today - timedelta(2), world.today - timedelta(1)),
        "begins tomorrow": (world.today + timedelta(1), None),
    }
    seen = {}
    with as_a_plain_account():
        for name, (interest.since, interest.until) in days.items():
            interest.save()
            with asking(standing(person, world.today).asker):
                found = {int(place.given[row]) in numbers(table) for table, row in asked.items()}
            (seen[name],) = found
    assert seen == {"holds": False, "ends today": False, "ended": True, "begins tomorrow": True}


def test_without_a_standing_there_are_no_rows(world: World):
    person = world.people[Role.BUSINESS_UNIT].pk
    with as_a_plain_account():
        for table in PROTECTED:
            with asking(NOBODY):
                assert numbers(table) == set(), table
        # Somebody whose second factor is not shown yet: told by name, and with no role.
        own = {"accounts_kepttyping", "api_token", "directory_conflict", "directory_roleheld"}
        in_every = {"directory_post", "directory_holding"}  # of agencies, which are everybody's
        with asking(Asker(person=person)):
            found = {table for table in PROTECTED if numbers(table)}
        assert found == own | in_every


def test_rows_that_are_not_read_are_not_written_either(world: World):
    every = {table: numbers(table) for table in PROTECTED}
    rows = {table: _values(table) for table in PROTECTED}
    with as_a_plain_account():
        for role, person in world.people.items():
            asker = standing(person, world.today).asker
            for table, told in PROTECTED.items():
                with asking(asker):
                    unread = every[table] - numbers(table)
                    if not unread:
                        continue
                    assert _changed(table, unread) == 0, (table, role)
                    if told.adds is not ANYONE:
                        one = min(unread)
                        assert _added(table, rows[table][one]) == REFUSED, (table, role)


def test_reading_a_row_is_not_yet_the_right_to_write_it(world: World):
    """By hand: what a forgotten check would let some people do."""
    own, other = world.places[Whose.OWN], world.places[Whose.OTHER]
    elsewhere = world.places[Whose.ELSEWHERE].partnership.pk
    refused = (
        (Role.SCRUTINEER, "returns_return", other.given["draft"], "note", "x"),
        (Role.INSPECTOR, "returns_return", own.given["submitted"], "note", "x"),
        (Role.LEAD_PARTNER, "returns_return", own.given["submitted"], "note", "x"),
        (Role.READER, "directory_group", own.given["group"], "terms", "x"),
        (Role.READER, "directory_roleheld", own.given["role_held"], "role", "business_unit"),
        (Role.ANALYST, "directory_setting", own.given["school"], "name", "x"),
        (Role.INSPECTOR, "returns_datarequest", own.given["request_asked"], "guidance", "x"),
    )
    with as_a_plain_account():
        for role, table, number, column, value in refused:
            with asking(standing(world.people[role], world.today).asker):
                assert int(number) in numbers(table)
                assert (
                    model_of(table)._base_manager.filter(pk=number).update(**{column: value}) == 0
                )
        # What may be changed may not be given to another partnership, nor a draft to others.
        unit = standing(world.people[Role.BUSINESS_UNIT], world.today).asker
        group = Group.objects.filter(pk=own.given["group"])
        with asking(unit), _refused():
            group.update(partnership=elsewhere)
        contributor = standing(world.people[Role.AGENCY_CONTRIBUTOR], world.today).asker
        draft = Return.objects.filter(pk=own.given["draft"])
        with asking(contributor), _refused():
            draft.update(request=int(other.given["request_asked"]))
        # And their own go on as they should.
        with asking(contributor):
            assert Return.objects.filter(pk=own.given["draft"]).update(note="x") == 1


def test_the_site_itself_reads_all_or_one_partnership_and_says_why(world: World):
    every = {table: numbers(table) for table in PROTECTED}
    here = world.places[Whose.OWN].partnership
    with as_a_plain_account():
        with as_the_system("a test"):
            assert {table: numbers(table) for table in PROTECTED} == every
        with as_the_system("a test", partnership=here.pk):
            found = set(Return.objects.values_list("request__partnership", flat=True))
            assert found == {here.pk}
            assert Return.objects.filter(status="draft").exists()
    with pytest.raises(ValueError, match="say why"), as_the_system(" "):
        pass


@contextmanager
def _refused() -> Iterator[None]:
    with pytest.raises(DatabaseError, match="row-level security"), transaction.atomic():
        yield


def _values(table: str) -> dict[Any, dict[str, Any]]:
    """Each row with the columns it would be added again with, as the database has them."""
    with connection.cursor() as cursor:
        key = model_of(table)._meta.pk.column
        cursor.execute(f'SELECT "{key}", to_jsonb(t)::text FROM "{table}" t')
        return dict(cursor.fetchall())


def _changed(table: str, unread: set[Any]) -> int:
    """How many of them are changed or deleted by whoever asks for just that."""
    key, wanted = model_of(table)._meta.pk.column, list(unread)
    with connection.cursor() as cursor:
        cursor.execute(f'UPDATE "{table}" SET "{key}" = "{key}" WHERE "{key}" = ANY(%s)', [wanted])
        changed = cursor.rowcount
        cursor.execute(f'DELETE FROM "{table}" WHERE "{key}" = ANY(%s)', [wanted])
        return changed + cursor.rowcount


def _added(table: str, row: str) -> str:
    """What the database says to the same row once more."""
    try:
        with transaction.atomic(), connection.cursor() as cursor:
            cursor.execute(
                f'INSERT INTO "{table}" SELECT (jsonb_populate_record(NULL::"{table}", %s)).*',
                [row],
            )
    except DatabaseError as refused:
        return str(getattr(refused.__cause__, "sqlstate", ""))
    return "taken"
