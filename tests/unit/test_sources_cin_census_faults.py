"""Where a census does not fit: the element and the line, the rest kept, never what stood there."""

from pathlib import Path

import pytest

from goldenthread.sources import cin_census
from goldenthread.tables import Return
from tests.factories.statutory import (
    HEADER,
    SECRETS,
    a_census,
    a_child,
    another,
    as_file,
    details,
)

WHOLE = a_census(a_child(), another(1)).replace("<PPOutcome>A</PPOutcome>", "")


def read(folder: Path, text: str) -> Return:
    return cin_census.read([as_file(folder, "census.xml", text)])


def told(got: Return) -> list[tuple[str, str]]:
    return [(fault.rule, fault.place) for fault in got.found]


def line(text: str, of: str, which: int = 1) -> int:
    """The line that a text stands in for the nth time."""
    at = -1
    for _ in range(which):
        at = text.index(of, at + 1)
    return text.count("\n", 0, at) + 1


@pytest.mark.parametrize(
    ("before", "after", "rule", "path", "element"),
    [
        ("<CINclosureDate>2024-02-27", "<CINclosureDate>2024-02-31", "date_cannot_be",
         "CINdetails 1 / CINclosureDate", "<CINclosureDate>"),
        ("<CINclosureDate>2024-02-27", "<CINclosureDate>some day", "date_unreadable",
         "CINdetails 1 / CINclosureDate", "<CINclosureDate>"),
        ("<ReferralSource>1A", "<ReferralSource>77", "unknown_code",
         "CINdetails 1 / ReferralSource", "<ReferralSource>"),
        ("PreviousCPP>1<", "PreviousCPP>many<", "number_unreadable",
         "CINdetails 1 / ChildProtectionPlans 1 / NumberOfPreviousCPP", "<NumberOfPreviousCPP>"),
        ("Required>false<", "Required>maybe<", "flag_unreadable",
         "CINdetails 1 / Section47 1 / ICPCnotRequired", "<ICPCnotRequired>"),
    ],
)  # fmt: skip
def test_a_cell_that_does_not_fit_is_told_by_element_and_line(
    tmp_path: Path, before: str, after: str, rule: str, path: str, element: str
) -> None:
    head, tail = WHOLE[: WHOLE.rindex(before)], WHOLE[WHOLE.rindex(before) :]
    text = head + tail.replace(before, after)
    got = read(tmp_path, text)
    assert told(got) == [(rule, f"Child 2 / {path}, line {line(text, element, 2)}")]
    assert all(each.reported == 0 for each in got.balances.values())


def test_the_second_of_two_elements_is_counted_within_what_holds_it(tmp_path: Path) -> None:
    again = details("Section47", "Section47").replace("2023-08-18", "2023-88-18", 2)
    text = a_census(a_child(details("Section47"), again.replace("2023-88-18", "2023-08-18", 1)))
    got = read(tmp_path, text)
    place = "Child 1 / CINdetails 2 / Section47 2 / DateOfInitialCPC"
    assert told(got)[0][1].startswith(place)
    assert {rule for rule, _ in told(got)} == {"date_cannot_be"}
    left_out = [each.message for each in got.found if each.message.endswith("left out.")]
    assert left_out == [
        "DateOfInitialCPC is a day that is in no calendar: correct it. The row is left out."
    ]


def test_lines_are_right_beyond_those_the_library_counts(tmp_path: Path) -> None:
    episode = details("<Section47>\n\n</Section47>").replace(">1A<", ">77<")
    text = a_census("\n" * 70_000 + a_child(episode))
    inside = "Child 1 / CINdetails 1"
    assert sorted(told(read(tmp_path, text))) == [
        (
            "cell_missing",
            f"{inside} / Section47 1 / S47ActualStartDate, line {line(text, '<Section47>')}",
        ),
        ("unknown_code", f"{inside} / ReferralSource, line {line(text, '<ReferralSource>')}"),
    ]


def test_a_row_that_cannot_be_counted_is_reported_and_the_rest_kept(tmp_path: Path) -> None:
    text = WHOLE.replace("<CINreferralDate>2023-05-06</CINreferralDate>", "", 1)
    got = read(tmp_path, text)
    assert got.balances["cin_episodes"].as_json() == {"in": 2, "kept": 1, "reported": 1}
    assert got.balances["s47_enquiry"].as_json() == {"in": 2, "kept": 2, "reported": 0}
    place = f"Child 1 / CINdetails 1 / CINreferralDate, line {line(text, '<CINdetails>')}"
    assert told(got) == [("cell_missing", place)]


def test_an_element_nobody_knows_is_told_once_and_its_name_not(tmp_path: Path) -> None:
    text = WHOLE.replace("<ReferralNFA>", "<QZXnew>4711</QZXnew><ReferralNFA>")
    text = text.replace("<CINdetails>", '<CINdetails QZXattribute="4711">')
    got = read(tmp_path, text)
    assert sorted(told(got)) == [
        ("unknown_column", f"Child 1 / CINdetails 1, line {line(text, '<CINdetails')}"),
        ("unknown_column", f"Child 1 / CINdetails 1, line {line(text, '<QZXnew')}"),
    ]
    assert "QZX" not in str(list(got.found))


def test_what_markup_says_of_itself_is_no_column(tmp_path: Path) -> None:
    marked = (
        '<Message xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" '
        'xsi:noNamespaceSchemaLocation="census.xsd" xml:lang="en">'
    )
    assert told(read(tmp_path, WHOLE.replace("<Message>", marked))) == []


def test_an_element_told_twice_is_kept_once_and_reported(tmp_path: Path) -> None:
    twice = "<CINclosureDate>2024-02-28</CINclosureDate><CINclosureDate>2024-02-27"
    text = a_census().replace("<PPOutcome>A</PPOutcome>", "")
    got = read(tmp_path, text.replace("<CINclosureDate>2024-02-27", twice))
    assert [str(day) for day in got.tables["cin_episodes"]["closure_date"]] == ["2024-02-28"]
    place = f"Child 1 / CINdetails 1 / CINclosureDate, line {line(text, '<CINclosureDate>')}"
    assert told(got) == [("element_twice", place)]


def test_a_text_between_elements_is_reported(tmp_path: Path) -> None:
    text = WHOLE.replace("<Section47>", "QZX-4711<Section47>", 1)
    got = read(tmp_path, text)
    assert [rule for rule, _ in told(got)] == ["stray_text"]
    assert told(got)[0][1].startswith("Child 1 / CINdetails 1, line ")


def test_what_stands_in_no_child_is_reported_and_not_kept(tmp_path: Path) -> None:
    got = read(tmp_path, a_census(a_child(details("Section47")), details("Section47")))
    assert got.balances["s47_enquiry"].as_json() == {"in": 2, "kept": 1, "reported": 1}
    assert {rule for rule, _ in told(got)} == {"cell_missing"}


def test_a_child_without_an_identifier_is_reported_with_everything_of_it(tmp_path: Path) -> None:
    nameless = (
        a_child().replace("<LAchildID>", "<FormerUPN>").replace("</LAchildID>", "</FormerUPN>")
    )
    got = read(tmp_path, a_census(nameless.replace("<PPOutcome>A</PPOutcome>", ""), another(1)))
    for name, balance in got.balances.items():
        assert balance.kept * 2 == balance.came_in, name
    assert got.found.by_rule()["cell_missing"] == sum(
        each.reported for each in got.balances.values()
    )


def test_a_file_that_breaks_off_gives_the_children_before(tmp_path: Path) -> None:
    text = WHOLE[: WHOLE.rindex("<ReferralNFA>")]
    got = read(tmp_path, text)
    assert got.balances["person"].as_json() == {"in": 2, "kept": 1, "reported": 1}
    assert got.balances["s47_enquiry"].as_json() == {"in": 2, "kept": 1, "reported": 1}
    assert got.balances["cp_plans"].as_json() == {"in": 1, "kept": 1, "reported": 0}
    [fault] = got.found
    assert fault.rule == "file_breaks_off"
    assert "before Child 2 " in fault.message


def test_no_fault_holds_what_stood_in_a_cell(tmp_path: Path) -> None:
    text = WHOLE.replace("2023-", "4711-").replace("<Ethnicity>", "<Ethnicity>QX9 ")
    text = text.replace("<UPNunknown>", "<UPNunknown>7731").replace("</Child>", "QX9</Child>")
    got = read(tmp_path, text.replace(HEADER, HEADER.replace("4711-", "2023-")))
    assert len(got.found) > 20
    assert not [
        each for each in got.found for secret in SECRETS if secret in f"{each.message}{each.place}"
    ]


def test_kept_rows_say_where_they_stand(tmp_path: Path) -> None:
    text = WHOLE.replace("<CINreferralDate>2023-05-06</CINreferralDate>", "", 1)
    got = read(tmp_path, text)
    assert got.places["cin_episodes"](0, "closure_date") == (
        f"Child 2 / CINdetails 1 / CINclosureDate, line {line(text, '<CINclosureDate>', 2)}"
    )
    factor = got.places["assessment_factors"](3, "factor")
    assert factor.startswith("Child 2 / CINdetails 1 / Assessments 1 / AssessmentFactors 2, line ")
    start = got.places["assessment_factors"](3, "start_date")
    assert start.startswith("Child 2 / CINdetails 1 / Assessments 1 / AssessmentActualStartDate,")
    child = got.places["cp_plans"](1, "person_id")
    assert child.startswith("Child 2 / LAchildID, line ")
