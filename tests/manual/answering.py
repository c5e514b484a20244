"""Puts the questions of the manual to any engine, to hold it to the same answers."""

from collections.abc import Mapping
from typing import Any

import pyarrow as pa

from goldenthread.engines import Engine
from goldenthread.indicators import indicator
from goldenthread.indicators.counting import counted
from goldenthread.indicators.homes import HOMES, placed
from goldenthread.indicators.journey import Journey
from goldenthread.tables import catalogue, table
from tests.manual.recording import Example, Key, Pair

_EVERY = tuple(catalogue().items())


class OnEngine(dict[str, Any]):
    """Tables that are put on an engine when an expression first asks for them."""

    def __init__(self, engine: Engine, rows: Mapping[str, pa.Table]) -> None:
        super().__init__()
        self._engine = engine
        self._rows = rows

    def __missing__(self, name: str) -> Any:
        self[name] = self._engine.load(name, self._rows[name])
        return self[name]


def answered(example: Example, engine: Engine) -> dict[Key, Pair]:
    """What an engine answers of what an example tells; nothing is nought of nought."""
    expression = indicator(example.indicator).expression
    if expression is None:
        raise ValueError(f"{example.indicator} is not counted from records")
    held = example.tables
    tables = OnEngine(engine, {name: held.get(name, each.empty()) for name, each in _EVERY})
    if example.localities:
        told = (held.get(name, table(name).empty()) for name in ("address", "cla_episodes"))
        tables[HOMES] = engine.load(HOMES, placed(*told, example.localities))
    by_locality = example.localities is not None
    journey = Journey(tables, example.periods, engine.load, example.chosen, by_locality=by_locality)
    rows = counted(expression, journey, engine.fetch).to_pylist()
    found = {
        (row["period"], row["dimension"], row["category"]): (row["numerator"], row["denominator"])
        for row in rows
    }
    return {key: found.get(key, (0.0, 0.0)) for key in example.answers}
