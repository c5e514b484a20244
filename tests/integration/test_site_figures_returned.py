"""Figures from returns on screen: each nothing in its own words, notes, footprints, the thread."""

import pytest

from goldenthread_site.accounts.roles import Role
from goldenthread_site.returns import actions, checks
from tests.factories.returns import ANSWERS, a_town

pytestmark = pytest.mark.django_db
YEAR = {"year": "2026-27"}
NOTE = "A fall is partly from recording"


@pytest.fixture
def town():
    return a_town()


def page(client, someone, path, **given):
    client.force_login(someone.person)
    return client.get(path, YEAR | given).content.decode()


def declared(town, asked, **more):
    """A return accepted with what an agency declares of it."""
    sent = town.draft(asked, ANSWERS)
    given = {
        "footprint": asked.footprint,
        "period": asked.period_code,
        "quality": "caution",
        "note": NOTE,
    }
    actions.declare(**town.contributor.both, sent=sent, **(given | more))
    actions.submit(**town.contributor.both, sent=sent)
    actions.sign(**town.lead.both, sent=sent, post="Head")
    return checks.accept(**town.analyst.both, sent=sent)


@pytest.mark.parametrize("place", ["/figures/", "indicator"])
def test_each_kind_of_nothing_is_told_in_its_own_words(client, town, place):
    declared(town, town.ask(period="2026-27 Q1"))
    town.ask(period="2026-27 Q2", due=town.analyst.today)
    town.ask(period="2026-27 Q3", due=town.analyst.today.replace(day=1))
    town.submitted(town.ask(period="2026-27 Q4"))

    def told(name):
        path = place if place == "/figures/" else f"/figures/{name}/"
        return page(client, town.analyst, path)

    notices, powers = told("police_notices"), told("police_powers_of_protection")
    panel = told("exploitation_panel_children")
    assert "412" in notices
    assert "0 (nil)" in notices
    assert "not known to Bedfordshire Police" in powers
    assert "refused by Bedfordshire Police" in panel
    assert "not returned" in notices
    assert "received, being checked" in notices
    town.ask("gcp2", period="2026-27 Q1")
    town.ask("gcp2", town.fire, period="2026-27 Q2", due=town.analyst.today.replace(year=2027))
    assert {"not asked", "not due"} <= {
        each for each in ("not asked", "not due") if each in told("gcp2_assessments")
    }


def test_the_note_stands_beside_each_number_it_belongs_to(client, town):
    declared(town, town.ask(period="2026-27 Q1"))
    for path in ("/figures/", "/figures/police_notices/"):
        told = page(client, town.analyst, path, theme="police")
        rows = [each for each in told.split("<tr") if "<td" in each and "(see note)" in each]
        assert rows
        assert all(NOTE in row for row in rows)


def test_other_children_are_told_apart_and_enter_no_series_of_the_partnership(client, town):
    declared(town, town.ask(period="2026-27 Q1"), footprint="agency")
    told = page(client, town.analyst, "/figures/police_notices/")
    assert "Counted over other children than the partnership’s own" in told
    assert "counting everyone Bedfordshire Police serves" in told
    own = page(client, town.analyst, "/figures/")
    tables = [each for each in own.split("<table")[1:] if "412" in each]
    assert len(tables) == 1
    assert "never added to the partnership’s own" in tables[0]


def test_the_thread_leads_to_the_cell_of_the_return_for_those_who_may_see_it(client, town):
    sent = declared(town, town.ask(period="2026-27 Q1"))
    told = page(client, town.analyst, "/figures/police_notices/")
    href = f"/returns/{sent.pk}/#line-notices"
    assert href in told
    assert 'id="line-notices"' in client.get(href).content.decode()
    assert "Return: " in told
    reader = town.someone(Role.READER)
    told = page(client, reader, "/figures/police_notices/")
    assert "412" in told
    assert "/returns/" not in told


def test_how_far_a_return_has_come_is_told_and_never_what_is_in_it(client, town):
    town.submitted(town.ask(period="2026-27 Q1"), ANSWERS | {"notices": "40917"})
    town.draft(town.ask(period="2026-27 Q2"), {"notices": "50917"})
    declared(town, town.ask(period="2025-26 Q4"))
    told = page(client, town.someone(Role.READER), "/figures/police_notices/")
    assert "received, being checked" in told
    for number in ("40917", "40,917", "50917", "50,917"):
        assert number not in told


def test_it_takes_few_queries_however_much_was_asked(client, town, django_assert_max_num_queries):
    for quarter in ("2026-27 Q1", "2026-27 Q2"):
        declared(town, town.ask(period=quarter))
        town.ask("gcp2", period=quarter)
    page(client, town.analyst, "/figures/")
    with django_assert_max_num_queries(8):
        client.get("/figures/", YEAR)
    page(client, town.analyst, "/figures/police_notices/")
    with django_assert_max_num_queries(12):
        client.get("/figures/police_notices/", YEAR)
