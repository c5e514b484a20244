"""Luton's published figures as carried: sound in themselves, and equal to the transcription."""

import csv
import tomllib
from collections import Counter
from decimal import Decimal
from pathlib import Path

import pytest

from goldenthread.comparisons.breaks import read_breaks
from goldenthread.examples import folder
from goldenthread.indicators.catalogue import catalogue
from goldenthread.nouns import GoldenThreadError, Quality, Status, Symbol
from goldenthread.nouns.register import area
from goldenthread.sources.facts import read_facts, read_sources, write_facts
from goldenthread.sources.spreadsheets import read_table

PUBLISHED = folder() / "published"
SOURCES = {"000": "local.yearly_report_2022_23", "002": "local.data_report_2023_24"}

# Measures of the transcription that the catalogue has under another name.
RENAMED = {
    "mash_episode_outcomes": "mash_episodes",
    "referrals_share": "referrals",
    "child_protection_plans_started_rate": "child_protection_plans_started",
    "child_protection_plans_primary_reason": "child_protection_plans_at_31_march",
}


@pytest.fixture(scope="module")
def figures():
    """Every figure carried."""
    found, faults = read_facts(PUBLISHED)
    assert faults == []
    return found


@pytest.fixture(scope="module")
def statements(shared) -> list[dict[str, str]]:
    """Every line of the transcription of printed statements."""
    file = shared / "figures" / "luton_published_statements.csv"
    return list(csv.DictReader(file.read_text(encoding="utf-8").splitlines()))


def expected_period(measure: str, text: str) -> str:
    """The written code of a printed period, by plain replacement of its words."""
    if measure == "child_protection_plans_primary_reason":
        return "2023-03-31"
    if measure == "contact_to_referral_conversion_rolling_6_months":
        return f"6 months to {text}"
    if measure.startswith("residents"):
        return f"mid-{text}"
    if text.endswith(" year end"):
        return f"20{text[5:7]}-03-31"
    return text.replace("/", "-")


def test_every_printed_value_is_carried_once_with_what_it_is_about(figures, statements):
    expected = Counter(
        (
            SOURCES[line["source"]],
            RENAMED.get(line["measure"], line["measure"]),
            line["unit"].replace("percent_less_than", "percent"),
            line["area"],
            expected_period(line["measure"], line["period"]),
            line["breakdown"],
            "less" if line["unit"] == "percent_less_than" else line["value"],
        )
        for line in statements
        if line["unit"] != "percent_change"
    )
    carried = Counter(
        (
            each.thread.source,
            each.indicator,
            each.unit.value,
            each.area.name.replace("Luton's statistical", "Statistical").split(",")[0],
            each.period.code,
            str(each.breakdown),
            "less" if each.symbol is Symbol.ROUNDS_TO_ZERO else str(each.value),
        )
        for each in figures
        if each.thread.source in SOURCES.values()
    )
    assert carried == expected
    assert carried.total() == 136


def test_changes_someone_printed_are_not_carried_but_listed(statements):
    page = (PUBLISHED / "README.md").read_text(encoding="utf-8")
    changes = [line["value"] for line in statements if line["unit"] == "percent_change"]
    section = page.split("## Facts not carried")[1]
    listed = [line.split("|")[5].strip(" %") for line in section.splitlines() if "%" in line]
    assert sorted(listed) == sorted(changes)


def test_the_tables_facts_are_what_their_mappings_read(figures, shared):
    read = []
    for mapping in sorted((folder() / "mappings").glob("*.toml")):
        data = shared / "figures" / f"{mapping.stem}.csv"
        read += read_table(mapping, data).figures
    tables = [each for each in figures if each.thread.source not in SOURCES.values()]
    assert len(tables) == 853
    assert sorted(map(repr, tables)) == sorted(map(repr, read))


def test_every_figure_is_of_an_indicator_unit_and_breakdown_in_the_catalogue(figures):
    known = catalogue()
    for each in figures:
        indicator = known[each.indicator]
        assert each.unit in indicator.units
        assert set(each.breakdown.dimensions) <= set(indicator.breakdowns)
        assert each.sensitivity is indicator.sensitivity


def test_every_figure_has_an_id_of_its_own_and_a_whole_thread(figures):
    assert len({each.id for each in figures}) == len(figures)
    for each in figures:
        assert each.thread.locator
        assert each.thread.definition.startswith(f"{each.indicator}:")
        assert str(each.thread.known_since) in {"2023-12-31", "2024-12-31"}
        assert each.quality is Quality.GOOD or each.quality_note


def test_every_source_has_a_title_and_what_is_still_to_be_confirmed():
    notes = read_sources(PUBLISHED)
    assert len(notes) == 9
    titles = {note.source: note.title for note in notes}
    assert titles[SOURCES["000"]] == "Luton yearly report 2022/23"
    assert titles[SOURCES["002"]] == "Luton data report 2023/24"
    assert all("onfirm" in note.note for note in notes)


def test_areas_of_the_register_are_the_registers(figures):
    for each in {figure.area for figure in figures}:
        if each.code.isdigit() or each.code[:3] in {"E12", "E92", "pan"}:
            assert each == area(each.code)


def test_conversion_rates_on_different_bases_stay_apart(figures):
    rates = {
        (each.thread.definition, each.period.code): each.value
        for each in figures
        if each.indicator == "contact_to_referral_conversion"
    }
    first, second = (
        f"contact_to_referral_conversion:luton-report-{year}" for year in ("2022-23", "2023-24")
    )
    assert rates == {
        (first, "2021-22"): Decimal("17.6"),
        (first, "2022-23"): Decimal("27.7"),
        (second, "2022-23"): Decimal("21.4"),
        (second, "2023-24"): Decimal("25.7"),
    }
    rolling = {
        each.period.code: each.value
        for each in figures
        if each.indicator == "contact_to_referral_conversion_rolling_6_months"
    }
    assert rolling == {"6 months to 2023-10": 38, "6 months to 2024-03": 30}


def test_a_forecast_is_one_and_a_value_told_twice_is_kept_twice(figures):
    starts = [each for each in figures if each.indicator == "child_protection_plans_started"]
    (forecast,) = [each for each in starts if each.status is Status.FORECAST]
    assert (forecast.value, forecast.period.code) == (64, "2022-23")
    told = {
        each.thread.source: each.value
        for each in starts
        if each.unit.value == "count" and each.period.code == "2022-23"
    }
    assert told == {SOURCES["000"]: 310, SOURCES["002"]: 311}


def test_written_again_the_files_are_the_same_bytes(figures, tmp_path):
    write_facts(tmp_path, figures, {note.source: note for note in read_sources(PUBLISHED)})
    for file in tmp_path.iterdir():
        assert file.read_bytes() == (PUBLISHED / file.name).read_bytes()


def test_the_breaks_are_read_and_each_names_its_reason_and_what_to_confirm():
    breaks = read_breaks(folder() / "breaks.toml", catalogue())
    assert [each.when.isoformat() for each in breaks] == sorted(
        each.when.isoformat() for each in breaks
    )
    assert {each.when.year for each in breaks} == {2022, 2023, 2024}
    assert all(each.reason and each.source for each in breaks)
    assert sum(bool(each.confirm) for each in breaks) == 4
    assert {code for each in breaks for code in each.areas} == {"821", "pan-bedfordshire"}


def test_the_partnership_names_its_area_and_its_files_and_no_person():
    about = tomllib.loads((folder() / "partnership.toml").read_text(encoding="utf-8"))
    assert area(about["area"]).name == "Luton"
    assert area(about["area"]).region == about["region"]
    assert about["area"] in area(about["wider_partnership"]).members
    for key in ("published", "breaks"):
        assert (folder() / about[key]).exists()
    assert all(set(member) <= {"agency", "role", "posts", "formerly"} for member in about["member"])


def test_an_example_is_found_by_name_and_an_unknown_one_answered_with_those_there():
    assert folder() == folder("luton")
    assert isinstance(folder(), Path)
    with pytest.raises(GoldenThreadError, match="no example 'leeds'; there is luton"):
        folder("leeds")
    with pytest.raises(GoldenThreadError, match="no example"):
        folder("../examples/luton")
