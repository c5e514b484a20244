"""Referrals, drawn and counted by hand."""

from goldenthread.nouns import Period
from tests.factories.journeys import count, drawn, whole

YEAR = Period.financial_year(2024)
CHILDREN = drawn(
    "person",
    """
    person_id | birth_date | sex | ethnicity
    ann       | 2018-06-01 | F   | WBRI
    ben       | 2023-06-02 | M   | NOBT
    cem       | -          | -   | -
    """,
)


def test_a_year_begins_on_1_april_and_ends_with_31_march() -> None:
    referrals = drawn(
        "cin_episodes",
        """
        person_id | referral_date | source
        ann       | 2023-03-31    | 6
        ann       | 2023-04-01    | 6
        ann       | 2024-03-31    | 2A
        ann       | 2024-04-01    | 6
        """,
    )
    found = count("referrals", {"cin_episodes": referrals}, [YEAR, Period.month(2024, 3)])
    assert found["2023-24", "", ""] == (2, 2)
    assert found["2024-03", "", ""] == (1, 1)
    assert found["2023-24", "source", "Police"] == (1, 1)
    assert found["2023-24", "source", "Schools"] == (1, 1)


def test_a_child_is_as_old_as_on_the_day_of_the_referral() -> None:
    referrals = drawn(
        "cin_episodes",
        """
        person_id | referral_date
        ann       | 2023-05-31
        ann       | 2023-06-01
        ben       | 2023-06-01
        ben       | 2023-06-02
        cem       | 2023-06-02
        """,
    )
    tables = {"cin_episodes": referrals, "person": CHILDREN}
    found = count("referrals", tables, [YEAR])
    ages = {key[2]: value[0] for key, value in found.items() if key[1] == "age"}
    # ann has her fifth birthday between her referrals, and ben is born the day after his first
    assert ages == {"1-4": 1, "5-9": 1, "Unborn": 1, "Under 1": 1, "Not known": 1}
    ethnicities = {key[2]: value[0] for key, value in found.items() if key[1] == "ethnicity"}
    assert ethnicities == {"White": 2, "Not known": 3}


def test_one_who_is_expected_and_has_no_day_of_birth_is_unborn() -> None:
    child = drawn("person", "person_id | birth_date | expected_birth_date\nann | - | 2023-07-01")
    referrals = drawn(
        "cin_episodes",
        """
        person_id | referral_date
        ann       | 2023-06-01
        ann       | 2023-09-01
        """,
    )
    found = count("referrals", {"cin_episodes": referrals, "person": child}, [YEAR])
    assert {key[2]: value[0] for key, value in found.items() if key[1] == "age"} == {"Unborn": 2}


def test_one_born_on_a_leap_day_is_a_year_older_on_1_march() -> None:
    child = drawn("person", "person_id | birth_date\nleap | 2020-02-29")
    referrals = drawn(
        "cin_episodes",
        """
        person_id | referral_date
        leap      | 2021-02-28
        leap      | 2021-03-01
        """,
    )
    year = Period.financial_year(2021)
    found = count("referrals", {"cin_episodes": referrals, "person": child}, [year])
    assert found[year.code, "age", "Under 1"] == (1, 1)
    assert found[year.code, "age", "1-4"] == (1, 1)


SEVERAL = drawn(
    "cin_episodes",
    """
    person_id | referral_date | source | no_further_action | closure_reason
    ann       | 2023-05-01    | 6      | no                | RC8
    ann       | 2023-09-01    | 2A     | yes               | -
    ann       | 2023-12-01    | 6      | -                 | RC7
    ben       | 2023-05-01    | 6      | no                | RC9
    cem       | 2022-05-01    | 6      | no                | RC8
    """,
)


def test_children_referred_are_counted_once_each() -> None:
    tables = {"cin_episodes": SEVERAL, "person": CHILDREN}
    found = count("children_referred", tables, [YEAR, Period.month(2023, 5)])
    assert found["2023-24", "", ""] == (2, 2)
    assert found["2023-05", "", ""] == (2, 2)
    # ann was referred by both, and is one child of each
    assert found["2023-24", "source", "Police"] == (2, 2)
    assert found["2023-24", "source", "Schools"] == (1, 1)


def test_children_re_referred_are_counted_once_each() -> None:
    tables = {"cin_episodes": SEVERAL}
    # of ann and ben, ann came back, twice
    assert whole("children_re_referred_within_12_months", tables, YEAR) == (1, 2)
    assert whole("re_referrals_within_12_months", tables, YEAR) == (2, 4)


def test_children_re_referred_by_the_calendar_or_by_days() -> None:
    tables = {
        "cin_episodes": drawn(
            "cin_episodes", "person_id | referral_date\nann | 2023-03-01\nann | 2024-03-01"
        )
    }
    name, by_days = "children_re_referred_within_12_months", {"within_12_months": "365_days"}
    assert whole(name, tables, YEAR) == (1, 1)
    assert whole(name, tables, YEAR, by_days) == (0, 1)


def test_no_further_action_must_be_recorded() -> None:
    assert whole("referrals_no_further_action", {"cin_episodes": SEVERAL}, YEAR) == (1, 4)


def test_not_in_need_is_closed_after_assessment_without_or_with_early_help() -> None:
    name, tables = "referrals_assessed_not_in_need", {"cin_episodes": SEVERAL}
    assert whole(name, tables, YEAR) == (2, 4)
    assert whole(name, tables, YEAR, {"not_in_need_closure": "RC8"}) == (1, 4)


def test_ethnicity_not_obtained_refused_or_empty_is_not_known() -> None:
    children = drawn(
        "person",
        """
        person_id | ethnicity
        a         | NOBT
        b         | REFU
        c         | -
        d         | CHNE
        """,
    )
    referrals = drawn(
        "cin_episodes",
        """
        person_id | referral_date
        a         | 2023-05-01
        b         | 2023-05-01
        c         | 2023-05-01
        d         | 2023-05-01
        stranger  | 2023-05-01
        """,
    )
    tables = {"cin_episodes": referrals, "person": children}
    assert whole("referrals_ethnicity_unknown", tables, YEAR) == (4, 5)


def test_a_child_of_another_council_under_the_same_name_is_another() -> None:
    here = drawn("cin_episodes", "person_id | referral_date\nann | 2023-05-01")
    there = drawn("cin_episodes", "area | person_id | referral_date\n822 | ann | 2023-06-01")
    together = {"cin_episodes": type(here).from_batches([*here.to_batches(), *there.to_batches()])}
    found = count("re_referrals_within_12_months", together, [Period.month(2023, 6)])
    assert found["2023-06", "", ""] == (0, 1)
