"""Missing episodes, the hub and neglect assessments, drawn and counted by hand."""

import pytest

from goldenthread.nouns import Period
from tests.factories.journeys import count, drawn, whole

YEAR = Period.financial_year(2024)

MISSING = {
    "missing": drawn(
        "missing",
        """
        person_id | start_date | end_date   | missing_type | interview_offered | interview_accepted
        a         | 2023-04-01 | 2023-04-02 | M            | yes               | yes
        a         | 2023-05-01 | 2023-05-02 | M            | yes               | no
        b         | 2023-06-01 | 2023-06-02 | -            | no                | -
        b         | 2023-07-01 | 2023-07-02 | M            | -                 | -
        c         | 2024-03-31 | 2024-04-01 | M            | yes               | yes
        c         | 2023-03-31 | 2023-04-01 | M            | yes               | -
        d         | 2023-08-01 | 2023-08-02 | A            | no                | -
        e         | 2023-09-01 | -          | M            | -                 | -
        """,
    )
}
BOTH = {"missing_or_absent": "both"}


def test_missing_episodes_are_counted_by_the_day_they_began() -> None:
    assert whole("missing_episodes", MISSING, YEAR) == (6, 6)
    assert whole("missing_episodes", MISSING, YEAR, BOTH) == (7, 7)


def test_interviews_are_offered_after_episodes_by_the_day_they_ended() -> None:
    name = "return_home_interviews_offered"
    assert whole(name, MISSING, YEAR) == (3, 5)
    assert whole(name, MISSING, YEAR, BOTH) == (3, 6)
    assert whole(name, MISSING, YEAR, {"interview_not_recorded": "left_out"}) == (3, 4)


def test_interviews_are_accepted_out_of_those_offered() -> None:
    assert whole("return_home_interviews_accepted", MISSING, YEAR) == (1, 3)


HUB = {
    "mash_episodes": drawn(
        "mash_episodes",
        """
        person_id | episode_id | started_at          | decided_at          | rating | outcome
        a         | red in     | 2023-06-01T09:00:00 | 2023-06-01T13:00:00 | RED    | CSC
        b         | red out    | 2023-06-01T09:00:00 | 2023-06-01T13:01:00 | RED    | NFA
        c         | amber in   | 2023-06-01T09:00:00 | 2023-06-02T09:00:00 | AMBER  | CAF
        d         | amber out  | 2023-06-01T09:00:00 | 2023-06-02T10:00:00 | AMBER  | NFA
        e         | green in   | 2023-06-01T09:00:00 | 2023-06-04T09:00:00 | GREEN  | NFA
        f         | green out  | 2023-06-01T09:00:00 | 2023-06-05T09:00:00 | GREEN  | -
        g         | unrated    | 2023-06-01T09:00:00 | 2023-06-03T09:00:00 | -      | NFA
        h         | last year  | 2023-03-31T23:00:00 | 2023-04-01T01:00:00 | RED    | CSC
        i         | open       | 2024-03-31T09:00:00 | -                   | RED    | -
        """,
    ),
    "mash_agency_requests": drawn(
        "mash_agency_requests",
        """
        person_id | episode_id | agency | asked_at            | answered_at
        a         | red in     | Police | 2023-06-01T09:30:00 | 2023-06-01T13:30:00
        a         | red in     | Health | 2023-06-01T09:30:00 | 2023-06-01T13:31:00
        e         | green in   | Police | 2023-06-01T09:30:00 | 2023-06-03T09:30:00
        e         | green in   | Health | 2023-06-01T09:30:00 | -
        x         | nowhere    | Health | 2023-06-01T09:30:00 | 2023-06-04T09:30:00
        """,
    ),
}


def test_hub_episodes_are_counted_when_decided_or_when_they_began() -> None:
    found = count("mash_episodes", HUB, [YEAR])
    assert found["2023-24", "", ""] == (8, 8)
    assert found["2023-24", "outcome", "No further action"] == (4, 4)
    assert found["2023-24", "outcome", "Not known"] == (1, 1)
    assert found["2023-24", "rating", "Red"] == (3, 3)
    started = {"hub_episode_counted_on": "started"}
    assert whole("mash_episodes", HUB, YEAR, started) == (8, 8)  # not last year, but open


def test_decisions_are_in_time_by_rating() -> None:
    found = count("mash_decisions_in_time", HUB, [YEAR])
    assert found["2023-24", "", ""] == (5, 8)
    assert found["2023-24", "rating", "Red"] == (2, 3)
    assert found["2023-24", "rating", "Amber"] == (1, 2)
    assert found["2023-24", "rating", "Green"] == (1, 2)
    assert found["2023-24", "rating", "Not known"] == (1, 1)


@pytest.mark.parametrize(
    ("name", "hours", "expected"),
    [
        ("red_decided_within", "24_hours", (6, 8)),
        ("amber_decided_within", "48_hours", (6, 8)),
        ("green_decided_within", "120_hours", (6, 8)),
    ],
)
def test_each_rating_s_hours_can_be_chosen(
    name: str, hours: str, expected: tuple[float, float]
) -> None:
    assert whole("mash_decisions_in_time", HUB, YEAR, {name: hours}) == expected


# Two weekends, the second with a bank holiday on its Monday; the hub is open from nine to five.
SHUT = {
    "mash_episodes": drawn(
        "mash_episodes",
        """
        person_id | episode_id   | started_at          | decided_at          | rating
        a         | monday noon  | 2023-06-02T16:00:00 | 2023-06-05T12:00:00 | RED
        b         | just after   | 2023-06-02T16:00:00 | 2023-06-05T12:01:00 | RED
        c         | on saturday  | 2023-06-03T11:00:00 | 2023-06-05T13:00:00 | RED
        d         | at night     | 2023-06-05T20:00:00 | 2023-06-06T22:00:00 | AMBER
        e         | a holiday    | 2023-05-26T10:00:00 | 2023-05-30T10:00:00 | AMBER
        f         | three days   | 2023-05-26T10:00:00 | 2023-06-01T10:00:00 | GREEN
        g         | and a minute | 2023-05-26T10:00:00 | 2023-06-01T10:01:00 | GREEN
        """,
    ),
    "mash_agency_requests": drawn(
        "mash_agency_requests",
        """
        person_id | episode_id  | agency | asked_at            | answered_at
        a         | monday noon | Police | 2023-06-02T16:30:00 | 2023-06-05T12:30:00
        a         | monday noon | Health | 2023-06-02T16:30:00 | 2023-06-05T12:31:00
        e         | a holiday   | Health | 2023-05-26T10:00:00 | -
        """,
    ),
}


def test_the_hub_s_time_runs_day_and_night_or_in_working_hours() -> None:
    name, hours = "mash_decisions_in_time", {"hub_hours": "working_hours"}
    assert whole(name, SHUT, YEAR) == (0, 7)
    found = count(name, SHUT, [YEAR], hours)
    assert found["2023-24", "", ""] == (5, 7)
    assert found["2023-24", "rating", "Red"] == (2, 3)
    assert found["2023-24", "rating", "Amber"] == (2, 2)
    assert found["2023-24", "rating", "Green"] == (1, 2)
    assert whole("mash_agency_answers_in_time", SHUT, YEAR) == (0, 3)
    assert whole("mash_agency_answers_in_time", SHUT, YEAR, hours) == (1, 3)
    all_alike = hours | {"agency_answers_within": "24_hours"}
    assert whole("mash_agency_answers_in_time", SHUT, YEAR, all_alike) == (2, 3)


def test_agencies_answer_in_the_time_of_the_episode() -> None:
    found = count("mash_agency_answers_in_time", HUB, [YEAR])
    assert found["2023-24", "agency", "Police"] == (2, 2)
    assert found["2023-24", "agency", "Health"] == (1, 3)  # who was never rated has the longest
    chosen = {"agency_answers_within": "24_hours"}
    assert whole("mash_agency_answers_in_time", HUB, YEAR, chosen) == (2, 5)


NEGLECT = {
    "cp_plans": drawn(
        "cp_plans",
        """
        person_id  | start_date | end_date   | initial_category | latest_category | other_area
        lately     | 2023-09-01 | -          | NEG              | NEG             | no
        before     | 2023-09-01 | -          | PHY              | NEG             | no
        year ago   | 2022-09-01 | -          | NEG              | -               | no
        nobody     | 2023-09-01 | -          | NEG              | NEG             | no
        no longer  | 2023-09-01 | -          | NEG              | EMO             | no
        ended      | 2023-09-01 | 2024-03-31 | NEG              | NEG             | no
        another’s  | 2023-09-01 | -          | NEG              | NEG             | yes
        """,
    ),
    "gcp2_assessments": drawn(
        "gcp2_assessments",
        """
        person_id | assessment_date | agency  | assessment_id
        lately    | 2023-10-01      | Health  | 1
        before    | 2023-06-01      | Health  | 1
        before    | 2023-06-01      | Schools | 1
        year ago  | 2023-03-31      | Health  | 2
        no longer | 2023-10-01      | Health  | -
        nobody    | 2024-04-01      | Health  | 3
        """,
    ),
}


def test_an_assessment_of_several_children_counts_once() -> None:
    found = count("gcp2_assessments", NEGLECT, [YEAR])
    assert found["2023-24", "", ""] == (3, 3)
    assert found["2023-24", "agency", "Health"] == (2, 2)
    assert whole("gcp2_assessments", NEGLECT, YEAR, {"gcp2_counted": "children"}) == (4, 4)


def test_a_neglect_plan_has_a_profile_of_the_last_twelve_months() -> None:
    name = "gcp2_share_of_neglect_plans"
    assert whole(name, NEGLECT, YEAR) == (2, 4)
    # since the plan began: lately, and the one of a year ago
    assert whole(name, NEGLECT, YEAR, {"gcp2_within": "plan"}) == (2, 4)
    days = {"months_up_to_the_day": "days"}
    assert whole(name, NEGLECT, YEAR, days) == (2, 4)
