"""What PostgreSQL is told of who asks, and when; collected where it is the database only."""

import pytest
from django.db import DatabaseError, connection, transaction
from django.test.utils import CaptureQueriesContext

from goldenthread_site.accounts.roles import Role
from goldenthread_site.barrier.asking import NOBODY, Asker, as_the_system, asking
from goldenthread_site.barrier.checks import stands
from goldenthread_site.barrier.policies import as_made, make, statements
from goldenthread_site.directory.models import Group, Partnership
from tests.factories.signing_in import sign_in, someone

pytestmark = pytest.mark.django_db


@pytest.fixture
def luton():
    made = Partnership.objects.create(name="Luton Partnership", slug="luton", areas=["821"])
    Group.objects.create(partnership=made, name="Executive")
    return made


def settings():
    """What the database itself holds to be so, asked beneath everything of the site."""
    names = ("person", "partnership", "held", "today", "system")
    asked = ", ".join(f"current_setting('goldenthread.{each}', true)" for each in names)
    with connection.connection.cursor() as cursor:
        return cursor.execute(f"SELECT {asked}").fetchone()


def broken():
    """Asks for something first, so that whoever asks is told within what goes back."""
    Group.objects.count()
    with connection.cursor() as cursor:
        cursor.execute("SELECT 1 / 0")


def test_a_page_costs_two_tellings_and_the_last_one_takes_them_back(luton, client):
    sign_in(client, someone(Role.BUSINESS_UNIT), factor=False)
    with asking(NOBODY):
        connection.forget()
        before = connection.tellings
        with CaptureQueriesContext(connection) as asked:
            assert client.get("/groups/").status_code == 200
        # Who it is, what they hold, and, when the page is done, nobody.
        assert connection.tellings - before == 3
        assert connection.told == NOBODY
        assert settings() == ("", "", "{}", "", "")
    # The numbers of queries that tests of pages assert are of what the site asks.
    assert len(asked) > 3
    assert not [each for each in asked if "set_config" in each["sql"]]


def test_a_public_page_tells_nothing(luton, client):
    with asking(NOBODY):
        connection.forget()
        before = connection.tellings
        assert client.get("/healthz").content == b"ok\n"
        assert connection.tellings == before


def test_it_is_told_again_where_a_transaction_went_back(luton):
    person = Asker(person=1, partnership=luton.pk)
    with asking(person), transaction.atomic():
        assert Group.objects.count() == 1
        with pytest.raises(DatabaseError), transaction.atomic(), as_the_system("a test"):
            broken()
        assert Group.objects.count() == 1
        assert settings()[0] == "1"
    with asking(NOBODY):
        assert Group.objects.count() == 0


def test_what_was_told_in_a_transaction_goes_back_with_it(luton):
    with asking(NOBODY):
        assert Group.objects.count() == 0
        with transaction.atomic():
            with as_the_system("a test"):
                assert Group.objects.count() == 1
            transaction.set_rollback(True)
        assert Group.objects.count() == 0


def test_a_broken_statement_leaves_nobodys_standing_behind(luton):
    with asking(Asker(person=1)), transaction.atomic():
        with connection.cursor() as cursor, pytest.raises(DatabaseError):
            cursor.execute("SELECT 1 / 0")
        connection.forget()
        assert connection.told is None
        transaction.set_rollback(True)


def test_a_table_that_nobody_spoke_of_gives_no_rows(luton):
    with connection.cursor() as cursor:
        cursor.execute("CREATE TABLE made_up AS SELECT 1 AS number")
        for statement in statements({"made_up": None}):
            cursor.execute(statement)
        cursor.execute("SELECT count(*) FROM made_up")
        # Not even to the site itself, nor to the owner of the table.
        assert cursor.fetchone() == (0,)


def test_policies_are_made_once_and_missed_where_they_are_others():
    assert stands(databases=["default"]) == []
    assert make(connection) is False
    with connection.cursor() as cursor:
        cursor.execute("COMMENT ON FUNCTION barrier_system() IS 'of an earlier version'")
    assert [each.id for each in stands(databases=["default"])] == ["barrier.W002"]
    assert not as_made(connection)
    assert make(connection) is True
    assert as_made(connection)


def test_what_is_asked_again_stays_planned_and_is_answered_to_whoever_asks(luton):
    for _ in range(12):  # the database keeps a plan of its own from the sixth time it was planned
        with as_the_system("a test"):
            assert Group.objects.filter(name="Executive").count() == 1
        with asking(NOBODY):
            assert Group.objects.filter(name="Executive").count() == 0
    with connection.connection.cursor() as cursor:
        kept = cursor.execute(
            "SELECT generic_plans FROM pg_prepared_statements"
            " WHERE statement LIKE 'SELECT COUNT(*)%directory_group%'"
        ).fetchall()
    assert [times > 0 for (times,) in kept] == [True]
