"""Records: nothing under hold is ever erased; requests are due when the law says."""

from datetime import UTC, date, datetime
from io import StringIO

import pytest
from django.core.management import call_command
from django.utils import timezone

from goldenthread_site.accounts.roles import Role
from goldenthread_site.directory.models import Agency, Partnership, Setting, SettingLead
from goldenthread_site.trail.acting import Acting
from goldenthread_site.trail.models import Content, Hold, Link, RecordRequest
from goldenthread_site.trail.recording import record
from goldenthread_site.trail.records import actions
from goldenthread_site.trail.records.classes import ERASE, KEEP, classes
from goldenthread_site.trail.records.keepers import KEEPERS
from goldenthread_site.trail.records.rules import Kind, due_by_law
from goldenthread_site.trail.verifying import walk
from tests.factories.signing_in import sign_in, someone

pytestmark = pytest.mark.django_db

SITE = Acting(job="test of its own")
TODAY = date(2026, 11, 21)


@pytest.fixture
def luton() -> Partnership:
    return Partnership.objects.create(name="Luton SCP", slug="luton", areas=["821"])


@pytest.fixture
def agency() -> Agency:
    return Agency.objects.create(name="Police", short_name="Police", sector="police")


def long_ago(luton: Partnership, agency: Agency, monkeypatch: pytest.MonkeyPatch) -> Link:
    with monkeypatch.context() as patched:
        patched.setattr(timezone, "now", lambda: datetime(2015, 1, 1, tzinfo=UTC))
        return record(
            by=SITE, action="agency added", about=agency, partnership=luton.pk, why="Old words"
        )


def reviewed(luton: Partnership, *, erase: bool = True) -> dict[str, tuple[int, int, int]]:
    made = actions.review(by=SITE, partnership=luton.pk, today=TODAY, erase=erase)
    return {each["class"]: (each["due"], each["held"], each["erased"]) for each in made.lines}


def test_what_is_due_is_erased_and_the_chain_holds(luton, agency, monkeypatch):
    old = long_ago(luton, agency, monkeypatch)
    new = record(by=SITE, action="agency added", about=agency, partnership=luton.pk)
    assert reviewed(luton, erase=False)["trail.words"] == (1, 0, 0)
    assert Content.objects.filter(link=old).exists()
    assert reviewed(luton)["trail.words"] == (1, 0, 1)
    assert not Content.objects.filter(link=old).exists()
    assert Content.objects.filter(link=new).exists()
    assert Link.objects.filter(pk=old.pk).exists()
    assert (walk().broken, walk().erased) == ("", 1)
    said = Link.objects.filter(action="records reviewed").first()
    assert said.content.detail["erased"] == {"trail.words": 1}


# A hold by class and by matter, and whether it covers words about agency 1.
HOLDS = [
    ("", False, True),
    ("trail.words", False, True),
    ("returns", False, False),
    ("", True, True),
    ("trail.words", True, True),
    ("returns", True, False),
]


@pytest.mark.parametrize(("record_class", "matter", "covers"), HOLDS)
def test_a_hold_stops_the_erasing_of_what_it_covers(
    luton, agency, monkeypatch, record_class, matter, covers
):
    long_ago(luton, agency, monkeypatch)
    about = ("directory.agency", str(agency.pk)) if matter else ("", "")
    hold = actions.put_hold(
        by=SITE,
        partnership=luton.pk,
        record_class=record_class,
        matter=about,
        why="Coroner’s reference 7",
        on=TODAY,
    )
    found = reviewed(luton)["trail.words"]
    assert found == ((1, 1, 0) if covers else (1, 0, 1))
    actions.lift_hold(by=SITE, hold=hold, why="Closed", on=TODAY)
    assert reviewed(luton)["trail.words"] == ((1, 0, 1) if covers else (0, 0, 0))


def test_a_hold_on_another_matter_or_partnership_stops_nothing(luton, agency, monkeypatch):
    long_ago(luton, agency, monkeypatch)
    for partnership, number in ((luton.pk, "999999"), (luton.pk + 1, str(agency.pk))):
        actions.put_hold(
            by=SITE,
            partnership=partnership,
            record_class="",
            matter=("directory.agency", number),
            why="Other",
            on=TODAY,
        )
    assert reviewed(luton)["trail.words"] == (1, 0, 1)


def test_former_leads_and_answered_requests_are_erased_in_their_time(luton):
    school = Setting.objects.create(partnership=luton, urn="100001", name="Ash")
    for until in (date(2024, 11, 20), date(2024, 11, 21), None):
        SettingLead.objects.create(setting=school, name="x", since=date(2020, 1, 1), until=until)
    for answered in (date(2023, 11, 20), date(2023, 11, 21), None):
        RecordRequest.objects.create(
            partnership=luton.pk,
            kind="foi",
            received=date(2023, 1, 1),
            due=date(2023, 2, 1),
            answered=answered,
        )
    found = reviewed(luton)
    assert found["schools.leads"] == (1, 0, 1)
    assert found["requests.answered"] == (1, 0, 1)
    assert SettingLead.objects.count() == RecordRequest.objects.count() == 2


def test_the_command_says_what_it_did_and_erases_only_when_told(luton, agency, monkeypatch):
    long_ago(luton, agency, monkeypatch)
    said = StringIO()
    call_command("review_records", stdout=said)
    assert "Words on the trail: 1 due, 0 under hold, 1 may be erased." in said.getvalue()
    assert "Returns from agencies: no room offers these" in said.getvalue() or (
        "returns" in KEEPERS
    )
    call_command("review_records", erase=True, stdout=said)
    assert "Words on the trail: 1 due, 0 under hold, 1 erased." in said.getvalue()


def test_every_class_says_why_and_by_what_right():
    names = [each.name for each in classes()]
    assert len(set(names)) == len(names) >= 6
    for each in classes():
        assert each.reason.endswith(".")
        assert each.basis
        assert each.controller
        assert each.rule.startswith("Kept") == (each.then == KEEP)
        assert each.then != ERASE or each.name in KEEPERS, each.name
    assert set(KEEPERS) <= set(names)


@pytest.mark.parametrize(
    ("kind", "received", "due"),
    [
        (Kind.FOI, date(2026, 11, 2), date(2026, 11, 30)),
        (Kind.FOI, date(2026, 12, 18), date(2027, 1, 20)),  # over Christmas and New Year
        (Kind.SUBJECT_ACCESS, date(2026, 11, 2), date(2026, 12, 2)),
        (Kind.SUBJECT_ACCESS, date(2026, 1, 31), date(2026, 2, 28)),
        (Kind.SUBJECT_ACCESS, date(2026, 12, 5), date(2027, 1, 5)),
        (Kind.CORONER, date(2026, 11, 2), None),
        (Kind.COURT, date(2026, 11, 2), None),
        (Kind.POLICE, date(2026, 11, 2), None),
    ],
)
def test_a_request_is_due_as_the_law_says(kind, received, due):
    assert due_by_law(kind, received) == due


ADDRESSES = ["", "hold/", "holds/1/lift/", "requests/log/", "requests/1/answer/", "review/"]


@pytest.mark.parametrize("role", list(Role))
def test_only_the_business_unit_opens_records(client, luton, role):
    sign_in(client, someone(role, partnership=luton))
    for address in ADDRESSES:
        status = client.get(f"/trail/records/{address}").status_code
        assert (status != 403) == (role is Role.BUSINESS_UNIT), address


def test_another_partnerships_holds_and_requests_are_not_to_be_found(client, luton):
    hold = Hold.objects.create(partnership=luton.pk + 1, why="Their reason", since=TODAY)
    asked = RecordRequest.objects.create(
        partnership=luton.pk + 1, kind="foi", reference="Theirs", received=TODAY, due=TODAY
    )
    sign_in(client, someone(Role.BUSINESS_UNIT, partnership=luton))
    page = client.get("/trail/records/").content.decode()
    assert "Their" not in page
    assert client.post(f"/trail/records/holds/{hold.pk}/lift/", {"why": "x"}).status_code == 404
    assert client.get(f"/trail/records/requests/{asked.pk}/answer/").status_code == 404


def test_a_request_is_logged_answered_and_held(client, luton):
    sign_in(client, someone(Role.BUSINESS_UNIT, partnership=luton))
    given = {
        "kind": "foi",
        "reference": "FOI 12",
        "asked_by": "A newspaper",
        "what": "Spending on training",
        "received_day": "2",
        "received_month": "11",
        "received_year": "2026",
    }
    without = {**given, "kind": "coroner"}
    page = client.post("/trail/records/requests/log/", without).content.decode()
    assert "Enter the last day that the notice or order gives" in page
    assert "A newspaper" in page
    page = client.post("/trail/records/requests/log/", {"kind": "foi"}).content.decode()
    assert "Enter a date for “Day it came”" in page
    nonsense = {f"received_{box}": "31" for box in ("day", "month", "year")}
    page = client.post("/trail/records/requests/log/", nonsense).content.decode()
    assert "Enter a real date for “Day it came”" in page
    page = client.post("/trail/records/requests/log/", given, follow=True).content.decode()
    assert "Freedom of information request FOI 12 is logged and due 30 November 2026." in page
    asked = RecordRequest.objects.get()
    boxes = {"answered_day": "1", "answered_month": "11", "answered_year": "2026"}
    place = f"/trail/records/requests/{asked.pk}/answer/"
    early = client.post(place, {**boxes, "answer": "Sent"}).content.decode()
    assert "cannot be answered before it came" in early
    boxes["answered_month"] = "12"
    page = client.post(place, {**boxes, "answer": "Sent"}, follow=True).content.decode()
    assert "Answered 1 December 2026 (late)" in page
    held = {"record_class": "returns", "why": "Inquest 7"}
    page = client.post("/trail/records/hold/", held, follow=True).content.decode()
    assert "Returns from agencies, since" in page
    looked = client.post("/trail/records/review/").content.decode()
    assert "Nothing has been erased yet." in looked
    done = client.post("/trail/records/review/", {"erase": "yes"}, follow=True).content.decode()
    assert "Erased: 0." in done
