"""What the catalogue says of its sources, held against the published files themselves."""

import csv
import re
from decimal import Decimal
from functools import cache
from pathlib import Path

import pytest

from goldenthread.indicators import Indicator, catalogue, indicator
from goldenthread.nouns import Unit, percent, rate

FILES = {
    "dfe.cla_numbers": "cla_number_and_rate_per_10k_children.csv",
    "dfe.cla_placement_stability": "la_cla_placement_stability.csv",
    "dfe.cla_health": "la_conviction_health_outcome_cla.csv",
    "dfe.cla_school_moves": "la_cla_school_moves.csv",
    "dfe.cla_social_workers": "la_cla_swcount.csv",
    "dfe.care_leavers_activity": "la_care_leavers_activity.csv",
    "dfe.care_leavers_accommodation": "la_care_leavers_accommodation_suitability.csv",
    "dfe.workforce": "csww_indicators_2017_to_2025.csv",
}
NATIONAL = [one for one in catalogue().values() if "dfe." in one.source]
POPULATION_MID_2023 = 60_207


def _path(shared: Path, dataset: str) -> Path:
    folder = shared / "dfe"
    if dataset in FILES:
        return folder / FILES[dataset]
    (found,) = folder.glob(f"{dataset.removeprefix('dfe.')}_*_to_2024.csv")
    return found


@cache
def _rows(path: Path) -> tuple[dict[str, str], ...]:
    with path.open(encoding="utf-8-sig", newline="") as file:
        return tuple(csv.DictReader(file))


def _luton(shared: Path, dataset: str) -> dict[str, str]:
    rows = _rows(_path(shared, dataset))
    (row,) = [r for r in rows if r["old_la_code"] == "821" and r["time_period"] == "2024"]
    return row


def _named(one: Indicator) -> list[tuple[str, list[str], str]]:
    """Each national dataset in the source’s text: its name, its columns, the row it asks for."""
    found = []
    for part in one.source.split("; "):
        dataset, _, rest = part.partition(": ")
        if dataset.startswith("dfe."):
            columns, _, where = rest.partition(" where ")
            found.append((dataset, [c.split(" as ")[0] for c in columns.split(", ")], where))
    return found


@pytest.mark.parametrize("one", NATIONAL, ids=lambda one: one.name)
def test_the_columns_and_rows_named_are_in_the_file(one: Indicator, shared: Path) -> None:
    assert _named(one)
    for dataset, columns, where in _named(one):
        rows = _rows(_path(shared, dataset))
        assert set(columns) <= set(rows[0]), dataset
        if where:
            match = re.fullmatch(r"(\w+) is “(.+)”", where)
            assert match, where
            assert any(row[match[1]] == match[2] for row in rows), where


def test_the_interactive_tool_s_measures_are_in_its_dictionary(shared: Path) -> None:
    rows = _rows(shared / "dfe" / "lait_data_dictionary.csv")
    short = {row["Measure_short"] for row in rows}
    named = {
        name for one in catalogue().values() for name in re.findall(r"lait: (\w+)", one.source)
    }
    assert len(named) >= 8
    assert named <= short


OF_POPULATION = [
    ("section_47_enquiries", "dfe.c4", "Section47"),
    ("children_subject_of_section_47", "dfe.c4", "Section47_child"),
    ("initial_conferences", "dfe.c4", "ICPC"),
    ("child_protection_plans_started", "dfe.d1", "CPP_start"),
    ("child_protection_plans_ended", "dfe.d1", "CPP_end"),
    ("child_protection_plans_at_31_march", "dfe.d1", "CPP_At31"),
    ("referrals", "dfe.c1", "Referrals"),
    ("children_referred", "dfe.c1", "Referrals_child"),
    ("assessments_completed", "dfe.c2", "Assessments_completed"),
    ("children_in_need_at_31_march", "dfe.b1", "At31_episodes"),
    ("children_in_need_episodes_started", "dfe.b1", "Started_episodes"),
    ("children_in_need_episodes_ended", "dfe.b1", "Ended_episodes"),
    ("children_in_need_episodes_at_any_point", "dfe.b1", "Anypoint_episodes"),
    ("child_in_need_plans_at_31_march", "dfe.b7", "CINPlan_At31"),
]


@pytest.mark.parametrize(("name", "dataset", "column"), OF_POPULATION)
def test_rates_are_of_the_population_the_catalogue_says(
    name: str, dataset: str, column: str, shared: Path
) -> None:
    row = _luton(shared, dataset)
    places = indicator(name).places(Unit.RATE_PER_10000)
    worked = rate(int(row[column]), POPULATION_MID_2023, places)
    assert worked == Decimal(row[f"{column}_rate"])


OF_ANOTHER_COUNT = [
    ("re_referrals_within_12_months", "dfe.c1", "Re_referrals", "Referrals"),
    ("children_re_referred_within_12_months", "dfe.c1", "Re_referrals_child", "Referrals_child"),
    ("referrals_no_further_action", "dfe.c1", "No_Further_Action", "Referrals"),
    ("referrals_assessed_not_in_need", "dfe.c1", "Not_in_Need", "Referrals"),
    ("child_protection_plan_again_ever", "dfe.d3", "CPP_subsequent", "CPP_start"),
    ("child_protection_plans_open_2_years_or_longer", "dfe.d5", "2_years_or_more", "CPP_At31"),
    (
        "child_protection_reviews_in_time",
        "dfe.d6",
        "Reviewed_within_timescales",
        "CPP_At31_3Months",
    ),
    (
        "children_in_need_with_disability",
        "dfe.b2",
        "At31_episodes_disability_recorded",
        "At31_episodes",
    ),
]


@pytest.mark.parametrize(("name", "dataset", "top", "bottom"), OF_ANOTHER_COUNT)
def test_percentages_are_of_the_count_the_catalogue_says(
    name: str, dataset: str, top: str, bottom: str, shared: Path
) -> None:
    row = _luton(shared, dataset)
    places = indicator(name).places(Unit.PERCENT)
    assert percent(int(row[top]), int(row[bottom]), places) == Decimal(row[f"{top}_percent"])


def test_plans_ended_after_two_years_are_of_the_plans_ended(shared: Path) -> None:
    rows = [
        row
        for row in _rows(_path(shared, "dfe.d7"))
        if row["geographic_level"] == "Local authority"
        and row["2_years_or_more"].isdigit()
        and row["CPP_End"].isdigit()
        and row["CPP_End"] != "0"
    ]
    assert len(rows) > 1000
    for row in rows:
        worked = percent(int(row["2_years_or_more"]), int(row["CPP_End"]), 1)
        assert worked == Decimal(row["2_years_or_more_percent"]), row["la_name"]


def test_shares_worked_from_bands_of_days(shared: Path) -> None:
    conferences = _luton(shared, "dfe.c4")
    early = sum(int(conferences[f"Duration_{days}_days"]) for days in ("0-10", "11-15"))
    assert percent(early, int(conferences["ICPC"])) == Decimal("79.7")
    assessments = _luton(shared, "dfe.c2")
    named = next(
        columns for _, columns, _ in _named(indicator("assessments_within_45_working_days"))
    )
    prompt = sum(int(assessments[band]) for band in named if band != "Assessments_completed")
    assert percent(prompt, int(assessments["Assessments_completed"])) == Decimal("87.8")


OF_A_TOTAL = [
    ("looked_after_three_or_more_placements", "CLA on 31 March", "Total children", 9),
    ("looked_after_three_or_more_placements_in_2_years", "CLA 2 years on 31 March", None, 16),
    ("looked_after_same_carer_2_years", None, None, 69),
]


@pytest.mark.parametrize(("name", "group", "total", "printed"), OF_A_TOTAL)
def test_stability_is_of_its_own_group(
    name: str, group: str | None, total: str | None, printed: int, shared: Path
) -> None:
    ((dataset, _, where),) = _named(indicator(name))
    label = where.split("“")[1].rstrip("”")
    rows = [
        row
        for row in _rows(_path(shared, dataset))
        if row["old_la_code"] == "821" and row["time_period"] == "2024"
    ]
    (row,) = [r for r in rows if r["placement_stability"] == label]
    if group:
        assert row["cla_group"] == group
    (base,) = [
        r
        for r in rows
        if r["cla_group"] == row["cla_group"]
        and r["placement_stability"] == (total or "Total children")
    ]
    worked = percent(int(row["children_count"]), int(base["children_count"]), 0)
    assert worked == int(row["children_percent"]) == printed


def test_looked_after_rates_use_the_revised_population(shared: Path) -> None:
    rows = [
        row
        for row in _rows(_path(shared, "dfe.cla_numbers"))
        if row["old_la_code"] == "821" and row["time_period"] == "2024"
    ]
    assert len(rows) == 3
    for row in rows:
        assert row["population_estimate"] == "60435"
        worked = rate(int(row["children_count"]), 60_435, 0)
        assert worked == Decimal(row["rate_per_10000"])
    assert "revised" in indicator("looked_after_children").denominator
    assert "first published" in indicator("referrals").denominator


OF_A_HEALTH_BASE = [
    ("looked_after_health_assessments", "Total all ages", 92),
    ("looked_after_dental_checks", "Total all ages", 95),
    ("looked_after_immunisations", "Total all ages", 75),
    ("looked_after_substance_misuse", "Total all ages", 2),
    ("looked_after_development_checks", "Total ages 0 to 4 years", 90),
    ("looked_after_sdq_received", "Total ages 5 to 16 years", 95),
    ("looked_after_sdq_cause_for_concern", "SDQ score was received", 35),
]


@pytest.mark.parametrize(("name", "base", "printed"), OF_A_HEALTH_BASE)
def test_health_shares_are_of_the_base_the_catalogue_says(
    name: str, base: str, printed: int, shared: Path
) -> None:
    ((dataset, _, where),) = _named(indicator(name))
    rows = [
        row
        for row in _rows(_path(shared, dataset))
        if row["old_la_code"] == "821" and row["time_period"] == "2024"
    ]
    (row,) = [r for r in rows if r["breakdown"] == where.split("“")[1].rstrip("”")]
    (bottom,) = [
        r for r in rows if r["characteristic"] == row["characteristic"] and r["breakdown"] == base
    ]
    worked = percent(int(row["children_count"]), int(bottom["children_count"]), 0)
    assert worked == int(row["children_percent"]) == printed
