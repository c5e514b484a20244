"""Engines are opened by name, and every expression can be asked of each with nothing connected."""

import builtins
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pyarrow as pa
import pytest

from goldenthread import engines
from goldenthread.engines import described, in_words_of
from goldenthread.figures.measured import computable
from goldenthread.figures.measured.periods import measured_for, periods_of
from goldenthread.indicators import Indicator
from goldenthread.indicators.counting import SCHEMA, counted
from goldenthread.indicators.journey import Journey
from goldenthread.nouns import GoldenThreadError, Period
from goldenthread.tables import catalogue

YEAR = Period.financial_year(2024)
PERIODS = (YEAR, *periods_of(YEAR, "month"), Period.rolling(12, 2024, 1))
DIALECTS = ("duckdb", "postgres", "pyspark")


class NotThere:
    """An engine that is only spoken of: it keeps every question in each engine's words."""

    name = "nowhere"

    def __init__(self) -> None:
        self.asked: list[str] = []

    def load(self, name: str, rows: pa.Table) -> Any:
        return described(name, rows.schema)

    def fetch(self, expression: Any) -> pa.Table:
        self.asked += [in_words_of(dialect, expression) for dialect in DIALECTS]
        return expression.schema().to_pyarrow().empty_table()

    def close(self) -> None:
        """Nothing was opened."""


@pytest.mark.parametrize("indicator", computable(), ids=lambda each: each.name)
def test_every_expression_compiles_for_every_engine_with_nothing_connected(
    indicator: Indicator,
) -> None:
    engine = NotThere()
    tables = {name: engine.load(name, each.empty()) for name, each in catalogue().items()}
    asked = [each.asked for each in measured_for(indicator, PERIODS)]
    assert indicator.expression
    found = counted(indicator.expression, Journey(tables, asked, engine.load), engine.fetch)
    assert found.schema == SCHEMA
    assert len(engine.asked) >= len(DIALECTS)
    assert all(text.lstrip().upper().startswith(("SELECT", "WITH")) for text in engine.asked)


def test_the_embedded_engine_answers_and_is_closed() -> None:
    engine = engines.open()
    rows = engine.load("some", pa.table({"a": ["x", None], "b": [1.5, 2.0]}))
    assert engine.fetch(rows.filter(rows.a.notnull())).to_pylist() == [{"a": "x", "b": 1.5}]
    again = engine.load("some", pa.table({"a": ["y"]}))
    assert engine.fetch(again).to_pylist() == [{"a": "y"}]
    engine.close()


def test_what_is_kept_stays_while_what_it_was_made_of_changes() -> None:
    engine = engines.open()
    rows = engine.load("some", pa.table({"a": ["x", None]}))
    kept = engine.keep("known", rows.filter(rows.a.notnull()))
    engine.load("some", pa.table({"a": ["y", "z"]}))
    assert engine.fetch(kept).to_pylist() == [{"a": "x"}]
    again = engine.keep("known", rows.filter(rows.a.notnull()))
    assert engine.fetch(again.order_by("a")).to_pylist() == [{"a": "y"}, {"a": "z"}]
    engine.close()


def test_where_memory_runs_short_it_is_said_and_nothing_is_put_on_the_disk(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    engine = engines.open(memory_limit="4MB")
    numbers = pa.array(range(200_000)).cast(pa.string())
    rows = engine.load("many", pa.table({"a": numbers}))
    with pytest.raises(GoldenThreadError, match="more memory than 4MB"):
        engine.keep("all_of_them", rows.cross_join(rows.view()).order_by("a"))
    engine.close()
    assert not list(tmp_path.iterdir())


def test_what_is_no_amount_of_memory_is_refused() -> None:
    with pytest.raises(GoldenThreadError, match="such as 4GB"):
        engines.open(memory_limit="plenty")


def test_an_engine_that_is_none_and_an_address_that_is_not_needed_are_refused() -> None:
    with pytest.raises(GoldenThreadError, match="choose of duckdb, postgres, spark"):
        engines.open("oracle")
    with pytest.raises(GoldenThreadError, match="leave --address out"):
        engines.open("duckdb", "postgresql://somewhere")


@pytest.mark.parametrize(("name", "library"), [("postgres", "psycopg"), ("spark", "pyspark")])
def test_an_engine_whose_library_is_missing_says_what_to_install(
    name: str, library: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    real: Callable[..., Any] = builtins.__import__

    def without(wanted: str, *rest: Any, **more: Any) -> Any:
        if wanted.partition(".")[0] in (library, "py4j"):
            raise ModuleNotFoundError(f"No module named {wanted!r}", name=wanted)
        return real(wanted, *rest, **more)

    monkeypatch.delitem(__import__("sys").modules, f"goldenthread.engines.{name}", raising=False)
    monkeypatch.setattr(builtins, "__import__", without)
    with pytest.raises(GoldenThreadError, match=rf"install goldenthread\[{name}\]"):
        engines.open(name)
