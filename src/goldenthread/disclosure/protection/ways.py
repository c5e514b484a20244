"""The ways in which a count can be protected, and the cheapest of them.

A small count needs another world in which it is larger than the threshold; how wide the interval
must be besides can be made up above or below. Near by is looked first: what protects a count mostly
stands in the same sums.
"""

import time
from collections.abc import Collection, Iterator, Mapping
from math import ceil

from goldenthread.disclosure.protection.shifting import Shifting
from goldenthread.disclosure.protection.standing import Standing
from goldenthread.disclosure.publication.model import Cell, StatedRule

# How many sums and shares away from a count the numbers that protect it are looked for.
_STEPS = (2, 4, 1000)


class Ways:
    """Looks for ways among the counts of one standing; remembers the programmes it drew."""

    def __init__(
        self,
        standing: Standing,
        own: int,
        weights: Mapping[int, float],
        rule: StatedRule,
        deadline: float,
    ) -> None:
        self._standing, self._own, self._weights = standing, own, weights
        self._rule, self._deadline = rule, deadline
        self._near: dict[tuple[Cell, int], Shifting] = {}

    @property
    def late(self) -> bool:
        """Whether the time given is over."""
        return time.monotonic() > self._deadline

    def size(self, cell: Cell) -> int:
        """How many counts are looked at first."""
        return self._around(cell, _STEPS[0]).size if cell in self._standing.counts else 0

    def way(
        self, cell: Cell, width: int, hidden: Collection[int], rigid: Collection[int]
    ) -> frozenset[int] | None:
        """The items, hidden already or not, that must not be in print to protect ``cell``.

        So that its interval is ``width`` wide, at the least loss. None where there is no way, or
        none was found in time.
        """
        if cell not in self._standing.counts:
            return None
        for steps in _STEPS:
            found = self._cheapest(self._around(cell, steps), cell, width, hidden, rigid)
            if found is not None or self.late:
                return found
        return None

    def _cheapest(
        self,
        near: Shifting,
        cell: Cell,
        width: int,
        hidden: Collection[int],
        rigid: Collection[int],
    ) -> frozenset[int] | None:
        best: frozenset[int] | None = None
        least = 0.0
        for number, (up, down) in enumerate(self._splits(cell, width)):
            # The two ends of the range are compared; what lies between is for want of better.
            if best is not None and number >= 2:
                break
            one = near.shift(cell, up, hidden, rigid, self._deadline) if up else frozenset()
            if one is None:
                continue
            other = near.shift(cell, -down, hidden, rigid, self._deadline) if down else frozenset()
            if other is None:
                continue
            needed = one | other
            loss = sum(self._weights.get(at, 0.0) for at in needed if at not in hidden)
            if best is None or loss < least:
                best, least = needed, loss
            if not least:
                break
        return best

    def _splits(self, cell: Cell, width: int) -> Iterator[tuple[int, int]]:
        """How far up and down: all of it up, as much as can be down, then what is between."""
        count = self._standing.counts[cell]
        if count is None:
            yield max(width, 1), 0
            return
        beyond = max(ceil(self._rule.threshold + 1 - count), 0)
        most = min(int(count), max(width - beyond, 0))
        downs = [0, most, *range(1, most)] if most else [0]
        for down in downs:
            yield max(beyond, width - down), down

    def _around(self, cell: Cell, steps: int) -> Shifting:
        near = self._near.get((cell, steps))
        if near is None:
            around = self._standing.around(cell, steps)
            near = self._near[cell, steps] = Shifting(around, self._own, self._weights)
        return near
