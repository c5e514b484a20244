"""A table's cells found by their value, or by their digits, instead of being asked one by one."""

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction
from functools import cached_property, lru_cache
from itertools import accumulate

from goldenthread.claims.intervals import Interval
from goldenthread.claims.language.model import Measure, Quantity
from goldenthread.claims.quoting.quoted_cells import middle, value_in
from goldenthread.claims.tables.table import Table

_UNITS = (10**3, 10**6)  # in which a heading may tell counts: see value_in


@dataclass(frozen=True, eq=False)
class CellIndex:
    """The values that the cells of one table may stand for in one unit, by row and column."""

    spans: tuple[tuple[int, int, Interval], ...]

    def holds(self, told: Interval) -> bool:
        """Whether any cell has a value in common with what is told."""
        lows, highest = self._ends
        reached = bisect_right(lows, told.high)
        return reached > 0 and highest[reached - 1] >= told.low

    def alike(self, digits: str, decimals: int) -> Iterator[tuple[int, int]]:
        """The cells with as many digits, of which one differs or that are in another order."""
        known = _by_digits(self, decimals)
        found = {place for key in _keys(digits) for place in known.get(key, ())}
        return (self.spans[place][:2] for place in sorted(found))

    @cached_property
    def _ends(self) -> tuple[list[Fraction], list[Fraction]]:
        ordered = sorted((span.low, span.high) for _, _, span in self.spans)
        return [low for low, _ in ordered], list(accumulate((high for _, high in ordered), max))


def index_of(table: Table, quantity: Quantity) -> CellIndex:
    """The cells of a table read in a quantity's unit."""
    large = max((unit for unit in _UNITS if quantity.value * 10 >= unit), default=0)
    unit = quantity.noun[:3] if quantity.measure is Measure.DURATION else ""
    return _index(table, quantity.measure, large, unit)


@lru_cache(maxsize=1024)
def _index(table: Table, measure: Measure, large: int, unit: str) -> CellIndex:
    least = Fraction(large, 10)
    told = Quantity(
        text="",
        start=0,
        end=0,
        value=least,
        interval=Interval.exactly(least),
        measure=measure,
        noun=unit,
    )
    return CellIndex(
        tuple(
            (row.index, column.index, span)
            for row in table.rows
            for column in table.columns
            if (span := value_in(table, row.index, column.index, told)) is not None
        )
    )


def digits_of(value: Fraction, decimals: int) -> str:
    """The digits of a value as printed with so many decimals."""
    return str(int(abs(value) * 10**decimals))


@lru_cache(maxsize=1024)
def _by_digits(index: CellIndex, decimals: int) -> dict[str, list[int]]:
    found = defaultdict(list)
    for place, (_, _, span) in enumerate(index.spans):
        for key in _keys(digits_of(middle(span), decimals)):
            found[key].append(place)
    return dict(found)


def _keys(digits: str) -> Iterator[str]:
    """What two numbers have in common that differ by a slip: their digits, all of them but one."""
    yield "".join(sorted(digits))
    for at in range(len(digits)):
        yield f"{digits[:at]}?{digits[at + 1 :]}"
