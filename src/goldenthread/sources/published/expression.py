"""The one query that turns gathered cells into figures, written in Ibis for any engine.

Percentages and rates that a release does not print are worked out here in whole numbers, so that
halves round away from zero exactly.
"""

from dataclasses import dataclass
from itertools import count
from typing import Any

import ibis

from goldenthread.nouns import Area, Quality, Status, Symbol
from goldenthread.sources.published.star import Star, area_table

_PLAIN_NUMBER = r"^[0-9]{1,12}([.][0-9]{1,20})?$"
_SPELLINGS = {
    spelling: found.value
    for spelling in (*(symbol.value for symbol in Symbol), ":", "..", "-", "n/a", "na")
    if (found := Symbol.from_cell(spelling))
}


@dataclass(frozen=True, slots=True)
class Gathered:
    """The tables of a star on a connection, as Ibis tables; the cells with their values."""

    cells: Any
    measures: Any
    periods: Any
    areas: Any
    exceptions: Any


# Every folder read on one connection gets tables of its own.
_numbers = count(1)


def hand_over(con: Any, star: Star, areas: tuple[Area, ...]) -> Gathered:
    """Give the gathered tables to a connection, as temporary tables of its own."""
    number = next(_numbers)

    def give(name: str, table: Any) -> Any:
        return con.create_table(f"published_{number}_{name}", ibis.memtable(table), temp=True)

    measures = give("measures", star.measure_table())
    cells = _valued(ibis.memtable(star.cells()), measures)
    return Gathered(
        cells=con.create_table(f"published_{number}_cells", cells, temp=True),
        measures=measures,
        periods=give("periods", star.period_table()),
        areas=give("areas", area_table(areas)),
        exceptions=give("exceptions", star.exception_table()),
    )


def _valued(texts: Any, measures: Any) -> Any:
    """Each cell with the number or symbol that is its value, and the counts behind it.

    A cell with neither is one that cannot be read.
    """
    needed = measures.select("measure", "unit", "scale", "times", "worked_out")
    cells = texts.join(needed, "measure")
    value, above, below = (_number(cells[name]) for name in ("value", "above", "below"))
    shared = cells.scale * cells.times
    top, bottom = (above.cast("int64"), below.cast("int64"))
    exact = (above == top) & ((below == bottom) | below.isnull())
    quotient = (2 * top * shared + bottom) // (2 * bottom) / cells.scale.cast("float64")
    divided = ibis.cases((exact & (bottom > 0), quotient))
    added_up = ibis.cases((cells.unit == "count", above), else_=divided)
    number = ibis.ifelse(cells.worked_out, added_up, value)
    no_base = ibis.cases((below == 0, Symbol.NOT_APPLICABLE.value))
    instead = ibis.coalesce(_symbol(cells.above), _symbol(cells.below), no_base)
    symbol = ibis.ifelse(cells.worked_out, instead, _symbol(cells.value))
    return cells.select(
        "measure",
        "area",
        "year",
        "row",
        number=number,
        symbol=ibis.cases((number.isnull(), symbol)),
        numerator=ibis.cases((cells.unit != "count", above)),
        denominator=below,
    )


def figures(gathered: Gathered) -> Any:
    """The figures, lazily, with the columns of the figure book in their order."""
    cells = gathered.cells
    joined = (
        cells.filter(cells.number.notnull() | cells.symbol.notnull())
        .join(gathered.measures, "measure")
        .join(gathered.areas, ibis._.area == gathered.areas.area_number)
        .join(gathered.periods, ["form", "year"])
        .left_join(gathered.exceptions, ["measure", "area", "year"])
    )
    reason = joined.reason
    return joined.select(
        indicator=joined.indicator,
        unit=joined.unit,
        area_code=joined.area_code,
        area=joined.area_name,
        area_kind=joined.area_kind,
        period=joined.period,
        period_kind=joined.period_kind,
        period_start=joined.period_start,
        period_end=joined.period_end,
        breakdown=joined.breakdown,
        value=joined.number,
        symbol=joined.symbol,
        decimals=joined.decimals,
        numerator=joined.numerator,
        denominator=joined.denominator,
        denominator_vintage=joined.denominator_vintage,
        status=ibis.literal(Status.FINAL.value),
        quality=ibis.ifelse(reason.notnull(), Quality.CAUTION.value, Quality.GOOD.value),
        quality_note=reason.fill_null(""),
        sensitivity=joined.sensitivity,
        source=joined.source,
        vintage=joined.vintage,
        file=joined.file,
        digest=joined.digest,
        locator=ibis.literal("row ") + joined.row.cast("string") + joined.column,
        definition=joined.definition,
        known_since=joined.known_since,
        calculation=joined.calculation,
        inputs=ibis.literal(""),
    )


def unreadable(gathered: Gathered, most: int) -> Any:
    """The first cells that are neither a number nor a symbol: file, row and columns."""
    wrong = _wrong(gathered)
    return wrong.select("file", "row", "column").distinct().order_by("file", "row").limit(most)


def unreadable_count(gathered: Gathered) -> Any:
    """How many cells of each file are neither a number nor a symbol."""
    wrong = _wrong(gathered)
    return wrong.group_by("file").agg(cells=wrong.count()).order_by("file")


def _wrong(gathered: Gathered) -> Any:
    cells = gathered.cells
    wrong = cells.filter(cells.number.isnull() & cells.symbol.isnull())
    return wrong.join(gathered.measures, "measure")


def _number(text: Any) -> Any:
    stripped = text.strip()
    return ibis.cases((stripped.re_search(_PLAIN_NUMBER), stripped)).try_cast("float64")


def _symbol(text: Any) -> Any:
    lower = text.strip().lower()
    return ibis.cases(*((lower == spelling, letter) for spelling, letter in _SPELLINGS.items()))
