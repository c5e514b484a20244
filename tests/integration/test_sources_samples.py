"""Every sample file of the field that breaks a rule does so as a person who opens it agrees."""

from pathlib import Path

import pytest

from goldenthread.sources.returns import read_all
from goldenthread.sources.rules import judged

ANNEX_A = {
    # Three plans of list 7 whose child is in neither list 3 nor list 6.
    "plan_without_referral": 3,
    # Two of them began within the months of list 5, which has no conference of the child.
    "plan_without_conference": 2,
    # Born in 2018 and looked after since 2010.
    "looked_after_before_birth": 1,
    # Nobody of list 8 is in list 6.
    "looked_after_and_not_in_need": 5,
    # An empty cell.
    "birth_date_missing": 1,
}
# A plan of the year before the referral, and in it a child in need plan and an enquiry.
CENSUS = {
    "need_plan_beside_protection_plan": 1,
    "plan_before_referral": 1,
    "section_47_before_referral": 1,
}
EARLY_ASSESSMENT = CENSUS | {"assessment_before_referral": 1}
# One child assessed after closure and finished before it began, one before the referral, for whom
# the list of factors is empty.
MADE_WRONG = EARLY_ASSESSMENT | {
    "assessment_after_closure": 1,
    "assessment_authorised_before_it_began": 1,
    "factors_missing": 1,
    # In a census to 31 March 2024, the one assessed in 2028, the other referred in October.
    "assessment_begun_after_the_return": 1,
    "referral_after_the_return": 1,
}
JUDGED = {
    "annexa/Annex_A.xlsx": ANNEX_A,
    "annexa/Annex_A_2024_Jan.xlsx": ANNEX_A,
    "cin/BAR_cin_2022.xml": EARLY_ASSESSMENT,
    "cin/cin-2022.xml": EARLY_ASSESSMENT,
    "cin/CIN_Census_2021.xml": EARLY_ASSESSMENT,
    "cin/CIN_Census_2021_copy.xml": CENSUS,
    "cin/CIN_Census_2021_no_assessment_factors.xml": CENSUS,
    "cin/CIN_header_issues_100.xml": EARLY_ASSESSMENT,
    "cin/CIN_la_issues_2887Q.xml": EARLY_ASSESSMENT,
    # The same plan stands twice.
    "cin/CIN2rows.xml": CENSUS | {"plan_before_referral": 2, "protection_plans_overlap": 1},
    "cin/CIN_Census_2024.xml": MADE_WRONG,
    "cin/CIN_Census_2026.xml": MADE_WRONG,
    # Drawn up in July, and told to be of the year to March.
    "cin/fake_CIN_data.xml": {"referred_after_death": 30, "referral_after_the_return": 46},
    "ssda903/SSDA903_2020_episodes.csv": {
        "looked_after_episodes_overlap": 2,
        "looked_after_again_without_beginning": 1,
        "next_looked_after_episode_missing": 1,
    },
    "ssda903/SSDA903_episodes_for_testing_fixes_INPUT.csv": {
        "looked_after_episodes_overlap": 8,
        "gap_between_looked_after_episodes": 1,
        "looked_after_again_without_beginning": 1,
    },
    # Reasons and days of the made-up return were drawn apart from each other.
    "ssda903/fake": {
        "ended_without_reason": 1546,
        "looked_after_episodes_overlap": 91,
        "looked_after_again_without_beginning": 8,
        "gap_between_looked_after_episodes": 3,
        "looked_after_began_twice": 1,
        "missing_while_missing": 1,
    },
}


@pytest.mark.parametrize("name", JUDGED)
def test_a_sample_breaks_the_rules_that_a_person_sees_it_break(shared: Path, name: str) -> None:
    records = read_all([shared / "standards" / name], area="821")
    found = judged(records)
    assert found.by_rule() == JUDGED[name]
    assert all(each.place for each in found)


def test_a_folder_of_samples_names_what_is_no_return(shared: Path) -> None:
    records = read_all([shared / "standards" / "ssda903" / "fake"], area="821")
    rules = records.found.by_rule()
    assert rules["no_records"] == 5
    assert "unknown_format" not in rules


def test_health_outcomes_without_a_year_are_left_out_with_one_reason(shared: Path) -> None:
    records = read_all([shared / "standards" / "ssda903" / "fake" / "oc2.csv"], area="821")
    assert records.found.by_rule() == {"year_missing": 2676, "table_missing": 1}
    (only,) = records.returns
    assert only.balances["cla_yearly_outcomes"].as_json() == {
        "in": 2675,
        "kept": 0,
        "reported": 2675,
    }
