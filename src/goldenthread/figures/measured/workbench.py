"""Records put on an engine as they are asked for, and what expressions share worked out once."""

from collections.abc import Mapping, Sequence
from itertools import count
from typing import Any

import pyarrow as pa

from goldenthread.engines import Engine, described
from goldenthread.indicators import Indicator
from goldenthread.indicators.counting import Asked, asked
from goldenthread.indicators.journey import Journey
from goldenthread.nouns import Period
from goldenthread.nouns.stages import Stages
from goldenthread.tables import Records


class Workbench:
    """An engine with some records on it, the journeys over them by periods, and what is kept.

    Other records may take the place of those (``fill``): what was asked of the ones is then asked
    of the others in the same words.
    """

    def __init__(
        self,
        records: Records,
        engine: Engine,
        chosen: Mapping[str, str] | None = None,
        stages: Stages | None = None,
    ) -> None:
        self.engine = engine
        self._chosen = chosen
        self._stages = stages
        self._tables = _Loaded(records, engine)
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
                self._tables, key, load, self._chosen, self._keep, self._stages
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
        return question.numbers(self.engine.fetch(question.cells))

    def _keep(self, rows: Any) -> Any:
        """What several expressions stand on, worked out once; the same one is known again."""
        key = rows.op()
        if key not in self._kept:
            self._kept[key] = (f"kept_{len(self._kept) + 1}", rows)
            self.engine.keep(*self._kept[key])
        name, rows = self._kept[key]
        return described(name, rows.schema().to_pyarrow())


class _Loaded(dict[str, Any]):
    """The tables of the records, each put on the engine when it is first asked for."""

    def __init__(self, records: Records, engine: Engine) -> None:
        super().__init__()
        self._records = records
        self._engine = engine

    def __missing__(self, name: str) -> Any:
        self[name] = self._engine.load(name, self._records.tables[name])
        return self[name]

    def fill(self, records: Records) -> None:
        """Other records, under the same names."""
        self._records = records
        for name in self:
            self._engine.load(name, records.tables[name])
