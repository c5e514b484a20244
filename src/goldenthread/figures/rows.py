"""Turns rows of the figure book into Figures, each only when it is asked for."""

from array import array
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from decimal import Decimal
from functools import cache
from itertools import groupby, islice
from typing import Any, overload

import pyarrow as pa

from goldenthread.figures.columns import column
from goldenthread.figures.schema import SCHEMA
from goldenthread.nouns import (
    Area,
    AreaKind,
    Breakdown,
    Figure,
    Period,
    PeriodKind,
    Quality,
    Sensitivity,
    Status,
    Symbol,
    Thread,
    Unit,
    register,
)

# What a figure is about, as text: indicator, unit, area code, period code, breakdown.
PlainKey = tuple[str, str, str, str, str]

_AT_A_TIME = 2_000


class Rows(Sequence[Figure]):
    """Figures behind an Arrow table with the book's columns; built on being asked for."""

    def __init__(self, table: pa.Table) -> None:
        self._count = table.num_rows
        # Of no rows nothing is asked: Arrow would load pandas to put no pieces together.
        names = SCHEMA.names if table.num_rows else ()
        self._columns = {name: _Column(table.column(name)) for name in names}
        self._built: dict[int, Figure] = {}

    def __len__(self) -> int:
        return self._count

    def keys(self) -> Iterator[PlainKey]:
        """What each figure is about, in order, without building it."""
        if not self._count:
            return iter(())
        names = ("indicator", "unit", "area_code", "period", "breakdown")
        return zip(*(self._columns[name].every() for name in names), strict=True)

    def origin(self, position: int) -> tuple[str, str, str]:
        """A figure's source, release and definition, without building it."""
        columns = self._columns
        return (
            columns["source"][position],
            columns["vintage"][position],
            columns["definition"][position],
        )

    @overload
    def __getitem__(self, index: int) -> Figure: ...
    @overload
    def __getitem__(self, index: slice) -> Sequence[Figure]: ...
    def __getitem__(self, index: int | slice) -> Figure | Sequence[Figure]:
        if isinstance(index, slice):
            return [self[position] for position in range(*index.indices(self._count))]
        if not -self._count <= index < self._count:
            raise IndexError(index)
        position = index % self._count
        if position not in self._built:
            row = {name: column[position] for name, column in self._columns.items()}
            self._built[position] = figure_of(row)
        return self._built[position]


class _Column:
    """A column's values, each different one turned into Python once.

    A book says the same few areas, periods and files thousands of times over, and asking Arrow for
    one cell at a time was the dearest part of a report.
    """

    def __init__(self, values: pa.ChunkedArray) -> None:
        encoded = values.combine_chunks().dictionary_encode(null_encoding="encode")
        self._different: list[Any] = encoded.dictionary.to_pylist()
        self._which = array("i", encoded.indices.to_pylist())

    def __getitem__(self, position: int) -> Any:
        return self._different[self._which[position]]

    def every(self) -> Iterator[Any]:
        """The values in order."""
        return map(self._different.__getitem__, self._which)


def by_area(table: pa.Table) -> dict[str, pa.Table]:
    """The rows of each area, of a table in the order of its areas' codes."""
    found, start = {}, 0
    for code, rows in groupby(table.column("area_code").to_pylist()):
        found[code] = table.slice(start, sum(1 for _ in rows))
        start += found[code].num_rows
    return found


def figure_of(row: dict[str, Any]) -> Figure:
    """The Figure of one row of the book, given as column name to Python value."""
    decimals = row["decimals"]
    return Figure(
        indicator=row["indicator"],
        unit=Unit(row["unit"]),
        area=_area(row["area_code"], row["area"], row["area_kind"]),
        period=_period(row["period_kind"], row["period_start"], row["period_end"]),
        breakdown=_breakdown(row["breakdown"]),
        value=_padded(_exact(row["value"]), decimals),
        symbol=None if row["symbol"] is None else Symbol(row["symbol"]),
        decimals=decimals,
        numerator=_exact(row["numerator"]),
        denominator=_exact(row["denominator"]),
        denominator_vintage=row["denominator_vintage"],
        status=Status(row["status"]),
        quality=Quality(row["quality"]),
        quality_note=row["quality_note"],
        sensitivity=Sensitivity(row["sensitivity"]),
        thread=Thread(
            source=row["source"],
            locator=row["locator"],
            file=row["file"],
            digest=row["digest"],
            definition=row["definition"],
            vintage=row["vintage"],
            known_since=row["known_since"],
            calculation=row["calculation"],
            inputs=tuple(filter(None, row["inputs"].split(";"))),
        ),
    )


def row_of(figure: Figure) -> dict[str, Any]:
    """The row of the book that holds a Figure."""
    thread = figure.thread
    return {
        "indicator": figure.indicator,
        "unit": figure.unit.value,
        "area_code": figure.area.code,
        "area": figure.area.name,
        "area_kind": figure.area.kind.value,
        "period": figure.period.code,
        "period_kind": figure.period.kind.value,
        "period_start": figure.period.start,
        "period_end": figure.period.end,
        "breakdown": str(figure.breakdown),
        "value": _float(figure.value),
        "symbol": None if figure.symbol is None else figure.symbol.value,
        "decimals": figure.decimals,
        "numerator": _float(figure.numerator),
        "denominator": _float(figure.denominator),
        "denominator_vintage": figure.denominator_vintage,
        "status": figure.status.value,
        "quality": figure.quality.value,
        "quality_note": figure.quality_note,
        "sensitivity": figure.sensitivity.value,
        "source": thread.source,
        "vintage": thread.vintage,
        "file": thread.file,
        "digest": thread.digest,
        "locator": thread.locator,
        "definition": thread.definition,
        "known_since": thread.known_since,
        "calculation": thread.calculation,
        "inputs": ";".join(thread.inputs),
    }


def to_table(figures: Iterable[Figure]) -> pa.Table:
    """An Arrow table with the book's columns, one row for each figure.

    Figures that are read as they are asked for need not be in memory together.
    """
    waiting, batches = iter(figures), []
    while rows := [row_of(figure) for figure in islice(waiting, _AT_A_TIME)]:
        made = [column([row[each.name] for row in rows], each.type) for each in SCHEMA]
        batches.append(pa.RecordBatch.from_arrays(made, schema=SCHEMA))
    return pa.Table.from_batches(batches, schema=SCHEMA)


@cache
def _area(code: str, name: str, kind: str) -> Area:
    known = {each.code: each for each in register.areas()}.get(code)
    if known is not None and known.kind.value == kind:
        return known
    return Area(code, name, AreaKind(kind))


@cache
def _period(kind: str, start: date, end: date) -> Period:
    return Period(end, start, PeriodKind(kind))


@cache
def _breakdown(text: str) -> Breakdown:
    return Breakdown.parse(text)


def _exact(number: float | None) -> Decimal | None:
    if number is None:
        return None
    return Decimal(int(number)) if number.is_integer() else Decimal(str(number))


def _padded(number: Decimal | None, decimals: int) -> Decimal | None:
    """With as many decimal places as the source prints; never with fewer than it has."""
    if number is None or -int(number.as_tuple().exponent) >= decimals:
        return number
    return number.quantize(Decimal(1).scaleb(-decimals))


def _float(number: Decimal | None) -> float | None:
    return None if number is None else float(number)
