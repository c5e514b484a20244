"""The transcribed tables of the reference files: every fault in them by its place, and no other.

The places were worked out by hand with a calculator; the sums are written beside them.
"""

from collections.abc import Iterable
from pathlib import Path

from goldenthread.claims.documents.opening import read_document
from goldenthread.claims.found import ClaimFault
from goldenthread.nouns.fault import Severity
from tests.factories.checked_tables import faults_of

# Cell, printed, and what the sum comes to.
UPTAKE = {
    ("I14", "1", "0"),  # mends its column (3,538, not 3,537) and its row (1 + 0 + 0 + 1 = 2, not 1)
    ("B21", "149", "148"),
    ("E21", "2407", "2,411"),
    ("F21", "172", "174"),
    ("L21", "733", "737"),
    ("M21", "9264", "8,918"),
    ("L3", "37", "34"),
    ("M4", "444", "411"),
    ("M5", "122", "121"),
    ("M6", "626", "570"),
    ("M8", "451", "444"),
    ("M10", "1410", "1,398"),
    ("M11", "337", "336"),
    ("M13", "453", "447"),
    ("M15", "10", "76"),
    ("M16", "101", "146"),
    ("M17", "829", "974"),
    ("M19", "604", "814"),
}
FEBRUARY = ("F1", "percentage_of_base", "882", "846")
AUDIT = ("B7", "5", "4")
RIGHT = (
    "children_in_low_income_families.csv",
    "training_by_course_and_sector_2023_24.csv",
    "training_class_based_2022_23.csv",
    "training_elearning_2022_23.csv",
)


def found(shared: Path, *names: str) -> list[ClaimFault]:
    return faults_of(read_document(shared / "figures" / name) for name in names)


def places(faults: Iterable[ClaimFault]) -> set[tuple[str, str, str]]:
    return {(each.locator, each.printed, each.expected) for each in faults}


def test_rows_and_columns_that_do_not_add_up(shared):
    faults = found(shared, "training_uptake_by_agency_2022_23.csv")
    assert {each.kind for each in faults} == {"total"}
    assert {each.severity for each in faults} == {Severity.ERROR}
    assert places(faults) == UPTAKE


def test_a_column_of_percentages_worked_on_another_month(shared):
    (fault,) = found(shared, "contact_issues_by_month_2023_24.csv")
    locator, kind, own, other = FEBRUARY
    assert (fault.locator, fault.kind, fault.severity) == (locator, kind, Severity.ERROR)
    assert own in fault.message
    assert other in fault.message
    assert fault.evidence.count("÷ 882") == 9  # the tenth fits both bases


def test_an_agency_whose_grades_make_one_less(shared):
    (fault,) = found(shared, "front_door_audit_ratings_2022.csv")
    assert fault.severity is Severity.ERROR
    assert places([fault]) == {AUDIT}
    assert "1 + 1 + 2 = 4, not 5" in fault.evidence


def test_statements_that_two_reports_print_differently(shared):
    faults = found(shared, "luton_published_statements.csv")
    assert {each.severity for each in faults} == {Severity.WARNING}
    assert {(each.locator, each.kind) for each in faults} == {
        ("F5", "same_measure"),  # 27.7 and 21.4
        ("F16", "same_measure"),  # 310 and 311
        ("F24", "same_measure"),  # 27.1 and 26.4; 2.59 and 2.6 may be one number
    }


def test_right_tables_are_let_be(shared):
    for name in RIGHT:
        assert found(shared, name) == []


def test_two_tables_that_agree_in_all_quarters_and_not_on_the_year_before(shared):
    faults = found(
        shared,
        "training_uptake_by_agency_2022_23.csv",
        "training_class_based_2022_23.csv",
        "training_elearning_2022_23.csv",
    )
    pairs = {(each.printed, each.severity) for each in faults if each.kind == "same_measure"}
    assert pairs == {("760", Severity.WARNING), ("7389", Severity.WARNING)}


def test_the_tables_in_the_reports_themselves(shared):
    """The same tables stand in the texts; the lines are those of the texts."""
    texts = sorted((shared / "seeds").glob("*.txt"))
    faults = faults_of(read_document(path) for path in texts)
    errors = [each for each in faults if each.severity is Severity.ERROR]
    assert {(each.printed, each.expected) for each in errors if each.kind == "total"} == {
        (printed, right) for _, printed, right in {*UPTAKE, AUDIT}
    }
    assert [each.kind for each in errors if each.kind != "total"] == ["percentage_of_base"]
    others = {(each.kind, each.printed) for each in faults if each not in errors}
    assert others == {("same_measure", "780"), ("same_measure", "7389")}
