"""The choice of what to hide: round after round, until the attack finds nothing.

Each small count gets the cheapest shift that protects it; what no shift needs is printed again;
then the attack, which knows nothing of all this, says what can still be worked out, and that is
protected in turn. The attack has the last word.
"""

import time
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace

from goldenthread.disclosure.attack import Attacked, attack
from goldenthread.disclosure.protection.model import RefusedError
from goldenthread.disclosure.protection.shifting import Shifting
from goldenthread.disclosure.protection.standing import Standing
from goldenthread.disclosure.publication.model import Cell, Item, Publication, StatedRule
from goldenthread.nouns import Symbol

# Rounds of repair after which the search has gone astray: some three are usual.
_ROUNDS = 25

# How much work goes into printing again what can be spared, in counts looked at: half a minute or so.
# It is not told in seconds, so that the same release is protected the same way on any machine.
_SPARING = 1_500_000

# How many sums and shares away from a count the numbers that protect it are looked for.
_STEPS = (2, 4, 1000)

Progress = Callable[[str], None]


@dataclass(kw_only=True)
class Choice:
    """What is hidden so far in one publication, and what there is to choose by.

    ``everything`` is the publication put together with the ``earlier`` ones, its own items first.
    """

    publication: Publication
    everything: Publication
    earlier: Sequence[Publication]
    rule: StatedRule
    symbol: Symbol
    standing: Standing
    weights: Mapping[int, float]
    primary: frozenset[int]
    deadline: float
    progress: Progress | None = None
    hidden: set[int] = field(default_factory=set)
    rigid: set[int] = field(default_factory=set)

    def __post_init__(self) -> None:
        self._near: dict[tuple[Cell, int], Shifting] = {}
        self._printing: dict[Cell, list[int]] = {}
        for at, item in enumerate(self._items):
            if item.base is None:
                self._printing.setdefault(item.cell, []).append(at)

    def settle(self) -> Attacked:
        """Choose until the attack finds nothing; gives that attack.

        Raises RefusedError, naming a cell, where there is no safe choice or no time left.
        """
        self.hidden = set(self.primary)
        self._protect_all(self._small_cells())
        margin = self.rule.narrowest
        for turn in range(1, _ROUNDS + 1):
            attacked = self._attacked()
            if attacked.safe and not attacked.unproved:
                return attacked
            self._say(f"round {turn}: {len(attacked.leaks)} can still be worked out")
            self._repair(attacked, margin)
            # An interval may fall short in whole numbers where it does not in fractions.
            margin += 1
        worst = [leak.cell for leak in attacked.leaks] + [each.cell for each in attacked.unproved]
        raise RefusedError(
            f"no safe choice was found in {_ROUNDS} rounds: {worst[0]} can still be worked out; "
            "publish fewer tables together, or round instead",
            tuple(worst),
        )

    def safe(self) -> Publication:
        """The publication with the chosen numbers hidden, its rule said, nothing from inside."""
        items = tuple(
            _hide(item, self.symbol) if at in self.hidden else item
            for at, item in enumerate(self.publication.items)
        )
        return replace(self.publication, items=items, counts={}, rule=self.rule)

    def _attacked(self) -> Attacked:
        return attack(self.safe(), self.rule, self.earlier, explain=False)

    def _small_cells(self) -> list[Cell]:
        """The cells that the primary numbers show."""
        cells = {self.everything.items[at].cell for at in self.primary}
        return sorted(cells)

    def _protect_all(self, cells: Iterable[Cell]) -> None:
        """Find what is needed, then print again whatever can be spared, the dearest first."""
        wanted = list(cells)
        for number, cell in enumerate(wanted, start=1):
            self._protect(cell, self.rule.narrowest)
            if number % 50 == 0:
                self._say(f"{number} of {len(wanted)} small counts protected")
        uses = {cell: self._shift(cell, self.rule.narrowest) & self.hidden for cell in wanted}
        self.hidden = set(self.primary).union(*uses.values())
        chosen = self.hidden - self.primary
        spare = [group for group in self._groups() if group <= chosen]
        work = _SPARING
        for group in sorted(spare, key=self._loss, reverse=True):
            work -= self._spare(group, uses)
            if work < 0:
                break

    def _loss(self, items: Collection[int]) -> tuple[float, list[int]]:
        """What hiding these items loses, with their places to settle ties."""
        return sum(self.weights[item] for item in items), sorted(items)

    def _spare(self, group: frozenset[int], uses: dict[Cell, set[int]]) -> int:
        """Print a group of numbers again if every shift that uses it can go another way.

        Gives how much work that was: the counts among which ways were looked for.
        """
        without = self.hidden - group
        instead, work = {}, 0
        for cell, used in uses.items():
            if used & group:
                work += self._near[cell, _STEPS[0]].size
                way = self._way(cell, self.rule.narrowest, without)
                if way is None or not way <= without:
                    return work
                instead[cell] = set(way)
        uses.update(instead)
        self.hidden = without
        return work

    def _protect(self, cell: Cell, by: int) -> None:
        self.hidden |= self._shift(cell, by)

    def _groups(self) -> list[frozenset[int]]:
        """What is hidden or printed together: all places of one count, or one share."""
        own = len(self.publication.items)
        shares = [frozenset({tie.item}) for tie in self.standing.ties if tie.item < own]
        return [frozenset(items) for items in self.standing.exact.values()] + shares

    def _way(self, cell: Cell, by: int, hidden: Collection[int]) -> frozenset[int] | None:
        """A cheapest shift near by; farther off only where there is none."""
        if cell not in self.standing.counts:
            return None
        for steps in _STEPS:
            near = self._near.get((cell, steps))
            if near is None:
                around = self.standing.around(cell, steps)
                near = Shifting(around, len(self.publication.items), self.weights)
                self._near[cell, steps] = near
            way = near.shift(cell, by, hidden, self.rigid, self.deadline)
            if way is not None or time.monotonic() > self.deadline:
                return way
        return None

    def _shift(self, cell: Cell, by: int) -> set[int]:
        found = self._way(cell, by, self.hidden)
        if found is not None:
            return set(found)
        if time.monotonic() > self.deadline:
            raise RefusedError(
                f"{cell} could not be shown to be safe in the time given: give more with --seconds,"
                " or publish fewer tables together",
                (cell,),
            )
        raise RefusedError(
            f"{cell} cannot be protected whatever is hidden, because of what is already public:"
            " leave it out of this release, together with the totals it is part of",
            (cell,),
        )

    def _repair(self, attacked: Attacked, margin: int) -> None:
        before = set(self.hidden)
        for leak in attacked.leaks:
            if self._large(leak.cell):
                self._print_again(leak.cell)
            else:
                self._protect(leak.cell, margin)
        for each in attacked.unproved:
            self._protect(each.cell, margin)
        if self.hidden == before:
            self._hide_beside([leak.cell for leak in attacked.leaks])
            self._hide_beside([each.cell for each in attacked.unproved])

    def _large(self, cell: Cell) -> bool:
        """Whether it is a count that was hidden for others' sake and may as well be printed."""
        count = self.everything.counts.get(cell)
        return count is not None and (count > self.rule.threshold or count == 0) and self._own(cell)

    def _own(self, cell: Cell) -> bool:
        return any(at in self.hidden - self.primary for at in self._items_of(cell))

    @property
    def _items(self) -> tuple[Item, ...]:
        """Its own items, with their cells as the earlier releases know them."""
        return self.everything.items[: len(self.publication.items)]

    def _items_of(self, cell: Cell) -> list[int]:
        return self._printing.get(cell, [])

    def _print_again(self, cell: Cell) -> None:
        """A large count that the rest gives away anyway protects nobody by being hidden."""
        for at in self._items_of(cell):
            if at not in self.primary:
                self.hidden.discard(at)
                self.rigid.add(at)

    def _hide_beside(self, cells: Iterable[Cell]) -> None:
        """The last resort for a cell that a shift ought to protect and does not: its neighbours.

        The cheapest printed number of every sum and share it stands in is hidden as well.
        """
        for cell in cells:
            linked = [
                {each.whole, *each.parts}
                for each in self.everything.sums
                if cell == each.whole or cell in each.parts
            ]
            for group in linked:
                self.hidden |= self._cheapest(group - {cell})
            self.hidden |= {
                at
                for at, item in enumerate(self._items)
                if item.base is not None and cell in (item.cell, item.base)
            }

    def _cheapest(self, cells: Collection[Cell]) -> set[int]:
        """The items of that one of the cells which is printed and loses least by being hidden."""
        groups = [set(self._items_of(cell)) for cell in cells]
        printed = [group for group in groups if group - self.hidden]
        return min(printed, key=self._loss) if printed else set()

    def _say(self, what: str) -> None:
        if self.progress:
            self.progress(what)


def _hide(item: Item, symbol: Symbol) -> Item:
    return item if item.hidden else replace(item, value=None, symbol=symbol, rounded_to=0)
