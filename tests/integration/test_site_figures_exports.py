"""True counts and what may leave: each role by screen, CSV and workbook, a canary looked for."""

import csv
import io
import zipfile

import pytest
from django.test import Client

from goldenthread.indicators import catalogue
from goldenthread.nouns import Period
from goldenthread_site.accounts.roles import Role
from goldenthread_site.figures import queries
from goldenthread_site.figures.commentary.actions import say
from goldenthread_site.figures.permissions import READERS, TRUE_COUNTS
from goldenthread_site.trail.models import Link
from tests.factories.canary import BESIDE, CANARIES, INDICATOR, VALUE, a_partnership, holder
from tests.factories.returns import ANSWERS, a_town
from tests.factories.signing_in import sign_in, standing

pytestmark = pytest.mark.django_db

# Said once more by hand: the code's own table is compared with it.
ENTITLED = {
    Role.BUSINESS_UNIT,
    Role.ANALYST,
    Role.LEAD_PARTNER,
    Role.DELEGATED_PARTNER,
    Role.SCRUTINEER,
    Role.INSPECTOR,
}
REFUSED = {Role.ADMINISTRATOR, Role.NEIGHBOUR, Role.REVIEW_AUTHOR}
SCREENS = ("/figures/", f"/figures/{INDICATOR}/", "/")
EXPORTS = ("/figures/export/", f"/figures/{INDICATOR}/export/")
YEAR = {"year": "2023-24"}


def text_of(answer) -> str:
    """Everything a person could read of an answer: of a workbook every part of it."""
    if "spreadsheet" not in answer.headers["Content-Type"]:
        return answer.content.decode()
    with zipfile.ZipFile(io.BytesIO(answer.content)) as parts:
        return "".join(parts.read(each).decode() for each in parts.namelist())


def taken(client, path: str, **given: str):
    return client.post(path, {**YEAR, "form": "csv", **given})


def found(text: str) -> set[str]:
    return {each for each in CANARIES if each in text}


def test_the_codes_own_table_is_the_one_said_here():
    assert set(TRUE_COUNTS) == ENTITLED
    assert set(Role) - READERS == REFUSED
    assert all(TRUE_COUNTS.values())


def test_who_sees_a_small_count_where(subtests):
    partnership = a_partnership()
    for role in sorted(READERS):
        with subtests.test(role=role):
            client = Client()
            sign_in(client, holder(role, partnership), again=True)
            small_counts_are_where_they_may_be(client, role in ENTITLED)


def small_counts_are_where_they_may_be(client, inside: bool):
    seen: dict[str, bool] = {}
    for path in SCREENS:
        page = client.get(path, YEAR).content.decode()
        seen[path] = VALUE in page
        assert inside or not found(page)
        assert path == "/" or BESIDE in page
    for path in EXPORTS:
        for form in ("csv", "meta.csv", "xlsx"):
            as_released = taken(client, path, form=form, counts="released")
            assert as_released.status_code == 200
            assert not found(text_of(as_released))
            assert "not-for-publication" not in as_released.headers["Content-Disposition"]
            asked = taken(client, path, form=form, counts="true", why="The quarterly audit")
            assert inside == ("not-for-publication" in asked.headers["Content-Disposition"])
            seen[path + form] = VALUE in text_of(asked)
            assert inside or not found(text_of(asked))
            assert form == "meta.csv" or BESIDE in text_of(asked)
    expected = {each: inside and each != "/" and "meta" not in each for each in seen}
    assert seen == expected


def test_who_sees_a_small_count_that_came_with_a_return(subtests):
    town = a_town()
    town.accepted(town.ask(), {**ANSWERS, "notices_missing": "3"})
    for role in sorted(READERS):
        with subtests.test(role=role):
            who = standing(town.someone(role, town.police).person)
            card = queries.scorecard(who, Period.financial_year(2027))
            (small,) = [each for each in card.returned if "Missing" in each.breakdown]
            assert small.value == (3 if role in ENTITLED else None)
            assert (small.shown.text == "3") == (role in ENTITLED)


@pytest.mark.parametrize("role", sorted(REFUSED))
def test_whoever_reads_no_figures_takes_none(client, role):
    sign_in(client, holder(role, a_partnership()), again=True)
    for path in (*EXPORTS, "/figures/questions/export/"):
        assert client.get(path).status_code == 403
        assert taken(client, path).status_code == 403
    assert not Link.objects.filter(action="export taken").exists()


def test_true_counts_leave_only_with_a_reason_and_after_signing_in_again(client):
    sign_in(client, holder(Role.ANALYST, a_partnership()))
    without = taken(client, EXPORTS[0], counts="true")
    assert "Enter what true counts are needed for" in without.content.decode()
    session = client.session
    for each in session["account_authentication_methods"]:
        each["at"] -= 3600
    session["account_authentication_methods"] = list(session["account_authentication_methods"])
    session.save()
    asked = taken(client, EXPORTS[0], counts="true", why="The quarterly audit")
    assert asked.status_code == 302
    assert asked.headers["location"].startswith("/account/")
    assert not Link.objects.filter(action="export taken").exists()
    assert taken(client, EXPORTS[0], counts="released").status_code == 200


def test_who_took_what_is_on_the_trail_with_why(client):
    person = sign_in(client, holder(Role.ANALYST, a_partnership()), again=True)
    taken(client, EXPORTS[1], counts="true", form="xlsx", why="The quarterly audit")
    taken(client, EXPORTS[0], counts="released")
    true, released = Link.objects.filter(action="export taken").order_by("number")
    assert (true.person, true.content.why) == (person.pk, "The quarterly audit")
    assert true.content.detail["true_counts"] is True
    assert "Section 47 enquiries" in true.content.detail["what"]
    assert (released.content.why, released.content.detail["true_counts"]) == ("", False)
    assert not found(str(true.content.detail) + true.content.why)


def test_the_workbook_and_its_csv_are_what_the_core_writes(client):
    sign_in(client, holder(Role.READER, a_partnership()))
    csv = taken(client, EXPORTS[1])
    lines = csv.content.decode().splitlines()
    assert lines[0].startswith("time_period,time_identifier,geographic_level")
    assert any(",c" in line for line in lines)  # the letter in place of the small count
    meta = taken(client, EXPORTS[1], form="meta.csv").content.decode()
    assert meta.startswith("col_name,col_type,label")
    name = csv.headers["Content-Disposition"]
    assert name == 'attachment; filename="section-47-enquiries-luton-2023-24.csv"'
    again = taken(client, EXPORTS[1], form="xlsx").content
    assert again == taken(client, EXPORTS[1], form="xlsx").content  # the same bytes each time


def test_questions_leave_without_formulas(client):
    person = sign_in(client, holder(Role.ANALYST, a_partnership()))
    asking = f"/figures/{INDICATOR}/ask/?year=2023-24"
    client.post(asking, {"text": '=HYPERLINK("x")'})
    sheet = client.post("/figures/questions/export/", {"form": "csv"}).content.decode()
    assert "'=HYPERLINK" in sheet
    assert ',"=HYPERLINK' not in sheet
    book = text_of(client.post("/figures/questions/export/", {"form": "xlsx"}))
    assert "<f>" not in book
    assert "HYPERLINK" in book
    assert Link.objects.filter(action="export taken", person=person.pk).count() == 2


def test_what_cannot_be_taken_is_said(client):
    sign_in(client, holder(Role.READER, a_partnership()))
    assert client.get("/figures/no_such_thing/export/").status_code == 404
    faulty = taken(client, EXPORTS[0], form="exe").content.decode()
    assert "There is a problem" in faulty
    page = client.get(EXPORTS[0], {"year": "2023-24", "words": "section"}).content.decode()
    assert 'name="words" value="section"' in page
    assert "True counts" not in page


@pytest.fixture
def sent(client):
    """A town with a return accepted, one not due, and words shared with each kind of reader."""
    town = a_town()
    town.accepted(town.ask(), {**ANSWERS, "notices_missing": "3"})
    town.ask(period="2026-27 Q4", due=town.analyst.today.replace(year=2027))
    for shared_with in ("readers", "partners", "writers"):
        say(
            **town.lead.both,
            indicator="police_notices",
            year="2026-27",
            agency=town.police,
            text=f"=1+1 words for {shared_with}",
            shared_with=shared_with,
        )
    return town


@pytest.mark.parametrize("path", ["/figures/export/", "/figures/police_notices/export/"])
@pytest.mark.parametrize("role", [Role.READER, Role.ANALYST])
def test_what_agencies_sent_is_taken_away_as_the_page_shows_it(client, sent, role, path):
    sign_in(client, sent.someone(role).person, again=True)
    given = {"year": "2026-27", "counts": "true", "why": "The quarterly audit"}
    rows = list(
        csv.DictReader(io.StringIO(taken(client, path, **given, form="sent.csv").content.decode()))
    )
    title = catalogue()["police_notices"].title
    told = {
        (each["Part"], each["Period"]): each["Number, or why there is none"]
        for each in rows
        if each["Indicator"] == title
    }
    quarter, later = "July to September 2026", "January to March 2027"
    assert told["", quarter] == "412"
    assert told["", later].startswith("not due")
    (missing,) = [
        value for (part, when), value in told.items() if "issing" in part and when == quarter
    ]
    assert missing == ("3" if role is Role.ANALYST else "withheld")
    book = text_of(taken(client, path, **given, form="xlsx"))
    assert "What agencies sent" in book
    assert "not due" in book
    detail = Link.objects.filter(action="export taken").order_by("number").first().content.detail
    assert detail["lines"] == len(rows)


def test_commentary_leaves_as_far_as_it_is_shared(client, sent):
    path = "/figures/police_notices/export/"

    def words(role, **given):
        sign_in(client, sent.someone(role).person, again=True)
        taken_csv = taken(client, path, year="2026-27", form="commentary.csv", **given)
        text = taken_csv.content.decode()
        assert "\n=1" not in text
        assert ",=1" not in text
        book = text_of(taken(client, path, year="2026-27", form="xlsx", **given))
        found = {each for each in ("readers", "partners", "writers") if f"words for {each}" in text}
        assert found == {
            each for each in ("readers", "partners", "writers") if f"words for {each}" in book
        }
        return found

    assert words(Role.READER) == {"readers"}
    assert words(Role.ANALYST, counts="released") == {"readers"}
    assert words(Role.ANALYST, counts="true", why="To see it") == {"partners"}
    assert words(Role.SCRUTINEER, counts="true", why="To see it") == {"partners"}
