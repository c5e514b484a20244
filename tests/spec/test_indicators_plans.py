"""Child protection plans, drawn and counted by hand."""

import pytest

from goldenthread.nouns import Period
from tests.factories.journeys import count, drawn, whole

YEAR = Period.financial_year(2024)

PLANS = {
    "cp_plans": drawn(
        "cp_plans",
        """
        person_id   | start_date | end_date   | initial_category | latest_category | other_area
        open        | 2023-06-01 | -          | NEG              | EMO             | no
        ends later  | 2024-03-31 | 2024-04-01 | NEG              | NEG             | -
        ended       | 2023-01-01 | 2024-03-31 | PHY              | MUL             | no
        two years   | 2022-03-31 | -          | -                | -               | no
        nearly two  | 2022-04-01 | -          | NEG              | NEG             | no
        long        | 2021-05-01 | 2023-05-01 | SAB              | SAB             | no
        nearly long | 2021-05-02 | 2023-05-01 | NEG              | NEG             | no
        another’s   | 2023-06-01 | -          | NEG              | NEG             | yes
        """,
    )
}


def of(found: dict, dimension: str) -> dict[str, float]:
    return {key[2]: value[0] for key, value in found.items() if key[1] == dimension}


def test_open_on_31_march_are_the_council_s_own_that_have_not_ended_by_then() -> None:
    found = count("child_protection_plans_at_31_march", PLANS, [YEAR])
    assert found["2023-24", "", ""] == (4, 4)
    assert of(found, "category") == {"Emotional abuse": 1, "Neglect": 2, "Not known": 1}
    assert of(found, "duration") == {
        "3 months or less": 1,
        "More than 6 months to less than 1 year": 1,
        "1 year to less than 2 years": 1,
        "2 years or more": 1,
    }


def test_started_are_told_by_their_first_category() -> None:
    found = count("child_protection_plans_started", PLANS, [YEAR])
    assert found["2023-24", "", ""] == (2, 2)
    assert of(found, "category") == {"Neglect": 2}
    assert of(found, "history") == {"First plan": 2}


def test_ended_are_told_by_their_last_category_and_how_long_they_lasted() -> None:
    found = count("child_protection_plans_ended", PLANS, [YEAR])
    assert found["2023-24", "", ""] == (3, 3)
    assert of(found, "category") == {"Multiple": 1, "Neglect": 1, "Sexual abuse": 1}
    assert of(found, "duration") == {"1 year to less than 2 years": 2, "2 years or more": 1}


def test_two_years_to_the_day_are_two_years() -> None:
    by_days = {"months_lasting": "days"}
    name = "child_protection_plans_open_2_years_or_longer"
    assert whole(name, PLANS, YEAR) == (1, 4)
    assert whole(name, PLANS, YEAR, by_days) == (2, 4)  # a leap day: 730 days are a day less
    name = "child_protection_plans_ended_after_2_years_or_longer"
    assert whole(name, PLANS, YEAR) == (1, 3)
    assert whole(name, PLANS, YEAR, by_days) == (1, 3)


AGAIN = {
    "cp_plans": drawn(
        "cp_plans",
        """
        person_id   | start_date | end_date   | previous_plans | other_area
        two years   | 2021-01-01 | 2022-03-01 | -              | no
        two years   | 2024-03-01 | -          | -              | no
        a day more  | 2021-01-01 | 2022-02-28 | -              | no
        a day more  | 2024-03-01 | -          | -              | no
        stated      | 2023-06-01 | -          | 2              | no
        elsewhere   | 2022-01-01 | 2022-06-01 | -              | yes
        elsewhere   | 2023-06-01 | -          | 0              | no
        still open  | 2022-01-01 | -          | -              | no
        still open  | 2023-06-01 | -          | 0              | no
        started new | 2021-07-01 | 2022-01-01 | -              | no
        started new | 2023-06-30 | -          | -              | no
        for a day   | 2023-06-01 | 2023-06-01 | -              | no
        """,
    )
}


def test_a_plan_ever_before_is_in_the_records_or_stated_and_of_this_council() -> None:
    name = "child_protection_plan_again_ever"
    # no: elsewhere, and the plan of one day, which is no plan before itself
    assert whole(name, AGAIN, YEAR) == (5, 7)
    assert whole(name, AGAIN, YEAR, {"previous_plans": "stated"}) == (1, 7)


def test_the_history_of_a_plan_takes_the_greater_of_what_is_known() -> None:
    found = count("child_protection_plans_started", AGAIN, [YEAR])
    expected = {"First plan": 2, "Second plan": 4, "Third plan or later": 1}
    assert of(found, "history") == expected


def test_two_years_run_from_the_end_of_the_earlier_plan() -> None:
    name = "child_protection_plan_again_within_2_years"
    # yes: to the day two years later, and the one that began new
    assert whole(name, AGAIN, YEAR) == (2, 7)
    # a leap day lies between, and 731 days are too many
    assert whole(name, AGAIN, YEAR, {"within_2_years": "730_days"}) == (1, 7)


def test_two_years_may_run_from_its_start() -> None:
    name, from_start = (
        "child_protection_plan_again_within_2_years",
        {"second_plan_counts_from": "start"},
    )
    # still open and started new began less than two years before
    assert whole(name, AGAIN, YEAR, from_start) == (2, 7)


def test_the_time_between_plans_is_that_of_the_middle_one() -> None:
    # 731 and 732 days, and 545 from 1 January 2022 to 30 June 2023
    assert whole("time_between_plans_median", AGAIN, YEAR) == (731, 3)
    from_start = {"second_plan_counts_from": "start"}
    # 1155 twice, 516 and 729
    assert whole("time_between_plans_median", AGAIN, YEAR, from_start) == (942, 4)


def reviewed(*days: str, plan: str = "2023-06-30", conference: str = "-") -> dict:
    rows = "\n".join(f"ann | {plan} | {day}" for day in days)
    return {
        "cp_plans": drawn(
            "cp_plans", f"person_id | start_date | conference_date\nann | {plan} | {conference}"
        ),
        "cp_reviews": drawn("cp_reviews", f"person_id | plan_start_date | review_date\n{rows}"),
    }


@pytest.mark.parametrize(
    ("days", "in_time"),
    [
        (("2023-09-30", "2024-03-30"), True),  # three months, then six
        (("2023-10-01", "2024-03-30"), False),  # the first a day late
        (("2023-09-30",), False),  # the second was due on 30 March
        (("2023-09-30", "2024-03-31"), False),  # and was a day late
        (("2023-09-15", "2023-12-01", "2024-02-01"), True),  # more often than need be
        ((), False),
        (("2023-05-30", "2023-09-30", "2024-03-30"), True),  # one before the plan is of another
        (("2023-09-30", "2024-03-30", "2024-04-15"), True),  # what comes after does not matter
    ],
)
def test_every_review_must_be_in_time(days: tuple[str, ...], in_time: bool) -> None:
    assert whole("child_protection_reviews_in_time", reviewed(*days), YEAR) == (in_time, 1)


def test_a_plan_younger_than_three_months_needs_no_review_yet() -> None:
    name = "child_protection_reviews_in_time"
    assert whole(name, reviewed(plan="2024-01-01"), YEAR) == (0, 0)
    assert whole(name, reviewed(plan="2023-12-31"), YEAR) == (0, 1)
    assert whole(name, reviewed(plan="2023-12-31"), YEAR, {"first_review_within": "92_days"}) == (
        0,
        0,
    )


@pytest.mark.parametrize(
    ("chosen", "first", "in_time"),
    [
        ({}, "2023-09-30", True),  # 92 days
        ({"first_review_within": "91_days"}, "2023-09-30", False),
        ({"first_review_within": "91_days"}, "2023-09-29", True),
        ({"first_review_within": "92_days"}, "2023-09-30", True),
        ({"first_review_within": "92_days"}, "2023-10-01", False),
        ({"first_review_counts_from": "conference"}, "2023-09-30", False),
        ({"first_review_counts_from": "conference"}, "2023-09-20", True),
    ],
)
def test_three_months_are_the_calendar_s_unless_days_are_chosen(
    chosen: dict[str, str], first: str, in_time: bool
) -> None:
    tables = reviewed(first, "2024-03-01", conference="2023-06-20")
    assert whole("child_protection_reviews_in_time", tables, YEAR, chosen) == (in_time, 1)


def test_six_months_are_the_calendar_s_unless_days_are_chosen() -> None:
    name, by_days = "child_protection_reviews_in_time", {"later_reviews_within": "183_days"}
    tables = reviewed("2023-08-25", "2024-02-25")  # 184 days
    assert whole(name, tables, YEAR) == (1, 1)
    assert whole(name, tables, YEAR, by_days) == (0, 1)


@pytest.mark.parametrize(
    ("plan", "days", "last_year", "whole_plan"),
    [
        # the year before the day ends with 31 March 2023; what is due then may come by 30 September
        ("2022-03-01", ("2023-09-30", "2024-03-30"), True, False),
        ("2022-03-01", ("2023-10-01", "2024-03-30"), False, False),
        ("2022-06-30", ("2022-09-30", "2023-03-30", "2023-09-30", "2024-03-30"), True, True),
        ("2022-06-30", ("2022-12-30", "2023-03-30", "2023-09-30", "2024-03-30"), True, False),
        ("2022-06-30", ("2022-09-30", "2023-03-30", "2023-12-30"), False, False),
        # begun in the last months of the year before, its first review is due in this one
        ("2023-02-28", ("2023-05-28", "2023-11-28"), True, True),
        ("2023-02-28", ("2023-05-29", "2023-11-29"), False, False),
        ("2022-06-30", ("2022-09-30", "2023-03-30"), False, False),  # none in the year
    ],
)
def test_only_reviews_due_in_the_last_year_are_asked_about_unless_chosen(
    plan: str, days: tuple[str, ...], last_year: bool, whole_plan: bool
) -> None:
    name, tables = "child_protection_reviews_in_time", reviewed(*days, plan=plan)
    assert whole(name, tables, YEAR) == (last_year, 1)
    assert whole(name, tables, YEAR, {"reviews_looked_at": "whole_plan"}) == (whole_plan, 1)


# 20 working days before Sunday 31 March 2024, without Good Friday: Friday 1 March.
VISITED = {
    "cp_plans": drawn(
        "cp_plans",
        """
        person_id     | start_date | last_visit_date
        in time       | 2023-06-01 | -
        too long ago  | 2023-06-01 | -
        told on plan  | 2023-06-01 | 2024-03-28
        told later    | 2023-06-01 | 2024-04-02
        never         | 2023-06-01 | -
        not seen      | 2023-06-01 | -
        young         | 2024-03-25 | -
        young visited | 2024-03-25 | -
        before plan   | 2024-03-20 | -
        """,
    ),
    "cp_visits": drawn(
        "cp_visits",
        """
        person_id     | visit_date | seen
        in time       | 2023-07-01 | yes
        in time       | 2024-02-29 | yes
        too long ago  | 2024-02-28 | yes
        too long ago  | 2024-04-01 | yes
        not seen      | 2024-03-20 | no
        young visited | 2024-03-26 | yes
        before plan   | 2024-03-19 | yes
        """,
    ),
}


def test_the_last_visit_under_the_plan_was_at_most_20_working_days_before() -> None:
    name = "child_protection_visits_within_20_working_days"
    # yes: in time, told on plan, not seen, young visited
    assert whole(name, VISITED, YEAR) == (4, 9)


def test_only_visits_at_which_the_child_was_seen_may_count() -> None:
    name = "child_protection_visits_within_20_working_days"
    # a last visit told on the plan does not say that the child was seen
    assert whole(name, VISITED, YEAR, {"plan_visit": "seen"}) == (2, 9)


def test_plans_whose_first_visit_is_not_due_may_be_left_out() -> None:
    name = "child_protection_visits_within_20_working_days"
    # young, and the one visited only before the plan began
    assert whole(name, VISITED, YEAR, {"plan_without_visit": "left_out"}) == (4, 7)
