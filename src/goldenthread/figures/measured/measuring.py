"""Measures indicators over children's records: figures of the book, counted on any engine."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from itertools import count
from pathlib import Path
from typing import Any

import pyarrow as pa

from goldenthread.engines import Engine, connect, lent
from goldenthread.figures import storage
from goldenthread.figures.book import FigureBook
from goldenthread.figures.measured.blocks import Book
from goldenthread.figures.measured.definitions import definition, version
from goldenthread.figures.measured.grid import laid_out
from goldenthread.figures.measured.known import Reach
from goldenthread.figures.measured.origins import Origins
from goldenthread.figures.measured.periods import measured_for
from goldenthread.figures.measured.population import Population
from goldenthread.figures.measured.units import figures
from goldenthread.figures.schema import SCHEMA
from goldenthread.indicators import Indicator, catalogue
from goldenthread.indicators import indicator as find_indicator
from goldenthread.indicators.counting import SCHEMA as COUNTS
from goldenthread.indicators.counting import counted
from goldenthread.indicators.journey import Journey
from goldenthread.nouns import Area, AreaKind, GoldenThreadError, Period, register
from goldenthread.tables import Records

Progress = Callable[[str], None]

_ORDER = ("area_code", "indicator", "unit", "breakdown", "period_end", "period_start")


@dataclass(frozen=True)
class MeasuredFigures:
    """What was measured: rows of the figure book, and sentences about what could not be."""

    table: pa.Table
    notes: tuple[str, ...]

    def book(self) -> FigureBook:
        """The figures as a book of their own."""
        con = connect()
        with lent(con, self.table) as rows:
            return FigureBook.build(con, [rows])

    def write(self, path: Path) -> None:
        """Write the figures to a figure book, or to a CSV file where the name ends in ``.csv``.

        Whole or not at all, the same bytes for the same figures. Raises GoldenThreadError where
        the place cannot be written to.
        """
        if path.suffix.lower() == ".csv":
            storage.write_csv(self.table, path)
            return
        con = connect()
        with lent(con, self.table) as rows:
            storage.write(rows, path)

    @property
    def not_known(self) -> int:
        """How many figures could not be known from the returns."""
        return int(self.table["value"].null_count)


class Workbench:
    """Records put on an engine as they are asked for, and the journeys over them by periods."""

    def __init__(
        self, records: Records, engine: Engine, chosen: Mapping[str, str] | None = None
    ) -> None:
        self.engine = engine
        self._chosen = chosen
        self._tables = _Loaded(records, engine)
        self._journeys: dict[tuple[Period, ...], Journey] = {}
        self._numbers = count(1)

    def journey(self, periods: Sequence[Period]) -> Journey:
        """The journey over the records for some periods."""
        key = tuple(periods)
        if key not in self._journeys:
            number = next(self._numbers)

            def load(name: str, rows: pa.Table) -> Any:
                return self.engine.load(f"{name}_{number}", rows)

            self._journeys[key] = Journey(self._tables, key, load, self._chosen)
        return self._journeys[key]


class _Loaded(dict[str, Any]):
    """The tables of the records, each put on the engine when it is first asked for."""

    def __init__(self, records: Records, engine: Engine) -> None:
        super().__init__()
        self._records = records
        self._engine = engine

    def __missing__(self, name: str) -> Any:
        self[name] = self._engine.load(name, self._records.tables[name])
        return self[name]


def measure(
    records: Records,
    periods: Sequence[Period],
    *,
    engine: Engine,
    chosen: Mapping[str, str] | None = None,
    population: Population | None = None,
    indicators: Sequence[str] | None = None,
    progress: Progress | None = None,
) -> MeasuredFigures:
    """Every indicator (or those named) of every council of the records, for the periods.

    ``chosen`` sets parameters other than their defaults; ``population`` is what rates are worked
    on, and without it none is made. Raises GoldenThreadError for an indicator or a parameter
    nobody knows, one that is not counted from records, and an engine that cannot answer.
    """
    wanted = computable(indicators)
    areas = [_area(code) for code in records.areas]
    reach = Reach(records)
    origins = Origins(records, reach)
    bench = Workbench(records, engine, chosen)
    tables: list[pa.Table] = []
    without: set[tuple[str, int]] = set()
    for number, indicator in enumerate(wanted, 1):
        expression = indicator.expression
        asked = measured_for(indicator, periods)
        if expression is None or not asked:
            continue
        if progress:
            progress(f"{number} of {len(wanted)}, {indicator.name}")
        known = reach.known(expression, [each.asked for each in asked])
        counts = COUNTS.empty_table()
        if known.can.any():
            journey = bench.journey([each.asked for each in asked])
            counts = counted(expression, journey, engine.fetch)
        grid = laid_out(
            counts, expression.shape, reach.areas, [each.asked.code for each in asked], known
        )
        read = ", ".join(sorted({need.table for need in expression.needs}))
        book = Book(
            indicator=indicator,
            areas=areas,
            origins=[origins.of(expression, area.code) for area in areas],
            periods=asked,
            breakdowns=grid.breakdowns,
            definition=definition(indicator, chosen),
            locator=f"{read}, query {version(indicator, chosen)}",
        )
        made = figures(book, grid, known, population or Population({}))
        tables += made.tables
        without |= made.without_population
    table = pa.concat_tables(tables) if tables else SCHEMA.empty_table()
    ordered = table.sort_by([(name, "ascending") for name in _ORDER])
    notes = [*_notes(without, population), *_nothing_told(ordered, records)]
    return MeasuredFigures(ordered, tuple(notes))


def computable(names: Sequence[str] | None = None) -> tuple[Indicator, ...]:
    """The indicators that are counted from records, all or those named.

    Raises GoldenThreadError for one that is not.
    """
    if names is None:
        return tuple(each for each in catalogue().values() if each.expression)
    found = [find_indicator(name) for name in names]
    for each in found:
        if each.expression is None:
            raise GoldenThreadError(
                f"{each.name} is not counted from records: `goldenthread indicators {each.name}` "
                "says where it comes from."
            )
    return tuple(found)


def _area(code: str) -> Area:
    known = {each.code: each for each in register.areas()}
    return known.get(code) or Area(code, code, AreaKind.COUNCIL)


def _nothing_told(table: pa.Table, records: Records) -> list[str]:
    """Which time the returns are about, where they tell nothing of what was asked for."""
    if not records.coverage or table["value"].null_count < table.num_rows:
        return []
    first = min(each.start for each in records.coverage)
    last = max(each.end for each in records.coverage)
    return [
        f"The returns are about {first.day} {first:%B %Y} to {last.day} {last:%B %Y}: ask for a "
        "--period within."
    ]


def _notes(without: set[tuple[str, int]], population: Population | None) -> list[str]:
    if not without:
        return []
    if population is None:
        return ["No rates were made: name a population to work them on."]
    years: dict[int, list[str]] = {}
    for area, year in sorted(without):
        years.setdefault(year, []).append(area)
    return [
        f"No rates for {len(areas)} of the councils ({', '.join(areas[:5])}"
        f"{', ...' if len(areas) > 5 else ''}): how many children lived there in mid-{year} is not "
        "known."
        for year, areas in sorted(years.items())
    ]
