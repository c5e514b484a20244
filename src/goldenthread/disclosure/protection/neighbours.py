"""The numbers that stand beside a count: which print it, lean on it, or add up with it."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from functools import cached_property

from goldenthread.disclosure.protection.standing import Standing
from goldenthread.disclosure.publication.model import Cell, Item, Sum

# How many sums and shares away a share may lean on the same hidden counts as a cell.
_REACHES = (1, 2, 4, 8)


class Neighbours:
    """One publication's own items by what they stand beside; they are named by their places."""

    def __init__(
        self,
        standing: Standing,
        items: Sequence[Item],
        sums: Sequence[Sum],
        sensitive: Collection[str],
        weights: Mapping[int, float],
    ) -> None:
        self._standing, self._items, self._sums = standing, items, sums
        self._sensitive, self._weights = sensitive, weights
        self._printing: dict[Cell, list[int]] = {}
        self._sharing: dict[Cell, list[int]] = {}
        for at, item in enumerate(items):
            showing = self._printing if item.base is None else self._sharing
            showing.setdefault(item.cell, []).append(at)

    @cached_property
    def hideable(self) -> frozenset[int]:
        """What is a number of children: the rest is known to all anyway."""
        return frozenset(
            at
            for at, item in enumerate(self._items)
            if not item.hidden and item.cell.measure in self._sensitive
        )

    def of(self, cell: Cell) -> list[int]:
        """The items that show a cell's count, or where none does, a share of it."""
        return self._printing.get(cell) or self._sharing.get(cell, [])

    def loss(self, items: Collection[int]) -> tuple[float, list[int]]:
        """What hiding these items loses, with their places to settle ties."""
        return sum(self._weights[item] for item in items), sorted(items)

    def near(self, cells: Iterable[Cell], steps: int) -> set[int]:
        """The numbers within so many sums and shares of one of the cells."""
        within: set[Cell] = set()
        for cell in cells:
            if cell in self._standing.counts:
                within.update(self._standing.around(cell, steps).counts)
        return {
            at
            for at, item in enumerate(self._items)
            if item.cell in within or (item.base is not None and item.base in within)
        } & self.hideable

    def beside(self, cell: Cell, hidden: Collection[int]) -> set[int]:
        """The cheapest printed number of every sum a cell stands in, and every share of it."""
        found: set[int] = set()
        for each in self._sums:
            if cell == each.whole or cell in each.parts:
                found |= self._cheapest({each.whole, *each.parts} - {cell}, hidden)
        leaning = {
            at
            for at, item in enumerate(self._items)
            if item.base is not None and cell in (item.cell, item.base)
        }
        return found | (leaning & self.hideable)

    def _cheapest(self, cells: Collection[Cell], hidden: Collection[int]) -> set[int]:
        """The items of that one of the cells which is printed and loses least by being hidden."""
        groups = [set(self._printing.get(cell, ())) & self.hideable for cell in cells]
        printed = [group for group in groups if not group.issubset(hidden)]
        return min(printed, key=self.loss) if printed else set()

    def share_on(self, cell: Cell, hidden: Collection[int]) -> set[int]:
        """The cheapest of the nearest shares in print that lean on a hidden count; or nothing."""
        for steps in _REACHES if cell in self._standing.counts else ():
            near = self._standing.around(cell, steps)
            loose = {each for each in near.counts if any(at in hidden for at in self.of(each))}
            leaning = {tie.item for tie in near.ties if any(each in loose for each, _ in tie.terms)}
            shares = (leaning & self.hideable).difference(hidden)
            if shares:
                return {min(shares, key=lambda at: self.loss([at]))}
        return set()
