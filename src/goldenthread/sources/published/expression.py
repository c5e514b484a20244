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

_PLAIN_NUMBER = r"^[0-9]{1,10}([.][0-9]{1,20})?$"
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
    read = con.create_table(
        f"published_{number}_read", _numbers_of(ibis.memtable(star.cells())), temp=True
    )
    cells = con.create_table(f"published_{number}_cells", _valued(read, measures), temp=True)
    return Gathered(
        cells=cells,
        measures=measures,
        periods=give("periods", star.period_table()),
        areas=give("areas", area_table(areas)),
        exceptions=give("exceptions", star.exception_table()),
    )


def _numbers_of(texts: Any) -> Any:
    """Each cell's texts as numbers, and what is left of those that are not plain numbers.

    This is a table of its own because the engine would otherwise read every text many times.
    """
    parts = {}
    for name in ("value", "above", "below"):
        text = texts[name]
        plain = text.re_search(_PLAIN_NUMBER)
        parts[name] = ibis.cases((plain, text)).try_cast("float64")
        parts[f"{name}_left"] = ibis.cases((~plain, text.strip().lower()))
    return texts.select("measure", "area", "year", "row", **parts)


def _valued(read: Any, measures: Any) -> Any:
    """Each cell with the number or symbol that is its value, and the counts behind it.

    A cell with neither is one that cannot be read.
    """
    needed = measures.select("measure", "unit", "scale", "times", "worked_out")
    cells = read.join(needed, "measure")
    value, above, below = (_number(cells, name) for name in ("value", "above", "below"))
    shared = cells.scale * cells.times
    top, bottom = (above.cast("int64"), below.cast("int64"))
    exact = (above == top) & (below == bottom)
    # Exact, although the engine divides in binary fractions: both sides stay below 2 to the 53rd.
    quotient = (2 * top * shared + bottom) // (2 * bottom) / cells.scale.cast("float64")
    divided = ibis.cases((exact & (bottom > 0), quotient))
    added_up = ibis.cases((cells.unit == "count", above), else_=divided)
    number = ibis.ifelse(cells.worked_out, added_up, value)
    no_base = ibis.cases((below == 0, Symbol.NOT_APPLICABLE.value))
    instead = ibis.coalesce(_symbol(cells.above_left), _symbol(cells.below_left), no_base)
    symbol = ibis.ifelse(cells.worked_out, instead, _symbol(cells.value_left))
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
        # A share is told of whom only where it is; a rate names its population all the same.
        denominator_vintage=ibis.ifelse(
            (joined.unit == "percent") & joined.denominator.isnull(), "", joined.denominator_vintage
        ),
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


def _number(cells: Any, name: str) -> Any:
    """The number, spaces round it forgiven."""
    left = cells[f"{name}_left"]
    spaced = ibis.cases((left.re_search(_PLAIN_NUMBER), left)).try_cast("float64")
    return cells[name].fill_null(spaced)


def _symbol(left: Any) -> Any:
    return ibis.cases(*((left == spelling, letter) for spelling, letter in _SPELLINGS.items()))
