"""One run of measuring: a few councils at a time, every indicator of each, in the book's order.

Every expression keeps councils apart, so that some of them can be counted by themselves. How many
at a time depends on their records alone: the same records give the same parts on any machine.
"""

from collections.abc import Callable, Iterator, Sequence

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from goldenthread.engines import Engine
from goldenthread.figures.measured.blocks import Book
from goldenthread.figures.measured.definitions import definition, version
from goldenthread.figures.measured.grid import laid_out
from goldenthread.figures.measured.known import Reach
from goldenthread.figures.measured.origins import Origins
from goldenthread.figures.measured.periods import Measured, measured_for
from goldenthread.figures.measured.population import Population
from goldenthread.figures.measured.stages import not_comparable
from goldenthread.figures.measured.terms import Terms
from goldenthread.figures.measured.units import figures
from goldenthread.figures.measured.workbench import Workbench
from goldenthread.figures.schema import SCHEMA
from goldenthread.indicators import Indicator
from goldenthread.indicators.counting import SCHEMA as COUNTS
from goldenthread.indicators.homes import LOCALITY, told
from goldenthread.nouns import Area, AreaKind, Period, register
from goldenthread.tables import Records

Progress = Callable[[str], None]

# A few councils more cost memory; a few less, and each question is asked more often.
ROWS_AT_A_TIME = 3_000_000
AREAS_AT_A_TIME = 12
_FIGURES_AT_A_TIME = 262_144

# Where the homes of children are told.
_OF_HOMES = {"address", "cla_episodes"}

_ORDER = ("area_code", "indicator", "unit", "breakdown", "period_end", "period_start")


class Run:
    """Measures once; what it says of itself holds when all ``parts`` have been taken."""

    def __init__(
        self,
        records: Records,
        periods: Sequence[Period],
        engine: Engine,
        terms: Terms,
        population: Population | None,
        indicators: Sequence[Indicator],
        progress: Progress | None,
    ) -> None:
        self._records = records
        self._periods = tuple(periods)
        self._engine = engine
        self._asked_on = terms
        self._population = population
        self._indicators = indicators
        self._progress = progress
        # Where no home is told, nothing is counted by locality.
        self._terms = terms if self._homes_told() else terms.without_localities()
        self._without: set[tuple[str, int]] = set()
        self.figures = 0
        self.not_known = 0
        self.counted: set[str] = set()

    def parts(self) -> Iterator[pa.Table]:
        """Rows of the book, some councils after others, all in the book's order.

        Texts are told once and pointed to; ``cast(SCHEMA)`` writes them out.
        """
        every = _few_at_a_time(self._records)
        bench: Workbench | None = None
        for number, areas in enumerate(every, 1):
            records = self._records if len(every) == 1 else self._records.among(areas)
            if bench is None:
                bench = Workbench(records, self._engine, self._terms)
            else:
                bench.fill(records)
            of = f" (councils, part {number} of {len(every)})" if len(every) > 1 else ""
            for part in _in_order(self._part(records, bench, of)):
                self.figures += part.num_rows
                self.not_known += part["value"].null_count
                yield part

    def _part(self, records: Records, bench: Workbench, of: str) -> pa.Table:
        """Every indicator of some councils."""
        areas = [_area(code) for code in records.areas]
        reach = Reach(records)
        origins = Origins(records, reach)
        tables: list[pa.Table] = []
        for number, indicator in enumerate(self._indicators, 1):
            asked = measured_for(indicator, self._periods)
            if indicator.expression is None or not asked:
                continue
            if self._progress:
                self._progress(f"{number} of {len(self._indicators)}, {indicator.name}{of}")
            tables += self._figures(indicator, asked, areas, reach, origins, bench)
        return _together(tables)

    def _figures(
        self,
        indicator: Indicator,
        asked: tuple[Measured, ...],
        areas: Sequence[Area],
        reach: Reach,
        origins: Origins,
        bench: Workbench,
    ) -> list[pa.Table]:
        """One indicator of some councils."""
        expression = indicator.expression
        if expression is None:
            return []
        self.counted.add(indicator.name)
        periods = [each.asked for each in asked]
        known = reach.known(expression, periods)
        counts = bench.counted(indicator, periods) if known.can.any() else COUNTS.empty_table()
        codes = [each.code for each in periods]
        grid = laid_out(counts, expression.shape, reach.areas, codes, known)
        definitions, locators = self._said_of(indicator, grid.breakdowns)
        book = Book(
            indicator=indicator,
            areas=areas,
            origins=[origins.of(expression, area.code) for area in areas],
            periods=asked,
            breakdowns=grid.breakdowns,
            definitions=definitions,
            locators=locators,
        )
        made = figures(book, grid, known, self._population or Population({}))
        self._without |= made.without_population
        return made.tables

    def _said_of(
        self, indicator: Indicator, breakdowns: Sequence[str]
    ) -> tuple[list[str], list[str]]:
        """The definition of each breakdown of an indicator, and what it was read from."""
        expression = indicator.expression
        tables = {need.table for need in expression.needs} if expression else set()

        def said(terms: Terms) -> tuple[str, str]:
            read = ", ".join(sorted(tables | (_OF_HOMES if terms.localities else set())))
            return definition(indicator, terms), f"{read}, query {version(indicator, terms)}"

        alone = said(self._terms.without_localities())
        local = said(self._terms) if self._terms.localities else alone
        found = [local if each.startswith(f"{LOCALITY}=") else alone for each in breakdowns]
        return [each for each, _ in found], [each for _, each in found]

    def _homes_told(self) -> tuple[str, ...]:
        tables = self._records.tables
        if self._asked_on.localities is None:
            return ()
        return told(tables["address"], tables["cla_episodes"], self._asked_on.localities)

    def notes(self) -> tuple[str, ...]:
        """Sentences about what could not be measured, and what cannot be compared."""
        stages = not_comparable(
            self._terms.stages, self._records.areas, self._periods, self.counted
        )
        return (*self._no_rates(), *self._nothing_told(), *self._no_homes(), *stages)

    def _no_homes(self) -> list[str]:
        """The councils that localities were given for, or none were, and of which none is told."""
        if self._asked_on.localities is None:
            return []
        told = self._homes_told()
        some = [code for code in self._records.areas if code not in told]
        return [no_homes(some)] if some else []

    def _no_rates(self) -> list[str]:
        if not self._without:
            return []
        if self._population is None:
            return ["No rates were made: name a population to work them on."]
        years: dict[int, list[str]] = {}
        for area, year in sorted(self._without):
            years.setdefault(year, []).append(area)
        return [
            f"No rates for {len(areas)} of the councils ({', '.join(areas[:5])}"
            f"{', ...' if len(areas) > 5 else ''}): how many children lived there in mid-{year} is "
            "not known."
            for year, areas in sorted(years.items())
        ]

    def _nothing_told(self) -> list[str]:
        """Which time the returns are about, where they tell nothing of what was asked for."""
        coverage = self._records.coverage
        if not coverage or self.not_known < self.figures:
            return []
        first = min(each.start for each in coverage)
        last = max(each.end for each in coverage)
        return [
            f"The returns are about {first.day} {first:%B %Y} to {last.day} {last:%B %Y}: ask for "
            "a --period within."
        ]


def no_homes(areas: Sequence[str]) -> str:
    """That nothing can be told by locality of some councils, by code, and what to do."""
    names = ", ".join(_area(code).name for code in areas)
    return (
        f"Nothing is by locality of {names}: add lines of it to the table of localities, and read "
        "returns that tell postcodes of homes (the safeguarding dataset’s addresses, the return of "
        "children looked after, or a table of addresses)."
    )


def _few_at_a_time(records: Records) -> list[list[str]]:
    """The councils in the order of their codes, as many at a time as the limits let."""
    rows = dict.fromkeys(records.areas, 0)
    for table in records.tables.values():
        for each in table["area"].value_counts().to_pylist():
            rows[each["values"]] = rows.get(each["values"], 0) + each["counts"]
    parts: list[list[str]] = []
    held = 0
    for area in records.areas:
        if not parts or len(parts[-1]) == AREAS_AT_A_TIME or held + rows[area] > ROWS_AT_A_TIME:
            parts.append([])
            held = 0
        parts[-1].append(area)
        held += rows[area]
    return parts


def _together(tables: list[pa.Table]) -> pa.Table:
    """All in one table. The list is emptied, so that memory does not hold them twice for long."""
    if not tables:
        return SCHEMA.empty_table()
    table = pa.concat_tables(tables).unify_dictionaries()
    tables.clear()
    return table.combine_chunks()


def _in_order(table: pa.Table) -> Iterator[pa.Table]:
    """Its rows in the order of the book, some after others. Each text is compared once."""
    if not table.num_rows:
        return
    order = np.lexsort([_places(table[name].chunk(0)) for name in reversed(_ORDER)])
    for first in range(0, table.num_rows, _FIGURES_AT_A_TIME):
        yield table.take(pa.array(order[first : first + _FIGURES_AT_A_TIME]))


def _places(column: pa.Array) -> np.ndarray:
    """A number for each row that is in the order of what the column holds."""
    if not pa.types.is_dictionary(column.type):
        return np.asarray(column.cast(pa.int32()))
    ranks = np.asarray(pc.rank(column.dictionary, tiebreaker="dense"), dtype=np.int32)
    return ranks[np.asarray(column.indices)]


def _area(code: str) -> Area:
    known = {each.code: each for each in register.areas()}
    return known.get(code) or Area(code, code, AreaKind.COUNCIL)
