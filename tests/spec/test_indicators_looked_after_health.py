"""The health of children looked after, drawn and counted by hand."""

from goldenthread.nouns import Period
from tests.factories.journeys import drawn, whole

YEAR = Period.financial_year(2024)


def in_care(*ages: tuple[str, str], start: str = "2022-01-01") -> dict:
    """Children with their birthdays, all looked after since a day."""
    people = "\n".join(f"{child} | {born}" for child, born in ages)
    cared = "\n".join(f"{child} | {start} | S" for child, _ in ages)
    return {
        "person": drawn("person", f"person_id | birth_date\n{people}"),
        "cla_episodes": drawn("cla_episodes", f"person_id | start_date | start_reason\n{cared}"),
    }


CHILDREN = in_care(("a", "2015-01-01"), ("b", "2015-01-01"), ("c", "2021-01-01"), ("d", "-"))


def test_only_those_looked_after_for_the_whole_year_are_asked_about() -> None:
    tables = {
        "cla_episodes": drawn(
            "cla_episodes",
            """
            person_id  | start_date | start_reason | end_date   | legal_status
            since then | 2023-04-01 | S            | -          | C2
            day later  | 2023-04-02 | S            | -          | C2
            again      | 2022-01-01 | S            | 2023-10-01 | C2
            again      | 2023-10-05 | S            | -          | C2
            breaks     | 2022-01-01 | S            | -          | V4
            """,
        )
    }
    assert whole("looked_after_dental_checks", tables, YEAR) == (0, 1)
    by_days = {"months_up_to_the_day": "days"}
    assert whole("looked_after_dental_checks", tables, YEAR, by_days) == (0, 2)


def test_the_yearly_return_holds_and_where_it_is_silent_what_was_done_does() -> None:
    told = drawn(
        "cla_yearly_outcomes",
        """
        person_id | year_end   | teeth_check | health_assessment
        a         | 2024-03-31 | no          | yes
        b         | 2024-03-31 | -           | -
        c         | 2023-03-31 | yes         | yes
        """,
    )
    done = drawn(
        "cla_health",
        """
        person_id | check_type | check_date
        a         | DENTAL     | 2023-06-01
        b         | DENTAL     | 2023-06-01
        b         | IHA        | 2023-06-01
        c         | RHA        | 2023-04-01
        c         | DENTAL     | 2023-03-31
        """,
    )
    tables = {**CHILDREN, "cla_yearly_outcomes": told, "cla_health": done}
    assert whole("looked_after_dental_checks", tables, YEAR) == (1, 4)  # b
    assert whole("looked_after_health_assessments", tables, YEAR) == (2, 4)  # a and c
    two = {"health_assessments_due": "two_under_5"}
    assert whole("looked_after_health_assessments", tables, YEAR, two) == (1, 4)


def test_two_assessments_are_two_days() -> None:
    done = drawn(
        "cla_health",
        """
        person_id | check_type | check_date
        c         | RHA        | 2023-06-01
        c         | HEALTH     | 2023-12-01
        """,
    )
    two = {"health_assessments_due": "two_under_5"}
    tables = {**CHILDREN, "cla_health": done}
    assert whole("looked_after_health_assessments", tables, YEAR, two) == (1, 4)


def test_the_last_days_of_a_list_count_where_they_lie_in_the_year() -> None:
    tables = {
        "cla_episodes": drawn(
            "cla_episodes",
            """
            person_id | start_date | start_reason | last_health_assessment_date | last_dental_check_date
            in time   | 2022-01-01 | S            | 2023-04-01                  | 2024-03-31
            too late  | 2022-01-01 | S            | 2023-03-31                  | -
            """,  # noqa: E501
        )
    }
    assert whole("looked_after_health_assessments", tables, YEAR) == (1, 2)
    assert whole("looked_after_dental_checks", tables, YEAR) == (1, 2)


def test_development_is_checked_under_five() -> None:
    tables = in_care(("four", "2019-04-01"), ("five", "2019-03-31"), ("no birth", "-"))
    tables["cla_health"] = drawn(
        "cla_health", "person_id | check_type | check_date\nfour | DEVELOPMENT | 2023-06-01"
    )
    assert whole("looked_after_development_checks", tables, YEAR) == (1, 1)


def test_immunisations_are_as_last_recorded_by_the_day() -> None:
    recorded = drawn(
        "cla_immunisations",
        """
        person_id | status_date | up_to_date
        a         | 2020-01-01  | yes
        b         | 2023-06-01  | yes
        b         | 2023-12-01  | no
        c         | 2024-04-01  | yes
        """,
    )
    tables = {**CHILDREN, "cla_immunisations": recorded}
    assert whole("looked_after_immunisations", tables, YEAR) == (1, 4)


def test_convictions_are_of_those_from_10_to_17() -> None:
    tables = in_care(
        ("ten", "2014-03-31"), ("nine", "2014-04-01"), ("17", "2006-04-01"), ("18", "2006-03-31")
    )
    tables["cla_convictions"] = drawn(
        "cla_convictions",
        """
        person_id | conviction_date
        ten       | 2023-04-01
        17        | 2023-03-31
        nine      | 2023-06-01
        """,
    )
    assert whole("looked_after_convicted", tables, YEAR) == (1, 2)


def test_substance_misuse_is_what_was_recorded_in_the_year_of_all_ages() -> None:
    recorded = drawn("cla_substance_misuse", "person_id | misuse_date\na | 2023-06-01\nb | -")
    tables = {**CHILDREN, "cla_substance_misuse": recorded}
    assert whole("looked_after_substance_misuse", tables, YEAR) == (1, 4)


SCORES = {
    **in_care(
        ("returned", "2015-01-01"),
        ("refused", "2015-01-01"),
        ("scored", "2015-01-01"),
        ("long ago", "2015-01-01"),
        ("five", "2019-03-31"),
        ("four", "2019-04-01"),
        ("sixteen", "2007-04-01"),
        ("seventeen", "2007-03-31"),
    ),
    "cla_yearly_outcomes": drawn(
        "cla_yearly_outcomes",
        """
        person_id | year_end   | sdq_score | sdq_reason
        returned  | 2024-03-31 | 16        | -
        refused   | 2024-03-31 | -         | SDQ2
        """,
    ),
    "sdq_scores": drawn(
        "sdq_scores",
        """
        person_id | completed_date | score
        returned  | 2023-06-01     | 30
        refused   | 2023-06-01     | 30
        scored    | 2023-06-01     | 10
        scored    | 2023-12-01     | 17
        scored    | 2024-02-01     | -
        long ago  | 2023-03-31     | 20
        five      | 2023-06-01     | 9
        four      | 2023-06-01     | 40
        seventeen | 2023-06-01     | 40
        """,
    ),
}


def test_scores_are_the_yearly_return_s_or_the_last_of_the_year() -> None:
    assert whole("looked_after_sdq_received", SCORES, YEAR) == (3, 6)
    assert whole("looked_after_sdq_average", SCORES, YEAR) == (16 + 17 + 9, 3)


def test_a_score_of_17_is_a_cause_for_concern() -> None:
    assert whole("looked_after_sdq_cause_for_concern", SCORES, YEAR) == (1, 3)


INITIAL = {
    "cla_episodes": drawn(
        "cla_episodes",
        """
        person_id | start_date | start_reason | end_date
        day 20    | 2023-05-02 | S            | -
        day 21    | 2023-05-02 | S            | -
        yearly    | 2023-05-02 | S            | -
        before    | 2023-05-02 | S            | -
        left soon | 2023-05-02 | S            | 2023-05-31
        left then | 2023-05-02 | S            | 2023-06-01
        """,
    ),
    # Two bank holidays lie between 2 May and 1 June 2023, which is the twentieth working day.
    "cla_health": drawn(
        "cla_health",
        """
        person_id | check_type | check_date
        day 20    | IHA        | 2023-06-01
        day 20    | IHA        | 2023-09-01
        day 21    | HEALTH     | 2023-06-02
        yearly    | RHA        | 2023-05-10
        before    | IHA        | 2023-05-01
        left soon | IHA        | 2023-05-10
        """,
    ),
}


def test_an_initial_assessment_is_in_time_on_the_twentieth_working_day() -> None:
    name = "initial_health_assessment_in_time"
    assert whole(name, INITIAL, YEAR) == (1, 5)
    assert whole(name, INITIAL, YEAR, {"left_before_assessment": "counted"}) == (2, 6)
