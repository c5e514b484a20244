"""Controlled rounding: every count to a multiple of a base, and the printed sums still add up.

Each count goes to one of the two multiples around it, not always the nearer, so that what is
printed adds up wherever it can. In tables of three dimensions that is not always possible: then as
few sums as can be are left not to add up, and are named.
"""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

import highspy
import numpy as np

from goldenthread.disclosure.publication.model import Cell, Item, Publication, StatedRule, Sum
from goldenthread.nouns import GoldenThreadError, Symbol

# What a sum that does not add up costs, in children by which counts are moved.
_NOT_ADDING = 10_000.0
# How near to the best it has to be, and how much searching it may take in one part.
_GAP, _NODES = 0.02, 5_000


@dataclass(frozen=True, slots=True, kw_only=True)
class Rounded:
    """A publication with its counts rounded, still with its true counts inside.

    ``rounded`` are the places of its items that were; ``withheld`` of those for which a symbol
    stands, because a rounded count behind them does not say what they said. ``not_adding`` are the
    printed sums that do not add up.
    """

    publication: Publication
    rounded: frozenset[int]
    withheld: frozenset[int]
    not_adding: tuple[Sum, ...]


def rounded(
    publication: Publication,
    base: int,
    rule: StatedRule,
    earlier: Sequence[Publication] = (),
    *,
    symbol: Symbol = Symbol.CONFIDENTIAL,
    sentences: Collection[int] = (),
) -> Rounded:
    """Round the counts of children to multiples of ``base``; shares and sentences are withheld.

    A share of true counts would show what rounding hides, and is worked by the reader from the
    rounded ones; ``sentences`` are the places of items that a release cannot yet say were rounded.
    A count that an earlier release rounded is rounded the same way. Raises GoldenThreadError where
    the base is too small for the rule.
    """
    if rule.threshold and base < rule.threshold + 2:
        raise GoldenThreadError(
            f"multiples of {base} would say of a 0 that it is at most {base - 1}, so a small count:"
            f" with a threshold of {rule.threshold} take {rule.threshold + 2} or more, such as"
            f" {_decent(rule.threshold + 2)}"
        )
    ours = {
        at
        for at, item in enumerate(publication.items)
        if not item.hidden and item.cell.measure in publication.sensitive
    }
    plain = {at for at in ours if _is_count(publication.items[at]) and at not in sentences}
    cells = sorted({publication.items[at].cell for at in plain})
    counts = {cell: _count(publication, cell, plain) for cell in cells}
    sums = [each for each in publication.sums if all(cell in counts for cell in _members(each))]
    values = _values(counts, sums, base, _as_before(earlier, base))
    items = list(publication.items)
    for at, item in enumerate(items):
        if at in plain:
            items[at] = replace(item, value=Decimal(values[item.cell]), rounded_to=base)
        elif item.hidden and _is_count(item) and item.cell.measure in publication.sensitive:
            # A table is rounded to one multiple, what was hidden in it before included.
            items[at] = replace(item, rounded_to=base)
        elif at in ours and (item.base is not None or at in sentences):
            items[at] = replace(item, value=None, symbol=symbol)
    return Rounded(
        publication=replace(publication, items=tuple(items)),
        rounded=frozenset(plain),
        withheld=frozenset(at for at in ours if items[at].hidden),
        not_adding=tuple(each for each in sums if not _adds(each, values)),
    )


def _decent(least: int) -> int:
    return next(each for each in (5, 10, 20, 50, 100, 1000, least) if each >= least)


def _is_count(item: Item) -> bool:
    return item.base is None and item.decimals >= 0 and not item.rounded_to


def _count(publication: Publication, cell: Cell, plain: Collection[int]) -> int:
    if cell in publication.counts:
        return publication.counts[cell]
    return next(
        int(item.value or 0)
        for at, item in enumerate(publication.items)
        if at in plain and item.cell == cell
    )


def _members(each: Sum) -> tuple[Cell, ...]:
    return (each.whole, *each.parts)


def _adds(each: Sum, values: Mapping[Cell, int]) -> bool:
    together = sum(values[part] for part in each.parts)
    return together == values[each.whole] or (not each.complete and together < values[each.whole])


def _as_before(earlier: Sequence[Publication], base: int) -> dict[Cell, int]:
    """What earlier releases printed of each cell, rounded to the same base."""
    return {
        item.cell: int(item.value or 0)
        for release in earlier
        for item in release.printed()
        if item.rounded_to == base
    }


def _values(
    counts: Mapping[Cell, int], sums: Sequence[Sum], base: int, before: Mapping[Cell, int]
) -> dict[Cell, int]:
    """A multiple for each count, part by part: cells that no sum ties round by themselves."""
    found: dict[Cell, int] = {}
    for cells, tied in _parts(counts, sums):
        part = _Part(cells, tied, counts, base, before)
        up = part.solved(strictly=True)
        if up is None:
            up = part.solved(strictly=False)
        if up is None:
            raise GoldenThreadError(
                f"no rounding was found for {cells[0]} and the {len(cells) - 1} counts tied to it:"
                " publish fewer tables together, or hide instead with --method suppress"
            )
        for cell, higher in zip(cells, up, strict=True):
            found[cell] = base * (counts[cell] // base + (1 if higher else 0))
    return found


def _parts(counts: Mapping[Cell, int], sums: Sequence[Sum]) -> list[tuple[list[Cell], list[Sum]]]:
    """The cells that sums tie together, with those sums."""
    leader = {cell: cell for cell in counts}

    def root(cell: Cell) -> Cell:
        while leader[cell] != cell:
            leader[cell] = leader[leader[cell]]
            cell = leader[cell]
        return cell

    for each in sums:
        for part in each.parts:
            leader[root(part)] = root(each.whole)
    cells: dict[Cell, list[Cell]] = {}
    for cell in counts:
        cells.setdefault(root(cell), []).append(cell)
    tied: dict[Cell, list[Sum]] = {}
    for each in sums:
        tied.setdefault(root(each.whole), []).append(each)
    return [(members, tied.get(start, [])) for start, members in cells.items()]


class _Part:
    """The programme of one part: a yes or no for each cell, whether it goes up."""

    def __init__(
        self,
        cells: Sequence[Cell],
        sums: Sequence[Sum],
        counts: Mapping[Cell, int],
        base: int,
        before: Mapping[Cell, int],
    ) -> None:
        self._place = {cell: at for at, cell in enumerate(cells)}
        self._sums, self._counts, self._base = sums, counts, base
        over = [counts[cell] % base for cell in cells]
        self._low = np.zeros(len(cells))
        self._high = np.array([1.0 if rest else 0.0 for rest in over])
        for at, cell in enumerate(cells):
            higher = (before.get(cell, -1) - counts[cell] + over[at]) / base
            if higher in (0.0, 1.0) and higher <= self._high[at]:
                self._low[at] = self._high[at] = higher
        # Going up moves a count by what is lacking, staying down by what is over.
        self._costs = np.array([float(base - 2 * rest) for rest in over])

    def solved(self, *, strictly: bool) -> list[bool] | None:
        """Which cells go up; without ``strictly`` sums may fail to add up, at a price."""
        size = len(self._place)
        if not self._sums:
            free = self._high > self._low
            return [bool(up) for up in np.where(free, self._costs < 0, self._low > 0)]
        model = highspy.Highs()
        for name, value in (
            ("output_flag", False),
            ("threads", 1),
            ("random_seed", 1),
            ("mip_rel_gap", _GAP),
            ("mip_max_nodes", _NODES),
        ):
            model.setOptionValue(name, value)
        model.addVars(size, self._low, self._high)
        model.changeColsCost(size, np.arange(size, dtype=np.int32), self._costs)
        for at in range(size):
            model.changeColIntegrality(at, highspy.HighsVarType.kInteger)
        for each in self._sums:
            self._add(model, each, strictly=strictly)
        model.run()
        feasible = highspy.SolutionStatus.kSolutionStatusFeasible
        if model.getInfo().primal_solution_status != feasible:
            return None
        return [value > 0.5 for value in model.getSolution().col_value[:size]]

    def _add(self, model: highspy.Highs, each: Sum, *, strictly: bool) -> None:
        """Whole less parts, in multiples of the base, is nothing (or not less, if incomplete)."""
        base = self._base
        down = self._counts[each.whole] // base - sum(self._counts[p] // base for p in each.parts)
        factors = {self._place[each.whole]: 1.0}
        for part in each.parts:
            at = self._place[part]
            factors[at] = factors.get(at, 0.0) - 1.0
        if not strictly:
            for sign in (1.0, -1.0):
                factors[model.getNumCol()] = sign
                model.addVar(0.0, highspy.kHighsInf)
                model.changeColCost(model.getNumCol() - 1, _NOT_ADDING)
        index = np.array(list(factors), dtype=np.int32)
        most = -float(down) if each.complete else highspy.kHighsInf
        model.addRow(-float(down), most, len(index), index, np.array(list(factors.values())))
