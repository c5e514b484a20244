"""The chain: any tampering is found, at its link; erasing words is none; the database refuses."""

import secrets
from io import StringIO

import pytest
from django.core.management import CommandError, call_command
from django.db import DatabaseError, connection, transaction
from django.db.models import F

from goldenthread_site.trail.acting import Acting
from goldenthread_site.trail.models import Content, Head, Link
from goldenthread_site.trail.recording import digest_of_content, digest_of_link, record
from goldenthread_site.trail.verifying import Walk, walk

pytestmark = pytest.mark.django_db

SITE = Acting(job="test of its own")
LONG = 7
AWKWARD = {
    "words": '“typographic” \\ " / \u2028 \x01\x1f\x7f \t\r\n é 漢 🧵',
    "nested": [{"b": [1, 2.5, -0.125, 1e-07, True, False, None], "a": {}}, []],
}


def past_the_barrier() -> None:
    """Let the owner of the table reach its rows, so that the refusal itself is met."""
    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")
            cursor.execute("ALTER TABLE trail_link NO FORCE ROW LEVEL SECURITY")


def unlocked(statement: str) -> None:
    """What someone who owns the database could do, past the refusal."""
    past_the_barrier()
    with connection.cursor() as cursor:
        if connection.vendor == "sqlite":
            cursor.execute("DROP TRIGGER IF EXISTS trail_link_no_update")
            cursor.execute("DROP TRIGGER IF EXISTS trail_link_no_delete")
        else:
            cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")
            cursor.execute("ALTER TABLE trail_link DISABLE TRIGGER USER")
        cursor.execute(statement)


@pytest.fixture
def chain() -> None:
    for number in range(LONG):
        record(
            by=SITE,
            action=f"thing {number} done",
            about=Head(pk=1),
            partnership=1 if number % 2 else None,
            why="",
            detail=AWKWARD if number == 3 else {"number": number},
        )


def test_an_empty_trail_holds():
    assert walk() == Walk(links=0, erased=0, last="")


def test_the_second_way_agrees_with_the_first(chain):
    found = walk()
    assert (found.links, found.erased, found.broken) == (LONG, 0, "")
    assert found.last == Head.objects.get().digest


CHANGES = {
    "at": "'1999-01-01 00:00:00+00:00'",
    "action": "'nothing done'",
    "about_kind": "'directory.agency'",
    "about_id": "'99'",
    "partnership": "99",
    "person": "99",
    "job": "'another'",
    "content_digest": "'0'",
    "previous": "'1'",
    "digest": "'2'",
    "number": "1000",
}


def test_every_field_of_a_link_is_tampered_with_below():
    assert set(CHANGES) == {field.attname for field in Link._meta.concrete_fields}


@pytest.mark.parametrize("number", range(1, LONG + 1))
@pytest.mark.parametrize("field", CHANGES)
def test_a_changed_field_of_any_link_is_found(chain, number, field):
    if field == "number":
        Content.objects.all().delete()  # which would otherwise stop it
    unlocked(f"UPDATE trail_link SET {field} = {CHANGES[field]} WHERE number = {number}")
    assert str(number) in walk().broken


@pytest.mark.parametrize("number", range(1, LONG + 1))
@pytest.mark.parametrize("field", ["who", "why", "place", "detail", "salt"])
def test_changed_words_beside_any_link_are_found(chain, number, field):
    changed = {"else": 1} if field == "detail" else "changed"
    Content.objects.filter(link_id=number).update(**{field: changed})
    assert walk().broken == f"The words beside link {number} were changed after they were written."


@pytest.mark.parametrize("number", range(1, LONG + 1))
def test_a_deleted_link_is_found(chain, number):
    Content.objects.filter(link_id=number).delete()
    unlocked(f"DELETE FROM trail_link WHERE number = {number}")
    found = walk().broken
    assert str(number) in found
    assert "missing" in found


@pytest.mark.parametrize("first", range(1, LONG))
def test_two_swapped_links_are_found(chain, first):
    Content.objects.all().delete()
    for old, new in ((first, 1000), (first + 1, first), (1000, first + 1)):
        unlocked(f"UPDATE trail_link SET number = {new} WHERE number = {old}")
    assert f"Link {first} " in walk().broken


def test_a_link_put_in_at_the_end_is_found(chain):
    last = Link.objects.first()
    forged = Link(
        number=LONG + 1,
        at=last.at,
        action="thing done",
        about_kind="x",
        about_id="1",
        content_digest="",
        previous=last.digest,
        job="x",
    )
    forged.digest = digest_of_link(forged)
    forged.save()
    assert "The head does not say" in walk().broken


def test_a_missing_head_is_found(chain):
    Head.objects.all().delete()
    assert "head" in walk().broken


def test_erased_words_break_nothing(chain):
    Content.objects.filter(link_id__in=[1, 4, LONG]).delete()
    found = walk()
    assert (found.broken, found.erased) == ("", 3)
    record(by=SITE, action="thing done", about=Head(pk=1))
    assert walk().broken == ""


def test_a_chain_written_anew_is_found_by_what_was_noted_down(chain):
    noted = walk()
    previous = ""
    for link in list(Link.objects.order_by("number").select_related("content")):
        link.content.who = "someone else"
        link.content.salt = secrets.token_hex(16)
        link.content_digest, link.previous = digest_of_content(link.content), previous
        link.digest = previous = digest_of_link(link)
        unlocked(
            f"UPDATE trail_link SET content_digest = '{link.content_digest}',"
            f" previous = '{link.previous}', digest = '{link.digest}' WHERE number = {link.number}"
        )
        link.content.save()
    Head.objects.update(digest=previous)
    assert walk().broken == ""
    assert "noted down" in walk((noted.links, noted.last)).broken
    assert "noted down, is missing" in walk((LONG + 5, noted.last)).broken


def test_the_command_says_that_it_holds(chain):
    said = StringIO()
    call_command("verify_trail", stdout=said)
    assert f"The trail holds: {LONG} links" in said.getvalue()
    noted = said.getvalue().split("elsewhere: ")[1].strip()
    call_command("verify_trail", expect=noted, stdout=said)
    record(by=SITE, action="thing done", about=Head(pk=1))
    call_command("verify_trail", expect=noted, stdout=said)


def test_the_command_names_the_first_broken_link_and_ends_with_one(chain):
    for number in (5, 3):
        unlocked(f"UPDATE trail_link SET action = 'x' WHERE number = {number}")
    with pytest.raises(CommandError, match="Link 3 was changed") as refused:
        call_command("verify_trail")
    assert refused.value.returncode == 1


def test_the_command_explains_what_to_expect(chain):
    with pytest.raises(CommandError, match="what an earlier run printed"):
        call_command("verify_trail", expect="nonsense")


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE trail_link SET action = 'x' WHERE number = 2",
        "UPDATE trail_link SET number = number + 100",
        "DELETE FROM trail_link WHERE number = 7",
    ],
)
def test_the_database_refuses_to_change_or_delete_a_link(chain, statement):
    Content.objects.all().delete()
    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            cursor.execute(statement)
            assert cursor.rowcount == 0, "the barrier keeps the rows from being changed"
        past_the_barrier()
    with pytest.raises(DatabaseError, match="only ever added to"), transaction.atomic():
        connection.cursor().execute(statement)
    assert walk().broken == ""


def test_so_does_the_program(chain):
    link = Link.objects.first()
    with pytest.raises(PermissionError):
        link.delete()
    with pytest.raises(DatabaseError), transaction.atomic():
        link.save()
    past_the_barrier()
    with pytest.raises(DatabaseError, match="only ever added to"), transaction.atomic():
        Link.objects.update(partnership=F("partnership"))
