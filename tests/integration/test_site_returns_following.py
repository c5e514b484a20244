"""When one agency takes another's place, what is still open is asked of it from then on."""

from datetime import date

import pytest

from goldenthread_site.directory.actions.agencies import record_succession
from goldenthread_site.directory.models import Agency, Succession
from goldenthread_site.returns.models import DataRequest
from goldenthread_site.trail.models import Link
from tests.factories.returns import TODAY, a_town

pytestmark = pytest.mark.django_db


def test_open_requests_follow_and_accepted_ones_stay():
    town = a_town()
    closed = town.ask()
    town.accepted(closed)
    open_one = town.ask(period="2026-27 Q3", due=date(2027, 1, 31))
    new = Agency.objects.create(name="Example Police", short_name="New police", sector="police")
    record_succession(
        by=town.analyst.by,
        predecessor=town.police,
        successor=new,
        on=TODAY,
        how=Succession.How.REPLACED,
    )
    now = dict(DataRequest.objects.values_list("pk", "agency__name"))
    assert now == {closed.pk: town.police.name, open_one.pk: "Example Police"}
    (followed,) = Link.objects.filter(action="request followed")
    assert followed.about_id == str(open_one.pk)


def test_what_the_successor_is_asked_already_is_not_asked_twice():
    town = a_town()
    asked = town.ask()
    new = Agency.objects.create(name="Example Police", short_name="New police", sector="police")
    DataRequest.objects.create(
        partnership=town.luton,
        agency=new,
        template=asked.template,
        period_code=asked.period_code,
        footprint="821",
        due=date(2026, 12, 1),
        asked_by=town.analyst.person,
    )
    record_succession(
        by=town.analyst.by,
        predecessor=town.police,
        successor=new,
        on=TODAY,
        how=Succession.How.REPLACED,
    )
    asked.refresh_from_db()
    assert asked.agency == town.police
