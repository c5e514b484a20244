"""Which cell is named where several sums fail, and how sure a lone sum is."""

import pytest

from goldenthread.nouns.fault import Severity
from tests.factories.checked_tables import errors_in, faults_in, piped, told

ROWS = [
    ["Area", "Boys", "Girls", "Total"],
    ["North", 41, 38, 79],
    ["South", 52, 47, 99],
    ["East", 30, 33, 63],
    ["Total", 123, 118, 241],
]


def with_cell(row, column, value):
    rows = [list(each) for each in ROWS]
    rows[row][column] = value
    return piped(rows, "Pupils by area")


@pytest.mark.parametrize(
    ("row", "column"), [(1, 1), (2, 2), (3, 3), (4, 1), (4, 3)], ids=lambda place: str(place)
)
def test_a_cell_where_a_row_and_a_column_cross(row, column):
    right = ROWS[row][column]
    assert errors_in(with_cell(row, column, right + 9)) == [("total", str(right + 9), str(right))]


def test_the_message_names_both_sums_and_the_evidence_adds_them_up():
    (fault,) = faults_in(with_cell(2, 2, 56))
    assert "“South, Total” (across)" in fault.message
    assert "“Total, Girls” (down)" in fault.message
    assert "38 + 56 + 33 = 127, not 118" in fault.evidence
    assert "52 + 56 = 108, not 99" in fault.evidence
    assert fault.locator == "line 6, column 3"


def test_two_wrong_cells_are_two_faults():
    rows = [list(each) for each in ROWS]
    rows[1][1] += 5
    rows[3][2] += 2
    assert sorted(errors_in(piped(rows))) == [("total", "35", "33"), ("total", "46", "41")]


def lone(total, label="Total", title="Visits by ward", note=""):
    rows = [["Ward", "Visits"], ["Oak", 40], ["Elm", 61], ["Ash", 88], [label, total]]
    return [
        (severity, right) for _, severity, _, right in told(faults_in(piped(rows, title, note)))
    ]


@pytest.mark.parametrize("total", [199, 179, 190])
def test_a_lone_total_is_believed_to_be_one(total):
    assert lone(total) == [(Severity.ERROR, "189")]


def test_a_lone_total_far_from_its_rows_may_count_something_else():
    assert lone(900) == [(Severity.WARNING, "189")]


def test_all_visits_may_be_more_than_those_shown():
    assert lone(260, label="All visits") == []
    assert lone(260, title="Three wards with most visits") == lone(260, label="All visits")


def test_what_is_counted_more_than_once_may_be_more_than_its_total():
    assert lone(150, note="Visits may be counted in more than one ward.") == []


def test_numbers_said_to_be_rounded_have_room():
    assert lone(190, note="Numbers are rounded to the nearest 5.") == []
    assert lone(210, note="Numbers are rounded to the nearest 5.") == [(Severity.ERROR, "189")]


def test_a_part_above_all_of_them_is_no_partial_list():
    rows = [["Ward", "May", "June"], ["Oak", 40, 30], ["Elm", 61, 99], ["All visits", 260, 88]]
    assert errors_in(piped(rows)) == [("above_whole", "99", "")]
