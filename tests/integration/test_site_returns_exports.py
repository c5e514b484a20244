"""Returns taken away: who may take which, what stands in it, and that the trail knows."""

import csv
import io
import zipfile
from datetime import date

import pytest

from goldenthread_site.accounts.roles import Role
from goldenthread_site.returns import permissions
from goldenthread_site.trail.models import Link
from tests.factories.returns import a_town
from tests.factories.signing_in import sign_in

pytestmark = pytest.mark.django_db
WHY = {"why": "The chief constable’s briefing"}


@pytest.fixture
def town():
    return a_town()


def rows_of(answer) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(answer.content.decode().removeprefix("\ufeff"))))


def test_an_accepted_version_leaves_with_every_line_and_what_must_be_said(client, town):
    sent = town.accepted(town.ask(footprint="agency"))
    sign_in(client, town.analyst.person, again=True)
    path = f"/returns/{sent.pk}/export/"
    assert path in client.get(f"/returns/{sent.pk}/").content.decode()
    assert "Enter what true counts" in client.post(path, {"form": "csv"}).content.decode()
    answer = client.post(path, {"form": "csv", **WHY})
    rows = {each["Line"]: each for each in rows_of(answer)}
    assert len(rows) == len(sent.request.asked.line)
    numbers = [each["Answer"] for each in rows.values()]
    assert {"412", "171", "64", "0"} <= set(numbers)
    assert any(each["State"] == "not known to us" for each in rows.values())
    assert all("everyone Bedfordshire Police serves" in each["Area"] for each in rows.values())
    book = client.post(path, {"form": "xlsx", **WHY})
    with zipfile.ZipFile(io.BytesIO(book.content)) as parts:
        text = "".join(parts.read(each).decode() for each in parts.namelist())
    assert "Not for publication" in text
    assert "<v>412</v>" in text  # a number, to be reckoned with
    assert "<f>" not in text
    name = book.headers["Content-Disposition"]
    assert name == 'attachment; filename="police-police-2026-27-q2-v1-not-for-publication.xlsx"'
    taken = Link.objects.filter(action="export taken", about_kind="returns.return")
    assert [each.content.why for each in taken] == [WHY["why"]] * 2


def test_what_is_not_accepted_or_not_theirs_stays(client, town):
    draft = town.draft(town.ask())
    sign_in(client, town.lead.person, again=True)
    assert client.post(f"/returns/{draft.pk}/export/", {"form": "csv", **WHY}).status_code == 409
    sent = town.accepted(town.ask("channel"), {"referrals": "3"})
    assert client.post(f"/returns/{sent.pk}/export/", {"form": "csv", **WHY}).status_code == 200
    other = town.someone(Role.AGENCY_LEAD, town.fire).person
    sign_in(client, other, again=True)
    assert client.post(f"/returns/{sent.pk}/export/", {"form": "csv", **WHY}).status_code == 404
    listed = client.post("/returns/export/", {"form": "csv", "state": "accepted"})
    assert rows_of(listed) == []


@pytest.mark.parametrize("role", list(Role))
def test_each_role_takes_the_list_it_may_read(client, town, role):
    town.ask(due=date(2020, 1, 31))
    sign_in(client, town.someone(role, town.police).person, again=True)
    answer = client.post("/returns/export/", {"form": "csv"})
    if role not in permissions.READERS:
        assert answer.status_code == 403
        return
    (row,) = rows_of(answer)
    assert (row["Agency"], row["State"]) == ("Bedfordshire Police", "late")
    (link,) = Link.objects.filter(action="export taken")
    assert link.content.detail["lines"] == 1
