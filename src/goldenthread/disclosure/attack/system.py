"""Everything published as equations and limits among whole numbers, in exact arithmetic.

One variable for each cell that is not printed exactly; one row for each sum and each share. All
coefficients are whole numbers: a share of 12.5 per cent printed to one decimal says that
249 x base <= 2000 x count <= 251 x base.
"""

from collections.abc import Iterable
from dataclasses import dataclass, field
from fractions import Fraction
from math import ceil, floor, gcd, lcm

from goldenthread.disclosure.publication.model import Cell, Item, Publication, StatedRule, Sum
from goldenthread.nouns import Symbol

# A symbol that says the number is not nought but less than half of what would be printed.
_ROUNDS_TO_ZERO = {Symbol.ROUNDS_TO_ZERO, Symbol.LOW}

Origin = Sum | Item


@dataclass(frozen=True, slots=True)
class Row:
    """``low`` <= sum of coefficient x variable <= ``high``; None is no limit on that side."""

    terms: tuple[tuple[int, int], ...]
    low: int | None
    high: int | None
    origin: Origin

    @property
    def equality(self) -> bool:
        """Whether both limits are one number."""
        return self.low is not None and self.low == self.high


class ContradictionError(Exception):
    """No whole numbers fit what is published; ``origins`` is where that was noticed."""

    def __init__(self, origins: Iterable[Origin]) -> None:
        super().__init__("the published numbers contradict one another")
        self.origins = tuple(origins)


@dataclass(slots=True)
class System:
    """The unknown cells, their limits so far, and the rows that tie them.

    ``known`` are the cells printed exactly. ``low`` and ``high`` change as more is worked out.
    """

    known: dict[Cell, Fraction] = field(default_factory=dict)
    index: dict[Cell, int] = field(default_factory=dict)
    cells: list[Cell] = field(default_factory=list)
    low: list[int] = field(default_factory=list)
    high: list[int | None] = field(default_factory=list)
    rows: list[Row] = field(default_factory=list)

    def variable(self, cell: Cell) -> int:
        """The number of a cell's variable, made where there is none yet."""
        if cell not in self.index:
            self.index[cell] = len(self.cells)
            self.cells.append(cell)
            self.low.append(0)
            self.high.append(None)
        return self.index[cell]

    def value(self, cell: Cell) -> Fraction | None:
        """The cell's count where it is printed or has been worked out."""
        if cell in self.known:
            return self.known[cell]
        at = self.index.get(cell)
        if at is not None and self.low[at] == self.high[at]:
            return Fraction(self.low[at])
        return None

    def limits(self, cell: Cell) -> tuple[Fraction, Fraction | None]:
        """How low and how high the cell can be, by what has been worked out so far."""
        if cell in self.known:
            return self.known[cell], self.known[cell]
        at = self.index[cell]
        high = self.high[at]
        return Fraction(self.low[at]), None if high is None else Fraction(high)


def left_over(item: Item) -> Cell | None:
    """The cell of those whom a percentage leaves over, where it leaves any.

    A hidden one leaves them over too: where the whole and the part stay in print, anybody can take
    one from the other.
    """
    if item.base is None or item.per != 100 or (item.value or 0) > 100:
        return None
    return left_over_of(item.base, item.cell)


def left_over_of(base: Cell, cell: Cell) -> Cell:
    """The cell of those in a base that a cell leaves over, named by both of them."""
    return Cell(f"{base} other than {cell.measure}", cell.at)


def system_of(publication: Publication, rule: StatedRule) -> System:
    """The system of a publication. Raises ContradictionError where one printed number fits none."""
    system = System()
    for item in publication.printed():
        if printed_exactly(item):
            value = Fraction(item.value or 0)
            if system.known.setdefault(item.cell, value) != value:
                others = [each for each in publication.printed() if each.cell == item.cell]
                raise ContradictionError([each for each in others if printed_exactly(each)])
    seen: set[tuple[object, ...]] = set()
    for each in sums_with_remainders(publication, rule):
        _add(system, _of_sum(each), seen)
    for item in publication.items:
        for drawn in _of_item(item):
            _add(system, drawn, seen)
        if item.cell not in system.known:
            system.variable(item.cell)
    return system


def rows_of_everything(publication: Publication, rule: StatedRule) -> tuple[System, list[Row]]:
    """The rows with exact counts among them, so that each can be left out and put in again.

    The system given with them has their cells; counts that are not whole numbers stand in it.
    """
    system = System()
    exact = [item for item in publication.printed() if printed_exactly(item)]
    for item in exact:
        value = Fraction(item.value or 0)
        if value.denominator != 1:
            system.known[item.cell] = value
    seen: set[tuple[object, ...]] = set()
    for item in exact:
        value = Fraction(item.value or 0)
        if item.cell not in system.known:
            _add(system, ({item.cell: Fraction(1)}, value, value, item), seen)
    for item in publication.items:
        for drawn in _of_item(item):
            _add(system, drawn, seen)
    for each in sums_with_remainders(publication, rule):
        _add(system, _of_sum(each), seen)
    return system, system.rows


def sums_with_remainders(publication: Publication, rule: StatedRule) -> list[Sum]:
    """The sums, and with the rule's ``complement`` a base as those counted and those left over."""
    sums = list(publication.sums)
    if rule.complement:
        for item in publication.items:
            rest = left_over(item)
            if rest is not None and item.base is not None:
                sums.append(Sum(item.base, (item.cell, rest)))
    return sums


def printed_exactly(item: Item) -> bool:
    """Whether an item shows a count as it is."""
    return (
        item.value is not None and item.base is None and item.decimals >= 0 and not item.rounded_to
    )


_Drawn = tuple[dict[Cell, Fraction], Fraction | None, Fraction | None, Origin]


def _of_sum(each: Sum) -> _Drawn:
    terms = {each.whole: Fraction(1)}
    for part in each.parts:
        terms[part] = terms.get(part, Fraction(0)) - 1
    return terms, Fraction(0), Fraction(0) if each.complete else None, each


def _of_item(item: Item) -> list[_Drawn]:
    """What an item says beyond an exact count."""
    one, half = Fraction(1), Fraction(1, 2) / Fraction(10) ** item.decimals
    if item.value is None:
        return _of_a_symbol(item, half)
    value = Fraction(item.value)
    if item.base is not None:
        above = {item.cell: Fraction(item.per), item.base: -(value - half)}
        below = {item.cell: Fraction(item.per), item.base: -(value + half)}
        if item.base == item.cell:
            return []
        return [
            (above, Fraction(0), None, item),
            (below, None, Fraction(0), item),
            ({item.base: one}, one, None, item),
        ]
    if item.rounded_to:
        reach = Fraction(item.rounded_to - 1)
        return [({item.cell: one}, value - reach, value + reach, item)]
    if item.decimals < 0:
        return [({item.cell: one}, value - half, value + half, item)]
    return []


def _of_a_symbol(item: Item, half: Fraction) -> list[_Drawn]:
    if item.symbol not in _ROUNDS_TO_ZERO:
        return []
    one = Fraction(1)
    if item.base is None:
        return [({item.cell: one}, one, half, item)]
    return [
        ({item.cell: one}, one, None, item),
        ({item.cell: Fraction(item.per), item.base: -half}, None, Fraction(0), item),
    ]


def _add(system: System, drawn: _Drawn, seen: set[tuple[object, ...]]) -> None:
    """Add a row with what is known put in and its coefficients made whole."""
    cells, low, high, origin = drawn
    constant = sum(
        (factor * system.known[cell] for cell, factor in cells.items() if cell in system.known),
        Fraction(0),
    )
    free = {cell: factor for cell, factor in cells.items() if cell not in system.known and factor}
    low = None if low is None else low - constant
    high = None if high is None else high - constant
    if not free:
        if (low is not None and low > 0) or (high is not None and high < 0):
            raise ContradictionError([origin])
        return
    scale = Fraction(lcm(*(factor.denominator for factor in free.values())))
    common = gcd(*(int(factor * scale) for factor in free.values()))
    scale /= common
    terms = tuple(
        sorted((system.variable(cell), int(factor * scale)) for cell, factor in free.items())
    )
    row = Row(
        terms,
        None if low is None else ceil(low * scale),
        None if high is None else floor(high * scale),
        origin,
    )
    key = (row.terms, row.low, row.high)
    if key not in seen:
        seen.add(key)
        system.rows.append(row)
