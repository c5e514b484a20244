"""Large files: kept whole, read in the background, and never half in a draft."""

import os
from datetime import timedelta

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.core.management import call_command
from django.urls import reverse
from django.utils import timezone
from django_tasks.base import TaskResultStatus
from django_tasks_db.models import DBTaskResult

from goldenthread_site.accounts.roles import Role
from goldenthread_site.directory.models import RoleHeld
from goldenthread_site.home.working import MOST_TRIES, put_back
from goldenthread_site.returns import reading
from goldenthread_site.returns.arriving import is_large
from goldenthread_site.returns.models import Reading, Upload
from goldenthread_site.returns.rules import AT_ONCE_BYTES, ReadingState, Status
from tests.factories.filled import filled
from tests.factories.returns import ANSWERS, QUARTER, a_town

pytestmark = pytest.mark.django_db


@pytest.fixture
def town(settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path
    return a_town()


def a_large_file(draft, answer="7", more=b""):
    """The template filled in, and blank rows below it that make it large."""
    blank = (b"," + b" " * 500 + b",\r\n") * (AT_ONCE_BYTES // 500)
    content = filled(draft.request.asked, QUARTER, count=answer) + more + blank
    assert is_large(content, ".csv")
    return content


def upload(client, town, draft, content):
    client.force_login(town.contributor.person)
    file = SimpleUploadedFile("large.csv", content)
    answer = client.post(reverse("upload_return", args=[draft.pk]), {"file": file})
    assert answer.status_code == 302
    return Reading.objects.first(), answer.headers["location"]


def work():
    """What the worker does with the line, in this process and transaction."""
    for task in DBTaskResult.objects.ready():
        task.claim("test")
        task.set_successful(task.task.call(*task.args_kwargs["args"]))


def typed(draft):
    return {each.typed for each in draft.cells.all()}


def test_a_large_file_is_kept_and_read_once_the_worker_comes_to_it(town, client, tmp_path):
    draft = town.draft(town.ask(), {})
    content = a_large_file(draft)
    one, page = upload(client, town, draft, content)
    assert (tmp_path / Upload.objects.get().place).read_bytes() == content
    shown = client.get(page).content.decode()
    assert "Reading your file" in shown
    assert 'hx-trigger="every 2s"' in shown
    assert (
        "being read into this draft"
        in client.get(reverse("fill_in", args=[draft.pk])).content.decode()
    )
    assert typed(draft) == set()
    work()
    answer = client.get(page, follow=True).content.decode()
    assert "7 of 7 lines were read" in answer
    assert typed(draft) == {"7"}
    assert draft.cells.get(line="notices").place == "cell B2"
    one.refresh_from_db()
    assert (one.state, one.lines) == (ReadingState.READ, 7)


def test_the_page_that_looks_by_itself_opens_anew_when_it_is_over(town, client):
    draft = town.draft(town.ask(), {})
    _, page = upload(client, town, draft, a_large_file(draft))
    assert "HX-Redirect" not in client.get(page, headers={"HX-Request": "true"}).headers
    work()
    assert client.get(page, headers={"HX-Request": "true"}).headers["HX-Redirect"] == page


def test_a_file_that_is_no_such_return_is_refused_with_its_faults_and_changes_nothing(town, client):
    draft = town.draft(town.ask())
    _, page = upload(client, town, draft, a_large_file(draft, more=b"A line of mine,5,\r\n"))
    work()
    shown = client.get(page).content.decode()
    assert "this is no line of this return" in shown
    assert "Upload a file again" in shown
    assert typed(draft) == set(ANSWERS.values())


def test_reading_it_a_second_time_changes_nothing(town, client):
    draft = town.draft(town.ask(), {})
    one, _ = upload(client, town, draft, a_large_file(draft))
    work()
    client.post(reverse("keep_return", args=[draft.pk]), {"notices": "8"})
    assert reading.read_upload.call(one.pk) == "There is nothing to read."
    assert typed(draft) == {"7", "8"}


def test_what_is_typed_meanwhile_counts_and_nothing_of_the_file_is_taken(town, client):
    draft = town.draft(town.ask(), {})
    one, page = upload(client, town, draft, a_large_file(draft))
    client.post(reverse("keep_return", args=[draft.pk]), {"notices": "8"})
    work()
    one.refresh_from_db()
    assert one.state == ReadingState.OVERTAKEN
    assert typed(draft) == {"8"}
    assert "changed meanwhile" in client.get(page).content.decode()


def test_it_can_be_stopped_and_nothing_is_submitted_while_it_is_read(town, client):
    draft = town.draft(town.ask())
    one, page = upload(client, town, draft, a_large_file(draft))
    assert client.post(reverse("check_return", args=[draft.pk])).status_code == 409
    assert client.post(page).headers["location"] == reverse("fill_in", args=[draft.pk])
    work()
    one.refresh_from_db()
    draft.refresh_from_db()
    assert (one.state, draft.status) == (ReadingState.STOPPED, Status.DRAFT)
    assert typed(draft) == set(ANSWERS.values())
    assert client.post(reverse("check_return", args=[draft.pk])).status_code == 302


def test_a_second_file_takes_the_place_of_the_first(town, client):
    draft = town.draft(town.ask(), {})
    first, _ = upload(client, town, draft, a_large_file(draft))
    second, _ = upload(client, town, draft, a_large_file(draft, "9"))
    work()
    first.refresh_from_db()
    second.refresh_from_db()
    assert (first.state, second.state) == (ReadingState.STOPPED, ReadingState.READ)
    assert typed(draft) == {"9"}


def test_whoever_left_the_agency_meanwhile_changes_nothing(town, client):
    draft = town.draft(town.ask(), {})
    one, _ = upload(client, town, draft, a_large_file(draft))
    gone = timezone.localdate() - timedelta(days=1)
    RoleHeld.objects.filter(person=town.contributor.person).update(until=gone)
    work()
    one.refresh_from_db()
    assert one.state == ReadingState.FAILED
    assert typed(draft) == set()


def test_a_file_that_is_gone_or_another_is_not_read(town, client, tmp_path):
    draft = town.draft(town.ask(), {})
    one, page = upload(client, town, draft, a_large_file(draft))
    (tmp_path / one.upload.place).write_bytes(b"something else")
    work()
    assert "could not be read here" in client.get(page).content.decode()


def test_what_a_dead_worker_was_doing_is_begun_again_and_given_up_after_some_tries(town, client):
    draft = town.draft(town.ask(), {})
    one, _ = upload(client, town, draft, a_large_file(draft))
    (task,) = DBTaskResult.objects.all()
    for number in range(1, MOST_TRIES):
        task.claim(f"worker {number}")
        assert put_back() == 1
        task.refresh_from_db()
        assert task.status == TaskResultStatus.READY
    task.claim("the last worker")
    assert put_back() == 0
    task.refresh_from_db()
    one.refresh_from_db()
    assert (task.status, one.state) == (TaskResultStatus.FAILED, ReadingState.FAILED)


def test_another_agency_and_the_analyst_do_not_see_the_page(town, client):
    draft = town.draft(town.ask(), {})
    _, page = upload(client, town, draft, a_large_file(draft))
    for other in (town.someone(Role.AGENCY_LEAD, town.fire), town.analyst):
        client.force_login(other.person)
        assert client.get(page).status_code in (403, 404)
        assert client.post(page).status_code in (403, 404)


@pytest.mark.django_db(transaction=True)
def test_the_command_does_what_is_in_line_and_stops(town, client, settings, tmp_path, monkeypatch):
    settings.HOME = tmp_path
    lets_pages_come_first = []
    monkeypatch.setattr(os, "nice", lets_pages_come_first.append)  # not the tests' own process
    draft = town.draft(town.ask(), {})
    _, page = upload(client, town, draft, a_large_file(draft))
    call_command("work", batch=True)
    assert lets_pages_come_first == [5]
    assert "7 of 7 lines" in client.get(page, follow=True).content.decode()
