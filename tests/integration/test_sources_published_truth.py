"""Every percentage and rate the releases print, worked out again from the counts beside it."""

from collections import Counter
from collections.abc import Iterator
from decimal import Decimal
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from goldenthread.engines import connect
from goldenthread.nouns import Severity, Unit, percent, rate
from goldenthread.sources.published import Reading, datasets, read_folder

CHILDREN = "children"
TIMES = {Unit.PERCENT: 100, Unit.RATE_PER_10000: 10_000, Unit.MEAN: 1}

# Values known not to follow from the counts beside them: source, release, area, period.
# Each has its reason in its dataset's file, and in the figure's quality note.
EXCEPTIONS = {
    ("dfe.d5", "2024", "893", "2017-03-31"),
    ("dfe.d5", "2025", "893", "2017-03-31"),
    ("dfe.d3", "2025", "E92000001", "2021-22"),
    ("dfe.d3", "2025", "E12000003", "2021-22"),
    ("dfe.cla_health", "2025", "201", "2023-24"),
    ("dfe.workforce", "2025", "E92000001", "2024-09-30"),
    ("dfe.workforce", "2025", "E92000001", "2022-09-30"),
    ("dfe.workforce", "2025", "E12000001", "2024-09-30"),
    ("dfe.workforce", "2025", "E12000001", "2022-09-30"),
}


@pytest.fixture(scope="module")
def reading(shared: Path) -> Iterator[Reading]:
    con = connect()
    yield read_folder(shared / "dfe", con)
    con.disconnect()


@pytest.fixture(scope="module")
def printed(reading: Reading) -> list[dict[str, Any]]:
    """Every printed percentage, rate and mean with both counts beside it."""
    table = reading.table
    columns = ("source", "vintage", "unit", "area_code", "area_kind", "period", "quality_note")
    numbers = ("value", "numerator", "denominator", "decimals")
    wanted = table.filter(
        table.unit.isin([unit.value for unit in TIMES]),
        table.calculation == "",
        table.value.notnull(),
        table.numerator.notnull(),
        table.denominator.notnull(),
    )
    rows: list[dict[str, Any]] = (
        wanted.select(*columns, *numbers, "sensitivity", "locator").to_pyarrow().to_pylist()
    )
    return rows


@cache
def worked_out(unit: Unit, above: float, below: float, places: int) -> Decimal | None:
    if unit is Unit.PERCENT:
        return percent(Decimal(str(above)), Decimal(str(below)), places)
    return rate(Decimal(str(above)), Decimal(str(below)), places, per=TIMES[unit])


def where(row: dict[str, Any]) -> tuple[str, str, str, str]:
    return row["source"], row["vintage"], row["area_code"], row["period"]


def within(row: dict[str, Any], above_by: float, below_by: float) -> bool:
    """True where counts as close as these to the ones printed could give the value printed."""
    times, half = TIMES[Unit(row["unit"])], 0.5 * 10.0 ** -row["decimals"]
    above, below = row["numerator"], row["denominator"]
    low = times * max(above - above_by, 0) / (below + below_by) - half
    high = times * (above + above_by) / max(below - below_by, 1) + half
    return bool(low - 1e-9 <= row["value"] <= high + 1e-9)


def test_the_releases_read_without_a_fault(reading: Reading) -> None:
    assert [str(fault) for fault in reading.faults if fault.severity is not Severity.NOTE] == []
    rules = Counter(fault.rule for fault in reading.faults)
    assert set(rules) <= {"file-not-needed", "outside-england", "tells-of-few"}
    assert rules["tells-of-few"] == 23
    assert int(reading.table.count().to_pyarrow().as_py()) > 800_000


def test_every_councils_share_and_rate_of_children_is_the_one_printed(
    printed: list[dict[str, Any]],
) -> None:
    rows = [
        row for row in printed if row["area_kind"] == "council" and row["sensitivity"] == CHILDREN
    ]
    assert len(rows) > 100_000
    differ = {
        where(row)
        for row in rows
        if worked_out(Unit(row["unit"]), row["numerator"], row["denominator"], row["decimals"])
        != Decimal(str(row["value"]))
    }
    assert differ == {
        each for each in EXCEPTIONS if each[2].isdigit() and each[0] != "dfe.workforce"
    }


def test_every_regions_and_englands_is_within_what_rounding_to_ten_allows(
    printed: list[dict[str, Any]],
) -> None:
    rows = [
        row
        for row in printed
        if row["area_kind"] in ("region", "country") and row["sensitivity"] == CHILDREN
    ]
    assert len(rows) > 9_000
    differ = {
        where(row)
        for row in rows
        # A population is not rounded; a count below the line is.
        if not within(row, 5, 0 if row["unit"] == Unit.RATE_PER_10000.value else 5)
    }
    assert differ == {each for each in EXCEPTIONS if each[0] == "dfe.d3"}


def test_the_workforces_rates_are_within_what_rounding_to_a_tenth_allows(
    printed: list[dict[str, Any]],
) -> None:
    rows = [row for row in printed if row["sensitivity"] == "workforce"]
    assert len(rows) > 2_500
    differ = {where(row) for row in rows if not within(row, 0.05, 0.05)}
    assert differ == {each for each in EXCEPTIONS if each[0] == "dfe.workforce"}


def test_each_exception_is_marked_in_the_book_and_has_its_reason(
    printed: list[dict[str, Any]],
) -> None:
    marked = {where(row): row["quality_note"] for row in printed if row["quality_note"]}
    assert set(marked) == EXCEPTIONS
    assert all(len(reason) > 30 for reason in marked.values())
    described = sum(len(dataset.exceptions) for dataset in datasets())
    assert described == len(EXCEPTIONS)


def test_each_release_takes_its_own_vintage_of_the_population(reading: Reading) -> None:
    table = reading.table
    rates = table.filter(
        table.area_code == "821", table.period == "2023-24", table.unit == "rate_per_10000"
    )
    rows = rates.select("source", "vintage", "denominator", "denominator_vintage").distinct()
    found = {tuple(row.values()) for row in rows.to_pyarrow().to_pylist()}
    assert ("dfe.c4", "2024", 60207.0, "ons.population 2023") in found
    assert ("dfe.c1", "2025", 60435.0, "ons.population 2024") in found
    assert all(
        vintage == f"ons.population {int(release) - 1}"
        for source, release, _, vintage in found
        if source.startswith(("dfe.b", "dfe.c1", "dfe.c2", "dfe.c4", "dfe.d"))
    )
