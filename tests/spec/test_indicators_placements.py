"""Placements of children looked after, drawn and counted by hand."""

from goldenthread.nouns import Period
from tests.factories.journeys import drawn, whole

YEAR = Period.financial_year(2024)
THREE = "looked_after_three_or_more_placements"


def episodes(text: str) -> dict:
    return {"cla_episodes": drawn("cla_episodes", text)}


MOVES = episodes("""
    person_id    | start_date | start_reason | end_date   | placement_type | placement_postcode
    three        | 2022-01-01 | S            | 2023-05-01 | U6             | ZZ99 1AA
    three        | 2023-05-01 | P            | 2023-06-01 | K2             | ZZ99 2AA
    three        | 2023-06-01 | B            | -          | U6             | ZZ99 1AA
    four         | 2022-01-01 | S            | 2023-05-01 | U6             | ZZ99 1AA
    four         | 2023-05-01 | P            | 2023-06-01 | K2             | ZZ99 2AA
    four         | 2023-06-01 | P            | 2023-07-01 | U6             | ZZ99 3AA
    four         | 2023-07-01 | P            | -          | U6             | ZZ99 4AA
    before       | 2022-01-01 | S            | 2023-04-01 | U6             | ZZ99 1AA
    before       | 2023-04-01 | P            | 2023-06-01 | K2             | ZZ99 2AA
    before       | 2023-06-01 | P            | -          | U6             | ZZ99 3AA
    legal only   | 2022-01-01 | S            | 2023-05-01 | U6             | ZZ99 1AA
    legal only   | 2023-05-01 | L            | 2023-06-01 | U6             | ZZ99 1AA
    legal only   | 2023-06-01 | P            | -          | U6             | ZZ99 2AA
    with carer   | 2022-01-01 | S            | 2023-05-01 | U6             | ZZ99 1AA
    with carer   | 2023-05-01 | T            | 2023-06-01 | U6             | ZZ99 2AA
    with carer   | 2023-06-01 | U            | -          | U4             | ZZ99 2AA
    away         | 2022-01-01 | S            | 2023-05-01 | U6             | ZZ99 1AA
    away         | 2023-05-01 | P            | 2023-05-06 | T4             | ZZ99 5AA
    away         | 2023-05-06 | P            | 2023-06-01 | U6             | ZZ99 1AA
    away         | 2023-06-01 | P            | -          | K2             | ZZ99 2AA
    not back     | 2022-01-01 | S            | 2023-05-01 | U6             | ZZ99 1AA
    not back     | 2023-05-01 | P            | 2023-05-06 | T4             | ZZ99 5AA
    not back     | 2023-05-06 | P            | 2023-06-01 | U6             | ZZ99 3AA
    not back     | 2023-06-01 | P            | -          | K2             | ZZ99 2AA
    adopted      | 2022-01-01 | S            | 2023-05-01 | U6             | ZZ99 1AA
    adopted      | 2023-05-01 | P            | 2023-06-01 | U5             | ZZ99 2AA
    adopted      | 2023-06-01 | P            | -          | A5             | ZZ99 2AA
    back in care | 2022-01-01 | S            | 2023-05-01 | U6             | ZZ99 1AA
    back in care | 2023-07-01 | S            | 2023-09-01 | U6             | ZZ99 1AA
    back in care | 2023-09-01 | P            | -          | U6             | ZZ99 3AA
    left         | 2022-01-01 | S            | 2023-05-01 | U6             | ZZ99 1AA
    left         | 2023-05-01 | P            | 2023-06-01 | U6             | ZZ99 2AA
    left         | 2023-06-01 | P            | 2024-03-01 | U6             | ZZ99 3AA
    """)


def test_three_placements_are_stays_with_different_carers_in_the_year() -> None:
    # three, four, not back, back in care; of nine children who are looked after on the day
    assert whole(THREE, MOVES, YEAR) == (4, 9)


def test_moves_with_the_same_carer_count_where_that_is_chosen() -> None:
    # with carer too; adoption by the carer and a legal change are still none
    assert whole(THREE, MOVES, YEAR, {"same_carer_moves": "counted"}) == (5, 9)


def test_three_moves_are_four_placements() -> None:
    assert whole("looked_after_three_or_more_placement_moves", MOVES, YEAR) == (1, 9)


def test_in_two_years_only_those_looked_after_for_two_years_count() -> None:
    name = "looked_after_three_or_more_placements_in_2_years"
    # before has a third; back in care had not been looked after for all of it
    assert whole(name, MOVES, YEAR) == (4, 8)


def test_the_year_begins_on_1_april_or_so_many_days_before() -> None:
    tables = episodes("""
        person_id | start_date | start_reason | end_date   | placement_type
        child     | 2022-01-01 | S            | 2023-04-02 | U6
        child     | 2023-04-02 | P            | 2023-06-01 | U6
        child     | 2023-06-01 | P            | -          | U6
        """)
    assert whole(THREE, tables, YEAR) == (1, 1)  # the year to 31 March 2024 has 366 days
    assert whole(THREE, tables, YEAR, {"months_up_to_the_day": "days"}) == (0, 1)


def test_what_a_list_counts_itself_holds_where_its_episodes_are_not_all_told() -> None:
    tables = episodes("""
        person_id   | start_date | start_reason | placement_type | placements_in_year | end_date
        listed      | 2022-01-01 | S            | -              | -                  | 2024-01-01
        listed      | 2024-01-01 | -            | U6             | 4                  | -
        told        | 2022-01-01 | S            | U6             | 4                  | -
        not counted | 2022-01-01 | -            | U6             | -                  | -
        """)
    assert whole(THREE, tables, YEAR) == (1, 3)


def test_a_change_of_legal_status_while_away_does_not_make_another_place_the_same() -> None:
    tables = episodes("""
        person_id | start_date | start_reason | end_date   | placement_type | placement_postcode
        elsewhere | 2022-01-01 | S            | 2023-05-01 | U6             | ZZ99 1AA
        elsewhere | 2023-05-01 | P            | 2023-05-06 | T4             | ZZ99 5AA
        elsewhere | 2023-05-06 | L            | 2023-06-01 | U6             | ZZ99 2AA
        elsewhere | 2023-06-01 | P            | -          | K2             | ZZ99 3AA
        back home | 2022-01-01 | S            | 2023-05-01 | U6             | ZZ99 1AA
        back home | 2023-05-01 | P            | 2023-05-06 | T4             | ZZ99 5AA
        back home | 2023-05-06 | L            | 2023-06-01 | U6             | ZZ99 1AA
        back home | 2023-06-01 | P            | -          | K2             | ZZ99 3AA
        """)
    assert whole(THREE, tables, YEAR) == (1, 2)


def test_without_reasons_the_place_tells_whether_it_is_the_same() -> None:
    tables = episodes("""
        person_id | start_date | start_reason | end_date   | placement_type | placement_postcode
        moved     | 2022-01-01 | -            | 2023-05-01 | U6             | ZZ99 1AA
        moved     | 2023-05-01 | -            | 2023-06-01 | U6             | ZZ99 2AA
        moved     | 2023-06-01 | -            | -          | U6             | ZZ99 3AA
        stayed    | 2022-01-01 | -            | 2023-05-01 | U6             | ZZ99 1AA
        stayed    | 2023-05-01 | -            | 2023-06-01 | U6             | ZZ99 1AA
        stayed    | 2023-06-01 | -            | -          | U6             | ZZ99 1AA
        """)
    assert whole(THREE, tables, YEAR) == (1, 2)


CARERS = {
    "person": drawn(
        "person",
        """
        person_id     | birth_date
        settled       | 2015-01-01
        moved         | 2015-01-01
        with carer    | 2015-01-01
        temporary     | 2015-01-01
        to adopters   | 2020-01-01
        sixteen       | 2008-03-31
        a day younger | 2008-04-01
        too short     | 2015-01-01
        """,
    ),
    **episodes("""
        person_id     | start_date | start_reason | end_date   | placement_type
        settled       | 2021-01-01 | S            | 2022-04-01 | K2
        settled       | 2022-04-01 | P            | -          | U4
        moved         | 2021-01-01 | S            | 2022-04-02 | K2
        moved         | 2022-04-02 | P            | -          | U4
        with carer    | 2021-01-01 | S            | 2023-01-01 | U6
        with carer    | 2023-01-01 | T            | -          | U4
        temporary     | 2021-01-01 | S            | -          | T0
        to adopters   | 2021-01-01 | S            | 2023-06-01 | U6
        to adopters   | 2023-06-01 | P            | -          | A6
        sixteen       | 2021-01-01 | S            | -          | U4
        a day younger | 2021-01-01 | S            | -          | U4
        too short     | 2021-10-02 | S            | -          | U4
        no birth      | 2021-01-01 | S            | -          | U4
        """),
}


def test_the_same_carer_for_two_years_of_those_under_16_in_long_term_care() -> None:
    name = "looked_after_same_carer_2_years"
    assert whole(name, CARERS, YEAR) == (3, 6)  # settled, with carer, a day younger
    before = {"adoption_and_same_carer": "with_placement_before"}
    assert whole(name, CARERS, YEAR, before) == (4, 6)
