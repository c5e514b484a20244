"""Children looked after, drawn and counted by hand: who is, who came and went, and how far away."""

from goldenthread.nouns import Period
from tests.factories.journeys import count, drawn, whole

YEAR = Period.financial_year(2024)

CARE = {
    "cla_episodes": drawn(
        "cla_episodes",
        """
        person_id     | start_date | start_reason | end_date   | end_reason | legal_status | primary_need | placement_type
        all year      | 2021-05-01 | S            | 2023-08-01 | X1         | V2           | N1           | U6
        all year      | 2023-08-01 | L            | -          | -          | C2           | N1           | U6
        left and back | 2023-05-01 | S            | 2023-06-01 | E4A        | V2           | N5           | U6
        left and back | 2023-06-03 | S            | -          | -          | V2           | N5           | K2
        next day      | 2023-05-01 | S            | 2023-06-01 | X1         | V2           | N1           | U6
        next day      | 2023-06-02 | P            | -          | -          | V2           | N1           | U6
        left twice    | 2022-01-01 | S            | 2023-04-01 | E3         | C2           | N1           | U6
        left twice    | 2023-09-01 | S            | 2024-03-31 | E11        | C2           | N1           | A6
        new same day  | 2022-01-01 | S            | 2023-07-01 | E4B        | V2           | N1           | U6
        new same day  | 2023-07-01 | S            | -          | -          | V2           | N1           | U6
        short breaks  | 2023-05-01 | S            | -          | -          | V4           | N2           | R3
        not known how | 2023-05-01 | S            | 2023-06-01 | X1         | V2           | N1           | U6
        """,  # noqa: E501
    )
}


def of(found: dict, dimension: str) -> dict[str, float]:
    return {key[2]: value[0] for key, value in found.items() if key[1] == dimension}


def test_looked_after_on_the_day_are_those_not_in_short_breaks_who_have_not_left_by_then() -> None:
    found = count("looked_after_children", CARE, [YEAR])
    assert found["2023-24", "", ""] == (4, 4)
    assert of(found, "need") == {"Abuse or neglect": 3, "Family dysfunction": 1}
    assert of(found, "kind") == {"Foster care": 3, "Children’s homes": 1}


def test_a_child_who_started_twice_is_counted_once_at_the_first() -> None:
    found = count("looked_after_started", CARE, [YEAR])
    # next day: a day must lie between, so that one did not leave; new same day: the reason says so
    assert found["2023-24", "", ""] == (5, 5)
    assert of(found, "need") == {"Abuse or neglect": 4, "Family dysfunction": 1}


def test_a_child_who_ceased_twice_is_counted_once_at_the_last() -> None:
    found = count("looked_after_ceased", CARE, [YEAR])
    assert found["2023-24", "", ""] == (4, 4)
    assert of(found, "reason") == {
        "Home to parents or relatives": 2,
        "Adopted": 1,
        "Not known": 1,  # the last episode says that another follows
    }


LATER_KNOWN = {
    "cla_episodes": drawn(
        "cla_episodes",
        """
        person_id | start_date | start_reason | end_date   | entered_care_date
        told      | 2023-06-01 | P            | -          | 2021-02-01
        told new  | 2023-06-01 | S            | -          | 2021-02-01
        not told  | 2023-06-01 | P            | -          | -
        before    | 2021-01-01 | S            | 2022-01-01 | 2021-01-01
        before    | 2023-06-01 | P            | -          | 2021-01-01
        """,
    )
}


def test_where_the_first_episode_is_not_told_the_day_of_entry_is_when_care_began() -> None:
    # told began earlier; before: that day belongs to the time before
    assert whole("looked_after_started", LATER_KNOWN, YEAR) == (3, 3)


def test_an_episode_without_an_end_ended_when_the_next_began() -> None:
    tables = {
        "cla_episodes": drawn(
            "cla_episodes",
            """
            person_id | start_date | start_reason | end_date
            forgotten | 2022-01-01 | S            | -
            forgotten | 2022-06-01 | P            | 2022-09-01
            """,
        )
    }
    assert whole("looked_after_children", tables, YEAR) == (0, 0)


FAR = {
    "cla_episodes": drawn(
        "cla_episodes",
        """
        person_id       | start_date | start_reason | end_date   | distance | in_area
        just 20 outside | 2023-05-01 | S            | -          | 20       | no
        over 20 outside | 2023-05-01 | S            | -          | 20.1     | no
        over 20 inside  | 2023-05-01 | S            | -          | 20.1     | yes
        over 20 where   | 2023-05-01 | S            | -          | 20.1     | -
        near            | 2023-05-01 | S            | -          | 3        | -
        not known       | 2023-05-01 | S            | -          | -        | no
        was far         | 2023-05-01 | S            | 2024-01-01 | 80       | no
        was far         | 2024-01-01 | P            | -          | 2        | yes
        """,
    )
}


def test_20_miles_or_more_is_not_more_than_20_outside_the_area() -> None:
    assert whole("looked_after_placed_20_miles_or_more", FAR, YEAR) == (4, 6)
    assert whole("looked_after_placed_over_20_miles", FAR, YEAR) == (1, 5)


def test_a_child_whose_distance_is_not_known_counts_as_near_where_that_is_chosen() -> None:
    counted = {"distance_not_known": "counted"}
    assert whole("looked_after_placed_20_miles_or_more", FAR, YEAR, counted) == (4, 7)
    assert whole("looked_after_placed_over_20_miles", FAR, YEAR, counted) == (1, 7)


VISITS = {
    "cla_episodes": drawn(
        "cla_episodes",
        """
        person_id       | start_date | start_reason | last_visit_date
        six weeks       | 2023-05-01 | S            | -
        a day more      | 2023-05-01 | S            | -
        three months    | 2023-03-31 | S            | -
        first year      | 2023-04-01 | S            | -
        listed          | 2023-05-01 | S            | 2024-03-01
        before care     | 2024-03-01 | S            | -
        a week in care  | 2024-03-24 | S            | -
        eight days      | 2024-03-23 | S            | -
        """,
    ),
    "cla_visits": drawn(
        "cla_visits",
        """
        person_id    | visit_date
        six weeks    | 2024-02-18
        six weeks    | 2023-06-01
        a day more   | 2024-02-17
        three months | 2023-12-31
        first year   | 2023-12-31
        before care  | 2024-02-28
        """,
    ),
}


def test_a_visit_is_in_time_within_six_weeks_and_due_after_a_week() -> None:
    name = "looked_after_statutory_visits_in_time"
    assert whole(name, VISITS, YEAR) == (2, 7)
    longer = {"looked_after_visit_within": "6_weeks_then_3_months"}
    assert whole(name, VISITS, YEAR, longer) == (3, 7)


MISSING = {
    "cla_episodes": drawn(
        "cla_episodes",
        """
        person_id    | start_date | start_reason | end_date
        in the year  | 2022-01-01 | S            | -
        open then    | 2022-01-01 | S            | -
        back before  | 2022-01-01 | S            | -
        away only    | 2022-01-01 | S            | -
        after care   | 2022-01-01 | S            | 2023-06-01
        left before  | 2022-01-01 | S            | 2023-04-01
        """,
    ),
    "missing": drawn(
        "missing",
        """
        person_id   | start_date | end_date   | missing_type
        in the year | 2023-07-01 | 2023-07-02 | M
        in the year | 2023-08-01 | 2023-08-02 | -
        open then   | 2023-03-01 | 2023-04-01 | M
        back before | 2023-03-01 | 2023-03-31 | M
        away only   | 2023-07-01 | 2023-07-02 | A
        after care  | 2023-06-01 | 2023-06-02 | M
        """,
    ),
}


def test_children_missing_in_the_year_are_counted_once_and_only_from_care() -> None:
    assert whole("looked_after_missing", MISSING, YEAR) == (2, 5)
    assert whole("looked_after_missing", MISSING, YEAR, {"missing_or_absent": "both"}) == (3, 5)


WORKERS = {
    "cla_episodes": drawn(
        "cla_episodes",
        """
        person_id  | start_date | start_reason
        three      | 2022-01-01 | S
        same again | 2022-01-01 | S
        adviser    | 2022-01-01 | S
        year ago   | 2022-01-01 | S
        new        | 2023-09-01 | S
        """,
    ),
    "involvements": drawn(
        "involvements",
        """
        person_id  | worker_id | role                  | start_date | end_date
        three      | w1        | Social worker         | 2022-01-01 | 2023-04-02
        three      | w2        | -                     | 2023-04-02 | 2023-09-01
        three      | w3        | Senior Social Worker  | 2023-09-01 | -
        same again | w1        | Social worker         | 2022-01-01 | 2023-06-01
        same again | w2        | Social worker         | 2023-06-01 | 2023-09-01
        same again | w1        | Social worker         | 2023-09-01 | -
        adviser    | w1        | Social worker         | 2022-01-01 | 2023-06-01
        adviser    | w2        | Social worker         | 2023-06-01 | -
        adviser    | w3        | Personal adviser      | 2023-06-01 | -
        year ago   | w1        | Social worker         | 2022-01-01 | 2023-04-01
        year ago   | w2        | Social worker         | 2023-04-01 | 2023-09-01
        year ago   | w3        | Social worker         | 2023-09-01 | -
        new        | w1        | Social worker         | 2023-05-01 | 2023-09-01
        new        | w2        | Social worker         | 2023-09-01 | 2023-12-01
        new        | w3        | Social worker         | 2023-12-01 | -
        """,
    ),
}


def test_three_social_workers_are_three_people_in_the_year_while_looked_after() -> None:
    assert whole("looked_after_three_or_more_social_workers", WORKERS, YEAR) == (1, 5)
