"""Cells, printed items and sums: one publication's numbers as protection and attack both see them.

A cell is a true count, whether printed or not. An item is one number printed somewhere: a cell's
count, perhaps rounded, or a percentage or rate of two cells. A sum says that one cell is made of
others, whole and without overlap. The same cell may be printed in many places.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal

from goldenthread.nouns import Symbol


@dataclass(frozen=True, slots=True, order=True)
class Cell:
    """Which count: a measure at a place on each dimension, as sorted (dimension, category) pairs.

    A dimension that is not named stands at its total.
    """

    measure: str
    at: tuple[tuple[str, str], ...] = ()

    @classmethod
    def of(cls, measure: str, at: Mapping[str, str]) -> "Cell":
        """The cell of a measure, its dimensions in any order."""
        return cls(measure, tuple(sorted(at.items())))

    def __str__(self) -> str:
        places = ", ".join(f"{dimension} {category}" for dimension, category in self.at)
        return f"{self.measure} ({places})" if places else self.measure


@dataclass(frozen=True, slots=True, kw_only=True)
class Item:
    """One number printed: in a table's cell, or in a sentence.

    Without ``base`` it is the count of ``cell``; with it, ``per`` times ``cell`` over ``base``
    (100 for a percentage, 10000 for a rate). ``value`` is what is printed, None where ``symbol``
    stands instead. ``decimals`` says how it is rounded (-1 is to ten); ``place`` where it stands
    ("contacts.csv, row 12", "sentence 3"). ``cost`` is what hiding it loses, compared with others.
    With ``rounded_to`` a count was put to one of the two multiples of it that lie around the true
    one, not always the nearer (controlled rounding); 0 where it was not.
    """

    cell: Cell
    value: Decimal | None
    place: str
    base: Cell | None = None
    per: int = 1
    decimals: int = 0
    symbol: Symbol | None = None
    cost: float = 1.0
    rounded_to: int = 0

    @property
    def hidden(self) -> bool:
        """Whether a symbol stands where the number would."""
        return self.value is None


@dataclass(frozen=True, slots=True)
class Sum:
    """``whole`` is the sum of ``parts``: every child in one part and one only.

    With ``complete`` false the parts do not overlap but need not be all: together they are at
    most the whole.
    """

    whole: Cell
    parts: tuple[Cell, ...]
    complete: bool = True


BETWEEN_MEASURES = ""
"""What ``Total.dimension`` holds where the whole and its parts are measures."""


@dataclass(frozen=True, slots=True)
class Total:
    """A hierarchy's one step, wherever it is met: a category that is the sum of others.

    ``complete`` is as in ``Sum``.
    """

    dimension: str
    whole: str
    parts: tuple[str, ...]
    complete: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class StatedRule:
    """What a protected release says of how it was protected; the public reads it too.

    Counts from 1 to ``threshold`` are protected. An interval that reaches down to them has to be
    at least ``narrowest`` wide. With ``complement`` the children a printed percentage leaves over
    are protected like those it counts.
    """

    name: str
    threshold: int
    narrowest: int
    complement: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Publication:
    """Everything one release prints, and how it hangs together.

    ``counts`` holds the true count of each cell known inside, whether printed or not; it is empty
    in what has been read back from a protected release. ``sensitive`` are the measures that count
    children; others (places, staff, populations) are printed as they are and known to all.
    ``totals`` are the hierarchies that ``sums`` were drawn from and ``wholes`` the category at
    which a table stands on a dimension it does not name: with them two releases can be put
    together. ``rule`` is what a protected release says of its protection, None inside.
    """

    name: str
    published: date
    items: tuple[Item, ...]
    sums: tuple[Sum, ...]
    sensitive: frozenset[str]
    counts: Mapping[Cell, int] = field(default_factory=dict)
    totals: tuple[Total, ...] = ()
    wholes: Mapping[str, str] = field(default_factory=dict)
    rule: StatedRule | None = None

    @property
    def occurring(self) -> frozenset[Cell]:
        """Every cell that an item is of, printed or hidden."""
        return frozenset(
            cell for item in self.items for cell in (item.cell, item.base) if cell is not None
        )

    @property
    def cells(self) -> tuple[Cell, ...]:
        """Every cell printed or named in a sum, sorted."""
        found = set(self.occurring)
        for each in self.sums:
            found.add(each.whole)
            found.update(each.parts)
        return tuple(sorted(found))

    def printed(self) -> Iterator[Item]:
        """The items that show a number."""
        return (item for item in self.items if not item.hidden)
