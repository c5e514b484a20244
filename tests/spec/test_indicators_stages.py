"""Steps counted by the stage of the journey in force, drawn and counted by hand."""

from goldenthread.nouns import Period
from tests.factories.journeys import count, drawn

MARCH, APRIL = Period.month(2025, 3), Period.month(2025, 4)

HELP = {
    "early_help_episodes": drawn(
        "early_help_episodes",
        """
        area | person_id | start_date | end_date   | stage
        821  | ann       | 2025-01-10 | 2025-03-31 | -
        821  | ben       | 2025-01-10 | 2025-04-01 | -
        821  | cem       | 2025-01-10 | 2025-04-02 | EARLY HELP
        821  | dee       | 2025-03-01 | 2025-03-20 | FAMILY HELP
        """,
    )
}


def test_a_step_is_of_the_stage_in_force_on_the_day_it_is_counted() -> None:
    found = count("early_help_assessments", HELP, [MARCH, APRIL])
    assert found["2025-03", "stage", "Early help"] == (1, 1)  # ann
    assert found["2025-04", "stage", "Family Help"] == (1, 1)  # ben, though begun as early help


def test_what_a_record_says_of_its_stage_holds_over_the_day() -> None:
    found = count("early_help_assessments", HELP, [MARCH, APRIL])
    assert found["2025-04", "stage", "Early help"] == (1, 1)  # cem
    assert found["2025-03", "stage", "Family Help"] == (1, 1)  # dee


def test_where_no_stage_took_anothers_place_nothing_changes_in_april() -> None:
    elsewhere = {
        "early_help_episodes": drawn(
            "early_help_episodes",
            """
            area | person_id | start_date | end_date
            822  | ann       | 2025-01-10 | 2025-04-01
            """,
        )
    }
    found = count("early_help_assessments", elsewhere, [APRIL])
    assert found["2025-04", "stage", "Early help"] == (1, 1)


def test_need_and_its_plans_and_assessments_are_told_apart_alike() -> None:
    need = {
        "cin_episodes": drawn(
            "cin_episodes",
            """
            person_id | referral_date
            ann       | 2025-03-31
            ben       | 2025-04-01
            """,
        ),
        "cin_plans": drawn(
            "cin_plans",
            """
            person_id | start_date | end_date
            ann       | 2025-03-31 | -
            """,
        ),
        "cin_assessments": drawn(
            "cin_assessments",
            """
            person_id | start_date | authorisation_date
            ann       | 2025-03-31 | 2025-04-20
            """,
        ),
    }
    started = count("children_in_need_episodes_started", need, [MARCH, APRIL])
    assert started["2025-03", "stage", "Child in need"] == (1, 1)
    assert started["2025-04", "stage", "Family Help"] == (1, 1)
    open_then = count("child_in_need_plans_at_31_march", need, [MARCH, APRIL])
    assert open_then["2025-03", "stage", "Child in need"] == (1, 1)
    assert open_then["2025-04", "stage", "Family Help"] == (1, 1)
    done = count("assessments_completed", need, [APRIL])
    assert done["2025-04", "stage", "Family Help"] == (1, 1)
