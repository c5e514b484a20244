"""Whoever declared an interest in an agency reads none of its figures anywhere, and changes nothing
of it: pages, exports, programs, and each way of writing."""

import pytest
from django.urls import reverse

from goldenthread_site.accounts.refusal import NotAllowedError
from goldenthread_site.accounts.roles import Role
from goldenthread_site.directory.models import Conflict
from goldenthread_site.directory.people import queries as people
from goldenthread_site.directory.people.permissions import can_give
from goldenthread_site.figures import actions as figures
from goldenthread_site.returns import checks
from tests.factories.returns import TODAY, a_town
from tests.factories.signing_in import sign_in
from tests.factories.tokens import a_token, read

pytestmark = pytest.mark.django_db

YEAR = {"year": "2026-27"}
NAME = "police_notices"
POLICE = "412"


@pytest.fixture
def town():
    found = a_town()
    found.accepted(found.ask())
    return found


def declare(person, agency):
    return Conflict.objects.create(
        person=person, matter_kind="directory.agency", matter_id=str(agency.pk), since=TODAY
    )


def everything_read(client, secret):
    """What each way of reading figures gives this person, who is signed in, by its address."""
    form = YEAR | {"form": "csv", "counts": "true", "why": "To see it"}
    screens = {each: client.get(each, YEAR) for each in ("/figures/", f"/figures/{NAME}/")}
    files = {f"{each}export/": client.post(f"{each}export/", form) for each in screens}
    answers = screens | files | {"api": read("figures", secret)}
    assert {each.status_code for each in answers.values()} == {200}
    return {where: each.getvalue().decode() for where, each in answers.items()}


def test_figures_of_the_agency_are_read_nowhere(client, town):
    person = sign_in(client, town.analyst.person, again=True)
    _, secret = a_token(person)
    before = everything_read(client, secret)
    assert {where for where, each in before.items() if POLICE in each} >= {
        "/figures/",
        f"/figures/{NAME}/",
        "api",
    }
    interest = declare(person, town.police)
    assert {where for where, each in everything_read(client, secret).items() if POLICE in each} == (
        set()
    )
    interest.delete()
    assert POLICE in everything_read(client, secret)["api"]


def test_a_program_that_has_the_figures_already_is_told_that_they_changed(client, town):
    _, secret = a_token(town.analyst.person)
    had = read("figures", secret)
    declare(town.analyst.person, town.police)
    again = read("figures", secret, **{"If-None-Match": had.headers["ETag"]})
    assert again.status_code == 200
    assert POLICE not in again.content.decode()


def test_nothing_of_the_agency_is_changed(client, town):
    person = town.someone(Role.BUSINESS_UNIT).person
    sign_in(client, person)
    page = reverse("agency", args=[town.police.pk])
    named = {"name": "Other", "short_name": "Other", "confirmed": "yes"}
    named |= {"since_day": "20", "since_month": "11", "since_year": "2026"}
    ways = ("rename", "footprint", "end", "succession", "posts/add")
    assert {client.get(f"{page}{each}/").status_code for each in ways} == {200}
    declare(person, town.police)
    for each in ways:
        refused = client.post(f"{page}{each}/", named)
        assert refused.status_code == 403
        assert "You declared an interest" in refused.content.decode()
    told = client.get(page).content.decode()
    assert "You declared an interest" in told
    assert f"{page}rename/" not in told
    # Nor can another agency be merged into it.
    beside = client.get(f"{reverse('agency', args=[town.fire.pk])}succession/").content.decode()
    assert town.police.name not in beside


def test_nobody_lets_people_into_it_or_asks_it_anything(town):
    unit = town.someone(Role.BUSINESS_UNIT)
    assert can_give(unit.standing, Role.AGENCY_LEAD, town.police.pk)
    declare(unit.person, town.police)
    assert not can_give(unit.standing, Role.AGENCY_LEAD, town.police.pk)
    assert can_give(unit.standing, Role.AGENCY_LEAD, town.fire.pk)
    assert town.police not in people.agencies(unit.standing)
    with pytest.raises(NotAllowedError, match="declared an interest"):
        figures.ask(**unit.both, indicator=NAME, year="2026-27", text="Why?", asked_of=town.police)
    with pytest.raises(NotAllowedError, match="declared an interest"):
        checks.ask(
            **unit.both,
            agency=town.police,
            template="police",
            period="2025-26 Q4",
            footprint="821",
            due=TODAY,
        )
