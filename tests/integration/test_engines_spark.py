"""Spark answers as the embedded engine does: run by ``make test-spark``, a local cluster of two."""

import warnings
from collections.abc import Iterator
from importlib.util import find_spec
from shutil import which

import pyarrow as pa
import pytest

from goldenthread import engines
from goldenthread.engines import Engine
from goldenthread.figures.measured import measure
from goldenthread.nouns import Period
from tests.factories.journeys import Answers, Questions, count
from tests.factories.records import LUTON_2023, made_up, measured
from tests.manual.recording import Example, examples
from tests.skips import do_without

pytestmark = pytest.mark.spark


@pytest.fixture(scope="module")
def engine() -> Iterator[Engine]:
    """A local session; skips without Spark or Java, and fails in CI."""
    lacking = [
        what
        for what, there in (
            ("pyspark (make test-spark installs it)", find_spec("pyspark")),
            ("Java 17 or later (the package openjdk-17-jre-headless)", which("java")),
        )
        if not there
    ]
    if lacking:
        do_without(f"needs {' and '.join(lacking)}")
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # Spark's own, about its own
        made = engines.open("spark")
        yield made
        made.close()


@pytest.mark.filterwarnings("ignore")
def test_the_same_figures_as_the_embedded_engine_to_the_last_row(engine: Engine) -> None:
    these, year = made_up(), Period.financial_year(2024)
    there = measure(these, [year], engine=engine, population=LUTON_2023)
    here = measured(these, [year])
    assert there.table.num_rows > 500
    assert there.table.equals(here.table)


@pytest.mark.filterwarnings("ignore")
def test_a_table_may_be_replaced_and_nothing_is_left(engine: Engine) -> None:
    engine.load("some", pa.table({"a": ["x"]}))
    rows = engine.load("some", pa.table({"a": ["y", None]}))
    assert sorted(engine.fetch(rows)["a"].to_pylist(), key=str) == [None, "y"]


@pytest.mark.filterwarnings("ignore")
def test_an_example_of_each_indicator_has_the_same_answer(engine: Engine) -> None:
    """Spark takes seconds for each question: one of each here, all of them on PostgreSQL."""
    one_of_each = {each.indicator: each for each in reversed(examples())}
    assert len(one_of_each) > 70
    on = Questions(engine)
    wrong = {
        f"{each.says} ({each.indicator}, {dict(each.chosen)})": (told, dict(each.answers))
        for each in one_of_each.values()
        if (told := answered(each, on)) != each.answers
    }
    assert wrong == {}


def answered(each: Example, on: Questions) -> Answers:
    """What an engine answers of what an example tells; nothing is nought of nought."""
    found = count(each.indicator, each.tables, each.periods, each.chosen, each.localities, on)
    return {key: found.get(key, (0.0, 0.0)) for key in each.answers}
