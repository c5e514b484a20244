"""The choice of what to hide: round after round, until the attack finds nothing.

Each small count gets the cheapest shift that protects it; what no shift needs is printed again;
then the attack, which knows nothing of all this, says what can still be worked out, and that is
protected in turn. The attack has the last word.
"""

from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace

from goldenthread.disclosure.attack import Attacked, attack
from goldenthread.disclosure.protection.model import RefusedError
from goldenthread.disclosure.protection.neighbours import Neighbours
from goldenthread.disclosure.protection.standing import Standing
from goldenthread.disclosure.protection.ways import Ways
from goldenthread.disclosure.publication.model import Cell, Item, Publication, StatedRule
from goldenthread.nouns import Symbol

# Rounds of repair after which whole neighbourhoods are hidden: some three are usual.
_ROUNDS = 12

# How much work goes into printing again what can be spared, in counts looked at: half a minute.
# It is not told in seconds, so that the same release is protected the same way on any machine.
_SPARING = 1_500_000

Progress = Callable[[str], None]


@dataclass(kw_only=True)
class Choice:
    """What is hidden so far in one publication, and what there is to choose by.

    ``everything`` is the publication put together with the ``earlier`` ones, its own items first;
    ``primary`` what is hidden for itself, with the cells of few children each shows.
    """

    publication: Publication
    everything: Publication
    earlier: Sequence[Publication]
    rule: StatedRule
    symbol: Symbol
    standing: Standing
    ways: Ways
    weights: Mapping[int, float]
    primary: Mapping[int, tuple[Cell, ...]]
    progress: Progress | None = None
    hidden: set[int] = field(default_factory=set)
    rigid: set[int] = field(default_factory=set)

    def __post_init__(self) -> None:
        self._neighbours = Neighbours(
            self.standing,
            self.everything.items[: len(self.publication.items)],
            self.everything.sums,
            self.everything.sensitive,
            self.weights,
        )
        self.small = tuple(sorted({cell for cells in self.primary.values() for cell in cells}))

    def settle(self) -> Attacked:
        """Choose until the attack finds nothing; gives that attack.

        Raises RefusedError, naming a cell, where there is no safe choice or no time left.
        """
        self.hidden = set(self.primary)
        self._protect_all(self.small)
        margin = self.rule.narrowest
        for turn in range(1, _ROUNDS + 1):
            attacked = self._attacked(f"round {turn}")
            if attacked.shown_safe:
                return attacked
            self._repair(attacked, margin)
            # An interval may fall short in whole numbers where it does not in fractions.
            margin += 1
        return self._hide_round_about()

    def safe(self) -> Publication:
        """The publication with the chosen numbers hidden, its rule said, nothing from inside."""
        return self._hiding(self.hidden)

    def _hiding(self, hidden: Collection[int]) -> Publication:
        items = tuple(
            _hide(item, self.symbol) if at in hidden else item
            for at, item in enumerate(self.publication.items)
        )
        return replace(self.publication, items=items, counts={}, rule=self.rule)

    def _attacked(self, when: str) -> Attacked:
        self._in_time(self.small)
        attacked = attack(self.safe(), self.rule, self.earlier, explain=False, thorough=False)
        if attacked.shown_safe:
            self._in_time(self.small)
            attacked = attack(self.safe(), self.rule, self.earlier, explain=False)
        if not attacked.shown_safe:
            open_still = len(attacked.leaks) + len(attacked.unproved)
            self._say(f"{when}: {open_still} can still be worked out")
        return attacked

    def _in_time(self, cells: Sequence[Cell]) -> None:
        if self.ways.late:
            named = cells[0] if cells else "this release"
            raise RefusedError(
                f"{named} could not be shown to be safe in the time given: publish fewer tables"
                " together, or give more time (`protect` takes --seconds; make a"
                " report again when less else is running)",
                tuple(cells[:1]),
            )

    def _protect_all(self, wanted: Sequence[Cell]) -> None:
        """Find what is needed, then print again whatever can be spared, the dearest first."""
        for number, cell in enumerate(wanted, start=1):
            self._protect(cell, self.rule.narrowest)
            if number % 50 == 0:
                self._say(f"{number} of {len(wanted)} small counts")
        uses = {cell: self._needed(cell, self.rule.narrowest) & self.hidden for cell in wanted}
        self.hidden = set(self.primary).union(*uses.values())
        chosen = self.hidden - set(self.primary)
        spare = [group for group in self._groups() if group <= chosen]
        work = _SPARING
        for group in sorted(spare, key=self._neighbours.loss, reverse=True):
            work -= self._spare(group, uses)
            if work < 0:
                break

    def _spare(self, group: frozenset[int], uses: dict[Cell, set[int]]) -> int:
        """Print a group of numbers again if every shift that uses it can go another way.

        Gives how much work that was: the counts among which ways were looked for.
        """
        without = self.hidden - group
        instead, work = {}, 0
        for cell, used in uses.items():
            if used & group:
                work += self.ways.size(cell)
                way = self.ways.way(cell, self.rule.narrowest, without, self.rigid)
                if way is None or not way <= without:
                    return work
                instead[cell] = set(way)
        uses.update(instead)
        self.hidden = without
        return work

    def _groups(self) -> list[frozenset[int]]:
        """What is hidden or printed together: all places of one count, or one share."""
        own = len(self.publication.items)
        shares = [frozenset({tie.item}) for tie in self.standing.ties if tie.item < own]
        return [frozenset(items) for items in self.standing.exact.values()] + shares

    def _protect(self, cell: Cell, width: int) -> None:
        self.hidden |= self._needed(cell, width)

    def _needed(self, cell: Cell, width: int) -> set[int]:
        """What has to be hidden for a cell; nothing where no shift protects it.

        Then the attack says whether it has to be protected at all: it may be public already.
        """
        found = self.ways.way(cell, width, self.hidden, self.rigid)
        self._in_time([cell])
        return set() if found is None else set(found)

    def _repair(self, attacked: Attacked, margin: int) -> None:
        before = frozenset(self.hidden)
        for leak in attacked.leaks:
            if self._large(leak.cell):
                self._print_again(leak.cell)
            elif leak.kind == "exact" and leak.interval.low > self.rule.threshold:
                # Of a large count hidden earlier it is enough that it is not known exactly.
                self._protect_anew(leak.cell, margin - self.rule.narrowest + 1, before)
            else:
                self._protect_anew(leak.cell, margin, before)
        for each in attacked.unproved:
            self._protect_anew(each.cell, margin, before)
        if self.hidden == before:
            self._hide_beside(_in_question(attacked))

    def _protect_anew(self, cell: Cell, width: int, before: frozenset[int]) -> None:
        """Protect a cell that the attack worked out although ``before`` was hidden.

        What protects it in fractions may fall short in whole numbers: so more than is needed is
        asked for, until something is hidden that was not; and where no width asks for more, a
        share that leans on the same hidden counts goes, since it lets too few whole numbers fit.
        """
        for wider in range(width, width + self.rule.narrowest + 1):
            needed = self._needed(cell, wider)
            if not needed <= before:
                self.hidden |= needed
                return
        self.hidden |= self._neighbours.share_on(cell, self.hidden)

    def _large(self, cell: Cell) -> bool:
        """Whether it is a count that was hidden for others' sake and may as well be printed."""
        count = self.everything.counts.get(cell)
        large = count is not None and (count > self.rule.threshold or count == 0)
        # One that had to be hidden once more is needed: then it is protected as others are.
        spared = set(self.primary) | self.rigid
        return large and any(
            at in self.hidden and at not in spared for at in self._neighbours.of(cell)
        )

    def _print_again(self, cell: Cell) -> None:
        """A large count that the rest gives away anyway protects nobody by being hidden."""
        for at in self._neighbours.of(cell):
            if at in self.hidden and at not in self.primary:
                self.hidden.discard(at)
                self.rigid.add(at)

    def _hide_beside(self, cells: Iterable[Cell]) -> None:
        """For cells that a shift ought to protect and does not: their neighbours are hidden."""
        for cell in cells:
            self.hidden |= self._neighbours.beside(cell, self.hidden)

    def _hide_round_about(self) -> Attacked:
        """The last resort: all that is within so many steps of what is given away, then all."""
        steps, reached = 1, set[int]()
        while True:
            attacked = self._attacked(f"hiding all within {steps} steps")
            if attacked.shown_safe:
                return attacked
            near = self._neighbours.near(_in_question(attacked), steps)
            # What is near by may be hidden already, and what gives it away stand further off.
            while near <= self.hidden and not near <= reached:
                steps, reached = steps * 2, near
                near = self._neighbours.near(_in_question(attacked), steps)
            if near <= self.hidden:
                break
            self.hidden |= near
            steps *= 2
        return self._hide_all()

    def _hide_all(self) -> Attacked:
        """Hide all but the large counts that are known even so; if that will not do, nothing will.

        Raises RefusedError with the cells that are known whatever is hidden.
        """
        self.hidden, self.rigid = set(self._neighbours.hideable), set()
        while True:
            attacked = self._attacked("hiding everything")
            if attacked.shown_safe:
                return attacked
            known = [leak.cell for leak in attacked.leaks if self._large(leak.cell)]
            if not known:
                break
            for cell in known:
                self._print_again(cell)
        cells = _in_question(attacked)
        raise RefusedError(
            f"{cells[0]} can be worked out whatever is hidden, because of what is known to all or"
            " public already: leave it out of this release, together with the totals it is part"
            " of",
            tuple(cells),
        )

    def _say(self, what: str) -> None:
        if self.progress:
            self.progress(what)


def _in_question(attacked: Attacked) -> list[Cell]:
    return [leak.cell for leak in attacked.leaks] + [each.cell for each in attacked.unproved]


def _hide(item: Item, symbol: Symbol) -> Item:
    return item if item.hidden else replace(item, value=None, symbol=symbol)
