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
