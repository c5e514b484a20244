"""Measures indicators over children's records: figures of the book, counted on any engine."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import pyarrow as pa

from goldenthread.engines import Engine, connect, lent
from goldenthread.figures import storage
from goldenthread.figures.book import FigureBook
from goldenthread.figures.measured.population import Population
from goldenthread.figures.measured.running import Progress, Run
from goldenthread.figures.measured.terms import USUAL, Terms
from goldenthread.figures.schema import SCHEMA
from goldenthread.indicators import Indicator, catalogue
from goldenthread.indicators import indicator as find_indicator
from goldenthread.nouns import GoldenThreadError, Period
from goldenthread.tables import Records


@dataclass(frozen=True)
class Kept:
    """What was measured and written: how many figures, how many of them hold no number, of which
    indicators, and sentences about what could not be measured."""

    figures: int
    not_known: int
    indicators: tuple[str, ...]
    notes: tuple[str, ...]


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
        storage.write_parts([self.table], path)

    @property
    def not_known(self) -> int:
        """How many figures could not be known from the returns."""
        return int(self.table["value"].null_count)


def measure(
    records: Records,
    periods: Sequence[Period],
    *,
    engine: Engine,
    terms: Terms = USUAL,
    population: Population | None = None,
    indicators: Sequence[str] | None = None,
    progress: Progress | None = None,
) -> MeasuredFigures:
    """Every indicator (or those named) of every council of the records, for the periods.

    ``terms`` settle what definitions leave open; ``population`` is what rates are worked on, and
    without it none is made. Raises GoldenThreadError for an indicator or a parameter nobody knows,
    one that is not counted from records, and an engine that cannot answer.
    """
    run = Run(records, periods, engine, terms, population, computable(indicators), progress)
    tables = [part.cast(SCHEMA) for part in run.parts()]
    table = pa.concat_tables(tables) if tables else SCHEMA.empty_table()
    return MeasuredFigures(table, run.notes())


def measure_into(
    path: Path,
    records: Records,
    periods: Sequence[Period],
    *,
    engine: Engine,
    terms: Terms = USUAL,
    population: Population | None = None,
    indicators: Sequence[str] | None = None,
    progress: Progress | None = None,
) -> Kept:
    """The same, written to a figure book or a CSV file as ``MeasuredFigures.write`` does.

    The figures of a few councils at a time are held in memory, whatever the number of councils.
    Raises what ``measure`` does, and GoldenThreadError where the place cannot be written to.
    """
    run = Run(records, periods, engine, terms, population, computable(indicators), progress)
    storage.write_parts(run.parts(), path)
    return Kept(run.figures, run.not_known, tuple(sorted(run.counted)), run.notes())


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
