"""Both ways of counting an indicator over one history, and where they differ.

One embedded engine serves many histories, and what was compiled for one serves them all: otherwise
a test of some hundred little histories would spend its time on writing SQL.
"""

from collections.abc import Mapping
from functools import cache
from typing import Any

import pyarrow as pa

from goldenthread.engines import connect
from goldenthread.indicators import indicator
from goldenthread.indicators.counting import counted
from goldenthread.indicators.homes import HOMES, placed
from goldenthread.indicators.journey import Journey
from goldenthread.indicators.parameters import PARAMETERS, choices
from goldenthread.tables import catalogue, table
from tests.factories.histories import OWN_IDENTIFIER, PERIODS, History
from tests.factories.localities import some_localities
from tests.second_way import Key, answers


class Engine:
    """One embedded engine for many histories: an expression is compiled once for all of them."""

    def __init__(self) -> None:
        self.con = connect()
        self.compiled: dict[Any, str] = {}
        self.journeys: dict[Any, Journey] = {}
        self.filled: set[str] = set()
        self.tables = {name: self.load(name, one.empty()) for name, one in catalogue().items()}
        self.tables[HOMES] = self.load(HOMES, self._homes({}))

    def load(self, name: str, rows: pa.Table) -> Any:
        """Puts a table on the engine, in place of one of the same name."""
        self.con.con.register(name, rows)
        return self.con.table(name)

    def fill(self, history: History) -> None:
        """Holds this history and nothing else."""
        for name in self.filled - {*history}:
            self.con.con.register(name, table(name).empty())
        for name in history:
            self.con.con.register(name, _rows(name, history))
        self.con.con.register(HOMES, self._homes(history))
        self.filled = {*history}

    @staticmethod
    def _homes(history: History) -> pa.Table:
        """Where the children of a history live, by localities that are always the same."""
        told = (_rows(name, history) for name in ("address", "cla_episodes"))
        return placed(*told, some_localities())

    def fetch(self, expression: Any) -> pa.Table:
        """Runs an expression, whose SQL is kept."""
        key = expression.op()
        if key not in self.compiled:
            self.compiled[key] = self.con.compile(expression)
        return self.con.con.sql(self.compiled[key]).to_arrow_table()

    def journey(self, chosen: Mapping[str, str]) -> Journey:
        """The one journey of these choices, whose own tables (its windows among them) no other
        journey's take the place of."""
        key = tuple(sorted(chosen.items()))
        if key not in self.journeys:
            number = len(self.journeys)

            def load(name: str, rows: pa.Table) -> Any:
                return self.load(f"{name}_{number}", rows)

            self.journeys[key] = Journey(self.tables, PERIODS, load, chosen, by_locality=True)
        return self.journeys[key]


def _rows(name: str, history: History) -> pa.Table:
    return table(name).of([dict(row) for row in history.get(name, ())])


@cache
def engine() -> Engine:
    """The engine of this process."""
    return Engine()


def first_way(
    name: str, history: History, chosen: Mapping[str, str]
) -> dict[Key, tuple[float, float]]:
    """The indicator by its expression, for every area and period and breakdown."""
    expression = indicator(name).expression
    if expression is None:
        raise ValueError(f"{name} is not counted from records")
    there = engine()
    there.fill(history)
    found = counted(expression, there.journey(chosen), there.fetch)
    return {
        (row["area"], row["period"], row["dimension"], row["category"]): (
            row["numerator"],
            row["denominator"],
        )
        for row in found.to_pylist()
    }


def agree(name: str, history: History, chosen: Mapping[str, str] | None = None) -> None:
    """Fails, naming the first cell, where the expression and the second way differ."""
    first = first_way(name, history, chosen or {})
    second = answers(name, history, PERIODS, choices(chosen))
    for key in sorted({*first, *second}):
        one, other = first.get(key), second.get(key)
        if one is None or other is None or any(
            abs(a - b) > 1e-9 for a, b in zip(one, other, strict=True)
        ):  # fmt: skip
            raise AssertionError(
                f"{name}, {' · '.join(key)}, {dict(chosen or {})}: the expression says {one}, "
                f"the second way {other}"
            )


def ways_to_choose(name: str) -> list[dict[str, str]]:
    """The defaults, and each other choice of each parameter of an indicator by itself."""
    expression = indicator(name).expression
    named = expression.parameters if expression else ()
    others = [{p: value} for p in named for value, _ in PARAMETERS[p].choices[1:]]
    return [{}, *others]


def tables_read(name: str) -> tuple[str, ...]:
    """The tables an indicator reads, those that others refer to first; addresses with all."""
    expression = indicator(name).expression
    if expression is None:
        raise ValueError(f"{name} is not counted from records")
    needed = {each.table for each in expression.needs} - {"person"}
    first = [each for each in OWN_IDENTIFIER if each in needed]
    return (*first, *sorted(needed - {*first}), "address")
