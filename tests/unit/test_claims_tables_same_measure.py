"""One thing split in two ways: the totals agree, or something in the words parts them."""

import pytest

from goldenthread.nouns.fault import Severity
from tests.factories.checked_tables import errors_in, faults_in, piped

AREAS = (("North", 120), ("Centre", 231), ("South", 87), ("Total", 438))
AGENCIES = (("Council", 300), ("Health", 90), ("Police", 48), ("Total", 438))
OTHERS = (("Council", 300), ("Health", 90), ("Police", 58), ("Total", 448))


def two(
    first: str = "Bookings by area",
    second: str = "Bookings by agency",
    header: tuple[str, str] = ("Bookings", "Bookings"),
    rows: tuple[tuple[str, int], ...] = OTHERS,
    between: str = "",
    note: str = "",
) -> str:
    one = piped((("Area", header[0]), *AREAS), first)
    other = piped((("Agency", header[1]), *rows), second, note)
    return "\n\n".join(part for part in (one, between, other) if part)


RIGHT = [
    two(rows=AGENCIES),
    two("Bookings by area, 2022/23", "Bookings by agency, 2023/24"),
    two("Bookings made by area", "Bookings cancelled by agency"),
    two(header=("Bookings made", "Bookings kept")),
    two(header=("Bookings in 2022", "Bookings in 2023")),
    two(note="Ten bookings were by people from other areas."),
    two(note="For ten bookings the area was not recorded."),
    two("Bookings by area (provisional)"),
    two(between="## The year before"),
    two("Bookings for courses by area", "Bookings for talks by agency"),
    two("By area", "By agency"),
]
WRONG = [
    two(),
    two("Bookings by area, 2023/24", "Bookings by agency, 2023/24"),
    two("Table 1: Bookings in 2023/24 by area", "Table 2: Bookings in 2023/24 by agency"),
    two(header=("Number", "Number")),
    two(header=("Number of bookings", "Bookings")),
    two(between="The agencies told us of their bookings each quarter."),
    two(header=("2023/24", "2023/24")),
]


@pytest.mark.parametrize("text", RIGHT)
def test_two_splits_are_let_differ_where_they_may(text):
    assert [each for each in faults_in(text) if each.severity is Severity.ERROR] == []


@pytest.mark.parametrize("text", WRONG)
def test_two_splits_of_one_thing_have_one_total(text):
    assert errors_in(text) == [("same_measure", "438", "")]
