"""Every sum that hierarchies make among the cells of a publication.

A hierarchy says once that a quarter is its months; here it is applied wherever one of them occurs:
for every measure, and at every place of the other dimensions.
"""

from collections import Counter, defaultdict
from collections.abc import Hashable, Iterable
from typing import TypeVar

from goldenthread.disclosure.publication.crossing import inside_cubes
from goldenthread.disclosure.publication.model import BETWEEN_MEASURES, Cell, Sum, Total

_Node = TypeVar("_Node", bound=Hashable)


# A single cell of five dimensions would bring in every other cell of its kind: beyond so many
# cells, or so many times those that occur, no more of those printed nowhere are followed up.
_ENOUGH, _TIMES = 20_000, 4


def sums_of(
    occurring: Iterable[Cell], totals: Iterable[Total], *, crossed: bool = False
) -> tuple[Sum, ...]:
    """The sums in which ``occurring`` cells stand, sorted, and those that link them.

    Cells above the occurring ones are added step by step, in every direction, so that two tables
    meet in what they have in common even where nobody prints it; their fellows in those sums
    likewise; and cells below two of them that overlap (two geographies made of the same wards).
    Members that are printed nowhere stand in their sums as cells of unknown count. A sum is left
    out where it can say nothing: its whole, or all its parts, occur in it alone.

    With ``crossed`` the insides of cubes are brought in too, of which only faces are printed.
    """
    totals = tuple(totals)
    hierarchies = _Hierarchies(totals)
    printed = set(occurring)
    enough = max(_ENOUGH, _TIMES * len(printed))
    known, fresh = set(printed), set(printed)
    found: set[Sum] = set()
    while fresh:
        known |= _climb(fresh, known, hierarchies, found)
        below = _descend(known, hierarchies, found)
        fresh = (below | {part for each in found for part in each.parts}) - known
        if len(known) + len(fresh) > enough:
            break
        known |= fresh
        if crossed and not fresh:
            crossed = False
            fresh = inside_cubes(known, totals) - known
            known |= fresh
    return tuple(
        sorted(_telling(found, printed), key=lambda each: (each.whole, each.parts, each.complete))
    )


def moved(cell: Cell, axis: str, category: str) -> Cell:
    """The cell at another category of one dimension, or of another measure."""
    if axis == BETWEEN_MEASURES:
        return Cell(category, cell.at)
    return Cell(
        cell.measure, tuple((name, category if name == axis else at) for name, at in cell.at)
    )


class _Hierarchies:
    """The totals of each axis, by what they are made of and what they make."""

    def __init__(self, totals: Iterable[Total]) -> None:
        self.by_part: dict[tuple[str, str], list[Total]] = defaultdict(list)
        self.by_whole: dict[tuple[str, str], list[Total]] = defaultdict(list)
        for total in dict.fromkeys(totals):
            self.by_whole[total.dimension, total.whole].append(total)
            for part in total.parts:
                self.by_part[total.dimension, part].append(total)
        self.overlapping = {axis for (axis, _), above in self.by_part.items() if len(above) > 1}
        self._linking: dict[tuple[str, frozenset[str]], tuple[Total, ...]] = {}

    def linking(self, axis: str, categories: frozenset[str]) -> tuple[Total, ...]:
        """The totals below these categories that tie two of them to each other."""
        if (axis, categories) not in self._linking:
            below: dict[Total, None] = {}
            waiting = sorted(categories)
            while waiting:
                for total in self.by_whole.get((axis, waiting.pop()), ()):
                    if total not in below:
                        below[total] = None
                        waiting += total.parts
            drawn = [(total, total.whole, total.parts) for total in below]
            self._linking[axis, categories] = tuple(_without_idle(drawn, categories))
        return self._linking[axis, categories]


def _climb(
    fresh: set[Cell], known: set[Cell], hierarchies: _Hierarchies, found: set[Sum]
) -> set[Cell]:
    """Every cell above the fresh ones; the sums that lead there are added to ``found``."""
    waiting, seen = list(fresh), known | fresh
    above: set[Cell] = set()
    while waiting:
        cell = waiting.pop()
        for axis, category in _axes(cell):
            for total in hierarchies.by_part.get((axis, category), ()):
                each = _drawn(cell, total)
                found.add(each)
                if each.whole not in seen:
                    seen.add(each.whole)
                    above.add(each.whole)
                    waiting.append(each.whole)
    return above


def _descend(known: set[Cell], hierarchies: _Hierarchies, found: set[Sum]) -> set[Cell]:
    """The cells below known ones that overlap; the sums that lead there go to ``found``."""
    lines: dict[tuple[str, Cell], set[str]] = defaultdict(set)
    for cell in known:
        for axis, category in _axes(cell):
            if axis in hierarchies.overlapping:
                lines[axis, moved(cell, axis, "")].add(category)
    below: set[Cell] = set()
    for (axis, line), categories in lines.items():
        for total in hierarchies.linking(axis, frozenset(categories)):
            each = _drawn(line, total)
            found.add(each)
            below |= {each.whole, *each.parts}
    return below


def _axes(cell: Cell) -> tuple[tuple[str, str], ...]:
    return ((BETWEEN_MEASURES, cell.measure), *cell.at)


def _drawn(cell: Cell, total: Total) -> Sum:
    whole = moved(cell, total.dimension, total.whole)
    parts = tuple(moved(cell, total.dimension, part) for part in total.parts)
    return Sum(whole, parts, total.complete)


def _telling(sums: Iterable[Sum], printed: set[Cell]) -> list[Sum]:
    return _without_idle([(each, each.whole, each.parts) for each in sums], printed)


_Kept = TypeVar("_Kept")


def _without_idle(
    drawn: list[tuple[_Kept, _Node, tuple[_Node, ...]]], printed: Iterable[_Node]
) -> list[_Kept]:
    """Without the sums whose whole, or all of whose parts, are not printed and stand only there."""
    held = set(printed)
    uses: Counter[_Node] = Counter()
    standing: dict[_Node, list[int]] = defaultdict(list)
    for at, (_, whole, parts) in enumerate(drawn):
        for node in (whole, *parts):
            uses[node] += 1
            standing[node].append(at)

    def idle(node: _Node) -> bool:
        return uses[node] == 1 and node not in held

    kept = dict(enumerate(drawn))
    waiting = list(kept)
    while waiting:
        at = waiting.pop()
        if at not in kept:
            continue
        _, whole, parts = kept[at]
        if idle(whole) or all(idle(part) for part in parts):
            del kept[at]
            for node in (whole, *parts):
                uses[node] -= 1
                waiting += [other for other in standing[node] if other in kept]
    return [each for each, _, _ in kept.values()]
