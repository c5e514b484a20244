"""The catalogue: no definition has a blank, a copy or a contradiction in it."""

import subprocess
import sys
from collections import Counter
from datetime import date

import pytest

from goldenthread.indicators import (
    DIMENSIONS,
    Computation,
    Indicator,
    Polarity,
    Theme,
    by_theme,
    catalogue,
    indicator,
)
from goldenthread.nouns import GoldenThreadError, Sensitivity, Unit

ALL = pytest.mark.parametrize("one", catalogue().values(), ids=lambda one: one.name)

TEXTS = (
    "title",
    "words",
    "counted",
    "numerator",
    "window",
    "polarity_reason",
    "source",
    "limits",
    "checked_against",
)
"""Texts that may not be blank; the denominator is looked at by itself."""

OWN_WORDS = ("title", "words", "counted", "numerator", "window", "polarity_reason", "limits")
"""Texts in which one indicator may not repeat another field of its own."""

UNIQUE = ("title", "words", "counted", "numerator", "polarity_reason", "limits")
"""Texts that no two indicators may share: a copy shows that nobody thought about the second."""

RATIOS = {Unit.PERCENT, Unit.RATE_PER_10000, Unit.MEAN, Unit.DAYS}
PUBLISHABLE = RATIOS | {Unit.COUNT}


@ALL
def test_no_text_is_blank_or_rough(one: Indicator) -> None:
    for name in TEXTS:
        text = getattr(one, name)
        assert text.strip(), f"{name} is blank"
        assert text == text.strip(), f"{name} has space at an end"
        assert "  " not in text, f"{name} has a double space"
        assert "'" not in text, f"{name} has a typewriter's apostrophe"
    for name in ("polarity_reason", "limits", "checked_against"):
        assert len(getattr(one, name)) > 40, f"{name} says too little"


@ALL
def test_a_source_to_show_first_has_a_reason_and_is_a_source(one: Indicator) -> None:
    assert bool(one.first_source) == bool(one.first_source_reason)
    assert one.first_source in one.source
    if one.first_source:
        assert len(one.first_source_reason) > 40
        assert "'" not in one.first_source_reason


@ALL
def test_no_text_repeats_another_of_the_same_indicator(one: Indicator) -> None:
    texts = [getattr(one, name) for name in OWN_WORDS if name != "words"]
    assert len(set(texts)) == len(texts)
    assert one.denominator != one.numerator


@pytest.mark.parametrize("field", UNIQUE)
def test_no_two_indicators_share_a_text(field: str) -> None:
    seen = Counter(getattr(one, field) for one in catalogue().values())
    assert [text for text, times in seen.items() if times > 1] == []


@ALL
def test_sentences_are_sentences_and_phrases_are_not(one: Indicator) -> None:
    for name in ("numerator", "denominator", "window", "polarity_reason", "limits"):
        text = getattr(one, name)
        if text:
            assert text[0].isupper(), name
            assert text.endswith("."), name
    for name in ("title", "words", "counted"):
        assert not getattr(one, name).endswith((".", ",", ":")), name
    assert one.words[0].isupper()
    assert one.counted[0].islower() or one.counted.startswith("Graded Care Profile")


@ALL
def test_a_share_is_singular(one: Indicator) -> None:
    if one.words.startswith(("The share of", "The rate of", "The average", "The number of")):
        assert not one.plural
    if one.words.startswith("The share of"):
        assert one.compared_by is Unit.PERCENT


@ALL
def test_units_fit_each_other(one: Indicator) -> None:
    assert one.units
    assert len(set(one.units)) == len(one.units)
    assert set(one.units) <= PUBLISHABLE
    assert one.compared_by in one.units
    if Unit.RATE_PER_10000 in one.units:
        assert one.compared_by is Unit.RATE_PER_10000, "areas are compared by rate"
        assert "population estimate" in one.denominator
    if one.compared_by in RATIOS:
        assert one.denominator, "a share, rate or average is out of something"
    if one.units == (Unit.COUNT,):
        assert not one.denominator, "a plain count is out of nothing"
    if one.compared_by is Unit.COUNT and Unit.PERCENT in one.units:
        assert one.breakdowns, "a plain count has percentages of its categories only"


@ALL
def test_decimals_are_those_of_its_units(one: Indicator) -> None:
    assert set(one.decimals) <= set(one.units)
    assert all(0 <= places <= 2 for places in one.decimals.values())
    assert one.places(Unit.COUNT) == 0


@ALL
def test_breakdowns_are_known_dimensions(one: Indicator) -> None:
    assert len(set(one.breakdowns)) == len(one.breakdowns)
    assert set(one.breakdowns) <= set(DIMENSIONS)


def test_every_dimension_is_used_and_described() -> None:
    used = {name for one in catalogue().values() for name in one.breakdowns}
    assert used == set(DIMENSIONS)
    for each in DIMENSIONS.values():
        assert each.meaning.endswith(".")
        assert each.examples


@ALL
def test_look_alikes_exist_and_look_back(one: Indicator) -> None:
    assert one.name not in one.look_alikes
    for name in one.look_alikes:
        assert one.name in indicator(name).look_alikes


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("looked_after_three_or_more_placements", "looked_after_three_or_more_placement_moves"),
        (
            "child_protection_plans_open_2_years_or_longer",
            "child_protection_plans_ended_after_2_years_or_longer",
        ),
        ("re_referrals_within_12_months", "children_re_referred_within_12_months"),
        ("looked_after_placed_over_20_miles", "looked_after_placed_20_miles_or_more"),
        ("contacts", "referrals"),
        ("referrals", "child_protection_plans_started"),
        ("child_protection_plans_started", "child_in_need_category"),
        ("contact_to_referral_conversion", "contact_to_referral_conversion_rolling_6_months"),
        ("contact_to_referral_conversion", "section_47_to_conference_conversion"),
        ("child_deaths_occurred", "child_deaths_reviewed"),
    ],
)
def test_names_that_look_alike_are_told_apart(one: str, other: str) -> None:
    assert other in indicator(one).look_alikes
    assert indicator(one).numerator != indicator(other).numerator


@ALL
def test_it_was_checked_and_says_against_what(one: Indicator) -> None:
    assert date(2018, 1, 1) <= one.checked <= date(2026, 11, 20)
    if one.basis.value == "local return":
        assert one.source.startswith("local.")
        assert "confirm" in one.checked_against or "printed" in one.checked_against


@ALL
def test_a_local_return_is_not_computed_from_a_national_table(one: Indicator) -> None:
    if one.computation is Computation.FROM_RETURN:
        assert one.source.startswith("local.")


VOLUMES = (
    "contacts",
    "referrals",
    "section_47_enquiries",
    "initial_conferences",
    "child_protection_plans_started",
    "child_protection_plans_at_31_march",
    "looked_after_children",
    "children_in_need_at_31_march",
    "domestic_abuse_incidents_with_children",
    "child_deaths_occurred",
)


@pytest.mark.parametrize("name", VOLUMES)
def test_volumes_are_neutral(name: str) -> None:
    assert indicator(name).polarity is Polarity.NEUTRAL


@pytest.mark.parametrize(
    ("name", "polarity"),
    [
        ("initial_conferences_within_15_working_days", Polarity.HIGH_IS_BETTER),
        ("re_referrals_within_12_months", Polarity.LOW_IS_BETTER),
        ("looked_after_placed_over_20_miles", Polarity.LOW_IS_BETTER),
        ("looked_after_same_carer_2_years", Polarity.HIGH_IS_BETTER),
        ("care_leavers_eet", Polarity.HIGH_IS_BETTER),
        ("social_worker_vacancies", Polarity.LOW_IS_BETTER),
    ],
)
def test_polarity_where_it_is_known(name: str, polarity: Polarity) -> None:
    assert indicator(name).polarity is polarity


@pytest.mark.parametrize(
    ("name", "whom"),
    [
        ("serious_incident_notifications", Sensitivity.CHILDREN),
        ("child_deaths_occurred", Sensitivity.CHILDREN),
        ("private_fostering_arrangements", Sensitivity.CHILDREN),
        ("allegations_referred", Sensitivity.CHILDREN),
        ("training_places_taken", Sensitivity.WORKFORCE),
        ("social_worker_caseload", Sensitivity.WORKFORCE),
        ("reviews_published", Sensitivity.NONE),
        ("meeting_attendance", Sensitivity.NONE),
        ("children_population", Sensitivity.NONE),
    ],
)
def test_whom_a_small_count_could_give_away(name: str, whom: Sensitivity) -> None:
    assert indicator(name).sensitivity is whom


def test_percentages_and_rates_are_shown_as_their_sources_print_them() -> None:
    assert indicator("re_referrals_within_12_months").places(Unit.PERCENT) == 1
    assert indicator("section_47_enquiries").places(Unit.RATE_PER_10000) == 1
    assert indicator("looked_after_children").places(Unit.RATE_PER_10000) == 0
    assert indicator("looked_after_placed_over_20_miles").places(Unit.PERCENT) == 0
    assert indicator("looked_after_sdq_average").places(Unit.MEAN) == 1


def test_by_theme_holds_every_indicator_once_in_the_order_of_the_journey() -> None:
    held = [one for group in by_theme().values() for one in group]
    assert [one.name for one in held] == list(catalogue())
    assert list(by_theme()) == list(Theme)


def test_an_unknown_name_is_answered_with_its_neighbours() -> None:
    with pytest.raises(GoldenThreadError, match=r"did you mean .*section_47_enquiries"):
        indicator("section47_enquiries")
    with pytest.raises(GoldenThreadError, match="lists all"):
        indicator("zzz")


def test_the_catalogue_cannot_be_changed() -> None:
    with pytest.raises(TypeError):
        catalogue()["mine"] = indicator("contacts")  # type: ignore[index]


def test_asking_what_is_counted_loads_no_database() -> None:
    program = (
        "import sys, goldenthread.indicators as i; i.catalogue();"
        "print([m for m in ('duckdb', 'ibis', 'pyarrow', 'pydantic') if m in sys.modules])"
    )
    run = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, check=True
    )
    assert run.stdout.strip() == "[]"
