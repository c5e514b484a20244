"""PostgreSQL answers as the embedded engine does, sees only what it may, and keeps nothing."""

from collections.abc import Iterator
from datetime import date, datetime
from importlib.util import find_spec
from pathlib import Path

import pyarrow as pa
import pytest

from goldenthread import engines
from goldenthread.engines import Engine
from goldenthread.figures.measured import measure, periods_of
from goldenthread.nouns import GoldenThreadError, Period
from tests.factories.journeys import Questions
from tests.factories.postgres import programs, server
from tests.factories.records import LUTON_2023, made_up, measured
from tests.manual.recording import files, of_file
from tests.skips import do_without

KINDS = pa.table(
    {
        "text": pa.array(['a, "b"\nc', "", None, "é"], pa.string()),
        "day": pa.array([date(2024, 2, 29), None, date(1999, 1, 1), date(2024, 3, 31)]),
        "moment": pa.array(
            [datetime(2024, 3, 31, 23, 59, 58), None, None, None], pa.timestamp("s")
        ),
        "whole": pa.array([1, None, -3, 4], pa.int32()),
        "number": pa.array([0.1, None, 1e-9, 12345.678], pa.float64()),
        "flag": pa.array([True, None, False, True], pa.bool_()),
    }
)


@pytest.fixture(scope="module")
def address() -> Iterator[str]:
    """A server of the tests' own; skips without one, and fails in CI."""
    folder = programs()
    lacking = "the library psycopg" if not find_spec("psycopg") else ""
    if folder is None:
        lacking = "PostgreSQL (the package postgresql)"
    if lacking or folder is None:
        do_without(f"needs {lacking}")
    with server(folder) as where:
        yield where


@pytest.fixture
def engine(address: str) -> Iterator[Engine]:
    made = engines.open("postgres", address)
    yield made
    made.close()


def test_every_kind_of_cell_comes_back_as_it_went(engine: Engine) -> None:
    rows = engine.load("kinds", KINDS)
    back = engine.fetch(rows.order_by(rows.whole.asc(nulls_first=True)))
    expected = KINDS.sort_by("whole").to_pylist()
    assert sorted(back.to_pylist(), key=str) == sorted(expected, key=str)
    assert engine.fetch(rows.filter(rows.text == "nobody")).to_pylist() == []


def test_text_is_ordered_by_its_bytes(engine: Engine) -> None:
    rows = engine.load("words", pa.table({"word": ["b", "A", "a", "B", "_"]}))
    found = engine.fetch(rows.order_by("word"))["word"].to_pylist()
    assert found == sorted(["b", "A", "a", "B", "_"])


def test_the_same_figures_as_the_embedded_engine_to_the_last_row(engine: Engine) -> None:
    these, year = made_up(), Period.financial_year(2024)
    periods = [year, *periods_of(year, "quarter"), *periods_of(year, "rolling")[-1:]]
    there = measure(these, periods, engine=engine, population=LUTON_2023)
    here = measured(these, periods)
    assert there.table.num_rows > 1000
    assert there.table.equals(here.table)


def test_nobody_else_sees_the_tables_and_nothing_is_left(address: str) -> None:
    import psycopg

    engine = engines.open("postgres", address)
    engine.load("secret", KINDS)
    count = b"SELECT count(*) FROM pg_class WHERE relname = 'secret'"
    with psycopg.connect(address) as other:
        assert other.execute(count).fetchone() == (1,)
        with pytest.raises(psycopg.errors.UndefinedTable):
            other.execute(b"SELECT * FROM secret")
    engine.close()
    engine.close()
    with psycopg.connect(address, autocommit=True) as other:
        for _ in range(100):  # the server drops them as the session ends, in its own time
            if other.execute(count).fetchone() == (0,):
                break
            other.execute(b"SELECT pg_sleep(0.05)")
        assert other.execute(count).fetchone() == (0,)


def test_what_it_refuses_is_said_without_a_cell(engine: Engine) -> None:
    with pytest.raises(GoldenThreadError, match="could not take in the table person") as refused:
        engine.load("person", pa.table({"name": ["Ann\x00Other"]}))
    assert "Ann" not in str(refused.value)
    assert refused.value.__cause__ is None


def test_where_nobody_answers_it_says_what_to_check(address: str) -> None:
    with pytest.raises(GoldenThreadError, match="check --address"):
        engines.open("postgres", f"{address}-elsewhere")


@pytest.mark.parametrize("file", files(), ids=lambda path: path.stem)
def test_every_spec_test_of_an_indicator_holds(engine: Engine, file: Path) -> None:
    assert of_file(file, on=Questions(engine))
