"""What is counted by the locality of the child's home, drawn and counted by hand."""

from collections.abc import Mapping
from datetime import date

import pyarrow as pa

from goldenthread.nouns import Period
from goldenthread.nouns.localities import Localities, LocalityLine
from tests.factories.journeys import count, drawn

YEAR = Period.financial_year(2024)

LOCALITIES = Localities(
    (
        LocalityLine("821", "ZZ10", "Northside"),
        LocalityLine("821", "ZZ10 2", "Riverside"),
        LocalityLine("821", "ZZ10 2BB", "Hilltop", first=date(2023, 7, 1)),
    )
)

REFERRALS = drawn(
    "cin_episodes",
    """
    person_id | referral_date | referral_id
    ann       | 2023-05-01    | 1
    ben       | 2023-05-02    | 2
    ben       | 2023-08-01    | 3
    cem       | 2023-06-30    | 4
    cem       | 2023-07-01    | 5
    dee       | 2023-09-01    | 6
    eli       | 2023-09-01    | 7
    """,
)

HOMES = drawn(
    "address",
    """
    person_id | start_date | end_date   | postcode
    ann       | 2019-01-01 | -          | ZZ10 1AA
    ben       | -          | 2023-06-01 | ZZ10 1AA
    ben       | 2023-06-01 | -          | zz102aa
    cem       | 2020-01-01 | -          | ZZ10 2BB
    dee       | 2020-01-01 | -          | ZZ20 1AA
    eli       | 2020-01-01 | 2023-08-31 | ZZ10 1AA
    """,
)


def told(name: str, tables: Mapping[str, pa.Table], by: str) -> dict[str, tuple[float, float]]:
    """The numerator and denominator of each category in the year."""
    found = count(name, tables, [YEAR], localities=LOCALITIES)
    return {key[2]: pair for key, pair in found.items() if key[1] == by}


def test_each_is_of_where_the_child_lived_on_the_day_and_all_add_up() -> None:
    found = told("referrals", {"cin_episodes": REFERRALS, "address": HOMES}, "locality")
    assert found == {
        "Northside": (2, 2),  # ann, and ben before he moved
        "Riverside": (2, 2),  # ben since, and cem until his postcode became another locality’s
        "Hilltop": (1, 1),  # cem since
        "Outside the area": (1, 1),  # dee
        "Not known": (1, 1),  # eli, whose home ended the day before
    }


def test_a_child_counted_once_is_counted_once_in_each_locality() -> None:
    tables = {"cin_episodes": REFERRALS, "address": HOMES}
    found = count("children_referred", tables, [YEAR], localities=LOCALITIES)
    assert found["2023-24", "", ""] == (5, 5)
    assert found["2023-24", "locality", "Northside"] == (2, 2)  # ann, and ben before he moved
    assert found["2023-24", "locality", "Riverside"] == (2, 2)  # ben again, and cem


def test_a_home_is_one_up_to_and_with_its_last_day_and_then_the_one_before_again() -> None:
    moved = drawn(
        "address",
        """
        person_id | start_date | end_date   | postcode
        ann       | 2020-01-01 | -          | ZZ10 1AA
        ann       | 2023-04-10 | 2023-05-01 | ZZ10 2AA
        ben       | 2020-01-01 | -          | ZZ10 1AA
        ben       | 2023-04-10 | 2023-05-01 | ZZ10 2AA
        """,
    )
    found = told("referrals", {"cin_episodes": REFERRALS.slice(0, 2), "address": moved}, "locality")
    assert found == {"Riverside": (1, 1), "Northside": (1, 1)}


def test_of_a_child_looked_after_the_home_and_not_the_placement_is_meant() -> None:
    care = drawn(
        "cla_episodes",
        """
        person_id | start_date | end_date   | start_reason | home_postcode | placement_postcode
        ann       | 2023-01-01 | -          | S            | ZZ10 1AA      | ZZ10 2AA
        ben       | 2023-01-01 | 2023-10-01 | S            | ZZ10 2AA      | ZZ60 1AA
        cem       | 2023-01-01 | -          | S            | -             | ZZ10 2AA
        """,
    )
    found = told("looked_after_children", {"cla_episodes": care}, "locality")
    assert found == {"Northside": (1, 1), "Not known": (1, 1)}
    # On the day he leaves, his home is still told.
    assert told("looked_after_ceased", {"cla_episodes": care}, "locality") == {"Riverside": (1, 1)}


def test_an_address_holds_over_what_the_return_of_children_looked_after_says_of_that_day() -> None:
    care = drawn(
        "cla_episodes",
        """
        person_id | start_date | start_reason | home_postcode
        ann       | 2023-01-01 | S            | ZZ10 1AA
        """,
    )
    home = drawn("address", "person_id | start_date | postcode\nann | 2023-01-01 | ZZ10 2AA")
    found = told("looked_after_children", {"cla_episodes": care, "address": home}, "locality")
    assert found == {"Riverside": (1, 1)}


def test_shares_and_medians_are_told_by_locality_too() -> None:
    tables = {"cin_episodes": REFERRALS, "address": HOMES}
    found = told("re_referrals_within_12_months", tables, "locality")
    assert found["Riverside"] == (1, 2)  # ben’s second; cem’s first
    assert found["Hilltop"] == (1, 1)
    assessed = drawn(
        "cin_assessments",
        """
        person_id | start_date | authorisation_date
        ann       | 2023-05-01 | 2023-05-09
        dee       | 2023-09-01 | 2023-09-04
        """,
    )
    assert told(
        "assessment_duration_median", {**tables, "cin_assessments": assessed}, "locality"
    ) == {
        "Northside": (5, 1),
        "Outside the area": (1, 1),
    }


def test_without_localities_nothing_is_told_by_them() -> None:
    found = count("referrals", {"cin_episodes": REFERRALS, "address": HOMES}, [YEAR])
    assert {dimension for _, dimension, _ in found} == {"", "source", "age", "sex", "ethnicity"}
