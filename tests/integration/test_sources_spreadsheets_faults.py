"""What does not fit is a fault that names its place, and nothing is lost without one."""

import pytest

from goldenthread.nouns import Severity
from goldenthread.sources.spreadsheets import read_table
from tests.factories.spreadsheets import BY_SOURCE_AND_MONTH, a_csv, a_mapping


@pytest.mark.parametrize(
    ("table", "extra", "rule", "place", "lost"),
    [
        ("Source,Oct-23\nPolice,many\nSchool,1\n", "", "not_a_number", "cell B2", 1),
        ("Source,Oct-23\nPolice,=1+1\nSchool,1\n", "", "formula", "cell B2", 1),
        ("Source,Oct-23,Nov-23\nPolice,1,\n", "", "blank", "cell C2", 1),
        ("Source,Oct-23,\nPolice,1,2\n", "", "no_heading", "cell C1", 1),
        ("Source,Oct-23,Extra\nPolice,1,2\n", "", "unknown_period", "cell C1", 1),
        ("Source,Oct-23\nPolice,1\nTotal,1\n", "", "undeclared_total", "cell A3", 1),
        ("Source,Oct-23\nPolice,1\nAll agencies,\n", "", "undeclared_section", "cell A3", 0),
        ("Source,Oct-23\nPolice,1\n,2\n", "", "no_heading", "cell A3", 1),
        ("Source,Oct-23\nPolice,1\nPolice,2\n", "", "duplicate", "cell B3", 1),
        ("Source,Oct-23,Oct 2023\nPolice,1,2\n", "", "duplicate", "cell C2", 1),
        ("Source,Oct-23\nPolice,1\na;b,2\n", "", "unknown_heading", "cell A3", 1),
        (
            "Source,Oct-23\nPolice,1\nForce,2\n",
            "values = { Police = 'P' }",
            "unknown_heading",
            "cell A3",
            1,
        ),
        ("Source,Oct-23\nPolice,1\nX,2\n", "sections = ['X']", "section", "cell A3", 1),
    ],
)
def test_each_thing_that_does_not_fit_has_its_rule_and_place(
    table, extra, rule, place, lost, tmp_path
):
    a_csv(tmp_path, table)
    reading = read_table(a_mapping(tmp_path, BY_SOURCE_AND_MONTH + extra))
    (fault,) = [each for each in reading.faults if each.severity is Severity.ERROR]
    assert (fault.rule, fault.place, fault.file) == (rule, place, "a_table.csv")
    assert len(reading.lost) == lost
    assert len(reading.figures) == 1


def test_a_heading_the_mapping_names_and_the_table_lacks_is_a_warning(tmp_path):
    a_csv(tmp_path, "Source,Oct-23\nPolice,1\n")
    axes = BY_SOURCE_AND_MONTH + 'totals = ["Whole"]\nvalues = { Police = "Police" }'
    (fault,) = read_table(a_mapping(tmp_path, axes)).faults
    assert (fault.rule, fault.severity) == ("heading_not_there", Severity.WARNING)
    assert "'Whole'" in fault.message


def test_a_heading_may_be_left_out_by_name(tmp_path):
    a_csv(tmp_path, "Source,Code,Oct-23\nPolice,9,1\nOther,8,7\n")
    axes = BY_SOURCE_AND_MONTH.replace('"period"', '"period"\nignore = ["Code"]')
    reading = read_table(a_mapping(tmp_path, axes + 'ignore = ["Other"]'))
    assert [each.thread.locator for each in reading.figures] == ["cell C2"]
    assert set(reading.left_out) == {"cell B2", "cell B3", "cell C3"}
    assert not reading.faults


def test_a_blank_cell_is_what_the_mapping_says_it_is(tmp_path):
    a_csv(tmp_path, "Source,Oct-23,Nov-23\nPolice,1,\n")
    left_out = read_table(a_mapping(tmp_path, blank='"ignore"'))
    assert (len(left_out.figures), left_out.left_out) == (1, ("cell C2",))
    symbol = read_table(a_mapping(tmp_path, blank='"z"'))
    assert [each.symbol for each in symbol.figures] == [None, "z"]


def test_half_a_cell_is_never_kept(tmp_path):
    a_csv(tmp_path, "Source,Oct-23\nPolice,180 / 17.6\nOther,180 / lots\n")
    parts = '\n[[cell]]\nunit = "count"\n[[cell]]\nunit = "percent"\n'
    reading = read_table(a_mapping(tmp_path, BY_SOURCE_AND_MONTH + parts))
    assert [each.thread.locator for each in reading.figures] == ["cell B2", "cell B2"]
    assert reading.lost == ("cell B3",)


def test_a_cell_the_mapping_says_too_little_about_is_a_fault(tmp_path):
    a_csv(tmp_path, "Source,Kept,Other\nPolice,1,2\n")
    axes = """
[[columns]]
is = "indicator"
values = { Kept = { indicator = "contacts", unit = "count" }, Other = "referrals" }

[[rows]]
is = "breakdown"
dimension = "source"
"""
    mapping = a_mapping(tmp_path, axes)
    mapping.write_text(mapping.read_text().replace('unit = "count"\nperiod', "period"))
    reading = read_table(mapping)
    assert [each.value for each in reading.figures] == [1]
    (fault,) = reading.faults
    assert (fault.rule, fault.place) == ("not_said", "cell C2")
    assert "unit" in fault.message


def test_a_second_reading_is_the_same(tmp_path):
    a_csv(tmp_path, "Source,Oct-23\nPolice,1\nOther,x y\n")
    mapping = a_mapping(tmp_path)
    assert read_table(mapping) == read_table(mapping)
