"""What is made of an indicator's counts: numbers, percentages, rates, averages, each in its unit.

A percentage of a plain count is a category's share of the whole. A rate is made for twelve months
or for a day, as the statistics make it, and only where the population is known. Nothing divided by
nought is told: it does not apply.
"""

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from goldenthread.figures.measured.blocks import Book, rows, symbols, written
from goldenthread.figures.measured.exact import Numbers, quotients, rounded
from goldenthread.figures.measured.grid import WHOLE, Grid
from goldenthread.figures.measured.known import Known
from goldenthread.figures.measured.periods import is_a_year
from goldenthread.figures.measured.population import Population
from goldenthread.indicators import Indicator
from goldenthread.indicators.expression import Shape, Timing
from goldenthread.nouns import PeriodKind, Quality, Symbol, Unit

_AVERAGES = (Unit.MEAN, Unit.DAYS)


@dataclass(frozen=True)
class Made:
    """Rows of the book, and the areas and years whose population was wanted and is not known."""

    tables: list[pa.Table]
    without_population: set[tuple[str, int]]


def figures(book: Book, grid: Grid, known: Known, population: Population) -> Made:
    """Every figure of an indicator: of what is known, and that the rest is not."""
    tables = list(_known(book, grid))
    missing: set[tuple[str, int]] = set()
    if Unit.RATE_PER_10000 in book.indicator.units and _counts(book.indicator):
        tables.append(_rates(book, grid, population, missing))
    tables += _not_known(book, known)
    return Made([each for each in tables if each.num_rows], missing)


def units_of(indicator: Indicator) -> tuple[Unit, ...]:
    """The units that an indicator's whole is made in, apart from a rate."""
    if not _counts(indicator):
        return (next((unit for unit in _AVERAGES if unit in indicator.units), _AVERAGES[0]),)
    counted = (Unit.COUNT,) if Unit.COUNT in indicator.units else ()
    return counted if _shape(indicator) is Shape.COUNT else (*counted, Unit.PERCENT)


def _known(book: Book, grid: Grid) -> Iterator[pa.Table]:
    shape = _shape(book.indicator)
    if not _counts(book.indicator):
        yield _averages(book, grid, units_of(book.indicator)[0])
        return
    if Unit.COUNT in book.indicator.units:
        said = pc.binary_join_element_wise(written(grid.numerator), "counted", " ")
        yield _rows(book, Unit.COUNT, grid, grid.numerator, calculation=said)
    if shape is Shape.SHARE:
        yield _percents(book, grid, grid.denominator)
    elif Unit.PERCENT in book.indicator.units:
        parts = grid.of((grid.category != WHOLE) & (grid.whole > 0))
        yield _percents(book, parts, parts.whole)


def _percents(book: Book, grid: Grid, below: Numbers) -> pa.Table:
    places = book.indicator.places(Unit.PERCENT)
    said = pc.binary_join_element_wise(
        written(grid.numerator), " of ", written(below), f", {_to_places(places)}", ""
    )
    value = quotients(grid.numerator, below, 100, places)
    return _rows(book, Unit.PERCENT, grid, value, grid.numerator, below, calculation=said)


def _averages(book: Book, grid: Grid, unit: Unit) -> pa.Table:
    places = book.indicator.places(unit)
    size = written(grid.denominator)
    if _shape(book.indicator) is Shape.MEDIAN:
        value = np.where(grid.denominator > 0, rounded(grid.numerator, places), np.nan)
        said = pc.binary_join_element_wise("the middle of ", size, "")
        return _rows(book, unit, grid, value, None, grid.denominator, calculation=said)
    value = quotients(grid.numerator, grid.denominator, 1, places)
    said = pc.binary_join_element_wise(
        written(grid.numerator), " ÷ ", size, f", {_to_places(places)}", ""
    )
    return _rows(book, unit, grid, value, grid.numerator, grid.denominator, calculation=said)


def _rates(
    book: Book, grid: Grid, population: Population, missing: set[tuple[str, int]]
) -> pa.Table:
    """The wholes of twelve months, or of a day, per 10,000 children of the June before."""
    children = np.zeros((len(book.areas), len(book.periods)))
    vintages = np.full(children.shape, "", dtype=object)
    for across, period in enumerate(book.periods):
        if not _has_rate(book, across):
            continue
        year = period.figure.reporting_year().ending
        for down in np.unique(grid.area[grid.period == across]):
            estimate = population.before(book.areas[down].code, year)
            if estimate is None:
                missing.add((book.areas[down].code, year - 1))
            else:
                children[down, across] = estimate.children
                vintages[down, across] = estimate.vintage
    whole = grid.of((grid.category == WHOLE) & (children[grid.area, grid.period] > 0))
    below = children[whole.area, whole.period]
    places = book.indicator.places(Unit.RATE_PER_10000)
    said = pc.binary_join_element_wise(
        "10,000 × ",
        written(whole.numerator),
        " ÷ ",
        written(below),
        f" children aged 0 to 17, {_to_places(places)}",
        "",
    )
    return _rows(
        book,
        Unit.RATE_PER_10000,
        whole,
        quotients(whole.numerator, below, 10_000, places),
        whole.numerator,
        below,
        vintage=pa.array(vintages[whole.area, whole.period].tolist(), pa.string()),
        calculation=said,
    )


def _has_rate(book: Book, across: int) -> bool:
    period = book.periods[across]
    on_a_day = period.figure.kind in (PeriodKind.YEAR_END, PeriodKind.DAY)
    stock = book.indicator.expression and book.indicator.expression.timing is Timing.STOCK
    return bool(stock and on_a_day) or is_a_year(period.asked)


def _not_known(book: Book, known: Known) -> Iterator[pa.Table]:
    """A symbol for each whole that the returns do not tell, with what is missing."""
    area, period = np.nonzero(~known.can)
    if not len(area):
        return
    why = [known.why[place] for place in zip(area.tolist(), period.tolist(), strict=True)]
    for unit in units_of(book.indicator):
        yield rows(
            book,
            unit,
            area=area,
            category=np.zeros_like(area),
            period=period,
            value=np.full(len(area), np.nan),
            symbol=symbols(np.ones(len(area), dtype=bool), Symbol.NOT_AVAILABLE.value),
            quality=Quality.POOR,
            note=pa.array(why, pa.string()),
        )


def _rows(
    book: Book,
    unit: Unit,
    grid: Grid,
    value: Numbers,
    numerator: Numbers | None = None,
    denominator: Numbers | None = None,
    *,
    vintage: pa.Array | None = None,
    calculation: pa.Array,
) -> pa.Table:
    return rows(
        book,
        unit,
        area=grid.area,
        category=grid.category,
        period=grid.period,
        value=value,
        symbol=symbols(np.isnan(value), Symbol.NOT_APPLICABLE.value),
        numerator=numerator,
        denominator=denominator,
        vintage=vintage,
        calculation=calculation,
    )


def _shape(indicator: Indicator) -> Shape:
    if indicator.expression is None:
        raise ValueError(f"{indicator.name} is not counted from records")
    return indicator.expression.shape


def _counts(indicator: Indicator) -> bool:
    return _shape(indicator) in (Shape.COUNT, Shape.SHARE)


def _to_places(places: int) -> str:
    return f"to {places} decimal place{'' if places == 1 else 's'}"
