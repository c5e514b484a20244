"""Luton's seven published tables, each read by its mapping, with every cell accounted for."""

import csv
from decimal import Decimal
from pathlib import Path

import pytest

from goldenthread.examples import folder
from goldenthread.indicators.catalogue import catalogue
from goldenthread.nouns import Quality, Sensitivity
from goldenthread.sources.spreadsheets import TableReading, load_mapping, read_table

MAPPINGS = sorted((folder() / "mappings").glob("*.toml"))

# Name, figures, header rows. A cell of two parts is two figures; 100% of itself is none.
COUNTS = {
    "children_in_low_income_families": (32, 1),
    "contact_issues_by_month_2023_24": (147, 1),
    "front_door_audit_ratings_2022": (32, 1),
    "training_by_course_and_sector_2023_24": (360, 1),
    "training_class_based_2022_23": (30, 1),
    "training_elearning_2022_23": (24, 1),
    "training_uptake_by_agency_2022_23": (228, 2),
}

# A cell, the unit, and what it must say: area, period, breakdown, value or symbol.
SPOTS = {
    "children_in_low_income_families": [
        ("cell B3", "percent", "821", "2019-20", "", "30.90"),
        ("cell C11", "percent", "E07000099", "2020-21", "", "10.00"),
        ("cell C15", "percent", "luton-dallow", "2020-21", "", "39.9"),
    ],
    "contact_issues_by_month_2023_24": [
        ("cell F2", "count", "821", "2024-02", "issue=Domestic violence", "178"),
        ("cell F2", "percent", "821", "2024-02", "issue=Domestic violence", "21"),
        ("cell H2", "count", "821", "2023-24 Q3-Q4", "issue=Domestic violence", "1103"),
        ("cell G12", "count", "821", "2024-03", "", "846"),
    ],
    "front_door_audit_ratings_2022": [
        ("cell B3", "count", "821", "2022-11", "agency=Bedfordshire Police", "11"),
        (
            "cell D3",
            "count",
            "821",
            "2022-11",
            "agency=Bedfordshire Police;grade=Good",
            "8",
        ),
        (
            "cell C2",
            "count",
            "821",
            "2022-11",
            "agency=Bedfordshire Hospitals;grade=Outstanding",
            "z",
        ),
    ],
    "training_by_course_and_sector_2023_24": [
        ("cell H3", "count", "821", "2023-24", None, "489"),
        ("cell P25", "count", "821", "2023-24", "", "3550"),
        ("cell O25", "count", "821", "2023-24", "agency=Voluntary organisations", "299"),
    ],
    "training_class_based_2022_23": [
        ("cell E3", "count", "pan-bedfordshire", "2022-23 Q4", "kind=class-based", "275"),
        ("cell F4", "percent", "pan-bedfordshire", "2022-23", "", "86"),
        ("cell G2", "count", "pan-bedfordshire", "2021-22", "", "69"),
    ],
    "training_elearning_2022_23": [
        ("cell E2", "count", "pan-bedfordshire", "2022-23 Q4", "", "3995"),
        ("cell B4", "percent", "pan-bedfordshire", "2022-23 Q1", "", "46.5"),
        ("cell C5", "percent", "pan-bedfordshire", "2022-23 Q2", "kind=e-learning", "100"),
    ],
    "training_uptake_by_agency_2022_23": [
        (
            "cell G6",
            "count",
            "pan-bedfordshire",
            "2022-23 Q3",
            "agency=Schools and academies, Bedford;kind=e-learning",
            "154",
        ),
        (
            "cell J13",
            "count",
            "pan-bedfordshire",
            "2021-22",
            "agency=Adult Social Care;kind=class-based",
            "x",
        ),
        ("cell M21", "count", "pan-bedfordshire", "2022-23", "kind=e-learning", "9264"),
    ],
}


@pytest.fixture(params=MAPPINGS, ids=lambda path: path.stem)
def table(request, shared) -> tuple[Path, TableReading]:
    """A published table's file, and its reading."""
    data = shared / "figures" / f"{request.param.stem}.csv"
    return data, read_table(request.param, data)


def test_each_table_has_a_mapping(shared):
    tables = {path.stem for path in (shared / "figures").glob("*.csv")}
    assert tables - {path.stem for path in MAPPINGS} == {"luton_published_statements"}
    assert set(COUNTS) == set(SPOTS) == {path.stem for path in MAPPINGS}


def test_every_cell_becomes_figures_and_none_is_lost(table):
    data, reading = table
    assert reading.faults == ()
    assert len(reading.figures) == COUNTS[reading.name][0]
    assert (reading.left_out, reading.lost) == ((), ())
    with data.open(encoding="utf-8-sig", newline="") as file:
        rows = list(csv.reader(file))
    filled = {
        f"cell {chr(ord('A') + across)}{down}"
        for down, row in enumerate(rows, start=1)
        for across, cell in enumerate(row)
        if down > COUNTS[reading.name][1] and across > 0 and cell.strip()
    }
    assert {figure.thread.locator for figure in reading.figures} == filled


def test_every_value_is_printed_so_in_its_cell(table):
    """The second way: the value's digits must stand in the cell that its thread names."""
    data, reading = table
    with data.open(encoding="utf-8-sig", newline="") as file:
        rows = list(csv.reader(file))
    for figure in reading.figures:
        cell = figure.thread.locator.removeprefix("cell ")
        text = rows[int(cell[1:]) - 1][ord(cell[0]) - ord("A")].replace(",", "")
        printed = [part.strip(" %*") for part in text.split(" / ")]
        if figure.known:
            assert str(figure.value) in printed
        else:
            assert text.lower() == "n/a"


def test_known_values_are_about_what_they_should_be(table):
    _, reading = table
    for place, unit, area, period, breakdown, value in SPOTS[reading.name]:
        (figure,) = [
            each
            for each in reading.figures
            if each.thread.locator == place and each.unit.value == unit
        ]
        assert (figure.area.code, figure.period.code) == (area, period)
        assert breakdown is None or str(figure.breakdown) == breakdown
        assert value == str(figure.value if figure.known else figure.symbol.value)


def test_nobody_elses_children_or_staff_enter_a_luton_series(table):
    """The shared programme of 2022/23 is of three partnerships; the table of 2023/24 of Luton."""
    _, reading = table
    areas = {figure.area.code for figure in reading.figures}
    if reading.name.endswith("2022_23"):
        assert areas == {"pan-bedfordshire"}
    elif reading.name != "children_in_low_income_families":
        assert areas == {"821"}


def test_stars_are_carried_to_the_figures_they_stand_at(shared):
    def starred(name: str) -> set[str]:
        reading = read_table(
            folder() / "mappings" / f"{name}.toml", shared / "figures" / f"{name}.csv"
        )
        return {f.thread.locator for f in reading.figures if f.quality is Quality.CAUTION}

    assert starred("training_elearning_2022_23") == {"cell B4", "cell C4", "cell F4"}
    assert starred("front_door_audit_ratings_2022") == {f"cell {c}7" for c in "BCDE"}
    assert starred("training_uptake_by_agency_2022_23") == {
        f"cell {c}{row}" for c in "JK" for row in range(3, 22)
    }


def test_a_share_takes_the_count_beside_it_along(shared):
    name = "contact_issues_by_month_2023_24"
    reading = read_table(folder() / "mappings" / f"{name}.toml", shared / "figures" / f"{name}.csv")
    shares = [figure for figure in reading.figures if figure.unit.value == "percent"]
    assert len(shares) == 70
    assert next(s for s in shares if s.thread.locator == "cell F2").numerator == Decimal(178)


@pytest.mark.parametrize("path", MAPPINGS, ids=lambda path: path.stem)
def test_a_mapping_agrees_with_the_catalogue_about_each_indicator(path):
    mapping = load_mapping(path)
    axes = (*mapping.columns, *mapping.rows)
    meanings = [mapping, *mapping.cell, *(m for axis in axes for m in axis.values.values())]
    known = catalogue()
    named = {meaning.indicator for meaning in meanings if meaning.indicator}
    assert named
    assert {known[name].sensitivity for name in named} == {mapping.sensitivity}
    assert mapping.confirm


def test_training_is_about_staff_and_contacts_about_children():
    by_name = {path.stem: load_mapping(path) for path in MAPPINGS}
    for name, mapping in by_name.items():
        assert (mapping.sensitivity is Sensitivity.WORKFORCE) == name.startswith("training")
    assert by_name["contact_issues_by_month_2023_24"].sensitivity is Sensitivity.CHILDREN
