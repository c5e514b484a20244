"""The dataset files: each says enough, and nothing that the rest of the house does not know."""

import re
from collections import Counter

import pytest

from goldenthread.indicators import catalogue
from goldenthread.nouns import Period, Unit
from goldenthread.sources.published import Dataset, datasets
from goldenthread.sources.published.dataset import dataset_files
from goldenthread.sources.published.forms import build_period
from goldenthread.sources.published.interactive_tool import tool
from goldenthread.sources.published.measures import POPULATION, lay_out

ALL = pytest.mark.parametrize("dataset", datasets(), ids=lambda one: one.source)
SOURCES = re.compile(
    r"(dfe\.(a[3457]|b[1-7]|c[1-6]|d[1-8]|cla_\w+|care_leavers_\w+|workforce)|ons\.\w+)"
)


@ALL
def test_each_has_a_source_a_title_and_a_release_with_its_day(dataset: Dataset) -> None:
    assert SOURCES.fullmatch(dataset.source)
    assert dataset.title
    assert dataset.publication
    assert dataset.releases
    for release in dataset.releases.values():
        assert release.known_since is not None
        assert release.confirm, "say what has still to be confirmed"


@ALL
def test_each_names_indicators_of_the_catalogue(dataset: Dataset) -> None:
    for entry in dataset.entries:
        assert entry.indicator in catalogue()


@ALL
def test_no_two_measures_of_a_release_are_of_one_thing(dataset: Dataset) -> None:
    for release in dataset.releases:
        about = Counter(
            (m.indicator, m.unit, m.period, m.breakdown) for m in lay_out(dataset, release, set())
        )
        assert [thing for thing, count in about.items() if count > 1] == []


@ALL
def test_a_rate_has_a_population_and_a_share_what_it_is_of(dataset: Dataset) -> None:
    for release, note in dataset.releases.items():
        for measure in lay_out(dataset, release, set()):
            if measure.unit is Unit.RATE_PER_10000:
                assert measure.denominator
                assert note.population or measure.denominator != POPULATION
            if not measure.value:
                assert measure.calculation


@ALL
def test_what_is_left_out_has_a_reason_and_is_not_read_as_well(dataset: Dataset) -> None:
    assert all(dataset.left_out.values())
    for release in dataset.releases:
        read = {
            column.rpartition(".")[2]
            for measure in lay_out(dataset, release, set())
            for column in measure.columns
        }
        assert not read & set(dataset.left_out)


@ALL
def test_a_long_file_names_its_sorts_of_row_once(dataset: Dataset) -> None:
    if dataset.long is None:
        assert not any("." in column for e in dataset.entries for column in [e.of, e.percent])
        return
    sorts = [*dataset.long.rows.values(), *dataset.long.left_out]
    assert len(set(sorts)) == len(sorts)
    assert {len(sort) for sort in sorts} == {len(dataset.long.by)}
    for release in dataset.releases:
        for measure in lay_out(dataset, release, set()):
            for column in measure.columns:
                assert column.rpartition(".")[0] in dataset.long.rows


def test_every_table_of_the_releases_is_described() -> None:
    found = {dataset.source for dataset in datasets()}
    tables = ["a3 a4 a5 a7", "b1 b2 b3 b4 b5 b6 b7", "c1 c2 c3 c4 c5 c6", "d1 d2 d3 d4 d5 d6 d7 d8"]
    named = {f"dfe.{name}" for group in tables for name in group.split()}
    assert named <= found
    assert len(found) == len(datasets())


def test_a_file_is_named_for_its_source() -> None:
    assert [name for name, _ in dataset_files()] == sorted(f"{d.source}.toml" for d in datasets())


def test_the_tools_measures_are_of_the_catalogue_and_each_is_named_once() -> None:
    measures = tool().measures
    assert {measure.indicator for measure in measures} <= set(catalogue())
    shorts = [measure.short for measure in measures]
    assert len(set(shorts)) == len(shorts)
    assert not set(shorts) & set(tool().left_out)
    about = Counter((m.indicator, m.unit, m.period, m.breakdown) for m in measures)
    assert max(about.values()) == 1


@pytest.mark.parametrize(
    ("form", "code"),
    [
        ("financial_year", "2023-24"),
        ("year_end", "2024-03-31"),
        ("mid_year", "mid-2024"),
        ("academic_year", "2023-24 academic"),
        ("calendar_year", "2024 calendar"),
        ("month:4", "2023-04"),
        ("month:3", "2024-03"),
        ("quarters:1-2", "2023-24 Q1-Q2"),
        ("september", "2024-09-30"),
        ("day:2021-03-21", "2021-03-21"),
    ],
)
def test_a_form_and_a_year_make_a_period(form: str, code: str) -> None:
    period = build_period(form, 2024)
    assert period.code == code
    assert Period.parse(code) == period


def test_a_form_nobody_knows_is_refused() -> None:
    with pytest.raises(ValueError, match="is not a form of period"):
        build_period("fortnight", 2024)
