"""The names agreed upon: partnerships’ mappings and saved books use them, so none may go."""

import csv
from pathlib import Path

import pytest

from goldenthread.indicators import Theme, catalogue, indicator

AGREED = {
    Theme.POPULATION: """
        children_population residents residents_under_18_share children_in_low_income_families
    """,
    Theme.FRONT_DOOR: """
        contacts contact_to_referral_conversion contact_to_referral_conversion_rolling_6_months
        contacts_domestic_violence_to_other_ratio mash_episodes mash_decisions_in_time
        mash_agency_answers_in_time repeat_contacts
    """,
    Theme.EARLY_HELP: """
        early_help_assessments early_help_episodes_open
    """,
    Theme.REFERRALS: """
        referrals re_referrals_within_12_months children_re_referred_within_12_months
        children_referred referrals_no_further_action referrals_assessed_not_in_need
        referrals_ethnicity_unknown assessments_completed assessments_within_45_working_days
        assessment_duration_median assessment_factors
    """,
    Theme.CHILDREN_IN_NEED: """
        children_in_need_at_31_march children_in_need_episodes_started
        children_in_need_episodes_ended children_in_need_episodes_at_any_point
        children_in_need_with_disability child_in_need_plans_at_31_march child_in_need_category
    """,
    Theme.CHILD_PROTECTION: """
        section_47_enquiries children_subject_of_section_47 initial_conferences
        initial_conferences_within_15_working_days section_47_to_conference_conversion
        conference_to_plan_conversion child_protection_plans_started
        child_protection_plans_ended child_protection_plans_at_31_march
        child_protection_plan_again_ever child_protection_plan_again_within_2_years
        child_protection_plans_open_2_years_or_longer
        child_protection_plans_ended_after_2_years_or_longer child_protection_reviews_in_time
        child_protection_visits_within_20_working_days
    """,
    Theme.LOOKED_AFTER: """
        looked_after_children looked_after_started looked_after_ceased
        looked_after_three_or_more_placements looked_after_three_or_more_placement_moves
        looked_after_three_or_more_placements_in_2_years looked_after_same_carer_2_years
        looked_after_placed_over_20_miles looked_after_placed_20_miles_or_more
        looked_after_statutory_visits_in_time initial_health_assessment_in_time
        looked_after_health_assessments looked_after_dental_checks looked_after_immunisations
        looked_after_development_checks looked_after_sdq_received looked_after_sdq_average
        looked_after_sdq_cause_for_concern looked_after_substance_misuse looked_after_convicted
        looked_after_missing looked_after_three_or_more_social_workers looked_after_school_moves
        private_fostering_arrangements
    """,
    Theme.CARE_LEAVERS: """
        care_leavers_open care_leavers_in_touch care_leavers_suitable_accommodation
        care_leavers_eet
    """,
    Theme.HEALTH: """
        hospital_attendances_self_harm hospital_attendances_assault
        hospital_non_accidental_injury_under_2 community_health_referrals_made
        mental_health_waiting_time
    """,
    Theme.EDUCATION: """
        school_persistent_absence school_suspensions school_permanent_exclusions
        home_educated_children children_missing_education
    """,
    Theme.POLICE: """
        police_notices domestic_abuse_incidents_with_children police_powers_of_protection
        operation_encompass_notices_in_time marac_cases marac_repeat_cases marac_children
        marac_core_attendance
    """,
    Theme.EXPLOITATION: """
        missing_episodes return_home_interviews_offered return_home_interviews_accepted
        exploitation_panel_children channel_referrals
    """,
    Theme.YOUTH_JUSTICE: """
        youth_justice_first_time_entrants youth_justice_reoffending
    """,
    Theme.ALLEGATIONS: """
        allegations_referred allegations_outcomes
    """,
    Theme.NEGLECT: """
        gcp2_assessments gcp2_share_of_neglect_plans
    """,
    Theme.LEARNING: """
        serious_incident_notifications rapid_reviews rapid_reviews_contributed_to_elsewhere
        non_statutory_review_referrals reviews_published reviews_completed_unpublished
        reviews_underway child_deaths_occurred child_deaths_reviewed multi_agency_audit_cases
        audit_referrals_graded
    """,
    Theme.WORKFORCE: """
        training_places_taken training_courses_delivered training_places_filled
        training_satisfaction training_bookings_cancelled elearning_registered
        elearning_completed elearning_pass_rate supervision_compliance training_compliance
        social_worker_turnover social_worker_vacancies social_worker_agency_rate
        social_worker_absence social_worker_caseload
    """,
    Theme.PARTNERSHIP: """
        childrens_event_attendance meeting_attendance escalations
    """,
}

PRINTED_UNDER_ANOTHER_NAME = {
    "contacts_change": "contacts",
    "referrals_change": "referrals",
    "referrals_share": "referrals",
    "mash_episode_outcomes": "mash_episodes",
    "child_protection_plans_started_rate": "child_protection_plans_started",
    "child_protection_plans_started_change": "child_protection_plans_started",
    "child_protection_plans_primary_reason": "child_protection_plans_started",
}
"""Measures in the partnership’s printed statements that are a unit or breakdown of an indicator."""


@pytest.mark.parametrize("theme", Theme, ids=lambda theme: theme.name.lower())
def test_the_agreed_names_are_in_their_theme(theme: Theme) -> None:
    held = {one.name for one in catalogue().values() if one.theme is theme}
    assert set(AGREED[theme].split()) <= held


def test_nothing_is_agreed_twice() -> None:
    names = " ".join(AGREED.values()).split()
    assert len(set(names)) == len(names)


def test_every_measure_the_partnership_has_printed_is_an_indicator(shared: Path) -> None:
    statements = shared / "figures" / "luton_published_statements.csv"
    with statements.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    assert len(rows) > 100
    for row in rows:
        one = indicator(PRINTED_UNDER_ANOTHER_NAME.get(row["measure"], row["measure"]))
        dimensions = {part.partition("=")[0] for part in row["breakdown"].split(";") if part}
        assert dimensions <= set(one.breakdowns), row
