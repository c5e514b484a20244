"""What agencies send never comes into a log: not its cells, not its names, not when it fails."""

import io
import logging

import pytest
from django.conf import settings as site
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from goldenthread_site.config.logs import WithoutValues
from goldenthread_site.returns import arriving
from goldenthread_site.returns.arriving import template_file
from tests.factories.returns import QUARTER, a_town

pytestmark = pytest.mark.django_db
CANARY = "Canary-73519"


@pytest.fixture
def log():
    """Everything that is logged, at any level, as the site writes it."""
    assert site.LOGGING["formatters"]["plain"]["()"].endswith(WithoutValues.__name__)
    out = io.StringIO()
    handler = logging.StreamHandler(out)
    handler.setFormatter(WithoutValues())
    root = logging.getLogger()
    before = root.level
    root.addHandler(handler)
    root.setLevel(logging.DEBUG)
    yield out
    root.removeHandler(handler)
    root.setLevel(before)


def test_no_cell_and_no_name_of_a_file_is_logged(client, settings, tmp_path, log, monkeypatch):
    settings.MEDIA_ROOT = tmp_path
    town = a_town()
    draft = town.draft(town.ask(), {})
    client.force_login(town.contributor.person)
    client.raise_request_exception = False
    filled = template_file(draft.request.asked, QUARTER, draft.area)
    upload = reverse("upload_return", args=[draft.pk])

    def send(content, name=f"{CANARY}.csv"):
        return client.post(upload, {"file": SimpleUploadedFile(name, content)})

    assert send(filled.replace(b",,", f",{CANARY},".encode())).status_code == 302
    assert send(filled + f"{CANARY},5\r\n".encode()).status_code == 200
    assert send(b"PK\x03\x04" + CANARY.encode(), f"{CANARY}.xlsx").status_code == 200
    page = client.get(reverse("fill_in", args=[draft.pk]), {"faults": CANARY})
    assert CANARY in page.content.decode()  # the person sees it, and nobody else
    client.post(reverse("check_return", args=[draft.pk]))
    client.post(reverse("paste_return", args=[draft.pk]), {"rows": f"{CANARY}\t{CANARY}"})
    client.get(reverse("returns"), {"state": CANARY})

    def fails(*given, **named):
        raise ValueError(f"could not read {CANARY}") from KeyError(CANARY)

    monkeypatch.setattr(arriving, "from_file", fails)
    assert send(filled).status_code == 500
    told = log.getvalue()
    assert "builtins.ValueError" in told
    assert "builtins.KeyError" in told
    assert CANARY not in told
