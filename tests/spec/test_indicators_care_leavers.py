"""Care leavers, drawn and counted by hand."""

from goldenthread.nouns import Period
from tests.factories.journeys import count, drawn, whole

YEAR = Period.financial_year(2024)

# As the national return has them: each reported on the birthday.
ON_BIRTHDAYS = {
    "person": drawn(
        "person",
        """
        person_id  | birth_date
        17         | 2006-06-01
        18         | 2005-06-01
        19         | 2004-06-01
        21         | 2002-06-01
        22         | 2001-06-01
        16         | 2007-06-01
        no word    | 2004-06-01
        refuses    | 2004-06-01
        died       | 2004-06-01
        home again | 2004-06-01
        year ago   | 2004-06-01
        """,
    ),
    "care_leavers": drawn(
        "care_leavers",
        """
        person_id  | reported_on | in_touch | suitable | activity | accommodation
        17         | 2023-06-01  | YES      | yes      | F2       | D
        18         | 2023-06-01  | YES      | no       | P5       | V
        19         | 2023-06-01  | NO       | -        | 0        | 0
        21         | 2023-06-01  | YES      | yes      | G4       | U
        22         | 2023-06-01  | YES      | yes      | F1       | U
        16         | 2023-06-01  | YES      | yes      | F1       | U
        no word    | 2023-06-01  | -        | -        | -        | -
        refuses    | 2023-06-01  | REFU     | -        | 0        | 0
        died       | 2023-06-01  | DIED     | -        | 0        | 0
        home again | 2023-06-01  | RHOM     | -        | 0        | 0
        year ago   | 2022-06-01  | YES      | yes      | F1       | U
        birth lost | 2023-06-01  | YES      | yes      | F1       | U
        """,
    ),
}


def test_those_of_17_to_21_count_but_not_who_died_or_went_home() -> None:
    found = count("care_leavers_in_touch", ON_BIRTHDAYS, [YEAR])
    assert found["2023-24", "", ""] == (3, 6)
    assert found["2023-24", "age", "17-18"] == (2, 2)
    assert found["2023-24", "age", "19-21"] == (1, 4)


def test_no_information_stays_in_the_base() -> None:
    assert whole("care_leavers_suitable_accommodation", ON_BIRTHDAYS, YEAR) == (2, 6)
    assert whole("care_leavers_eet", ON_BIRTHDAYS, YEAR) == (2, 6)


# As a list or dataset has them: all that are open, on one day.
ON_A_DAY = {
    "person": drawn(
        "person",
        """
        person_id  | birth_date
        19         | 2004-06-01
        turned 20  | 2003-12-01
        in care    | 2006-06-01
        brief      | 2004-06-01
        gone       | 2004-06-01
        old        | 2001-06-01
        """,
    ),
    "care_leavers": drawn(
        "care_leavers",
        """
        person_id | reported_on | in_touch | eligibility
        19        | 2023-09-30  | NO       | FORMER RELEVANT
        19        | 2024-03-31  | YES      | FORMER RELEVANT
        turned 20 | 2023-09-30  | YES      | FORMER RELEVANT
        turned 20 | 2024-03-31  | NO       | FORMER RELEVANT
        in care   | 2024-03-31  | YES      | ELIGIBLE
        brief     | 2024-03-31  | YES      | QUALIFYING
        gone      | 2023-09-30  | YES      | FORMER RELEVANT
        old       | 2024-03-31  | YES      | FORMER RELEVANT
        no birth  | 2024-03-31  | -        | RELEVANT
        """,
    ),
}


def test_of_several_reports_the_first_at_each_age_counts() -> None:
    found = count("care_leavers_in_touch", ON_A_DAY, [YEAR])
    # 19 once, turned 20 at 19 and at 20, gone; nobody still in care or in it for weeks
    assert found["2023-24", "", ""] == (2, 4)


def test_open_cases_are_those_of_the_last_report_by_the_day() -> None:
    found = count("care_leavers_open", ON_A_DAY, [YEAR, Period.quarters(2024, 3)])
    assert found["2023-24", "", ""] == (5, 5)
    assert found["2023-24", "age", "22 and over"] == (1, 1)
    assert found["2023-24", "age", "Not known"] == (1, 1)
    assert found["2023-24 Q3", "", ""] == (3, 3)
    assert whole("care_leavers_open", ON_BIRTHDAYS, YEAR) == (0, 0)
