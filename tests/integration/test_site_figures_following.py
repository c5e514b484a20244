"""An open question follows an agency's successor; a closed one stays with whom it was asked of."""

from datetime import date

import pytest

from goldenthread_site.accounts.roles import Role
from goldenthread_site.directory.actions import add_agency, record_succession
from goldenthread_site.directory.example.loading import load_example
from goldenthread_site.directory.models import Agency, Partnership
from goldenthread_site.figures import queries
from goldenthread_site.figures.actions import ask, close
from goldenthread_site.figures.models import Question
from goldenthread_site.trail.acting import Acting
from goldenthread_site.trail.models import Link
from tests.factories.signing_in import someone, standing

pytestmark = pytest.mark.django_db


def test_what_is_open_follows_and_what_is_closed_stays():
    load_example(date(2026, 11, 21))
    luton = Partnership.objects.get(slug="luton")
    scrutineer = someone(Role.SCRUTINEER)
    by, here = Acting(person=scrutineer), standing(scrutineer)
    police = Agency.objects.get(short_name="Police")
    asked = {"by": by, "standing": here, "year": "2023-24", "asked_of": police}
    still_open = ask(**asked, indicator="police_notices", text="All stations?")
    closed = ask(**asked, indicator="police_powers_of_protection", text="Why so few?")
    close(by=by, standing=here, question=closed, because="Answered at the meeting.")
    after = add_agency(
        by=by,
        partnership=luton,
        name="Eastern Police (made up)",
        short_name="Eastern Police",
        sector="police",
        footprint=["821"],
        standing="partner",
        since=date(2026, 7, 1),
    )
    record_succession(by=by, predecessor=police, successor=after, on=date(2026, 7, 1), how="merged")
    assert Question.objects.get(pk=still_open.pk).asked_of == after
    assert Question.objects.get(pk=closed.pk).asked_of == police
    lead = someone(Role.AGENCY_LEAD, agency=after)
    waiting = queries.waiting_for(standing(lead), queries.still_open(standing(lead)))
    assert [each.pk for each in waiting] == [still_open.pk]
    assert Link.objects.filter(action="question followed").count() == 1
