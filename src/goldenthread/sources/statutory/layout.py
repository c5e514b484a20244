"""What the elements of an XML return are: rows, cells, or holders of others.

Names are met without regard to case or namespace: exporting systems write CINclosureDate and
CINClosureDate. A kind of row is named and its cells are named as the standard writes them, since
that is what a fault tells a person to look for.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import Enum, auto
from functools import cached_property


class Role(Enum):
    """What an element is where it stands."""

    RECORD = auto()  # becomes a row, and holds its cells
    ITEM = auto()  # becomes a row of one cell: its own text
    CELL = auto()  # a cell of the row it stands in
    HOLDER = auto()  # only holds others
    PASSED_OVER = auto()  # known, and wanted by no table
    UNKNOWN = auto()


@dataclass(frozen=True)
class Kind:
    """One kind of element that becomes rows.

    ``within`` names the kind it belongs to, empty where it stands by itself. ``spellings`` are
    other names of its cells. An ``item`` is an element that holds one text and nothing else.
    """

    name: str
    cells: tuple[str, ...]
    within: str = ""
    spellings: Mapping[str, str] = field(default_factory=dict)
    item: bool = False

    @cached_property
    def by_folded(self) -> dict[str, int]:
        """The number of each cell, by its name folded."""
        numbers = {cell.casefold(): number for number, cell in enumerate(self.cells)}
        others = {
            other.casefold(): numbers[cell.casefold()] for other, cell in self.spellings.items()
        }
        return numbers | others


@dataclass(frozen=True)
class Layout:
    """All the elements of a return. ``child`` is the kind that is one child."""

    kinds: tuple[Kind, ...]
    child: str
    holders: frozenset[str]
    passed_over: frozenset[str]

    @cached_property
    def by_folded(self) -> dict[str, Kind]:
        """The kinds by name, folded."""
        return {kind.name.casefold(): kind for kind in self.kinds}

    def role(self, within: Kind | None, tag: str) -> tuple[Role, Kind | None, int]:
        """What an element is inside a row of a kind: with its own kind, or its cell's number."""
        folded = tag.rpartition("}")[2].casefold()
        # Inside a row its own cells come first: a plan may hold a date another kind is named by.
        if within is not None and (number := within.by_folded.get(folded)) is not None:
            return Role.CELL, within, number
        if kind := self.by_folded.get(folded):
            return (Role.ITEM if kind.item else Role.RECORD), kind, 0
        if folded in self.holders:
            return Role.HOLDER, None, 0
        if folded in self.passed_over:
            return Role.PASSED_OVER, None, 0
        return Role.UNKNOWN, None, 0


def folded(*names: str) -> frozenset[str]:
    """Names as they are met."""
    return frozenset(name.casefold() for name in names)
