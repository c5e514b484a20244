"""Lists of schools: faults beside the row, nothing half-written, closed ones ended, leads."""

import io
import zipfile
from datetime import date

import openpyxl
import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from hypothesis import given
from hypothesis import strategies as st

from goldenthread_site.accounts.refusal import RefusedError
from goldenthread_site.accounts.roles import Role
from goldenthread_site.directory import actions
from goldenthread_site.directory.models import Partnership, Setting
from goldenthread_site.directory.reading_schools import NotAListError, read_schools
from goldenthread_site.trail.acting import Acting
from goldenthread_site.trail.models import Link
from tests.factories.signing_in import sign_in, someone

pytestmark = pytest.mark.django_db

TODAY = date(2026, 11, 21)
SITE = Acting(job="test of its own")
GOOD = "URN,Name,Phase\n100001,Ash School,Primary\n100002,Beech School,Secondary\n"


@pytest.fixture
def luton() -> Partnership:
    return Partnership.objects.create(name="Luton SCP", slug="luton", areas=["821"])


def brought_in(luton: Partnership, text: str) -> dict[str, int]:
    rows = read_schools(text.encode(), TODAY)
    return dict(actions.bring_in(by=SITE, partnership=luton, rows=rows, today=TODAY))


def faults(text: str) -> dict[int, list[str]]:
    return {row.number: row.faults for row in read_schools(text.encode(), TODAY) if row.faults}


@pytest.mark.parametrize(
    ("row", "fault"),
    [
        (",Ash,", "The URN is missing."),
        ("12345,Ash,", "A URN is six digits."),
        ("1000011,Ash,", "A URN is six digits."),
        ("100001,,", "The name is missing."),
        ("100001,Ash,30/02/2024", "The day it closed is no date: write it like 31/08/2024."),
        (f"100001,{'A' * 201},", "The name is longer than 200 characters."),
    ],
)
def test_a_fault_stands_beside_its_row(row, fault):
    assert faults(f"URN,Name,Closed on\n100009,Good,\n{row}\n") == {3: [fault]}


def test_the_same_school_twice_is_a_fault():
    assert faults(GOOD + "100001,Ash again,\n") == {4: ["Row 2 has the same URN."]}


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("", "holds nothing"),
        ("URN,Name\n", "no schools"),
        ("Number,Name\n1,x\n", "no column for URN"),
        ("URN,Title\n1,x\n", "no column for name"),
        ("URN,Name\n" + "100001,x\n" * 5001, "more than 5000 rows"),
        ("U\0R\0N\0", "neither CSV nor Excel"),
    ],
)
def test_what_is_no_list_is_refused_with_what_to_do(text, says):
    with pytest.raises(NotAListError, match=says):
        read_schools(text.encode(), TODAY)


def test_a_workbook_that_unpacks_without_end_is_refused():
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as package:
        package.writestr("xl/worksheets/sheet1.xml", b" " * (101 * 1024 * 1024))
    with pytest.raises(NotAListError, match="unpacks to more"):
        read_schools(packed.getvalue(), TODAY)


def test_a_broken_workbook_is_refused():
    with pytest.raises(NotAListError, match="cannot be opened"):
        read_schools(b"PK\x03\x04nonsense", TODAY)


@given(st.binary(max_size=300))
def test_whatever_is_sent_is_rows_or_a_refusal(data):
    try:
        read = read_schools(data, TODAY)
    except NotAListError:
        return
    assert all(row.faults or row.name for row in read)
    assert read


def test_a_workbook_reads_as_a_csv_does():
    book = openpyxl.Workbook()
    book.active.append(["URN", "EstablishmentName", "CloseDate", "EstablishmentStatus (name)"])
    book.active.append([100001, "Ash School", date(2024, 8, 31), "Closed"])
    book.active.append([100002, "Beech School", None, "Open, but proposed to close"])
    file = io.BytesIO()
    book.save(file)
    rows = read_schools(file.getvalue(), TODAY)
    text = (
        "URN,EstablishmentName,CloseDate,EstablishmentStatus (name)\n"
        "100001,Ash School,31/08/2024,Closed\n"
        '100002,Beech School,,"Open, but proposed to close"\n'
    )
    assert rows == read_schools(text.encode(), TODAY)
    assert [(row.urn, row.ended) for row in rows] == [
        ("100001", date(2024, 8, 31)),
        ("100002", None),
    ]


def test_nothing_is_written_where_one_row_is_wrong(luton):
    with pytest.raises(RefusedError, match="mend row 4"):
        brought_in(luton, GOOD + "1,Cedar School,\n")
    assert not Setting.objects.exists()
    assert not Link.objects.exists()


def test_new_changed_ended_reopened_and_the_same(luton):
    assert brought_in(luton, GOOD) == {"new": 2}
    assert brought_in(luton, GOOD) == {}
    assert brought_in(luton, "URN,Name\n100001,Ash Academy\n") == {"changed": 1}
    assert Setting.objects.get(urn="100001").phase == "Primary"
    assert Setting.objects.get(urn="100002").name == "Beech School"
    closed = "URN,Name,Closed on\n100001,Ash Academy,31/08/2025\n"
    assert brought_in(luton, closed) == {"ended": 1}
    assert Setting.objects.get(urn="100001").ended == date(2025, 8, 31)
    assert brought_in(luton, "URN,Name\n100001,Ash Academy\n") == {"reopened": 1}
    assert Link.objects.filter(action="schools brought in").count() == 5


def test_a_lead_follows_the_one_before(luton):
    head = "URN,Name,Safeguarding lead,Email\n"
    assert brought_in(luton, head + "100001,Ash,A Lead,a@ash.example\n") == {"new": 1, "leads": 1}
    school = Setting.objects.get()
    school.leads.update(since=date(2025, 9, 1))
    assert brought_in(luton, head + "100001,Ash,A Lead,a@ash.example\n") == {"leads": 0}
    assert brought_in(luton, head + "100001,Ash,B Lead,\n") == {"leads": 1}
    spells = list(school.leads.order_by("since").values_list("name", "until"))
    assert spells == [("A Lead", date(2026, 11, 20)), ("B Lead", None)]
    with pytest.raises(RefusedError, match="enter a later day"):
        actions.name_lead(by=SITE, school=school, name="C", email="", since=TODAY)


def test_another_partnerships_school_is_a_fault(luton):
    bedford = Partnership.objects.create(name="Bedford SCP", slug="bedford")
    Setting.objects.create(partnership=bedford, urn="100001", name="Theirs")
    with pytest.raises(RefusedError):
        brought_in(luton, GOOD)
    assert Setting.objects.get().name == "Theirs"


def send(client, text: str):
    file = SimpleUploadedFile("../../schools.csv", text.encode(), "text/csv")
    return client.post("/schools/bring-in/", {"file": file}, follow=True).content.decode()


def test_the_page_shows_what_changes_and_then_writes_it(client, luton):
    sign_in(client, someone(Role.BUSINESS_UNIT, partnership=luton))
    page = send(client, GOOD)
    assert "2 schools change and 0 stay as they are" in page
    assert not Setting.objects.exists()
    done = client.post("/schools/check/", follow=True).content.decode()
    assert "Schools: 2 new." in done
    assert "Ash School" in done
    assert client.get("/schools/check/").status_code == 302
    assert "Ash School" in client.get("/schools/?named=ash").content.decode()
    assert "Ash School" not in client.get("/schools/?named=100002").content.decode()


def test_the_page_shows_faults_and_writes_nothing_even_when_told_to(client, luton):
    sign_in(client, someone(Role.BUSINESS_UNIT, partnership=luton))
    page = send(client, GOOD + "1,Cedar School,\n")
    assert "A URN is six digits." in page
    assert "Bring it in" not in page
    client.post("/schools/check/")
    assert not Setting.objects.exists()


def test_only_the_business_unit_sees_leads(client, luton):
    brought_in(luton, "URN,Name,Safeguarding lead\n100001,Ash,A Lead\n")
    Setting.objects.get().leads.update(since=date(2020, 1, 1))
    for role in Role:
        client.logout()
        sign_in(client, someone(role, partnership=luton))
        page = client.get("/schools/").content.decode()
        assert ("A Lead" in page) == (role is Role.BUSINESS_UNIT), role
        assert ("Ash" in page) == (role is not Role.NEIGHBOUR), role


def test_many_schools_ask_few_questions(client, luton, django_assert_max_num_queries):
    rows = "".join(f"{number},School {number},\n" for number in range(100100, 100220))
    brought_in(luton, "URN,Name,Phase\n" + rows)
    sign_in(client, someone(Role.BUSINESS_UNIT, partnership=luton))
    with django_assert_max_num_queries(14):
        assert "School 100149" in client.get("/schools/").content.decode()
