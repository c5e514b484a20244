"""The rows of a table whose columns are times, and a change told that such a row gainsays."""

from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction
from functools import lru_cache

from goldenthread.claims.dates.moments import Moment
from goldenthread.claims.language.model import Measure, Quantity
from goldenthread.claims.orders.values.in_tables import timed
from goldenthread.claims.tables.cells import Part
from goldenthread.claims.tables.table import Table


@dataclass(frozen=True, slots=True)
class OfCells:
    """A change told that the cells of a row gainsay: its quantity, and why."""

    quantity: Quantity
    expected: str
    evidence: str


@dataclass(frozen=True, slots=True)
class Series:
    """A row whose columns are times: its label, and its number at each."""

    label: str
    points: tuple[tuple[Moment, Part], ...]


@lru_cache(maxsize=1024)
def series_of(table: Table) -> tuple[Series, ...]:
    """The rows of a table whose columns are times, each with its numbers."""
    return tuple(_rows_in_time(table))


def _rows_in_time(table: Table) -> Iterator[Series]:
    columns = [(column.index, found) for column in table.columns if (found := timed(column))]
    if len(columns) < 2 or len({each.rest for _, each in columns}) != 1:
        return
    if len({each.moment.grain for _, each in columns}) != 1:
        return
    if not all(each.moment.year for _, each in columns):
        return
    for row in table.rows:
        cells = [(found.moment, table.cells[row.index][index]) for index, found in columns]
        points = [(moment, part) for moment, cell in cells if (part := cell.percent or cell.amount)]
        if len(points) > 1:
            yield Series(row.label, tuple(points))


def odd_change(stated: Quantity, base: Part, level: Quantity | Part) -> OfCells | None:
    """The fault, where the change told is of the sort that the two numbers make."""
    shares = level.text.rstrip().endswith("%")
    if (shares and stated.measure is Measure.COUNT) or not base.value:
        return None
    if stated.measure is Measure.POINTS and not shares:
        return None
    difference = level.value - base.value
    told = f"{level.text.strip()} − {base.text.strip()} = {plain(difference)}"
    expected = plain(abs(difference))
    if stated.measure is Measure.PERCENT:
        expected = f"{plain(abs(difference / base.value * 100), 1)}%"
        told += f"; ÷ {base.text.strip()} = {expected}"
    return OfCells(stated, expected, f"{told}, not {stated.text.strip()}")


def turned_change(stated: Quantity, base: Part, level: Part) -> OfCells:
    """The fault, where the numbers make the change told but go the other way."""
    difference = level.value - base.value
    way = "up" if difference > 0 else "down"
    return OfCells(
        stated,
        "",
        f"{level.text.strip()} − {base.text.strip()} = {plain(difference)}: {way}",
    )


def plain(value: Fraction, places: int = 2) -> str:
    return f"{round(float(value), places):,}".removesuffix(".0").replace("-", "−")
