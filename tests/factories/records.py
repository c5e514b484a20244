"""Records by hand and made up, and figures measured from them: what tests of measuring stand on."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date

import pyarrow as pa
import pyarrow.compute as pc

from goldenthread import engines
from goldenthread.figures.measured import MeasuredFigures, Population, Terms, measure
from goldenthread.figures.measured.population import Estimate
from goldenthread.nouns import Period
from goldenthread.nouns.localities import Localities
from goldenthread.synthetic import histories
from goldenthread.tables import Coverage, Records, Return
from tests.factories.journeys import AREA

LUTON_2023 = Population({(AREA, 2023): Estimate(60_207, "ons.population 2023")})


def told(
    tables: Mapping[str, pa.Table],
    start: str = "2022-04-01",
    end: str = "2024-03-31",
    *,
    area: str = AREA,
    kind: str = "cin_census",
    file: str = "census.xml",
) -> Return:
    """A return of these tables, which tells all of them between two days."""
    first, last = date.fromisoformat(start), date.fromisoformat(end)
    return Return(
        file=file,
        kind=kind,
        digest=f"digest of {file}",
        area=area,
        year=last.year,
        tables=tables,
        coverage=tuple(Coverage(name, area, first, last) for name in tables),
        balances={},
    )


def records(*returns: Return) -> Records:
    """The records of some returns."""
    return Records.of(returns)


def made_up(areas: Sequence[str] = (AREA,), ending: Iterable[int] = (2023, 2024)) -> Records:
    """Made-up children of some areas, a tenth as many as Luton has, and all of it told."""
    years = sorted(ending)
    start, end = f"{years[0] - 1}-04-01", f"{years[-1]}-03-31"
    tables = histories(dict.fromkeys(areas, 0.1), range(years[0], years[-1] + 1), seed=7)
    return Records.of(
        told(
            {name: each.filter(pc.equal(each["area"], area)) for name, each in tables.items()},
            start,
            end,
            area=area,
            kind="ssd",
            file=f"{area}.csv",
        )
        for area in areas
    )


def measured(
    these: Records,
    periods: Iterable[Period],
    *indicators: str,
    population: Population | None = LUTON_2023,
    chosen: Mapping[str, str] | None = None,
    localities: Localities | None = None,
) -> MeasuredFigures:
    """Measured on an embedded engine of its own."""
    engine = engines.open()
    try:
        return measure(
            these,
            list(periods),
            engine=engine,
            population=population,
            indicators=indicators or None,
            terms=Terms(chosen=chosen or {}, localities=localities),
        )
    finally:
        engine.close()


def cells(figures: MeasuredFigures, *columns: str) -> list[tuple[object, ...]]:
    """Some columns of what was measured, row by row."""
    return list(zip(*(figures.table[name].to_pylist() for name in columns), strict=True))
