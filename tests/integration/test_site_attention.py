"""What needs attention: one thing to do next about each, and gone once it is attended to."""

from datetime import date, timedelta
from decimal import Decimal

import pytest

from goldenthread.indicators import catalogue
from goldenthread.nouns import Period
from goldenthread_site.accounts.models import Person
from goldenthread_site.accounts.roles import Role
from goldenthread_site.directory.models import Agency
from goldenthread_site.directory.standing import Standing
from goldenthread_site.figures import actions
from goldenthread_site.figures.agreed.actions import mark_break, set_target
from goldenthread_site.figures.commentary.actions import say
from goldenthread_site.home.attention import gathered, matters, shortened
from goldenthread_site.returns import checks
from goldenthread_site.trail.acting import Acting

pytestmark = pytest.mark.django_db
TODAY = date(2026, 11, 21)
CONFERENCES = "initial_conferences_within_15_working_days"


@pytest.fixture
def people(luton):
    return {
        role: Standing(Person.objects.get(email=address), TODAY) for role, address in luton.items()
    }


def found(standing):
    year, every = matters(standing, gathered(standing))
    return year, {each.key: each.items for each in every}


def steps(items):
    return {each.step for each in items}


def test_each_thing_has_one_step_that_fits_whoever_looks(people):
    year, kinds = found(people[Role.LEAD_PARTNER])
    assert year == "2024-25"
    assert steps(kinds["standing-out"]) == {"Ask about it"}
    assert all(f"/ask/?year={year}" in each.step_href for each in kinds["standing-out"])
    _, kinds = found(people[Role.ANALYST])
    assert steps(kinds["standing-out"]) == {"Say what lies behind it"}
    _, kinds = found(people[Role.READER])
    assert steps(kinds["standing-out"]) == {"Read it"}
    assert all(each.title and each.href and each.text for each in kinds["standing-out"])


def test_what_was_asked_about_or_explained_is_off_the_list(people):
    partner, analyst = people[Role.LEAD_PARTNER], people[Role.ANALYST]
    year, kinds = found(partner)
    first, second = (each.href.split("/")[2] for each in kinds["standing-out"][:2])
    before = len(kinds["standing-out"])
    question = actions.ask(
        by=Acting(person=partner.person),
        standing=partner,
        indicator=first,
        year=year,
        text="What lies behind it?",
        asked_of=None,
    )
    given = {"by": Acting(person=analyst.person), "standing": analyst, "indicator": second}
    said = {"year": year, "agency": None, "text": "A new system."}
    say(**given, **said, shared_with="writers")
    assert len(found(partner)[1]["standing-out"]) == before - 1  # a draft explains nothing
    say(**given, **said, shared_with="readers")
    _, kinds = found(partner)
    assert len(kinds["standing-out"]) == before - 2
    assert [each.step for each in kinds["questions"]] == ["Read it"]
    assert [each.step for each in found(analyst)[1]["questions"]] == ["Answer it"]
    actions.answer(
        by=Acting(person=analyst.person), standing=analyst, question=question, text="Recording."
    )
    assert [each.step for each in found(partner)[1]["questions"]] == ["Say what came of it"]
    actions.close(
        by=Acting(person=partner.person), standing=partner, question=question, because="Noted."
    )
    assert found(partner)[1]["questions"] == ()


def test_a_question_that_waits_for_someone_is_not_told_twice_on_their_first_page(client, people):
    partner, analyst = people[Role.LEAD_PARTNER], people[Role.ANALYST]
    named = {"indicator": "contacts", "year": "2023-24", "asked_of": None}
    text = "Why did contacts fall?"
    actions.ask(by=Acting(person=partner.person), standing=partner, text=text, **named)
    for role, times in ((Role.ANALYST, 1), (Role.LEAD_PARTNER, 1)):
        client.force_login(people[role].person)
        assert client.get("/").content.decode().count(text) == times
    assert [each.text for each in found(analyst)[1]["questions"]] != []


def test_what_is_late_is_told_to_those_it_is_asked_of_and_those_who_asked(people):
    unit = people[Role.BUSINESS_UNIT]
    checks.ask(
        by=Acting(person=unit.person),
        standing=unit,
        agency=Agency.objects.get(short_name="Police"),
        template="police",
        period="2026-27 Q1",
        footprint="821",
        due=TODAY - timedelta(days=1),
    )
    assert [each.step for each in found(unit)[1]["late"]] == ["See what was asked"]
    (late,) = found(people[Role.AGENCY_LEAD])[1]["late"]
    assert late.step == "Fill it in"
    assert "It was due on 20 November 2026" in late.text
    assert found(people[Role.READER])[1]["late"] == ()


def test_missed_targets_and_breaks_are_there_too(people):
    analyst = people[Role.ANALYST]
    set_target(
        by=Acting(person=analyst.person),
        partnership=analyst.partnership,
        indicator=catalogue()[CONFERENCES],
        year=Period.parse("2024-25"),
        value=Decimal(100),
        owner=None,
        owner_told="Head of service",
        agreed=TODAY,
        source="Minutes",
    )
    fresh = Standing(analyst.person, TODAY)
    _, kinds = found(fresh)
    assert [each.title for each in kinds["targets"]] == [catalogue()[CONFERENCES].title]
    assert "The target was 100" in kinds["targets"][0].text
    assert kinds["breaks"] == ()
    mark_break(
        by=Acting(person=analyst.person),
        partnership=analyst.partnership,
        indicator=catalogue()[CONFERENCES],
        when=date(2024, 4, 1),
        reason="Days are counted from another meeting.",
        source="Minutes",
    )
    (broken,) = found(Standing(analyst.person, TODAY))[1]["breaks"]
    assert "counted from another meeting" in broken.text
    assert broken.step == "Say what lies behind it"
    assert found(people[Role.LEAD_PARTNER])[1]["breaks"][0].step == "Read it"
    everything = matters(fresh, gathered(fresh))[1]
    assert all(len(each.items) <= 3 for each in shortened(everything))
    assert all(each.items for each in shortened(everything))


def test_the_page_and_the_block_on_ones_first_page(client, people, django_assert_max_num_queries):
    client.force_login(people[Role.LEAD_PARTNER].person)
    page = client.get("/attention/").content.decode()
    assert "Stands out, 2024-25" in page
    assert "Nothing is late." in page
    assert "What needs attention" in client.get("/").content.decode()
    with django_assert_max_num_queries(18):
        client.get("/")
    with django_assert_max_num_queries(13):
        client.get("/attention/")
    client.force_login(people[Role.ADMINISTRATOR].person)
    assert client.get("/attention/").status_code == 403
    assert "What needs attention" not in client.get("/").content.decode()
