"""What every council has in one year, for telling a place among them: values and nothing more."""

from collections import defaultdict
from collections.abc import Sequence
from typing import Any

from goldenthread.engines import fetched
from goldenthread.nouns import AreaKind, Figure, Period

# Indicator, unit, period, and the origin: source, release and definition.
_Measured = tuple[str, str, str, str, str, str]

_COLUMNS = ("indicator", "unit", "period", "source", "vintage", "definition")


class Standings:
    """The councils' values of each whole of a reporting year, by what they measure and whence."""

    def __init__(self, table: Any, report_year: int) -> None:
        """``table`` is the book's; ``report_year`` the calendar year the report's year ends in."""
        year = Period.financial_year(report_year)
        wholes = table.filter(
            table.area_kind == AreaKind.COUNCIL.value,
            table.breakdown == "",
            table.period_end.between(year.start, year.end),
            table.value.notnull(),
        )
        read = fetched(wholes.select(*_COLUMNS, "value"))
        self._values: dict[_Measured, list[float]] = defaultdict(list)
        columns = [read.column(name).to_pylist() for name in (*_COLUMNS, "value")]
        for *measured, value in zip(*columns, strict=True):
            self._values[tuple(measured)].append(value)

    def of(self, figure: Figure) -> Sequence[float]:
        """Every council's value of the figure's measure, period and origin."""
        thread = figure.thread
        measured = (figure.indicator, figure.unit.value, figure.period.code)
        return self._values.get((*measured, thread.source, thread.vintage, thread.definition), ())
