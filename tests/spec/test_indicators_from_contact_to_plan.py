"""What follows what on the way from contact to plan, drawn and counted by hand."""

from goldenthread.nouns import Period
from tests.factories.journeys import count, drawn, whole

YEAR = Period.financial_year(2024)

CONTACTS = {
    "contacts": drawn(
        "contacts",
        """
        person_id | contact_date | contact_type   | source | issue             | became_referral
        recorded  | 2023-05-02   | CONCERN        | 6      | Neglect           | yes
        refused   | 2023-05-02   | CONCERN        | 6      | Neglect           | no
        day 7     | 2023-05-02   | -              | 2A     | Domestic violence | -
        day 8     | 2023-05-02   | -              | 2A     | -                 | -
        no type   | 2023-05-02   | OTHER          | -      | Neglect           | -
        asked     | 2023-05-02   | INFORMATION    | 7      | -                 | yes
        plan      | 2023-05-02   | EDUCATION PLAN | 2A     | -                 | -
        """,
    ),
    "cin_episodes": drawn(
        "cin_episodes",
        """
        person_id | referral_date
        recorded  | 2023-05-03
        refused   | 2023-05-02
        day 7     | 2023-05-09
        day 8     | 2023-05-10
        no type   | 2023-05-01
        """,
    ),
}


def test_requests_are_no_concern_and_their_conversion_is_left_out() -> None:
    name = "concern_contacts_to_referral_conversion"
    found = count(name, CONTACTS, [YEAR])
    assert found["2023-24", "", ""] == (2, 5)  # recorded, and day 7 by its referral
    assert found["2023-24", "source", "Police"] == (1, 2)
    assert found["2023-24", "issue", "Neglect"] == (1, 3)
    assert whole(name, CONTACTS, YEAR, {"referral_after_contact": "1_day"}) == (1, 5)
    assert whole(name, CONTACTS, YEAR, {"referral_after_contact": "30_days"}) == (3, 5)


def test_the_issue_tells_a_request_where_no_type_is_recorded() -> None:
    tables = {
        "contacts": drawn(
            "contacts",
            """
            person_id | contact_date | contact_type | issue
            ann       | 2023-05-02   | -            | Information request from another agency
            ben       | 2023-05-02   | CONCERN      | Information request from another agency
            """,
        )
    }
    assert whole("concern_contacts_to_referral_conversion", tables, YEAR) == (0, 1)


def test_every_contact_counts_whatever_it_is_about() -> None:
    assert whole("contacts", CONTACTS, YEAR) == (7, 7)
    assert count("contacts", CONTACTS, [YEAR])["2023-24", "source", "Police"] == (2, 2)


def test_the_police_share_is_of_all_contacts() -> None:
    assert whole("contacts_from_police", CONTACTS, YEAR) == (2, 7)


def test_the_days_from_contact_to_referral_are_working_days() -> None:
    # recorded 1, refused 0, and day 7 four: a weekend and the holiday of 8 May lie between
    name = "contact_to_referral_time_median"
    assert whole(name, CONTACTS, YEAR) == (1, 3)
    assert whole(name, CONTACTS, YEAR, {"referral_after_contact": "30_days"}) == (2.5, 4)
    assert whole(name, CONTACTS, YEAR, {"referral_after_contact": "1_day"}) == (0.5, 2)


def test_a_re_contact_is_a_concern_on_a_later_day_within_three_months() -> None:
    tables = {
        "contacts": drawn(
            "contacts",
            """
            person_id    | contact_date | contact_type | no_further_action
            again        | 2023-11-29   | CONCERN      | yes
            again        | 2024-02-29   | CONCERN      | -
            too late     | 2023-11-28   | CONCERN      | yes
            too late     | 2024-02-29   | CONCERN      | no
            same day     | 2023-11-28   | CONCERN      | yes
            same day     | 2023-11-28   | CONCERN      | yes
            for a form   | 2023-11-28   | CONCERN      | yes
            for a form   | 2023-12-01   | INFORMATION  | -
            asked        | 2023-11-28   | INFORMATION  | yes
            next year    | 2024-03-31   | CONCERN      | yes
            next year    | 2024-04-01   | CONCERN      | -
            """,
        )
    }
    name = "re_contacts_after_no_further_action"
    assert whole(name, tables, YEAR) == (2, 6)
    # 92 days to the day three months later
    assert whole(name, tables, YEAR, {"re_contact_within": "91_days"}) == (1, 6)


STEPS = {
    "contacts": drawn(
        "contacts",
        """
        person_id | contact_date
        all       | 2023-04-03
        all       | 2023-04-05
        twice     | 2023-04-03
        late      | 2023-04-03
        nothing   | 2023-04-03
        """,
    ),
    "cin_episodes": drawn(
        "cin_episodes",
        """
        person_id | referral_date
        all       | 2023-04-05
        twice     | 2023-04-03
        twice     | 2023-10-02
        late      | 2023-04-03
        """,
    ),
    "cin_assessments": drawn(
        "cin_assessments",
        """
        person_id | start_date
        all       | 2023-04-05
        twice     | 2023-10-02
        late      | 2023-04-06
        nothing   | 2023-04-06
        """,
    ),
    "s47_enquiry": drawn(
        "s47_enquiry",
        """
        person_id | start_date
        all       | 2023-04-06
        twice     | 2023-10-01
        late      | 2024-04-02
        """,
    ),
    "cp_plans": drawn(
        "cp_plans",
        """
        person_id | start_date | end_date   | other_area
        all       | 2023-04-28 | -          | no
        all       | 2023-05-02 | -          | no
        twice     | 2023-10-03 | -          | no
        late      | 2023-04-12 | -          | yes
        nothing   | 2023-04-12 | -          | no
        """,
    ),
}


def test_a_step_belongs_to_the_referral_before_it_and_after_no_other() -> None:
    # all, the second of twice, and late: the first of twice came to nothing
    assert whole("referrals_assessed", STEPS, YEAR) == (3, 4)
    # the enquiry about twice began on the day before the second referral
    assert whole("assessed_referrals_to_section_47_conversion", STEPS, YEAR) == (2, 3)
    # another council's plan is none of late's
    assert whole("referral_to_plan_conversion", STEPS, YEAR) == (2, 4)


def test_each_contact_that_led_to_a_plan_counts() -> None:
    # all twice; the first referral of twice led to none
    assert whole("contact_to_plan_conversion", STEPS, YEAR) == (2, 5)


def test_the_time_to_a_step_is_counted_when_it_is_reached() -> None:
    # all and twice on the day, late after three
    assert whole("referral_to_assessment_time_median", STEPS, YEAR) == (0, 3)
    # all after one, twice after 123 (six holidays lie between); late is reached in the next year
    assert whole("referral_to_section_47_time_median", STEPS, YEAR) == (62, 2)
    assert whole("referral_to_section_47_time_median", STEPS, Period.month(2024, 4)) == (250, 1)
    # all after 15 without Good Friday and Easter Monday, twice after one
    assert whole("referral_to_plan_time_median", STEPS, YEAR) == (8, 2)
