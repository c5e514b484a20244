"""The pages of returns over the wire: what they keep, refuse and show, and what they cost."""

from datetime import timedelta

import pytest
from django.core import mail
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from django.utils import timezone

from goldenthread_site.accounts.roles import Role
from goldenthread_site.returns.models import Reminder, Return, Upload
from goldenthread_site.returns.rules import Status
from tests.factories.filled import filled
from tests.factories.returns import ANSWERS, QUARTER, a_town

pytestmark = pytest.mark.django_db


@pytest.fixture
def town():
    return a_town()


@pytest.fixture
def opened(client, settings, tmp_path):
    """A client signed in as someone; files go into a folder of the test’s own."""
    settings.MEDIA_ROOT = tmp_path

    def as_(someone):
        client.force_login(someone.person)
        return client

    return as_


def at(name, *given):
    return reverse(name, args=given)


def text(answer):
    return answer.content.decode()


def typed(sent):
    return {each.line: each.typed for each in sent.cells.all()}


def test_each_save_keeps_what_was_typed_faults_and_all(town, opened):
    draft = town.draft(town.ask(), {})
    given = ANSWERS | {"notices": "about 90 <b>", "do": "save"}
    answer = opened(town.contributor).post(at("fill_in", draft.pk), given)
    assert answer.headers["location"] == at("fill_in", draft.pk)
    assert typed(draft) == ANSWERS | {"notices": "about 90 <b>"}
    page = text(opened(town.lead).get(at("fill_in", draft.pk)))
    assert 'value="about 90 &lt;b&gt;"' in page


def test_faults_stand_beside_their_lines_and_in_the_summary(town, opened):
    draft = town.draft(town.ask(), {})
    client = opened(town.contributor)
    answer = client.post(
        at("fill_in", draft.pk), ANSWERS | {"notices": "many", "do": "check"}, follow=True
    )
    answer = client.get(answer.headers.get("location", answer.redirect_chain[-1][0]))
    page = text(answer)
    assert "<title>Error: Fill in" in page.replace("\n", "")
    assert 'href="#id_notices"' in page
    assert 'id="id_notices-error"' in page
    assert 'value="many"' in page
    assert page.count("govuk-error-message") == 1


def test_while_typing_one_line_is_kept_by_itself(town, opened):
    draft = town.draft(town.ask())
    answer = opened(town.contributor).post(at("keep_return", draft.pk), {"notices": "413"})
    assert answer.json()["saved"].startswith("Saved on ")
    assert typed(draft) == ANSWERS | {"notices": "413"}


def test_a_return_is_submitted_after_its_answers_are_checked(town, opened):
    draft = town.draft(town.ask())
    client = opened(town.contributor)
    page = text(client.get(at("check_return", draft.pk)))
    assert "412" in page
    assert "not known to us" in page
    assert client.post(at("check_return", draft.pk)).status_code == 302
    draft.refresh_from_db()
    assert draft.status == Status.SUBMITTED
    again = client.post(at("check_return", draft.pk))
    assert again.status_code == 409
    assert "submitted" in text(again)


def send(client, draft, content, name="a file.csv"):
    file = SimpleUploadedFile(name, content)
    return client.post(at("upload_return", draft.pk), {"file": file}, follow=True)


def test_an_upload_is_kept_by_digest_and_its_cells_know_their_place(town, opened, tmp_path):
    draft = town.draft(town.ask(), {})
    content = filled(draft.request.asked, QUARTER)
    page = text(send(opened(town.contributor), draft, content, "..\\..\\evil.CSV"))
    assert "7 of 7 lines were read" in page
    (kept,) = Upload.objects.all()
    assert kept.given_name == "evil.CSV"
    assert (tmp_path / kept.place).read_bytes() == content
    assert draft.cells.get(line="notices").place == "cell B2"
    opened(town.contributor).post(at("keep_return", draft.pk), {"notices": "8"})
    assert draft.cells.get(line="notices").place == ""
    assert draft.cells.get(line="notices_missing").place == "cell B4"


@pytest.mark.parametrize(
    ("name", "content", "said"),
    [
        ("a.exe", b"MZ", "ends in .csv"),
        ("a.csv", b"", "empty"),
        ("a.csv", b"x" * 10_000_001, "smaller than 10 MB"),
        ("a.csv", b"Line,2026-27 Q1\n", "2026-27 Q2"),
        ("a.xlsx", b"PK\x03\x04", "zip"),
    ],
)
def test_a_file_that_is_no_return_is_refused_and_nothing_is_kept(
    town, opened, tmp_path, name, content, said
):
    draft = town.draft(town.ask())
    page = text(send(opened(town.contributor), draft, content, name))
    assert "There is a problem" in page
    assert said in page
    assert typed(draft) == ANSWERS
    assert not Upload.objects.exists()
    assert not [each for each in tmp_path.rglob("*") if each.is_file()]


def test_pasted_rows_are_kept_and_pasted_nonsense_is_given_back(town, opened):
    draft = town.draft(town.ask(), {})
    client = opened(town.contributor)
    client.post(at("paste_return", draft.pk), {"rows": "\n".join(ANSWERS.values())})
    assert typed(draft) == ANSWERS
    page = text(client.post(at("paste_return", draft.pk), {"rows": "Nothing here\t5"}))
    assert "is no line of this return" in page
    assert "Nothing here\t5" in page


def test_what_the_numbers_are_about_is_declared(town, opened):
    draft = town.draft(town.ask())
    client = opened(town.contributor)
    given = {"footprint": "agency", "period": "2026-27 Q9", "quality": "poor", "note": ""}
    page = text(client.post(at("return_about", draft.pk), given))
    assert "Enter a period as" in page
    assert "Say why they are" in page
    given |= {"period": "2026/27 q2".replace("q", "Q"), "note": "Two teams are missing."}
    client.post(at("return_about", draft.pk), given)
    draft.refresh_from_db()
    assert (draft.footprint, draft.period_code) == ("agency", "2026-27 Q2")
    assert "This is not what was asked for" in text(client.get(at("check_return", draft.pk)))


def test_the_template_file_is_for_this_period(town, opened):
    draft = town.draft(town.ask(), {})
    answer = opened(town.contributor).get(at("return_template", draft.pk))
    assert answer.headers["content-disposition"] == 'attachment; filename="police-2026-27-q2.csv"'
    assert answer.content.startswith(b"\xef\xbb\xbfLine,2026-27 Q2,")


def test_lead_signs_analyst_queries_agency_answers_analyst_accepts(town, opened):
    sent = town.submitted(town.ask())
    signing = {"post": "Safeguarding lead, Bedfordshire Police"}
    page = text(opened(town.lead).post(at("sign_return", sent.pk), signing))
    assert "Tick the box to sign" in page
    opened(town.lead).post(at("sign_return", sent.pk), signing | {"agreed": "on"})
    question = {"line": "notices", "text": "Is this all of them?"}
    opened(town.analyst).post(at("query_return", sent.pk), question)
    (query,) = sent.queries.all()
    page = text(opened(town.contributor).get(at("returns")))
    assert "Answer the question" in page
    opened(town.contributor).post(at("answer_query", sent.pk, query.pk), {"text": "It is."})
    assert "Check it" in text(opened(town.analyst).get(at("returns")))
    answer = opened(town.analyst).post(at("accept_return", sent.pk), follow=True)
    assert "its figures are kept" in text(answer)
    assert "It is." in text(answer)


def test_an_agency_is_asked_and_the_calendar_goes_on(town, opened):
    client = opened(town.analyst)
    assert "No agency has been asked" in text(client.get(at("returns")))
    given = {
        "agency": town.police.pk,
        "template": "education",
        "period": "2025-26 Q1",
        "footprint": "821",
        "due_day": "1",
        "due_month": "6",
        "due_year": "2025",
        "repeats": "on",
    }
    page = text(client.post(at("ask_for_return"), given))
    assert "asks for an academic year" in page
    assert "after the period has ended" in page
    given |= {"template": "police", "due_day": "20", "due_month": "7"}
    assert client.post(at("ask_for_return"), given).status_code == 302
    assert "already" in text(client.post(at("ask_for_return"), given))
    assert "July to September 2025" in text(client.get(at("returns_calendar")))
    (asked,) = [str(each.pk) for each in town.police.data_requests.all()]
    client.post(at("returns_calendar"), {"requests": asked})
    codes = town.police.data_requests.values_list("period_code", flat=True)
    assert set(codes) == {"2025-26 Q1", "2025-26 Q2"}


def test_nothing_is_not_one_thing_on_the_page(town, opened):
    today = timezone.localdate()
    town.submitted(town.ask())
    town.ask("gcp2", due=today - timedelta(days=1))
    town.ask("channel", due=today)
    client = opened(town.analyst)

    def cells(template):
        return text(client.get(at("returns_came"), {"template": template, "period": QUARTER.code}))

    police = cells("police")
    for word in ("412", "0 (nil)", "not known to us", "refused"):
        assert f'numeric">{word}</td>' in police
    assert 'numeric">not returned</td>' in cells("gcp2")
    assert 'numeric">not due</td>' in cells("channel")


def test_no_table_goes_without_what_has_to_be_said_of_its_numbers(town, opened):
    draft = town.draft(town.ask())
    about = {"footprint": "agency", "period": "2025-26 academic", "quality": "caution"}
    note = "A fall is partly from recording."
    opened(town.contributor).post(at("return_about", draft.pk), about | {"note": note})
    opened(town.contributor).post(at("check_return", draft.pk))
    asked = {"template": "police", "period": QUARTER.code}
    page = text(opened(town.analyst).get(at("returns_came"), asked))
    for said in (
        note,
        "Read with caution.",
        "not accepted yet",
        "Counts everyone Bedfordshire Police serves, not Luton.",
        "Is about academic year 2025 to 2026, not July to September 2026.",
    ):
        assert said in page
    assert "Read with caution" in text(opened(town.lead).get(at("sign_return", draft.pk)))


def test_nobody_else_finds_a_draft_or_a_return_by_its_number(town, opened):
    draft = town.draft(town.ask())
    sent = town.submitted(town.ask("channel"), {"referrals": "3"})
    other = town.someone(Role.AGENCY_LEAD, town.fire)
    pages = ("return", "fill_in", "check_return", "upload_return", "return_template", "sign_return")
    for each in pages:
        for version in (draft, sent):
            assert opened(other).get(at(each, version.pk)).status_code == 404, each
    assert opened(other).get(at("return_asked", sent.request.pk)).status_code == 404
    assert opened(other).post(at("begin_return", sent.request.pk)).status_code == 404
    assert opened(town.analyst).get(at("return", draft.pk)).status_code == 404
    assert opened(town.someone(Role.SCRUTINEER)).get(at("return", draft.pk)).status_code == 200
    assert opened(town.someone(Role.READER)).get(at("returns")).status_code == 403


def test_a_list_costs_the_same_however_long_it_is(town, opened, django_assert_num_queries):
    town.submitted(town.ask())
    client = opened(town.contributor)
    client.get(at("returns"))
    # Session, person, roles, whose place was taken, declared interests, requests, versions.
    with django_assert_num_queries(7):
        client.get(at("returns"))
    for template in ("gcp2", "channel", "marac", "missing"):
        town.draft(town.ask(template), {})
    with django_assert_num_queries(7):
        client.get(at("returns"))
    assert Return.objects.count() == 5


@pytest.mark.parametrize("hostile", ["\x00", "\ud800", "9" * 5000, "=cmd|' /C calc'!A0", "{{7*7}}"])
def test_whatever_is_sent_in_a_form_is_answered(town, opened, hostile):
    draft = town.draft(town.ask(), {})
    client = opened(town.contributor)
    sendable = hostile.encode("utf-8", "replace").decode()
    lines = dict.fromkeys(ANSWERS, sendable)
    about = dict.fromkeys(("footprint", "period", "quality", "note"), sendable)
    for name, given in (
        ("fill_in", lines | {"do": "check"}),
        ("keep_return", lines),
        ("return_about", about),
        ("paste_return", {"rows": sendable}),
    ):
        assert client.post(at(name, draft.pk), given).status_code in (200, 302), name
    assert client.get(at("fill_in", draft.pk), {"faults": "1"}).status_code == 200
    for query in ({"state": sendable}, {"template": sendable, "period": sendable}):
        assert client.get(at("returns"), query).status_code == 200
        assert client.get(at("returns_came"), query).status_code == 200


def test_a_number_beyond_every_database_is_not_found(town, opened):
    client = opened(town.contributor)
    for name in ("return", "fill_in", "return_asked"):
        assert client.get(at(name, 10**30)).status_code == 404


def test_a_reminder_that_did_not_go_is_sent_by_a_button(town, opened):
    asked = town.ask()
    missed = [town.contributor.person.pk, town.lead.person.pk]
    Reminder.objects.create(request=asked, kind="late", on=timezone.localdate(), missed=missed)
    page, again = at("return_asked", asked.pk), at("remind_again", asked.pk)
    assert again not in text(opened(town.lead).get(page))
    assert opened(town.lead).post(again).status_code == 403
    assert again in text(opened(town.analyst).get(page))
    answer = opened(town.analyst).post(again, follow=True)
    assert "on its way" in text(answer)
    assert again not in text(answer)
    assert len(mail.outbox) == 2
