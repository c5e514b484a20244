"""Counts that fit everything told, for cells whose true ones are not known inside.

An earlier release hid them, or nobody counted them. Any world that fits what is printed will do to
shift from: the attacker does not know the true one either.
"""

from collections.abc import Mapping
from fractions import Fraction

import highspy
import numpy as np

from goldenthread.disclosure.publication.model import Cell, Item, Publication, Sum

# How far above nought each unknown count is wished to be, where the rest lets it: room to shrink.
_ROOM = 30.0


def filled(publication: Publication, known: Mapping[Cell, int]) -> dict[Cell, float]:
    """The known counts, and for all other cells of the publication counts that go with them.

    Without those others where nothing fits, because numbers were revised or wrongly rounded.
    """
    counts: dict[Cell, float] = {cell: float(count) for cell, count in known.items()}
    unknown = [cell for cell in publication.cells if cell not in counts]
    if not unknown:
        return counts
    place = {cell: at for at, cell in enumerate(unknown)}
    rows = _Rows(place, counts)
    for each in publication.sums:
        rows.add_sum(each)
    for item in publication.printed():
        rows.add_item(item)
    values = rows.solved()
    if values is not None:
        counts.update(zip(unknown, values, strict=True))
    return counts


class _Rows:
    def __init__(self, place: Mapping[Cell, int], counts: Mapping[Cell, float]) -> None:
        self._place, self._counts = place, counts
        self._rows: list[tuple[dict[int, float], float, float]] = []

    def add_sum(self, each: Sum) -> None:
        terms = [(each.whole, 1.0), *((part, -1.0) for part in each.parts)]
        self._add(terms, 0.0, 0.0 if each.complete else highspy.kHighsInf)

    def add_item(self, item: Item) -> None:
        value = float(item.value or 0)
        half = float(Fraction(1, 2) / Fraction(10) ** item.decimals)
        if item.base is not None:
            per = float(item.per)
            below = [(item.cell, per), (item.base, -(value + half))]
            above = [(item.cell, per), (item.base, -(value - half))]
            self._add(below, -highspy.kHighsInf, 0.0)
            self._add(above, 0.0, highspy.kHighsInf)
            self._add([(item.base, 1.0)], 1.0, highspy.kHighsInf)
        elif item.rounded_to or item.decimals < 0:
            reach = float(item.rounded_to - 1) if item.rounded_to else half
            self._add([(item.cell, 1.0)], value - reach, value + reach)

    def _add(self, terms: list[tuple[Cell, float]], low: float, high: float) -> None:
        free: dict[int, float] = {}
        for cell, factor in terms:
            if cell in self._counts:
                low -= factor * self._counts[cell]
                high -= factor * self._counts[cell]
            else:
                at = self._place[cell]
                free[at] = free.get(at, 0.0) + factor
        if free:
            self._rows.append((free, low, high))

    def solved(self) -> list[float] | None:
        """Counts for the unknown cells, each with room to shrink where there is any."""
        size = len(self._place)
        model = highspy.Highs()
        for name, value in (("output_flag", False), ("threads", 1), ("random_seed", 1)):
            model.setOptionValue(name, value)
        # Two columns for each cell: what it counts up to a wished height, and what beyond.
        upper = np.concatenate([np.full(size, _ROOM), np.full(size, highspy.kHighsInf)])
        model.addVars(2 * size, np.zeros(2 * size), upper)
        costs = np.concatenate([np.full(size, -1.0), np.full(size, 0.01)])
        model.changeColsCost(2 * size, np.arange(2 * size, dtype=np.int32), costs)
        for free, low, high in self._rows:
            index = [column for at in free for column in (at, size + at)]
            factors = [factor for factor in free.values() for _ in range(2)]
            model.addRow(low, high, len(index), np.array(index, dtype=np.int32), np.array(factors))
        model.run()
        if model.getModelStatus() != highspy.HighsModelStatus.kOptimal:
            return None
        values = np.array(model.getSolution().col_value)
        return np.maximum(values[:size] + values[size:], 0.0).tolist()
