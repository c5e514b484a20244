"""Drawn tables counted on an engine: what the spec tests of indicators stand on."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache
from typing import Any

import pyarrow as pa

from goldenthread import engines
from goldenthread.engines import Engine
from goldenthread.indicators import indicator
from goldenthread.indicators.counting import Asked, asked
from goldenthread.indicators.homes import HOMES, placed
from goldenthread.indicators.journey import Journey
from goldenthread.nouns import Period
from goldenthread.nouns.localities import Localities
from goldenthread.tables import catalogue, table
from goldenthread.tables.drawing import AREA, drawn

__all__ = ["AREA", "Questions", "count", "day", "drawn", "embedded", "whole"]

_OWN = "journey_"  # how the names of a journey's own tables begin: periods, working days

Answers = dict[tuple[str, str, str], tuple[float, float]]


@dataclass(frozen=True)
class _Known:
    """A question as it was made, the tables it reads and those of the journey's own."""

    question: Asked
    tables: tuple[str, ...]
    own: tuple[str, ...]


class Questions:
    """An engine that is asked many little questions, most of them again and again.

    What an indicator asks is the same whatever the tables hold, and to make it takes far longer
    than to answer it: each is made once.
    """

    def __init__(self, engine: Engine) -> None:
        self.engine = engine
        self._known: dict[Any, _Known] = {}

    def rows(
        self,
        name: str,
        tables: Mapping[str, pa.Table],
        periods: Iterable[Period],
        chosen: Mapping[str, str] | None = None,
        localities: Localities | None = None,
    ) -> pa.Table:
        """An indicator counted over these tables, the others empty, as ``counted`` gives it."""
        expression = indicator(name).expression
        if expression is None:
            raise ValueError(f"{name} is not counted from records")
        there, loaded = _WhenAsked(self.engine, tables), []

        def load(its_name: str, rows: pa.Table) -> Any:
            loaded.append(its_name)
            return self.engine.load(its_name, rows)

        if localities:
            told = (tables.get(each, table(each).empty()) for each in ("address", "cla_episodes"))
            there[HOMES] = self.engine.load(HOMES, placed(*told, localities))
        by_locality = localities is not None
        journey = Journey(there, tuple(periods), load, chosen, by_locality=by_locality)
        key = (expression, *sorted(journey.choices.items()), by_locality)
        if known := self._known.get(key):
            there.update({each: there[each] for each in known.tables})
            for own in known.own:
                getattr(journey, own)
        else:
            question = asked(expression, journey)
            own_tables = tuple(each.removeprefix(_OWN) for each in loaded)
            known = self._known[key] = _Known(question, tuple(there), own_tables)
        return known.question.numbers(self.engine.fetch(known.question.cells))


class _WhenAsked(dict[str, Any]):
    """Tables that are put on the engine when an expression first asks for them."""

    def __init__(self, engine: Engine, tables: Mapping[str, pa.Table]) -> None:
        super().__init__()
        self._engine = engine
        self._tables = tables

    def __missing__(self, name: str) -> Any:
        self[name] = self._engine.load(name, self._tables.get(name, catalogue()[name].empty()))
        return self[name]


@cache
def embedded() -> Questions:
    """The embedded engine of this process."""
    return Questions(engines.open())


def count(
    name: str,
    tables: Mapping[str, pa.Table],
    periods: Iterable[Period],
    chosen: Mapping[str, str] | None = None,
    localities: Localities | None = None,
    on: Questions | None = None,
) -> Answers:
    """An indicator's numerator and denominator by period, dimension and category."""
    rows = (on or embedded()).rows(name, tables, periods, chosen, localities)
    return {
        (row["period"], row["dimension"], row["category"]): (row["numerator"], row["denominator"])
        for row in rows.to_pylist()
    }


def whole(
    name: str,
    tables: Mapping[str, pa.Table],
    period: Period,
    chosen: Mapping[str, str] | None = None,
    on: Questions | None = None,
) -> tuple[float, float]:
    """The whole of one period; nought of nought where nothing was counted."""
    return count(name, tables, [period], chosen, on=on).get((period.code, "", ""), (0.0, 0.0))


def day(text: str) -> date:
    """A day from its written form."""
    return date.fromisoformat(text)
