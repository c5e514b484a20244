"""Returns, questions, commentary and accounts under the review of records; declared interests."""

from datetime import UTC, date, datetime

import pytest

from goldenthread_site.accounts.models import Person
from goldenthread_site.accounts.refusal import NotAllowedError
from goldenthread_site.accounts.roles import Role
from goldenthread_site.directory.models import Conflict, RoleHeld
from goldenthread_site.figures import actions as asking
from goldenthread_site.figures import queries as figures
from goldenthread_site.figures.commentary.actions import say
from goldenthread_site.figures.models import Answer, Commentary, KeptFigure, Question
from goldenthread_site.returns import actions, permissions, queries
from goldenthread_site.returns.models import Cell, DataRequest, Return
from goldenthread_site.trail.acting import Acting
from goldenthread_site.trail.records.actions import held, put_hold, review
from goldenthread_site.trail.records.classes import KEEP, classes
from goldenthread_site.trail.records.keepers import KEEPERS, Item
from tests.factories.returns import ANSWERS, Someone, a_town

pytestmark = pytest.mark.django_db
BY = Acting(job="test")
LATER = date(2060, 1, 1)


@pytest.fixture
def town():
    return a_town()


def due(name, town, before=LATER):
    return KEEPERS[name][0](town.luton.pk, before)


def a_question(town, person):
    return asking.ask(
        **person.both, indicator="police_notices", year="2023-24", text="Why?", asked_of=town.police
    )


def test_some_room_offers_every_class_that_is_not_kept_for_good():
    assert {each.name for each in classes() if each.then != KEEP} == set(KEEPERS)


def test_returns_are_due_ten_years_after_their_year_and_go_whole(town, settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path
    first = town.accepted(town.ask())
    town.draft(town.ask(period="2026-27 Q3"))
    assert due("returns", town, date(2027, 3, 31)) == []
    found = due("returns", town, date(2027, 4, 1))
    assert len(found) == 2
    assert ("directory.agency", str(town.police.pk)) in found[0].matters
    figures_before = KeptFigure.objects.count()
    assert KEEPERS["returns"][1](found[:1]) == 1
    assert not Return.objects.filter(pk=first.pk).exists()
    assert not Cell.objects.filter(sent=first.pk).exists()
    assert DataRequest.objects.count() == 1
    assert KeptFigure.objects.count() == figures_before  # the partnership's record stays


def test_a_review_tells_of_them_and_erases_none_that_a_person_is_to_look_at(town):
    town.accepted(town.ask())
    made = review(by=BY, partnership=town.luton.pk, today=LATER, erase=True)
    told = {each["class"]: each for each in made.lines}
    assert (told["returns"]["seen"], told["returns"]["due"], told["returns"]["erased"]) == (
        True,
        1,
        0,
    )
    assert Return.objects.exists()


def test_a_hold_on_an_agency_holds_its_returns(town):
    town.accepted(town.ask())
    (item,) = due("returns", town)
    matter = ("directory.agency", str(town.police.pk))
    hold = put_hold(
        by=BY, partnership=town.luton.pk, record_class="", matter=matter, why="Inquest", on=LATER
    )
    assert held(item, "returns", [hold])
    assert not held(Item(9), "returns", [hold])


def test_a_question_is_due_only_once_it_is_closed(town):
    scrutineer = town.someone(Role.SCRUTINEER)
    question = a_question(town, scrutineer)
    asking.answer(**town.lead.both, question=question, text="Recording")
    assert due("questions", town) == []
    asking.close(**scrutineer.both, question=question, because="Done")
    Question.objects.update(closed_at=datetime(2026, 1, 1, tzinfo=UTC))
    found = due("questions", town, date(2036, 1, 1))
    assert KEEPERS["questions"][1](found) == 1
    assert not Question.objects.exists()
    assert not Answer.objects.exists()


def test_commentary_is_due_after_its_year(town):
    say(
        **town.lead.both,
        indicator="police_notices",
        year="2023-24",
        agency=town.police,
        text="x",
        shared_with="readers",
    )
    assert due("commentary", town, date(2024, 3, 31)) == []
    found = due("commentary", town, date(2024, 4, 1))
    assert KEEPERS["commentary"][1](found) == 1
    assert not Commentary.objects.exists()


def test_an_account_is_due_after_its_last_role_anywhere_and_keeps_no_name(town):
    person = town.contributor.person
    held_role = RoleHeld.objects.filter(person=person)
    assert person.pk not in {each.number for each in due("accounts", town)}
    held_role.update(until=date(2022, 3, 31))
    assert due("accounts", town, date(2022, 3, 31)) == []
    found = due("accounts", town, date(2022, 4, 1))
    assert [each.number for each in found] == [person.pk]
    before = (person.name, person.email)
    assert KEEPERS["accounts"][1](found) == 1
    person = Person.objects.get(pk=person.pk)
    assert not set(before) & {person.name, person.email}
    assert (person.is_active, person.has_usable_password()) == (False, False)
    assert due("accounts", town, date(2022, 4, 1)) == []  # once


def interest(someone, agency):
    Conflict.objects.create(
        person=someone.person,
        matter_kind="directory.agency",
        matter_id=agency.pk,
        since=date(2020, 1, 1),
    )
    return Someone(someone.person)


def test_a_declared_interest_in_an_agency_shuts_its_returns_and_questions(town, client):
    asked = town.ask()
    sent = town.signed(asked)
    draft = town.draft(town.ask(period="2026-27 Q3"), ANSWERS)
    question = a_question(town, town.someone(Role.SCRUTINEER))
    analyst = interest(town.analyst, town.police).standing
    assert not queries.requests(analyst).exists()
    assert not queries.versions(analyst).exists()
    assert not permissions.can_see_request(analyst, asked)
    assert not permissions.can_see(analyst, sent)
    assert not permissions.can_check(analyst, asked)
    lead = interest(town.lead, town.police)
    with pytest.raises(NotAllowedError):
        actions.sign(**lead.both, sent=sent, post="Head")
    with pytest.raises(NotAllowedError):
        actions.submit(**lead.both, sent=draft)
    with pytest.raises(NotAllowedError, match="interest"):
        asking.answer(**lead.both, question=question, text="x")
    assert not figures.questions(lead.standing).exists()
    client.force_login(town.analyst.person)
    assert client.get(f"/returns/{sent.pk}/").status_code == 404
    assert "Bedfordshire Police" not in client.get("/returns/").content.decode()
    # Of another agency nothing is shut.
    other = town.ask("gcp2", town.fire)
    assert permissions.can_see_request(analyst, other)
