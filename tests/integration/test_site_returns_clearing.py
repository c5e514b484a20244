"""What a broken-off upload leaves behind is taken away after a day, and nothing else is."""

import os
from datetime import timedelta
from pathlib import Path
from tempfile import mkdtemp

import pytest
from django.core.management import call_command
from django.utils import timezone

from goldenthread_site.returns import arriving
from goldenthread_site.returns.clearing import UNFINISHED_FOR, clear_uploads
from goldenthread_site.returns.models import Upload
from goldenthread_site.returns.scratch import scratch
from tests.factories.returns import a_town

pytestmark = pytest.mark.django_db


@pytest.fixture
def places(settings, tmp_path):
    """Where files lie, and where they arrive."""
    settings.MEDIA_ROOT = tmp_path / "files"
    settings.FILE_UPLOAD_TEMP_DIR = tmp_path / "arriving"
    settings.FILE_UPLOAD_TEMP_DIR.mkdir()
    return settings


class PowerCutError(BaseException):
    """The server ends here, without time to tidy up."""


def files(places):
    roots = (places.MEDIA_ROOT, places.FILE_UPLOAD_TEMP_DIR)
    return {each.name for root in roots for each in root.rglob("*") if each.is_file()}


def grow_old(places, name):
    """The file as if it had been there for more than a day."""
    roots = (places.MEDIA_ROOT, places.FILE_UPLOAD_TEMP_DIR)
    (found,) = [each for root in roots for each in root.rglob(name)]
    then = (timezone.now() - UNFINISHED_FOR - timedelta(minutes=1)).timestamp()
    os.utime(found, (then, then))


def cut_off(monkeypatch, content):
    def cut(_written):
        raise PowerCutError

    with monkeypatch.context() as patched:
        patched.setattr(os, "fsync", cut)
        with pytest.raises(PowerCutError):
            arriving.keep(content, ".csv")


def test_a_file_not_written_to_its_end_goes_after_a_day(places, monkeypatch):
    cut_off(monkeypatch, b"half of a return")
    (Path(places.FILE_UPLOAD_TEMP_DIR) / "streamed.upload").write_bytes(b"half of another")
    left = files(places)
    assert [each for each in left if each.startswith(arriving.UNFINISHED)]
    assert clear_uploads(timezone.now()) == 0
    assert files(places) == left
    for each in left:
        grow_old(places, each)
    assert clear_uploads(timezone.now()) == 2
    assert files(places) == set()


def test_what_a_killed_reading_leaves_goes_after_a_day(places):
    left = Path(mkdtemp(dir=places.FILE_UPLOAD_TEMP_DIR))
    with scratch() as folder:
        assert Path(folder).parent == left.parent
        (left / "typed.csv").write_bytes(b"a return")
        grow_old(places, "typed.csv")
        assert clear_uploads(timezone.now()) == 1
        grow_old(places, left.name)
        assert clear_uploads(timezone.now()) == 0
        assert not left.exists()
        assert Path(folder).exists()


def test_a_whole_file_goes_only_where_no_upload_names_it(places):
    kept, lost = arriving.keep(b"one", ".csv"), arriving.keep(b"two", ".csv")
    person = a_town().lead.person
    Upload.objects.create(digest=kept, kind=".csv", size=3, given_name="one.csv", by=person)
    for each in (kept, lost):
        grow_old(places, f"{each}.csv")
    assert clear_uploads(timezone.now()) == 1
    assert files(places) == {f"{kept}.csv"}


def test_what_is_sent_once_more_is_not_taken_for_old(places):
    lost = arriving.keep(b"two", ".csv")
    grow_old(places, f"{lost}.csv")
    arriving.keep(b"two", ".csv")
    assert clear_uploads(timezone.now()) == 0


def test_the_command_says_what_it_did(places, monkeypatch, capsys):
    cut_off(monkeypatch, b"half of a return")
    (name,) = files(places)
    grow_old(places, name)
    call_command("clear_uploads")
    assert capsys.readouterr().out == "1 unfinished file deleted, older than 1 day.\n"
