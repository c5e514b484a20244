"""Questions about figures: who may ask, answer and close, and what becomes of them."""

from datetime import date

import pytest

from goldenthread_site.accounts.models import Person
from goldenthread_site.accounts.refusal import NotAllowedError, RefusedError
from goldenthread_site.accounts.roles import Role
from goldenthread_site.directory.example.loading import load_example
from goldenthread_site.directory.models import Agency
from goldenthread_site.directory.standing import Standing
from goldenthread_site.figures import actions, queries
from goldenthread_site.figures.models import Question
from goldenthread_site.figures.permissions import can_answer, can_ask, can_close
from goldenthread_site.figures.rules import MOVES, QuestionStatus, status
from goldenthread_site.trail.acting import Acting
from goldenthread_site.trail.models import Link

pytestmark = pytest.mark.django_db
TODAY = date(2026, 11, 21)

MAY_ASK = {
    Role.BUSINESS_UNIT,
    Role.ANALYST,
    Role.LEAD_PARTNER,
    Role.DELEGATED_PARTNER,
    Role.SCRUTINEER,
    Role.AGENCY_LEAD,
    Role.DESIGNATED_HEALTH,
}
SEES_NOTHING = {Role.ADMINISTRATOR, Role.NEIGHBOUR, Role.REVIEW_AUTHOR}


@pytest.fixture
def standings():
    return {
        role: Standing(person=Person.objects.get(email=address), today=TODAY)
        for role, address in load_example(TODAY)
    }


def asked(standing, of="Bedfordshire Police"):
    return actions.ask(
        by=Acting(person=standing.person),
        standing=standing,
        indicator="contacts",
        year="2023-24",
        text="Why did police contacts fall in August?",
        asked_of=Agency.objects.get(name=of) if of else None,
    )


@pytest.mark.parametrize("role", list(Role))
def test_who_may_ask(standings, role):
    assert can_ask(standings[role]) == (role in MAY_ASK)
    if role in MAY_ASK:
        asked(standings[role])
    else:
        with pytest.raises(NotAllowedError):
            asked(standings[role])


def test_the_agency_asked_answers_and_whoever_asked_closes(standings):
    question = asked(standings[Role.SCRUTINEER])
    may = {role: can_answer(each, question) for role, each in standings.items()}
    assert {role for role, yes in may.items() if yes} == {
        Role.AGENCY_LEAD,
        Role.AGENCY_CONTRIBUTOR,
    }
    assert {role for role, each in standings.items() if can_close(each, question)} == {
        Role.SCRUTINEER,
        Role.BUSINESS_UNIT,
    }


def test_the_councils_analyst_does_not_speak_for_the_council(standings):
    analyst = standings[Role.COUNCIL_ANALYST]
    question = asked(standings[Role.SCRUTINEER], of=analyst.agencies[0].name)
    answering = {role for role, each in standings.items() if can_answer(each, question)}
    assert Role.COUNCIL_ANALYST not in answering
    assert answering & {Role.LEAD_PARTNER, Role.DELEGATED_PARTNER}
    with pytest.raises(NotAllowedError):
        actions.answer(
            by=Acting(person=analyst.person), standing=analyst, question=question, text="Yes"
        )


def test_a_question_to_the_analyst_is_the_analysts(standings):
    question = asked(standings[Role.LEAD_PARTNER], of=None)
    assert {role for role, each in standings.items() if can_answer(each, question)} == {
        Role.ANALYST,
        Role.BUSINESS_UNIT,
    }


@pytest.mark.parametrize("role", list(Role))
def test_who_sees_questions(standings, role):
    asked(standings[Role.SCRUTINEER])
    assert queries.questions(standings[role]).count() == (0 if role in SEES_NOTHING else 1)


def test_from_asked_to_closed_with_everything_on_the_trail(standings):
    lead, scrutineer = standings[Role.AGENCY_LEAD], standings[Role.SCRUTINEER]
    question = asked(scrutineer)
    assert queries.waiting_for(lead, queries.still_open(lead)) == [question]
    actions.answer(
        by=Acting(person=lead.person), standing=lead, question=question, text="A recording gap."
    )
    assert queries.waiting_for(lead, queries.still_open(lead)) == []
    actions.close(
        by=Acting(person=scrutineer.person),
        standing=scrutineer,
        question=question,
        because="Recorded again from October.",
    )
    closed = Question.objects.get()
    assert closed.closed_because == "Recorded again from October."
    with pytest.raises(RefusedError, match="closed"):
        actions.answer(
            by=Acting(person=lead.person), standing=lead, question=question, text="Again"
        )
    assert [each.action for each in Link.objects.order_by("number")] == [
        "question asked",
        "question answered",
        "question closed",
    ]
    assert not any("gap" in str(each.content.detail) for each in Link.objects.all())


def test_where_a_question_stands():
    assert status(answered=False, closed=False) is QuestionStatus.OPEN
    assert status(answered=True, closed=False) is QuestionStatus.ANSWERED
    assert status(answered=True, closed=True) is QuestionStatus.CLOSED
    assert MOVES[QuestionStatus.CLOSED] == {}
