"""Section 47 enquiries and initial conferences, drawn and counted by hand."""

from goldenthread.nouns import Period
from tests.factories.journeys import count, drawn, whole

YEAR = Period.financial_year(2024)
LEFT_OUT = {"conferences_transferred_in": "left_out"}


def test_enquiries_are_counted_and_children_once() -> None:
    tables = {
        "s47_enquiry": drawn(
            "s47_enquiry",
            """
            person_id | start_date
            ann       | 2023-04-01
            ann       | 2024-03-31
            ben       | 2023-03-31
            cem       | 2023-07-01
            """,
        )
    }
    assert whole("section_47_enquiries", tables, YEAR) == (3, 3)
    assert whole("children_subject_of_section_47", tables, YEAR) == (2, 2)


# 15 working days from Tuesday 2 May 2023 without the holiday of 8 May: Wednesday 24 May.
HELD = {
    "s47_enquiry": drawn(
        "s47_enquiry",
        """
        person_id | start_date | conference_date
        day 15    | 2023-05-02 | -
        day 16    | 2023-05-02 | -
        told      | 2023-05-02 | 2023-05-10
        two       | 2023-05-02 | -
        two       | 2023-05-22 | -
        named     | 2023-05-02 | -
        named     | 2023-05-22 | -
        after     | 2023-06-02 | -
        nothing   | 2023-05-02 | -
        """,
    ),
    "initial_cp_conference": drawn(
        "initial_cp_conference",
        """
        person_id | conference_date | s47_start_date | transfer_in
        day 15    | 2023-05-24      | -              | no
        day 16    | 2023-05-25      | -              | no
        two       | 2023-05-25      | -              | no
        named     | 2023-05-25      | 2023-05-02     | no
        after     | 2023-05-25      | -              | no
        moved in  | 2023-05-25      | -              | yes
        """,
    ),
}


def test_a_conference_counts_whether_told_in_a_row_of_its_own_or_on_its_enquiry() -> None:
    assert whole("initial_conferences", HELD, YEAR) == (7, 7)
    assert whole("initial_conferences", HELD, YEAR, LEFT_OUT) == (6, 6)


def test_the_bands_count_from_the_enquiry_named_or_the_latest() -> None:
    found = count("initial_conferences", HELD, [YEAR])
    assert {key[2]: value[0] for key, value in found.items() if key[1] == "duration"} == {
        "0 to 10 working days": 2,  # told, and two from its second enquiry
        "11 to 15 working days": 1,
        "16 to 20 working days": 2,  # day 16, and named from its first
        "Not known": 2,  # one before its enquiry, and one that moved in
    }


def test_15_working_days_are_in_time_and_those_without_enquiry_stay_in_the_total() -> None:
    name = "initial_conferences_within_15_working_days"
    assert whole(name, HELD, YEAR) == (3, 7)
    assert whole(name, HELD, YEAR, LEFT_OUT) == (3, 6)


def test_the_middle_conference_is_of_those_that_can_be_timed() -> None:
    name = "section_47_to_conference_time_median"
    assert whole(name, HELD, YEAR) == (15, 5)  # 3, 6, 15, 16, 16
    assert whole(name, HELD, YEAR, LEFT_OUT) == (15, 5)


def test_a_conference_a_holiday_before_its_enquiry_has_no_time() -> None:
    tables = {
        "s47_enquiry": drawn("s47_enquiry", "person_id | start_date\nann | 2023-04-07"),
        "initial_cp_conference": drawn(
            "initial_cp_conference",
            "person_id | conference_date | s47_start_date\nann | 2023-04-06 | 2023-04-07",
        ),
    }
    assert whole("initial_conferences_within_15_working_days", tables, YEAR) == (0, 1)
    assert whole("section_47_to_conference_time_median", tables, YEAR) == (0, 0)


def test_an_enquiry_led_to_the_conference_that_is_its_own() -> None:
    # yes: day 15, day 16, told, the second of two, the first of named; no: four
    assert whole("section_47_to_conference_conversion", HELD, YEAR) == (5, 9)


def test_a_conference_may_come_at_any_time_or_within_60_days() -> None:
    tables = {
        "s47_enquiry": drawn(
            "s47_enquiry",
            """
            person_id | start_date
            day 60    | 2024-03-01
            day 61    | 2024-03-01
            """,
        ),
        "initial_cp_conference": drawn(
            "initial_cp_conference",
            """
            person_id | conference_date
            day 60    | 2024-04-30
            day 61    | 2024-05-01
            """,
        ),
    }
    name = "section_47_to_conference_conversion"
    assert whole(name, tables, YEAR) == (2, 2)
    assert whole(name, tables, YEAR, {"conference_after_enquiry": "60_days"}) == (1, 2)


def test_a_conference_led_to_a_plan_as_recorded_or_else_where_one_soon_began() -> None:
    tables = {
        "initial_cp_conference": drawn(
            "initial_cp_conference",
            """
            person_id  | conference_date | became_plan | transfer_in
            recorded   | 2023-05-25      | yes         | no
            refused    | 2023-05-25      | no          | no
            same day   | 2023-05-25      | -           | no
            day 45     | 2023-05-25      | -           | no
            day 46     | 2023-05-25      | -           | no
            elsewhere  | 2023-05-25      | -           | no
            moved in   | 2023-05-25      | yes         | yes
            """,
        ),
        "cp_plans": drawn(
            "cp_plans",
            """
            person_id | start_date | other_area
            refused   | 2023-05-25 | no
            same day  | 2023-05-25 | no
            day 45    | 2023-07-09 | no
            day 46    | 2023-07-10 | no
            elsewhere | 2023-05-25 | yes
            """,
        ),
    }
    name = "conference_to_plan_conversion"
    assert whole(name, tables, YEAR) == (3, 6)
    assert whole(name, tables, YEAR, {"plan_after_conference": "0_days"}) == (2, 6)
