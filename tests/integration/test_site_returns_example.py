"""The trial's made-up returns: something in every state, whatever the day, and loaded once."""

from datetime import date

import pytest

from goldenthread_site.accounts.roles import Role
from goldenthread_site.directory.example.loading import load_example
from goldenthread_site.directory.models import RoleHeld
from goldenthread_site.directory.standing import Standing
from goldenthread_site.returns import presenters
from goldenthread_site.returns.example.loading import load_returns
from goldenthread_site.returns.models import DataRequest, Return
from goldenthread_site.returns.rules import Progress

pytestmark = pytest.mark.django_db


def standing(role: Role, today: date) -> Standing:
    held = RoleHeld.objects.filter(partnership__slug="luton", role=role).order_by("pk")[0]
    return Standing(held.person, today, chosen="luton")


@pytest.mark.parametrize(
    "today", [date(2026, 11, 21), date(2027, 1, 1), date(2027, 3, 31), date(2028, 2, 29)]
)
def test_every_state_is_worth_a_look_on_any_day(today):
    load_example(today)
    load_returns(today)
    rows = presenters.rows_of(standing(Role.ANALYST, today))
    assert {each.progress for each in rows} == set(Progress)
    for role in (Role.AGENCY_CONTRIBUTOR, Role.AGENCY_LEAD, Role.ANALYST):
        assert any(each.step for each in presenters.rows_of(standing(role, today))), role


def test_it_is_loaded_once_and_into_no_other_place():
    today = date(2026, 11, 21)
    load_returns(today)
    assert not DataRequest.objects.exists()
    load_example(today)
    load_returns(today)
    before = Return.objects.count()
    load_returns(today)
    assert Return.objects.count() == before


def test_the_table_of_what_came_costs_the_same_however_many_answer(
    client, django_assert_max_num_queries
):
    today = date(2026, 11, 21)
    load_example(today)
    load_returns(today)
    client.force_login(standing(Role.ANALYST, today).person)
    client.get("/returns/came/")
    with django_assert_max_num_queries(9):
        answer = client.get("/returns/came/", {"template": "police", "period": "2026-27 Q1"})
    assert "partly from recording" in answer.content.decode()
