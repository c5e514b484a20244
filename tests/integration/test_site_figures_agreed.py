"""Targets, breaks and commentary: who says them, what stays of them, and where they are shown."""

from datetime import date
from decimal import Decimal
from io import StringIO

import pytest
from django.core.management import CommandError, call_command

from goldenthread.indicators import catalogue
from goldenthread.nouns import Period
from goldenthread_site.accounts.refusal import NotAllowedError, RefusedError
from goldenthread_site.accounts.roles import Role
from goldenthread_site.directory.models import Agency, Conflict, Post
from goldenthread_site.figures.agreed.actions import end_target, mark_break, set_target
from goldenthread_site.figures.agreed.permissions import can_set
from goldenthread_site.figures.commentary import queries
from goldenthread_site.figures.commentary.actions import say
from goldenthread_site.figures.commentary.models import SharedWith
from goldenthread_site.figures.models import Said, Target
from goldenthread_site.trail.acting import Acting
from goldenthread_site.trail.models import Link
from tests.factories.canary import INDICATOR, a_partnership, holder
from tests.factories.signing_in import someone, standing

pytestmark = pytest.mark.django_db
BY = Acting(job="test")
ONE = catalogue()[INDICATOR]
YEAR = Period.parse("2023-24")
ADDRESS = f"/figures/{INDICATOR}/"


@pytest.fixture
def luton():
    return a_partnership()


def a_target(luton, value=12, **more):
    given = {
        "indicator": ONE,
        "year": YEAR,
        "value": Decimal(value),
        "owner": None,
        "owner_told": "Head of service, Council",
        "agreed": date(2023, 4, 1),
        "source": "Minutes of the executive",
    }
    return set_target(by=BY, partnership=luton, **(given | more))


def told():
    return [(each.action, each.content.detail) for each in Link.objects.order_by("number")]


def test_another_target_takes_the_place_of_one_and_the_first_stays(luton):
    first, second = a_target(luton, 12), a_target(luton, 15)
    first.refresh_from_db()
    assert (first.ended_at is None, second.ended_at is None) == (False, True)
    end_target(by=BY, target=second, why="The executive took it back")
    assert not Target.objects.filter(ended_at=None).exists()
    assert Target.objects.count() == 2
    of_targets = [each for each in told() if each[0].startswith("target")]
    assert [action for action, _ in of_targets] == ["target set", "target set", "target ended"]
    assert of_targets[0][1]["owner"] == "Head of service, Council"


def test_no_yearly_target_for_what_is_not_counted_by_the_year(luton):
    with pytest.raises(RefusedError, match="not counted by the year"):
        a_target(luton, indicator=catalogue()["mental_health_waiting_time"])


def test_a_break_is_marked_once_for_a_day(luton):
    given = {"by": BY, "partnership": luton, "indicator": ONE, "when": date(2023, 4, 1)}
    mark_break(reason="A new system.", source="minutes", **given)
    with pytest.raises(RefusedError, match="already"):
        mark_break(reason="Another.", source="minutes", **given)


@pytest.mark.parametrize("role", sorted(Role))
def test_who_sets_targets(luton, role):
    person = holder(role, luton)
    assert can_set(standing(person)) == (role in {Role.ANALYST, Role.BUSINESS_UNIT})


def test_a_target_is_set_on_its_page_with_owner_and_date(client, luton):
    holder(Role.AGENCY_LEAD, luton)
    police = Agency.objects.get()
    police.memberships.create(partnership=luton, standing="partner", since=date(2020, 1, 1))
    post = Post.objects.create(title="Detective superintendent", agency=police)
    client.force_login(someone(Role.ANALYST, partnership=luton))
    address = f"{ADDRESS}target/?year=2023-24"
    page = client.post(address, {"value": "many"}).content.decode()
    assert "There is a problem" in page
    assert "Enter the target in figures" in page
    day = {"agreed_day": "12", "agreed_month": "5", "agreed_year": "2023"}
    given = {"year": "2023-24", "value": "12.5", "owner": post.pk, "source": "Minutes", **day}
    answer = client.post(address, given, follow=True)
    page = answer.content.decode()
    assert "The target for 2023-24 is set" in page
    assert "12.5 per 10,000 children" in page
    assert "Detective superintendent, Police answers for it" in page
    assert "Agreed on 12 May 2023" in page
    scorecard = client.get("/figures/?year=2023-24").content.decode()
    assert "12.5 per 10,000 children" in scorecard
    client.post(f"{ADDRESS}target/end/?year=2023-24", {"why": "Set too low"})
    page = client.get(f"{ADDRESS}?year=2023-24").content.decode()
    assert "None is set for 2023-24" in page
    assert "Earlier targets" in page
    assert client.get(f"{ADDRESS}target/?year=last").status_code == 404


def test_targets_are_set_from_the_file_that_a_report_uses(luton, tmp_path):
    file = tmp_path / "targets.toml"
    file.write_text(
        f'[[target]]\nindicator = "{INDICATOR}"\nyear = "2023-24"\nvalue = 12\n'
        'owner = "Head of service"\nsource = "Minutes"\nagreed = 2023-04-01\n',
        encoding="utf-8",
    )
    for number in (1, 0):  # what stands already is left as it is
        out = StringIO()
        call_command("set_targets", "luton", str(file), stdout=out)
        assert f"Set {number} targets" in out.getvalue()
    assert Target.objects.get().owner_told == "Head of service"
    with pytest.raises(CommandError, match="No partnership"):
        call_command("set_targets", "atlantis", str(file))
    file.write_text("[[target]]\nindicator = 'x'\n", encoding="utf-8")
    with pytest.raises(CommandError, match="target 1"):
        call_command("set_targets", "luton", str(file))


WRITES = {
    Role.ANALYST,
    Role.BUSINESS_UNIT,
    Role.AGENCY_LEAD,
    Role.AGENCY_CONTRIBUTOR,
    Role.LEAD_PARTNER,
    Role.DELEGATED_PARTNER,
}
PARTNERS = {
    Role.ANALYST,
    Role.BUSINESS_UNIT,
    Role.LEAD_PARTNER,
    Role.DELEGATED_PARTNER,
    Role.SCRUTINEER,
    Role.INSPECTOR,
}
NOBODY = {Role.ADMINISTRATOR, Role.NEIGHBOUR, Role.REVIEW_AUTHOR}
# Who reads what the fire service said, being of the police or of no agency.
READ = {
    SharedWith.WRITERS: {Role.SCRUTINEER},
    SharedWith.PARTNERS: PARTNERS,
    SharedWith.READERS: set(Role) - NOBODY,
}


def spoken(who, agency, text="Practice changed.", shared=SharedWith.READERS):
    return say(
        by=Acting(person=who.person),
        standing=who,
        indicator=INDICATOR,
        year="2023-24",
        agency=agency,
        text=text,
        shared_with=shared,
    )


def of_fire(luton):
    fire = Agency.objects.create(name="Fire", short_name="Fire", sector="other")
    return standing(someone(Role.AGENCY_LEAD, partnership=luton, agency=fire)), fire


def read_by(who):
    return [each.newest.text for each in queries.commentary(who, INDICATOR, "2023-24")]


@pytest.mark.parametrize("shared", list(SharedWith))
@pytest.mark.parametrize("role", sorted(Role))
def test_who_reads_what_an_agency_said(luton, role, shared):
    lead, fire = of_fire(luton)
    spoken(lead, fire, shared=shared)
    assert read_by(lead) == ["Practice changed."]
    other = standing(holder(role, luton))
    assert bool(read_by(other)) == (role in READ[shared])


@pytest.mark.parametrize("role", sorted(Role))
def test_who_writes_and_as_whom(luton, role):
    lead, fire = of_fire(luton)
    who = standing(holder(role, luton))
    police = Agency.objects.get(name="Police")
    mine = None if role in {Role.ANALYST, Role.BUSINESS_UNIT} else police
    if role in WRITES:
        spoken(who, mine)
    else:
        with pytest.raises(NotAllowedError):
            spoken(who, mine)
    with pytest.raises(NotAllowedError):
        spoken(who, fire)
    assert lead.agencies == (fire,)


def test_versions_are_kept_and_drafts_stay_off_the_trail(luton):
    lead, fire = of_fire(luton)
    before = len(told())
    spoken(lead, fire, "A first thought", SharedWith.WRITERS)
    assert len(told()) == before
    spoken(lead, fire, "Recording changed", SharedWith.READERS)
    with pytest.raises(RefusedError, match="Nothing is changed"):
        spoken(lead, fire, "Recording changed", SharedWith.READERS)
    spoken(lead, fire, "Recording changed in May", SharedWith.READERS)
    assert [each.number for each in Said.objects.order_by("number")] == [1, 2, 3]
    reader = standing(someone(Role.READER, partnership=luton))
    (one,) = queries.commentary(reader, INDICATOR, "2023-24")
    assert one.newest.text == "Recording changed in May"
    assert [each.text for each in one.earlier] == ["Recording changed"]
    assert [action for action, _ in told()[before:]] == ["commentary shared"] * 2
    assert not any("Recording" in str(detail) for _, detail in told())


def test_a_declared_interest_shuts_an_agencys_words(luton):
    lead, fire = of_fire(luton)
    spoken(lead, fire)
    scrutineer = someone(Role.SCRUTINEER, partnership=luton)
    assert read_by(standing(scrutineer))
    Conflict.objects.create(
        person=scrutineer, matter_kind="directory.agency", matter_id=fire.pk, since=date(2020, 1, 1)
    )
    assert read_by(standing(scrutineer)) == []


def test_commentary_is_written_on_its_page(client, luton):
    client.force_login(someone(Role.ANALYST, partnership=luton))
    address = f"{ADDRESS}comment/?year=2023-24"
    page = client.post(address, {"voice": "analyst", "text": ""}).content.decode()
    assert "Enter what lies behind the figure" in page
    given = {"voice": "analyst", "text": "One family of nine.", "shared_with": "readers"}
    page = client.post(address, given, follow=True).content.decode()
    assert "One family of nine." in page
    assert "The partnership’s analyst" in page
    again = client.get(address).content.decode()
    assert "This is version 1" in again
    page = client.post(address, given).content.decode()
    assert "Nothing is changed" in page
    client.force_login(someone(Role.READER, partnership=luton))
    assert client.get(address).status_code == 403
