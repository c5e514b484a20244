"""Records put on an engine as they are asked for, and what expressions share worked out once."""

from collections.abc import Sequence
from itertools import count
from typing import Any

import pyarrow as pa
import pyarrow.compute as pc

from goldenthread.engines import Engine, described
from goldenthread.figures.measured.terms import USUAL, Terms
from goldenthread.indicators import Indicator
from goldenthread.indicators.counting import Asked, asked
from goldenthread.indicators.homes import HOMES, LOCALITY, placed, told
from goldenthread.indicators.journey import Journey
from goldenthread.nouns import Period
from goldenthread.nouns.localities import Localities
from goldenthread.tables import Records


class Workbench:
    """An engine with some records on it, the journeys over them by periods, and what is kept.

    Other records may take the place of those (``fill``): what was asked of the ones is then asked
    of the others in the same words. On terms with localities it counts by locality too,
    of the councils of whose children a home is told.
    """

    def __init__(
        self,
        records: Records,
        engine: Engine,
        terms: Terms = USUAL,
    ) -> None:
        self.engine = engine
        self._terms = terms
        self._tables = _Loaded(records, engine, terms.localities)
        self._journeys: dict[tuple[Period, ...], Journey] = {}
        self._questions: dict[tuple[str, tuple[Period, ...]], Asked] = {}
        self._kept: dict[Any, tuple[str, Any]] = {}
        self._numbers = count(1)

    def fill(self, records: Records) -> None:
        """Put other records in the place of those here."""
        self._tables.fill(records)
        for name, rows in self._kept.values():  # in the order in which they stand on one another
            self.engine.keep(name, rows)

    def journey(self, periods: Sequence[Period]) -> Journey:
        """The journey over the records for some periods."""
        key = tuple(periods)
        if key not in self._journeys:
            number = next(self._numbers)

            def load(name: str, rows: pa.Table) -> Any:
                return self.engine.load(f"{name}_{number}", rows)

            self._journeys[key] = Journey(
                self._tables,
                key,
                load,
                self._terms.chosen,
                self._keep,
                self._terms.stages,
                by_locality=self._terms.localities is not None,
            )
        return self._journeys[key]

    def counted(self, indicator: Indicator, periods: Sequence[Period]) -> pa.Table:
        """The numbers of an indicator for some periods, as ``indicators.counting`` gives them.

        Raises ValueError for one that is not counted from records.
        """
        if indicator.expression is None:
            raise ValueError(f"{indicator.name} is not counted from records")
        key = indicator.name, tuple(periods)
        if key not in self._questions:
            self._questions[key] = asked(indicator.expression, self.journey(periods))
        question = self._questions[key]
        return self._where_told(question.numbers(self.engine.fetch(question.cells)))

    def _where_told(self, numbers: pa.Table) -> pa.Table:
        """Without the localities of councils of which nobody told any."""
        if self._terms.localities is None:
            return numbers
        areas = pa.array(self._tables.homes_told, pa.string())
        elsewhere = pc.not_equal(numbers["dimension"], LOCALITY)
        return numbers.filter(pc.or_(elsewhere, pc.is_in(numbers["area"], value_set=areas)))

    def _keep(self, rows: Any) -> Any:
        """What several expressions stand on, worked out once; the same one is known again."""
        key = rows.op()
        if key not in self._kept:
            self._kept[key] = (f"kept_{len(self._kept) + 1}", rows)
            self.engine.keep(*self._kept[key])
        name, rows = self._kept[key]
        return described(name, rows.schema().to_pyarrow())


class _Loaded(dict[str, Any]):
    """The tables of the records, each put on the engine when it is first asked for; and the homes
    of children, where they can be told by locality."""

    def __init__(self, records: Records, engine: Engine, localities: Localities | None) -> None:
        super().__init__()
        self._records = records
        self._engine = engine
        self._localities = localities

    def __missing__(self, name: str) -> Any:
        self[name] = self._engine.load(name, self._rows(name))
        return self[name]

    @property
    def homes_told(self) -> tuple[str, ...]:
        """The councils of whose children a home is told, in a part of theirs."""
        return told(*self._homes(), self._localities) if self._localities else ()

    def _rows(self, name: str) -> pa.Table:
        if name == HOMES and self._localities:
            return placed(*self._homes(), self._localities)
        return self._records.tables[name]

    def _homes(self) -> tuple[pa.Table, pa.Table]:
        return self._records.tables["address"], self._records.tables["cla_episodes"]

    def fill(self, records: Records) -> None:
        """Other records, under the same names."""
        self._records = records
        for name in self:
            self._engine.load(name, self._rows(name))
