"""The rates that made-up children are drawn by."""

import numpy as np
import pytest

from goldenthread.synthetic import rates
from goldenthread.synthetic.draws import Draws
from goldenthread.tables import code_list

LISTS = {
    "children.sex": "sex",
    "children.ethnicity": "ethnicity",
    "children.asylum_ethnicity": "ethnicity",
    "children.disability": "disability",
    "referrals.source": "referral_source",
    "referrals.primary_need": "primary_need",
    "assessments.factors": "assessment_factor",
    "in_need.closure_reason": "closure_reason",
    "protection.category": "abuse_category",
    "care.end_brief": "episode_end_reason",
    "care.end_while": "episode_end_reason",
    "care.end_adoption": "episode_end_reason",
    "care.end_long": "episode_end_reason",
    "care.legal_at_start.brief": "legal_status",
    "care.legal_at_start.longer": "legal_status",
    "care.placement": "placement_type",
    "care.asylum_placement": "placement_type",
    "care.provider": "placement_provider",
    "care.move_reason": "placement_change_reason",
    "care.participation": "review_participation",
    "care.sdq_reason": "sdq_reason",
    "care.worker_reason": "worker_change_reason",
    "leaving.in_touch": "in_touch",
    "leaving.activity": "activity",
    "leaving.accommodation": "accommodation",
    "contacts.type": "contact_type",
    "contacts.source_domestic": "referral_source",
    "contacts.source_other": "referral_source",
    "contacts.source_information": "referral_source",
    "hub.rating": "mash_rating",
    "hub.other_outcome": "mash_outcome",
}


def test_every_rate_says_what_it_was_fitted_to_or_what_was_assumed() -> None:
    assert len(rates.rates()) > 100
    assert all(len(each.rests_on) > 10 for each in rates.rates().values())
    assert sum(each.published for each in rates.rates().values()) > 50


@pytest.mark.parametrize("name", LISTS)
def test_every_code_that_is_drawn_is_in_its_list(name: str) -> None:
    drawn, _ = rates.weights(name)
    assert set(drawn) <= set(code_list(LISTS[name]).by_code)


def test_paths_after_a_referral_add_up_to_one() -> None:
    assert sum(rates.value("referrals.path").values()) == pytest.approx(1)


def test_codes_are_drawn_by_their_weight_and_amounts_within_their_bands() -> None:
    draws = Draws(1)
    sexes = draws.codes("children.sex", 20_000)
    assert np.mean(sexes == "F") == pytest.approx(0.445, abs=0.015)
    days = draws.amounts("assessments.working_days", 20_000)
    assert (days.min(), days.max()) == (0, 95)
    assert np.mean(days <= 45) == pytest.approx(2996 / 3412, abs=0.01)


def test_most_begins_on_working_days_and_in_busy_months() -> None:
    days = Draws(1).days(20_000, 19448, 19813, "referrals")  # a year from April 2023
    weekday = (days + 3) % 7
    assert np.mean(weekday >= 5) < 0.05
    months = days.astype("datetime64[D]").astype("datetime64[M]").astype(int) % 12
    assert (months == 4).sum() > 1.3 * (months == 3).sum()
