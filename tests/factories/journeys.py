"""Drawn tables counted on the embedded engine: what the spec tests of indicators stand on."""

from collections.abc import Callable, Iterable, Mapping
from datetime import date
from typing import Any

import pyarrow as pa

from goldenthread.engines import connect, fetched
from goldenthread.indicators import indicator
from goldenthread.indicators.counting import counted
from goldenthread.indicators.homes import HOMES, placed
from goldenthread.indicators.journey import Journey
from goldenthread.nouns import Period
from goldenthread.nouns.localities import Localities
from goldenthread.tables import catalogue
from goldenthread.tables.drawing import AREA, drawn

__all__ = ["AREA", "a_journey", "count", "day", "drawn", "whole"]


def a_journey(
    tables: Mapping[str, pa.Table],
    periods: Iterable[Period],
    chosen: Mapping[str, str] | None = None,
    localities: Localities | None = None,
) -> tuple[Journey, Any]:
    """A journey over these tables, the others empty, on an engine of its own; and the engine."""
    con = connect()

    def load(name: str, rows: pa.Table) -> Any:
        con.con.register(name, rows)
        return con.table(name)

    there = _WhenAsked(tables, load)
    if localities:
        told = (tables.get(name, catalogue()[name].empty()) for name in ("address", "cla_episodes"))
        there[HOMES] = load(HOMES, placed(*told, localities))
    by_locality = localities is not None
    return Journey(there, tuple(periods), load, chosen, by_locality=by_locality), con


class _WhenAsked(dict[str, Any]):
    """Tables that are put on the engine when an expression first asks for them."""

    def __init__(self, tables: Mapping[str, pa.Table], load: Callable[..., Any]) -> None:
        super().__init__()
        self._tables = tables
        self._load = load

    def __missing__(self, name: str) -> Any:
        self[name] = self._load(name, self._tables.get(name, catalogue()[name].empty()))
        return self[name]


def count(
    name: str,
    tables: Mapping[str, pa.Table],
    periods: Iterable[Period],
    chosen: Mapping[str, str] | None = None,
    localities: Localities | None = None,
) -> dict[tuple[str, str, str], tuple[float, float]]:
    """An indicator's numerator and denominator by period, dimension and category."""
    expression = indicator(name).expression
    if expression is None:
        raise ValueError(f"{name} is not counted from records")
    journey, _con = a_journey(tables, periods, chosen, localities)
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
