"""Drawn tables counted on the embedded engine: what the spec tests of indicators stand on."""

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any

import pyarrow as pa

from goldenthread.engines import connect, fetched
from goldenthread.indicators import indicator
from goldenthread.indicators.counting import counted
from goldenthread.indicators.journey import Journey
from goldenthread.nouns import Period
from goldenthread.tables import catalogue, table

AREA = "821"


def drawn(name: str, text: str) -> pa.Table:
    """A table drawn as text: a line of column names, then a line for each row, parted by ``|``.

    A dash is an empty cell; days are written 2024-03-31; a day with T is a moment.
    """
    lines = [line for line in text.strip().splitlines() if line.strip()]
    names = [each.strip() for each in lines[0].split("|")]
    made = table(name)
    rows = [
        {
            column: _value(made.by_name[column].kind.arrow, cell.strip())
            for column, cell in zip(names, line.split("|"), strict=True)
        }
        for line in lines[1:]
    ]
    return made.of([{"area": AREA, **row} for row in rows])


def _value(kind: pa.DataType, cell: str) -> Any:
    if cell == "-":
        return None
    if pa.types.is_boolean(kind):
        return {"yes": True, "no": False}[cell]
    return pa.scalar(cell).cast(kind).as_py()


def a_journey(
    tables: Mapping[str, pa.Table],
    periods: Iterable[Period],
    chosen: Mapping[str, str] | None = None,
) -> tuple[Journey, Any]:
    """A journey over these tables, the others empty, on an engine of its own; and the engine."""
    con = connect()

    def load(name: str, rows: pa.Table) -> Any:
        con.con.register(name, rows)
        return con.table(name)

    every = {name: load(name, tables.get(name, each.empty())) for name, each in catalogue().items()}
    return Journey(every, tuple(periods), load, chosen), con


def count(
    name: str,
    tables: Mapping[str, pa.Table],
    periods: Iterable[Period],
    chosen: Mapping[str, str] | None = None,
) -> dict[tuple[str, str, str], tuple[float, float]]:
    """An indicator's numerator and denominator by period, dimension and category."""
    expression = indicator(name).expression
    if expression is None:
        raise ValueError(f"{name} is not counted from records")
    journey, _con = a_journey(tables, periods, chosen)
    found = counted(expression, journey, fetched)
    return {
        (row["period"], row["dimension"], row["category"]): (row["numerator"], row["denominator"])
        for row in found.to_pylist()
    }


def whole(
    name: str,
    tables: Mapping[str, pa.Table],
    period: Period,
    chosen: Mapping[str, str] | None = None,
) -> tuple[float, float]:
    """The whole of one period; nought of nought where nothing was counted."""
    return count(name, tables, [period], chosen).get((period.code, "", ""), (0.0, 0.0))


def day(text: str) -> date:
    """A day from its written form."""
    return date.fromisoformat(text)
