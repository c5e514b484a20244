"""Early help, drawn and counted by hand."""

from goldenthread.nouns import Period
from tests.factories.journeys import count, drawn

YEAR = Period.financial_year(2024)
HELP = {
    "early_help_episodes": drawn(
        "early_help_episodes",
        """
        person_id | start_date | end_date   | organisation
        ann       | 2023-01-10 | 2023-04-01 | Schools
        ben       | 2023-05-01 | 2024-03-31 | Schools
        cem       | 2023-05-01 | 2024-04-01 | -
        dee       | 2024-03-31 | -          | Health
        eve       | 2024-04-01 | -          | Health
        """,
    )
}


def test_an_assessment_is_counted_on_the_day_it_is_completed() -> None:
    found = count("early_help_assessments", HELP, [YEAR])
    assert found["2023-24", "", ""] == (2, 2)
    assert found["2023-24", "agency", "Schools"] == (2, 2)


def test_what_began_by_the_last_day_and_has_not_ended_by_then_is_open() -> None:
    found = count("early_help_episodes_open", HELP, [YEAR])
    assert found["2023-24", "", ""] == (2, 2)
    assert found["2023-24", "agency", "Not known"] == (1, 1)
    assert found["2023-24", "agency", "Health"] == (1, 1)
