"""Every table is spoken of, and whoever asks for a page asks the database as themselves."""

import inspect

import pytest
from django.http import HttpResponse, StreamingHttpResponse
from django.test import RequestFactory

from goldenthread_site.accounts.roles import Role
from goldenthread_site.barrier.asking import (
    NOBODY,
    SYSTEM,
    Asker,
    as_the_system,
    asked_by,
    asking,
    current,
)
from goldenthread_site.barrier.middleware import NobodyYet
from goldenthread_site.barrier.policies import statements
from goldenthread_site.barrier.tables import Open, Protected, named, tables, unspoken
from goldenthread_site.directory.models import Agency, Partnership
from tests.factories.signing_in import someone, standing

pytestmark = pytest.mark.django_db


def test_every_table_has_a_rule_or_a_written_reason_why_not():
    assert unspoken() == [], "say in the room's protection.py whose its rows are, or why everyone's"
    assert tables().keys() - named() == set(), "there is no such table any more"
    reasons = [each.why for each in tables().values() if isinstance(each, Open)]
    assert all(len(each.split()) > 4 for each in reasons)
    assert sum(isinstance(each, Protected) for each in tables().values()) > 25


def test_a_table_that_nobody_speaks_of_is_shut():
    made = [each for each in statements({"made_up": None}) if "made_up" in each]
    assert made == [
        'ALTER TABLE "made_up" ENABLE ROW LEVEL SECURITY',
        'ALTER TABLE "made_up" FORCE ROW LEVEL SECURITY',
    ]


def test_the_database_is_told_the_roles_held_in_the_partnership_looked_at_and_no_others():
    luton, bedford = (
        Partnership.objects.create(name=f"{name} Partnership", slug=name)
        for name in ("luton", "bedford")
    )
    police = Agency.objects.create(name="Police", short_name="Police", sector="police")
    person = someone(Role.AGENCY_LEAD, Role.READER, partnership=luton, agency=police)
    person.roles_held.create(partnership=bedford, role=Role.BUSINESS_UNIT, since="2020-01-01")
    here = standing(person, chosen="luton")
    assert here.asker == Asker(
        person.pk, luton.pk, (f"agency_lead@{police.pk}", "reader"), here.today
    )
    there = standing(person, chosen="bedford")
    assert there.asker == Asker(person.pk, bedford.pk, ("business_unit",), there.today)
    here.held_back = True  # until a second factor is shown
    assert here.asker == Asker(person=person.pk)
    nowhere = standing(someone())
    assert nowhere.asker == Asker(person=nowhere.person.pk)


def test_a_request_is_nobodys_until_somebody_is_known_and_leaves_nobody_behind():
    asked = RequestFactory().get("/")
    seen = []

    def respond(request):
        seen.append(current())
        asked_by(Asker(person=7))
        seen.append(current())
        return HttpResponse()

    with as_the_system("whatever ran before in this thread"):
        NobodyYet(respond)(asked)
        assert current().held == (SYSTEM,)
    assert seen == [NOBODY, Asker(person=7)]


def test_what_is_sent_piece_by_piece_is_asked_for_by_the_same_person():
    def respond(request):
        asked_by(Asker(person=7))
        return StreamingHttpResponse(str(current().person) for _ in range(3))

    with asking(NOBODY):
        answer = NobodyYet(respond)(RequestFactory().get("/"))
        assert b"".join(answer.streaming_content) == b"777"
        assert current() == NOBODY


def test_nobody_asks_unless_the_code_says_otherwise():
    with asking(NOBODY):
        assert current() == NOBODY == Asker()

        @as_the_system("a task", partnership=3)
        def task():
            """Keeps its name: the worker finds a task by it."""
            return current()

        assert task() == Asker(partnership=3, held=(SYSTEM,))
        assert current() == NOBODY
    assert task.__name__ == "task"
    assert inspect.getdoc(task).startswith("Keeps")
