"""Assessments, drawn and counted by hand."""

from goldenthread.nouns import Period
from tests.factories.journeys import count, drawn, whole

YEAR = Period.financial_year(2024)
FROM_REFERRAL = {"assessment_timed_from": "referral"}

# 45 working days from Tuesday 2 May 2023 without the holidays of 8 and 29 May: Thursday 6 July.
ASSESSMENTS = drawn(
    "cin_assessments",
    """
    person_id | start_date | authorisation_date
    same day  | 2023-05-02 | 2023-05-02
    day 45    | 2023-05-02 | 2023-07-06
    day 46    | 2023-05-02 | 2023-07-07
    backwards | 2023-05-02 | 2023-04-28
    open      | 2023-05-02 | -
    last year | 2022-12-01 | 2023-03-31
    this year | 2023-02-01 | 2023-04-03
    """,
)
REFERRALS = drawn(
    "cin_episodes",
    """
    person_id | referral_date
    same day  | 2023-05-02
    day 45    | 2023-04-28
    day 46    | 2023-05-02
    """,
)
TABLES = {"cin_assessments": ASSESSMENTS, "cin_episodes": REFERRALS}


def test_an_assessment_is_counted_when_it_is_authorised() -> None:
    assert whole("assessments_completed", TABLES, YEAR) == (5, 5)
    assert whole("assessments_completed", TABLES, Period.financial_year(2023)) == (1, 1)


def test_how_long_it_took_is_told_in_the_bands_of_the_release() -> None:
    found = count("assessments_completed", TABLES, [YEAR])
    assert {key[2]: value[0] for key, value in found.items() if key[1] == "duration"} == {
        "Same day": 1,
        "41 to 45 working days": 2,  # this year's took 43
        "46 to 50 working days": 1,
        "Not known": 1,
    }


def test_45_working_days_are_in_time_and_46_are_not() -> None:
    # what ended before it began is not in time, and stays in the total
    assert whole("assessments_within_45_working_days", TABLES, YEAR) == (3, 5)


def test_the_days_may_be_counted_from_the_referral() -> None:
    # now day 45 took 46, and of two there is no referral to count from
    assert whole("assessments_within_45_working_days", TABLES, YEAR, FROM_REFERRAL) == (1, 5)


def test_the_middle_assessment_is_of_those_that_can_be_timed() -> None:
    assert whole("assessment_duration_median", TABLES, YEAR) == (44, 4)  # 0, 43, 45, 46
    assert whole("assessment_duration_median", TABLES, YEAR, FROM_REFERRAL) == (46, 3)


def test_easter_and_christmas_are_no_working_days() -> None:
    tables = {
        "cin_assessments": drawn(
            "cin_assessments",
            """
            person_id | start_date | authorisation_date
            easter    | 2023-04-06 | 2023-04-11
            christmas | 2023-12-22 | 2023-12-27
            """,
        )
    }
    assert whole("assessment_duration_median", tables, YEAR) == (1, 2)


def test_what_ended_before_it_began_took_no_time_even_if_only_a_holiday_before() -> None:
    tables = {
        "cin_assessments": drawn(
            "cin_assessments",
            """
            person_id | start_date | authorisation_date
            backwards | 2023-04-10 | 2023-04-07
            """,
        )
    }
    assert whole("assessments_within_45_working_days", tables, YEAR) == (0, 1)
    assert whole("assessment_duration_median", tables, YEAR) == (0, 0)


FACTORS = {
    "cin_episodes": drawn(
        "cin_episodes",
        """
        person_id | referral_date
        ann       | 2023-04-10
        ann       | 2023-11-01
        """,
    ),
    "cin_assessments": drawn(
        "cin_assessments",
        """
        person_id | start_date | authorisation_date
        ann       | 2023-04-11 | 2023-05-01
        ann       | 2023-08-01 | 2023-09-01
        ann       | 2023-11-01 | 2023-12-01
        ben       | 2023-06-01 | 2023-06-30
        cem       | 2023-06-01 | -
        """,
    ),
    "assessment_factors": drawn(
        "assessment_factors",
        """
        person_id | start_date | factor
        ann       | 2023-04-11 | 3B
        ann       | 2023-04-11 | 16A
        ann       | 2023-08-01 | 3B
        ann       | 2023-11-01 | 3B
        ben       | 2023-06-01 | 21
        cem       | 2023-06-01 | 3B
        """,
    ),
}


def test_an_episode_counts_once_for_a_factor_however_often_it_was_found() -> None:
    found = count("assessment_factors", FACTORS, [YEAR])
    # ann's first referral had two assessments, her second one
    assert found["2023-24", "factor", "Domestic abuse: parent"] == (2, 2)
    assert found["2023-24", "factor", "Neglect"] == (1, 1)
    assert found["2023-24", "", ""] == (2, 2)


def test_that_no_factor_was_found_may_count_as_a_factor_recorded() -> None:
    found = count("assessment_factors", FACTORS, [YEAR], {"no_factor_found": "counted"})
    assert found["2023-24", "", ""] == (3, 3)
    assert found["2023-24", "factor", "None"] == (1, 1)
