"""Children in need, drawn and counted by hand."""

import pytest

from goldenthread.nouns import Period
from tests.factories.journeys import count, drawn, whole

YEAR = Period.financial_year(2024)
YEAR_BEFORE = Period.financial_year(2023)

EPISODE_ROWS = """
person_id     | referral_date | closure_date | closure_reason | primary_need | no_further_action
open          | 2024-01-01    | -            | -              | N1           | no
closes later  | 2023-12-31    | 2024-04-01   | RC8            | N1           | no
closed        | 2023-05-01    | 2024-03-31   | RC7            | N2           | no
from before   | 2022-05-01    | 2023-04-01   | RC5            | N1           | no
went before   | 2022-05-01    | 2023-03-31   | RC7            | N1           | no
not in need   | 2023-05-01    | 2023-06-01   | RC8            | N1           | no
to early help | 2023-05-01    | 2023-06-01   | RC9            | N1           | no
no action     | 2023-05-01    | 2023-05-02   | -              | -            | yes
"""
EPISODES = {"cin_episodes": drawn("cin_episodes", EPISODE_ROWS)}


def of(found: dict, dimension: str) -> dict[str, float]:
    return {key[2]: value[0] for key, value in found.items() if key[1] == dimension}


def test_open_at_the_end_is_what_began_and_has_not_closed_by_then() -> None:
    found = count("children_in_need_at_31_march", EPISODES, [YEAR])
    assert found["2023-24", "", ""] == (2, 2)  # open, and what closes the day after
    assert of(found, "need") == {"Abuse or neglect": 2}
    assert of(found, "duration") == {"3 months or less": 2}


def test_the_local_category_is_the_main_need() -> None:
    found = count("child_in_need_category", EPISODES, [YEAR])
    assert of(found, "category") == {"Abuse or neglect": 2}


def test_started_are_the_referrals_less_those_that_went_no_further() -> None:
    """Six referrals less one with no action, less three not in need: as in the published rows."""
    name = "children_in_need_episodes_started"
    assert whole("referrals", EPISODES, YEAR) == (6, 6)
    assert whole("referrals_no_further_action", EPISODES, YEAR) == (1, 6)
    assert whole("referrals_assessed_not_in_need", EPISODES, YEAR) == (3, 6)
    assert whole(name, EPISODES, YEAR) == (2, 2)
    assert whole(name, EPISODES, YEAR, {"not_in_need_closure": "RC8"}) == (3, 3)


def test_ended_are_not_those_found_not_in_need() -> None:
    name = "children_in_need_episodes_ended"
    found = count(name, EPISODES, [YEAR])
    assert found["2023-24", "", ""] == (2, 2)
    assert of(found, "reason") == {
        "Other, including no longer in need": 1,
        "Transferred to another council": 1,
    }
    # 1 May to 31 March, and 1 May to 1 April of the next year
    assert of(found, "duration") == {"More than 6 months to less than 1 year": 2}
    assert whole(name, EPISODES, YEAR, {"not_in_need_closure": "RC8"}) == (3, 3)


def test_at_any_point_is_what_ended_in_the_year_and_what_was_open_at_its_end() -> None:
    name = "children_in_need_episodes_at_any_point"
    assert whole(name, EPISODES, YEAR) == (4, 4)
    # what closes on 31 March was open on that day
    assert whole(name, EPISODES, YEAR_BEFORE) == (2, 2)
    assert whole(name, EPISODES, Period.month(2023, 5)) == (3, 3)
    assert whole(name, EPISODES, YEAR, {"not_in_need_closure": "RC8"}) == (5, 5)


@pytest.mark.parametrize(
    ("began", "by_calendar", "by_days"),
    [
        ("2023-12-31", "3 months or less", "3 months or less"),
        ("2023-12-30", "More than 3 months to 6 months", "More than 3 months to 6 months"),
        ("2023-10-01", "More than 3 months to 6 months", "More than 3 months to 6 months"),
        (
            "2023-09-30",
            "More than 6 months to less than 1 year",
            "More than 6 months to less than 1 year",
        ),
        ("2023-04-01", "More than 6 months to less than 1 year", "1 year to less than 2 years"),
        ("2023-03-31", "1 year to less than 2 years", "1 year to less than 2 years"),
        ("2022-04-01", "1 year to less than 2 years", "2 years or more"),
        ("2022-03-31", "2 years or more", "2 years or more"),
    ],
)
def test_the_bands_of_how_long_an_episode_has_been_open(
    began: str, by_calendar: str, by_days: str
) -> None:
    tables = {"cin_episodes": drawn("cin_episodes", f"person_id | referral_date\nann | {began}")}
    name = "children_in_need_at_31_march"
    assert of(count(name, tables, [YEAR]), "duration") == {by_calendar: 1}
    found = count(name, tables, [YEAR], {"months_lasting": "days"})
    assert of(found, "duration") == {by_days: 1}


def test_what_closed_before_it_began_has_no_duration() -> None:
    tables = {
        "cin_episodes": drawn(
            "cin_episodes", "person_id | referral_date | closure_date\na | 2023-06-02 | 2023-06-01"
        )
    }
    found = count("children_in_need_episodes_ended", tables, [YEAR])
    assert of(found, "duration") == {"Not known": 1}


def test_a_disability_is_a_kind_that_is_named_or_one_that_is_told() -> None:
    tables = {
        "cin_episodes": drawn(
            "cin_episodes",
            """
            person_id | referral_date
            autistic  | 2024-01-01
            none      | 2024-01-01
            told      | 2024-01-01
            nothing   | 2024-01-01
            """,
        ),
        "disability": drawn(
            "disability",
            """
            person_id | disability
            autistic  | AUT
            autistic  | LD
            none      | NONE
            """,
        ),
        "person": drawn("person", "person_id | disabled\ntold | yes\nnothing | no"),
    }
    assert whole("children_in_need_with_disability", tables, YEAR) == (2, 4)


def test_plans_open_on_the_last_day() -> None:
    tables = {
        "cin_plans": drawn(
            "cin_plans",
            """
            person_id | start_date | end_date
            open      | 2024-03-31 | -
            ended     | 2024-01-01 | 2024-03-31
            next year | 2024-04-01 | -
            """,
        )
    }
    assert whole("child_in_need_plans_at_31_march", tables, YEAR) == (1, 1)
