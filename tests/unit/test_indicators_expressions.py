"""Every expression compiles for three engines with nothing connected, and reads what it says."""

from collections.abc import Mapping
from typing import Any

import ibis
import pyarrow as pa
import pytest

from goldenthread.engines import in_words_of
from goldenthread.indicators import DIMENSIONS, Computation, catalogue
from goldenthread.indicators.counting import counted
from goldenthread.indicators.homes import HOMES, LOCALITY
from goldenthread.indicators.homes import SCHEMA as HOMES_SCHEMA
from goldenthread.indicators.journey import Journey
from goldenthread.indicators.parameters import PARAMETERS
from goldenthread.nouns import Period
from goldenthread.tables import catalogue as tables
from tests.factories.both_ways import ways_to_choose

COMPUTED = {name: one.expression for name, one in catalogue().items() if one.expression}
WAYS = [(name, chosen) for name in COMPUTED for chosen in ways_to_choose(name)]
PERIODS = (Period.financial_year(2024), Period.quarters(2024, 1), Period.month(2024, 2))


class Watched(Journey):
    """A journey over tables that are nowhere, which remembers what it was asked for."""

    def __init__(self, chosen: Mapping[str, str]) -> None:
        schemas = {name: ibis.Schema.from_pyarrow(one.schema) for name, one in tables().items()}
        schemas[HOMES] = ibis.Schema.from_pyarrow(HOMES_SCHEMA)
        unbound = {name: ibis.table(schema, name=name) for name, schema in schemas.items()}
        super().__init__(unbound, PERIODS, _nowhere, chosen, by_locality=True)
        self.read: set[str] = set()
        self.chose: set[str] = set()

    def table(self, name: str) -> Any:
        self.read.add(name)
        return super().table(name)

    def choice(self, name: str) -> str:
        self.chose.add(name)
        return super().choice(name)


def _nowhere(name: str, rows: pa.Table) -> Any:
    return ibis.table(ibis.Schema.from_pyarrow(rows.schema), name=name)


class AskedError(Exception):
    """Raised instead of running a query, which has no engine here."""


@pytest.mark.parametrize(("name", "chosen"), WAYS, ids=str)
def test_it_compiles_for_each_engine_with_nothing_connected(
    name: str, chosen: dict[str, str]
) -> None:
    asked = []

    def fetch(expression: Any) -> pa.Table:
        for dialect in ("duckdb", "postgres", "pyspark"):
            asked.append(in_words_of(dialect, expression))
        raise AskedError

    with pytest.raises(AskedError):
        counted(COMPUTED[name], Watched(chosen), fetch)
    assert len(asked) == 3
    for text in asked:
        assert text.lstrip().upper().startswith(("SELECT", "WITH"))
        assert "ASOF" not in text.upper(), "a join that PostgreSQL takes minutes over"


@pytest.mark.parametrize("name", COMPUTED)
def test_it_reads_the_tables_and_makes_the_choices_it_names(name: str) -> None:
    expression = COMPUTED[name]
    read: set[str] = set()
    chose: set[str] = set()
    for chosen in ways_to_choose(name):
        journey = Watched(chosen)
        made = expression.rows(journey)
        assert {"area", "person_id", "numerator", "denominator"} <= set(made.columns)
        assert "day" in made.columns  # which the locality is of
        assert set(expression.breakdowns) - {LOCALITY} <= set(made.columns)
        read |= journey.read
        chose |= journey.chose
    assert read - {"person"} == {each.table for each in expression.needs} - {"person"}
    assert chose == set(expression.parameters)


@pytest.mark.parametrize("name", COMPUTED)
def test_what_it_is_broken_down_by_the_catalogue_says(name: str) -> None:
    one = catalogue()[name]
    assert set(COMPUTED[name].breakdowns) <= set(one.breakdowns) <= set(DIMENSIONS)
    assert one.computation is Computation.FROM_RECORDS


@pytest.mark.parametrize("name", COMPUTED)
def test_it_is_broken_down_by_where_the_child_lives(name: str) -> None:
    assert LOCALITY in COMPUTED[name].breakdowns


def test_every_parameter_is_chosen_by_an_indicator_and_explained() -> None:
    assert {name for one in COMPUTED.values() for name in one.parameters} == set(PARAMETERS)
    for one in PARAMETERS.values():
        assert one.asks.endswith("?")
        assert one.reason.endswith(".")
        assert len(one.choices) >= 2
        assert all(words and not words.endswith(".") for _, words in one.choices)
