"""Tables as they come: merged headers, groups, totals, turned tables, workbooks of both kinds."""

from datetime import date
from decimal import Decimal
from hashlib import sha256

import pytest

from goldenthread.nouns import Quality, Sensitivity, Severity, Symbol
from goldenthread.sources.spreadsheets import read_table
from tests.factories.spreadsheets import (
    BY_SOURCE_AND_MONTH,
    a_csv,
    a_mapping,
    an_ods,
    an_xlsx,
)

TWO_HEADERS = """
[[columns]]
is = "period"
year = "2023-24"

[[columns]]
is = "breakdown"
dimension = "kind"
totals = ["Both"]

[[rows]]
is = "breakdown"
dimension = "agency"
totals = ["Total"]
"""
TWO_PARTS = """
[[cell]]
unit = "count"

[[cell]]
unit = "percent"
decimals = 1
whole = "ignore"
"""


def told(reading):
    """What each cell says: its figure's period, breakdown and unit, and the value."""
    return {
        (each.thread.locator, each.unit.value): (
            each.period.code,
            str(each.breakdown),
            str(each.value if each.known else each.symbol.value),
        )
        for each in reading.figures
    }


def test_every_figure_carries_its_whole_thread(tmp_path):
    a_csv(tmp_path, "Source,Oct-23\nPolice,246\n")
    (figure,) = read_table(a_mapping(tmp_path, status='"provisional"', vintage='"2"')).figures
    thread = figure.thread
    assert (thread.source, thread.locator, thread.file) == (
        "local.a_table",
        "cell B2",
        "a_table.csv",
    )
    assert (thread.known_since, thread.vintage) == (date(2024, 12, 31), "2")
    assert thread.definition == "contacts:local"
    assert thread.digest == sha256((tmp_path / "a_table.csv").read_bytes()).hexdigest()
    assert figure.status == "provisional"
    assert figure.sensitivity is Sensitivity.CHILDREN


def test_a_two_row_header_goes_on_under_merged_cells(tmp_path):
    a_csv(
        tmp_path,
        "Agency,Q1,,,Q2,,\n,Class,Online,Both,Class,Online,Both\n"
        "Police,1,2,3,4,5,9\nTotal,1,2,3,4,5,9\n",
    )
    reading = read_table(a_mapping(tmp_path, TWO_HEADERS))
    assert not reading.faults
    assert told(reading)["cell C3", "count"] == ("2023-24 Q1", "agency=Police;kind=Online", "2")
    assert told(reading)["cell E3", "count"] == ("2023-24 Q2", "agency=Police;kind=Class", "4")
    assert told(reading)["cell G4", "count"] == ("2023-24 Q2", "", "9")
    assert len(reading.figures) == 12


def test_two_columns_of_labels_go_on_from_above(tmp_path):
    a_csv(tmp_path, "Group,Agency,Oct-23\nHealth,GP,1\n,Hospital,2\nOther,Faith,3\n")
    axes = BY_SOURCE_AND_MONTH.replace("source", "sector") + (
        '[[rows]]\nis = "breakdown"\ndimension = "agency"\n'
    )
    found = told(read_table(a_mapping(tmp_path, axes)))
    assert found["cell C3", "count"][1] == "agency=Hospital;sector=Health"
    assert found["cell C4", "count"][1] == "agency=Faith;sector=Other"


def test_two_numbers_in_a_cell_become_two_figures(tmp_path):
    a_csv(tmp_path, "Source,Oct-23\nPolice,246 / 24.1%\nAll,1021 / 100%\n")
    reading = read_table(a_mapping(tmp_path, BY_SOURCE_AND_MONTH + 'totals = ["All"]' + TWO_PARTS))
    assert told(reading) == {
        ("cell B2", "count"): ("2023-10", "source=Police", "246"),
        ("cell B2", "percent"): ("2023-10", "source=Police", "24.1"),
        ("cell B3", "count"): ("2023-10", "", "1021"),
    }
    share = next(each for each in reading.figures if each.unit == "percent")
    assert share.numerator == Decimal(246)


def test_a_group_row_can_be_a_breakdown_with_totals_of_its_own(tmp_path):
    a_csv(
        tmp_path,
        "Agency,Oct-23\nHealth,\nGP,1\nHospital,2\nTotal,3\nSchools,\nPrimary,4\nTotal,4\n"
        "Grand total,7\n",
    )
    axes = BY_SOURCE_AND_MONTH + (
        'totals = ["Total"]\ngrand_totals = ["Grand total"]\nsections = ["Health", "Schools"]\n'
        'section_dimension = "sector"\n'
    )
    reading = read_table(a_mapping(tmp_path, axes))
    assert not reading.faults
    assert [(str(each.breakdown), int(each.value)) for each in reading.figures] == [
        ("sector=Health;source=GP", 1),
        ("sector=Health;source=Hospital", 2),
        ("sector=Health", 3),
        ("sector=Schools;source=Primary", 4),
        ("sector=Schools", 4),
        ("", 7),
    ]


def test_a_turned_table_names_its_cells_as_they_stand_in_the_file(tmp_path):
    a_csv(tmp_path, "Source,Police,School\nOct-23,246,110\nNov-23,250,x1\n")
    reading = read_table(a_mapping(tmp_path, transposed="true"))
    assert told(reading)["cell C2", "count"] == ("2023-10", "source=School", "110")
    assert told(reading)["cell B3", "count"] == ("2023-11", "source=Police", "250")
    assert [fault.place for fault in reading.faults] == ["cell C3"]
    assert reading.lost == ("cell C3",)


def test_titles_above_and_notes_below_are_outside_the_table(tmp_path):
    a_csv(tmp_path, "Contacts in the year\n\n,Source,Oct-23\n,Police,246\n,Note: a,1\n,b,2\n")
    mapping = a_mapping(tmp_path, first_row="3", first_column="2", ends_before='"Note"')
    reading = read_table(mapping)
    assert [each.thread.locator for each in reading.figures] == ["cell C4"]
    assert set(reading.left_out) == {"cell B5", "cell C5", "cell B6", "cell C6"}


def test_an_explained_mark_is_a_caution_and_an_unexplained_one_a_warning_too(tmp_path):
    a_csv(tmp_path, "Source,Oct-23*,Nov-23\nPolice†,1,2**\n")
    mapping = a_mapping(
        tmp_path,
        footnotes='{ "*" = "first days missing", "†" = { note = "by force", quality = "good" } }',
    )
    reading = read_table(mapping)
    first, second = reading.figures
    assert (first.quality, first.quality_note) == (
        Quality.CAUTION,
        "by force; first days missing",
    )
    assert second.quality is Quality.CAUTION
    (fault,) = reading.faults
    assert (fault.rule, fault.place, fault.severity) == (
        "unknown_mark",
        "cell C2",
        Severity.WARNING,
    )


def test_a_row_per_measure_gives_each_its_own_unit(tmp_path):
    a_csv(tmp_path, "Measure,Q1\nCourses,12\nFilled %,97%\nHappy,n/a\n")
    axes = """
[[columns]]
is = "period"
year = "2022-23"

[[rows]]
is = "indicator"

[rows.values]
"Courses" = { indicator = "training_courses_delivered" }
"Filled %" = { indicator = "training_places_filled", unit = "percent" }
"Happy" = { indicator = "training_satisfaction", unit = "percent", area = "Pan Bedfordshire" }
"""
    reading = read_table(a_mapping(tmp_path, axes, sensitivity='"workforce"'))
    courses, filled, happy = reading.figures
    assert (courses.indicator, courses.value) == ("training_courses_delivered", 12)
    assert (filled.unit, filled.value) == ("percent", 97)
    assert (happy.area.name, happy.symbol) == ("Pan Bedfordshire", Symbol.NOT_AVAILABLE)
    assert happy.area.members == ("821", "822", "823")


def test_areas_come_from_the_mapping_first_then_the_register(tmp_path):
    a_csv(tmp_path, "Place,2022/23\nLuton,1\nBedford,2\nDallow,3\nNowhere,4\n")
    axes = '[[columns]]\nis = "period"\n[[rows]]\nis = "area"\n'
    areas = '[areas]\nDallow = { code = "luton-dallow", kind = "ward" }\n'
    reading = read_table(a_mapping(tmp_path, axes + areas))
    assert [each.area.code for each in reading.figures] == ["821", "822", "luton-dallow"]
    (fault,) = reading.faults
    assert (fault.rule, fault.place) == ("unknown_area", "cell A5")
    assert reading.lost == ("cell B5",)


WORKBOOK = [
    ["Training", "", "", ""],
    ["Agency", "Q1", "", ""],
    ["", "Class", "Online", "Both"],
    ["Police", 8, 3995, "n/a"],
    ["Health*", (0.176, "0.0%"), 0, 3],
]


@pytest.mark.parametrize(("write", "name"), [(an_xlsx, "a.xlsx"), (an_ods, "a.ods")])
def test_both_kinds_of_workbook_are_read_alike(write, name, tmp_path):
    write(tmp_path / name, WORKBOOK)
    mapping = a_mapping(tmp_path, TWO_HEADERS, first_row="2", data=f'"{name}"')
    reading = read_table(mapping)
    assert told(reading) == {
        ("sheet Year, cell B4", "count"): ("2023-24 Q1", "agency=Police;kind=Class", "8"),
        ("sheet Year, cell C4", "count"): ("2023-24 Q1", "agency=Police;kind=Online", "3995"),
        ("sheet Year, cell D4", "count"): ("2023-24 Q1", "agency=Police", "x"),
        ("sheet Year, cell C5", "count"): ("2023-24 Q1", "agency=Health;kind=Online", "0"),
        ("sheet Year, cell D5", "count"): ("2023-24 Q1", "agency=Health", "3"),
    }
    assert [(fault.rule, fault.place) for fault in reading.faults if fault.rule == "unit"] == [
        ("unit", "sheet Year, cell B5")
    ]
    assert reading.lost == ("sheet Year, cell B5",)


@pytest.mark.parametrize(("write", "name"), [(an_xlsx, "a.xlsx"), (an_ods, "a.ods")])
def test_a_percentage_cell_is_the_percentage_it_shows(write, name, tmp_path):
    write(tmp_path / name, [["S", "2022/23"], ["A", (0.17629774, "0.0%")], ["B", (0.5, "0%")]])
    mapping = a_mapping(tmp_path, data=f'"{name}"', unit='"percent"', decimals="1")
    assert [str(each.value) for each in read_table(mapping).figures] == ["17.6", "50.0"]


def test_a_sheet_is_chosen_by_name_and_a_wrong_name_is_answered_with_those_there(tmp_path):
    an_xlsx(tmp_path / "a.xlsx", [["S", "2022/23"], ["A", 1]], sheet="Contacts")
    named = a_mapping(tmp_path, data='"a.xlsx"', sheet='"Contacts"')
    assert len(read_table(named).figures) == 1
    (fault,) = read_table(a_mapping(tmp_path, data='"a.xlsx"', sheet='"Contact"')).faults
    assert fault.rule == "no_sheet"
    assert "Contacts" in fault.message


def test_a_month_kept_as_a_date_cell_is_that_month(tmp_path):
    an_xlsx(tmp_path / "a.xlsx", [["S", date(2023, 10, 1)], ["A", 5]])
    (figure,) = read_table(a_mapping(tmp_path, data='"a.xlsx"')).figures
    assert figure.period.code == "2023-10"
