"""Sums of every kind that an attacker uses, and what is refused rather than attacked."""

from pathlib import Path

import pytest

from goldenthread.disclosure.attack import attack
from goldenthread.disclosure.publication import read_publication
from goldenthread.nouns import GoldenThreadError
from tests.factories.releases import a_release, given_away, the_leak

QUARTER = """
    [[dimension]]
    name = "period"
    [[dimension.total]]
    is = "2023-24 Q4"
    of = ["2024-01", "2024-02", "2024-03"]
    [[table]]
    file = "contacts.csv"
    measure = "contacts"
"""


def test_a_small_count_printed_is_given_away(tmp_path: Path) -> None:
    safe = a_release(tmp_path, QUARTER, contacts="period, value\n2024-01, 3\n2024-02, 0")
    leak = the_leak(attack(read_publication(safe)))
    assert leak.why == "it is printed in contacts.csv, row 2"


def test_a_member_left_out_of_the_table_is_worked_out_all_the_same(tmp_path: Path) -> None:
    safe = a_release(
        tmp_path,
        QUARTER,
        contacts="period, value\n2024-02, 9\n2024-03, 8\n2023-24 Q4, 20",
    )
    assert given_away(attack(read_publication(safe))) == {"contacts (period 2024-01)": "3"}


def test_a_number_in_prose_gives_away_what_its_table_hides(tmp_path: Path) -> None:
    safe = a_release(
        tmp_path,
        QUARTER
        + """
            [[statement]]
            measure = "contacts"
            at = { period = "2024-01" }
            value = 3
            place = "Front door, second paragraph"
        """,
        contacts="period, value\n2024-01, c\n2024-02, 9",
    )
    leak = the_leak(attack(read_publication(safe)))
    assert leak.why == "it is printed in Front door, second paragraph"


def test_sums_between_measures_count(tmp_path: Path) -> None:
    safe = a_release(
        tmp_path,
        """
            [[table]]
            file = "all.csv"
            [[measure_total]]
            is = "contacts"
            of = ["referrals", "contacts ended"]
        """,
        all="measure, value\ncontacts, 30\nreferrals, c\ncontacts ended, 26",
    )
    assert given_away(attack(read_publication(safe))) == {"referrals": "4"}


def test_parts_that_are_not_all_still_limit_one_another(tmp_path: Path) -> None:
    safe = a_release(
        tmp_path,
        QUARTER.replace("of = [", "complete = false\n    of = ["),
        contacts="period, value\n2024-01, c\n2024-02, 9\n2024-03, 8\n2023-24 Q4, 20",
    )
    leak = the_leak(attack(read_publication(safe)))
    assert str(leak.interval) == "from 0 to 3"
    assert "2023-24 Q4 20 >= 2024-01 c" in leak.why


CUBE = """
    [[dimension]]
    name = "agency"
    whole = "All agencies"
    [[dimension.total]]
    is = "All agencies"
    of = ["Police", "Health"]
    [[dimension]]
    name = "area"
    whole = "Luton"
    [[dimension.total]]
    is = "Luton"
    of = ["North", "South"]
    [[dimension]]
    name = "age"
    whole = "All ages"
    [[dimension.total]]
    is = "All ages"
    of = ["Under 10", "10 and over"]
    [[table]]
    file = "agency_by_area.csv"
    measure = "contacts"
    [[table]]
    file = "agency_by_age.csv"
    measure = "contacts"
    [[table]]
    file = "area_by_age.csv"
    measure = "contacts"
"""


def test_three_tables_two_by_two_say_more_than_each(tmp_path: Path) -> None:
    """Police have none of 10 and over, so of South's 8 under 10 all but Health's are theirs.

    Health has 6 under 10 in all: the Police have from 2 to 8 in the South. Neither table with
    Police or South in it says so by itself: there it is from 0 to 16.
    """
    safe = a_release(
        tmp_path,
        CUBE,
        rule='rule = {name = "local", threshold = 5, narrowest = 8}',
        agency_by_area="""
            agency,       area,  value
            Police,       North, c
            Police,       South, c
            Health,       North, c
            Health,       South, c
            Police,       Luton, 16
            Health,       Luton, 26
            All agencies, North, 23
            All agencies, South, 19
        """,
        agency_by_age="""
            agency, age,         value
            Police, Under 10,    16
            Police, 10 and over, 0
            Health, Under 10,    6
            Health, 10 and over, 20
        """,
        area_by_age="""
            area,  age,         value
            North, Under 10,    14
            North, 10 and over, 9
            South, Under 10,    8
            South, 10 and over, 11
        """,
    )
    read = read_publication(safe)
    assert attack(read, thorough=False).safe
    leak = the_leak(attack(read))
    assert leak.interval.cell.at[1:] == (("agency", "Police"), ("area", "South"))
    assert str(leak.interval) == "from 2 to 8"
    assert leak.why == (
        "the tables that show its dimensions two by two, taken together, leave no more:"
        " c is from 2 to 8"
    )


AGENCIES = """
    [[dimension]]
    name = "agency"
    [[dimension.total]]
    is = "All agencies"
    of = ["Police", "Health", "School", "Other"]
    [[dimension]]
    name = "area"
    [[dimension.total]]
    is = "Luton"
    of = ["North", "East", "South", "West"]
    [[table]]
    file = "contacts.csv"
    measure = "contacts"
"""


def test_numbers_that_contradict_one_another_are_refused_by_place(tmp_path: Path) -> None:
    safe = a_release(
        tmp_path,
        AGENCIES,
        contacts="""
            agency,       area,  value
            Police,       North, c
            Police,       East,  30
            Police,       South, 5
            Police,       West,  21
            Police,       Luton, c
            All agencies, North, 48
            All agencies, East,  49
            All agencies, South, 28
            All agencies, West,  c
            All agencies, Luton, 140
        """,
    )
    with pytest.raises(GoldenThreadError) as error:
        attack(read_publication(safe))
    told = str(error.value)
    assert "nothing can be said" in told
    for row in (7, 8, 9, 11):
        assert f"contacts.csv, row {row} " in told
    assert "row 3 " not in told, "what has no part in it is not named"


def test_a_folder_without_a_rule_is_not_attacked(tmp_path: Path) -> None:
    inside = a_release(tmp_path, QUARTER, rule="", contacts="period, value\n2024-02, 9")
    with pytest.raises(GoldenThreadError, match="says no rule"):
        attack(read_publication(inside))
