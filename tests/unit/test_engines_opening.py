"""Engines are opened by name; what is amiss is said."""

import builtins
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pyarrow as pa
import pytest

from goldenthread import engines
from goldenthread.nouns import GoldenThreadError


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
