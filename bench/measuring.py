"""Every indicator of a Luton-size five-year set, by month, quarter and year, from made-up records.

Making the children up is not part of the time. How it grows is told by ten areas beside one, by
year alone: the ratio is ten where work grows with the records and no faster.
"""

from collections.abc import Sequence
from datetime import date
from pathlib import Path

from bench.measured import Measured, peak_megabytes, seconds
from goldenthread import engines
from goldenthread.figures.measured import Population, periods_of
from goldenthread.figures.measured import measure as measure_figures
from goldenthread.nouns import Period, register
from goldenthread.synthetic import histories
from goldenthread.tables import Coverage, Records, Return

YEARS = range(2020, 2025)
SPAN = Period.parse("2019-20 to 2023-24")
AREAS = 10
MEMORY = "4GB"


def measure(_data: Path | None) -> list[Measured]:
    """Seconds for one area by everything, for ten areas by year, and the most memory held."""
    luton = made_up(["821"])
    everything = [p for by in ("year", "quarter", "month") for p in periods_of(SPAN, by)]
    one = seconds(lambda: _measured(luton, everything))
    yearly = list(periods_of(SPAN))
    one_by_year = seconds(lambda: _measured(luton, yearly))
    councils = [area.code for area in register.areas() if area.kind.value == "council"]
    several = made_up(councils[:AREAS])
    ten_by_year = seconds(lambda: _measured(several, yearly))
    return [
        Measured("Luton-size, five years, by month, quarter and year", one, "s", 15),
        Measured("The same by year", one_by_year, "s"),
        Measured(f"{AREAS} areas of that size by year, times one area", ten_by_year / one_by_year,
                 "times", AREAS),
        Measured("Most memory held meanwhile, made-up records included", peak_megabytes(), "MB"),
    ]  # fmt: skip


def made_up(areas: Sequence[str]) -> Records:
    """Records of some areas, each of Luton's size, all of them told for the years."""
    tables = histories(list(areas), YEARS, seed=1)
    start, end = date(YEARS[0] - 1, 4, 1), date(YEARS[-1], 3, 31)
    told = Return(
        file="made up",
        kind="parquet",
        digest="",
        area=areas[0] if len(areas) == 1 else "",
        areas=tuple(areas),
        year=None,
        tables=tables,
        coverage=tuple(Coverage(name, area, start, end) for name in tables for area in areas),
        balances={},
    )
    return Records.of([told])


def _measured(records: Records, periods: Sequence[Period]) -> None:
    engine = engines.open(memory_limit=MEMORY)
    try:
        population = Population.of_example()
        measure_figures(records, periods, engine=engine, population=population)
    finally:
        engine.close()
