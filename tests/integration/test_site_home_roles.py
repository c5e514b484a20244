"""The first page of every role: its own work stands there, and each link opens for it."""

import re
from datetime import date
from html import unescape

import pytest
from django.test import Client
from django.utils import timezone

from goldenthread_site.accounts.models import Person
from goldenthread_site.accounts.roles import Role
from goldenthread_site.directory.example.loading import load_example
from goldenthread_site.directory.example.people import load_people
from goldenthread_site.figures.example import load_figures
from goldenthread_site.home.example import load_questions
from goldenthread_site.home.places import PLACES
from goldenthread_site.returns.example.loading import load_returns
from tests.factories.signing_in import sign_in

pytestmark = pytest.mark.django_db

ATTENTION = ("What needs attention", "nobody has asked or said why")
# What each finds on its first page that is its own: a piece of work, or the place where it is.
FINDS: dict[Role, tuple[str, ...]] = {
    Role.BUSINESS_UNIT: (*ATTENTION, "Late returns", "Ask for a return", "Let someone in"),
    Role.ANALYST: ("Hospital", "Check it", *ATTENTION, "Say what lies behind it"),
    Role.COUNCIL_ANALYST: ("Measure from children’s records", *ATTENTION, "How many families"),
    Role.LEAD_PARTNER: (*ATTENTION, "Ask about it", "How many families had this assessment"),
    Role.DELEGATED_PARTNER: (*ATTENTION, "Ask about it", "Returns"),
    Role.SCRUTINEER: (*ATTENTION, "Late returns", "The trail", "What came"),
    Role.AGENCY_LEAD: ("Operation Encompass", "Sign", "People of your agency"),
    Role.AGENCY_CONTRIBUTOR: ("Police: front door and domestic abuse", "Fill it in"),
    Role.DESIGNATED_HEALTH: (*ATTENTION, "Ask about it", "Groups"),
    Role.CASE_REVIEW_MEMBER: ("Declare an interest", "Groups"),
    Role.REVIEW_AUTHOR: ("Declare an interest", "Agencies"),
    Role.LEGAL_ADVISER: ("Declare an interest", "Questions about figures"),
    Role.TRAINER: ("Schools and settings", "23 schools and settings, by name and URN"),
    Role.COUNCILLOR: (*ATTENTION, "The scorecard by theme and year"),
    Role.INSPECTOR: (*ATTENTION, "The trail", "What came", "Until 1 November 2027"),
    Role.NEIGHBOUR: ("Pan Bedfordshire procedures", "Agencies you share"),
    Role.READER: (*ATTENTION, "The scorecard by theme and year"),
    Role.ADMINISTRATOR: ("Let someone in", "People and what they may do"),
}
NEVER: dict[Role, tuple[str, ...]] = {
    Role.NEIGHBOUR: ("Returns", "Figures", "Executive"),
    Role.ADMINISTRATOR: ("Returns", "Figures", "What needs attention"),
    Role.REVIEW_AUTHOR: ("What needs attention", "Figures"),
    Role.READER: ("Let someone in", "Ask for a return", "The trail"),
}


def test_every_role_is_told_where_its_work_is():
    assert set(PLACES) == set(Role) == set(FINDS)


def test_the_first_page_of_every_role_is_its_work_and_every_link_of_it_opens(
    monkeypatch: pytest.MonkeyPatch,
):
    today = date(2026, 11, 21)
    monkeypatch.setattr(timezone, "localdate", lambda *_: today)
    accounts = dict(load_example(today))
    load_people(today)
    load_figures()
    load_returns(today)
    load_questions()
    missing: dict[Role, list[str]] = {}
    opened: dict[tuple[Role, str], int] = {}
    for role, address in accounts.items():
        client = Client()
        sign_in(client, Person.objects.get(email=address))
        page = client.get("/")
        assert page.status_code == 200, role
        main = unescape(re.split(r"<main[^>]*>|</main>", page.content.decode())[1])
        if absent := [each for each in FINDS[role] if each not in main]:
            missing[role] = absent
        text = re.sub(r"<[^>]+>", "\n", main)
        lines = {each.strip() for each in text.splitlines()}
        assert lines.isdisjoint(NEVER.get(role, ())), role
        links = set(re.findall(r'href="([^"#]+)', main))
        assert len(links) > 1, role
        for link in links:
            opened[role, link] = client.get(link).status_code
    assert missing == {}
    shut = {key: status for key, status in opened.items() if status != 200}
    assert shut == {}
    assert len(opened) > 100
