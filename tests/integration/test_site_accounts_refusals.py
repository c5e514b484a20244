"""Whatever is refused, in any room, is one page that says why and what to do instead."""

from collections.abc import Callable
from pathlib import Path

import pytest
from django.http import HttpResponse
from django.test import RequestFactory

from goldenthread_site.accounts.middleware import RefusalsShown
from goldenthread_site.accounts.refusal import NotAllowedError, RefusedError
from goldenthread_site.accounts.roles import Role
from goldenthread_site.directory import actions
from goldenthread_site.directory.models import Partnership
from goldenthread_site.trail.acting import Acting
from tests.factories.signing_in import sign_in, someone

pytestmark = pytest.mark.django_db


def shown(client, monkeypatch, raised: Exception) -> HttpResponse:
    """What someone signed in sees of a page in which this is raised."""

    def fails(*given: object) -> None:
        raise raised

    monkeypatch.setattr("goldenthread_site.directory.queries.agency", fails)
    luton = Partnership.objects.create(name="Luton SCP", slug="luton", areas=["821"])
    sign_in(client, someone(Role.READER, partnership=luton))
    return client.get("/agencies/1/")


@pytest.mark.parametrize(
    ("raised", "status", "heading"),
    [
        (NotAllowedError("The lead signs it."), 403, "You cannot do this"),
        (RefusedError("The lead signs it."), 409, "This cannot be done now"),
    ],
)
def test_a_refusal_is_one_page_with_its_sentence(client, monkeypatch, raised, status, heading):
    answer = shown(client, monkeypatch, raised)
    page = answer.content.decode()
    assert answer.status_code == status
    for words in (f'<h1 class="govuk-heading-l">{heading}</h1>', "The lead signs it.", "Luton"):
        assert words in page


def test_a_fault_of_the_program_is_no_refusal(client, monkeypatch):
    with pytest.raises(PermissionError):
        shown(client, monkeypatch, PermissionError("no such file"))
    passed: Callable[..., HttpResponse] = HttpResponse
    assert RefusalsShown(passed).process_exception(RequestFactory().get("/"), OSError()) is None


def test_a_group_of_next_door_is_not_kept_from_here(client):
    """It is shared, so that it may be read; changing it is refused, with who keeps it."""
    luton = Partnership.objects.create(name="Luton SCP", slug="luton", areas=["821"])
    bedford = Partnership.objects.create(name="Bedford SCP", slug="bedford", areas=["822"])
    group = actions.add_group(
        by=Acting(job="test of its own"),
        partnership=luton,
        name="Learning",
        terms="To meet.",
        shared_with=[bedford],
    )
    sign_in(client, someone(Role.BUSINESS_UNIT, partnership=bedford))
    answer = client.get(f"/groups/{group.pk}/change/")
    assert answer.status_code == 403
    assert "Learning is kept by Luton SCP." in answer.content.decode()


def test_no_other_room_has_a_refusal_of_its_own():
    """Nor any other page: two would drift apart."""
    site = Path(__file__).resolve().parents[2] / "src" / "goldenthread_site"
    own = [each for each in site.rglob("*.py") if "class RefusedError" in each.read_text("utf-8")]
    assert [each.relative_to(site).as_posix() for each in own] == ["accounts/refusal.py"]
    pages = [each.relative_to(site).as_posix() for each in site.rglob("refused.html")]
    assert pages == ["design/jinja2/design/refused.html"]
