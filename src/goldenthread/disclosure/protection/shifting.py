"""Another world that looks the same: counts shifted so that a protected one could be another.

A count is protected when the numbers left in print fit other sets of counts too, in which it is
larger, or smaller, by a wide enough margin. The cheapest such shift is a linear programme: every
printed number that the shift would change has to be hidden, and pays for it.
"""

import time
from collections.abc import Collection, Mapping
from typing import Any

import highspy
import numpy as np

from goldenthread.disclosure.protection.standing import Standing
from goldenthread.disclosure.publication.model import Cell

# A number hidden already costs next to nothing more, yet not nothing: of two shifts that need
# nothing new the one through fewer cells is taken.
_HIDDEN_ALREADY = 0.001
# What a large count that was printed again would cost to hide: only where nothing else will do.
_UNWILLING = 1000.0
_MOVED = 1e-6
# How often a shift is asked for again, and what part of a child is as good as none meanwhile.
_TURNS = 4
_A_LITTLE = 0.1
_FAR = 1e9


class Shifting:
    """Shifts among the counts of a standing; of the items the first ``own`` may be hidden."""

    def __init__(self, standing: Standing, own: int, weights: Mapping[int, float]) -> None:
        self._standing = standing
        self._own = own
        self._weights = weights
        self._cells = tuple(standing.counts)
        self._place = {cell: at for at, cell in enumerate(self._cells)}
        size = self._size = len(self._cells)
        # Of a cell whose count is not known inside nothing is assumed but that it can grow.
        self._down = np.array([float(count or 0) for count in standing.counts.values()])
        # A shift is what a cell gains less what it loses; then a column for each tie broken.
        self._columns: dict[int, list[int]] = {}
        for cell, items in standing.exact.items():
            for item in items:
                self._columns[item] = [self._place[cell], size + self._place[cell]]
        for at, tie in enumerate(standing.ties):
            self._columns.setdefault(tie.item, []).append(2 * size + at)
        self._costs = np.full(2 * size + len(standing.ties), _HIDDEN_ALREADY)
        for item, columns in self._columns.items():
            if item < own:
                self._costs[columns] += weights[item]
        self._paid: frozenset[int] = frozenset()
        self._rigid: frozenset[int] = frozenset()
        self._model = self._drawn()

    @property
    def size(self) -> int:
        """How many counts may shift."""
        return self._size

    def shift(
        self, cell: Cell, by: int, hidden: Collection[int], rigid: Collection[int], deadline: float
    ) -> frozenset[int] | None:
        """The items, hidden already or not, that must not be in print for ``cell`` to move so far.

        It grows by ``by``, or where that is negative shrinks. None where no shift by so much
        exists, or none was found before ``deadline`` (by ``time.monotonic``). ``rigid`` are items
        to be hidden only where nothing else will do.
        """
        gain, model = self._place[cell], self._model
        lose = self._size + gain
        if -by > self._down[gain]:
            return None
        self._charge(frozenset(hidden), frozenset(rigid))
        limit = max(deadline - time.monotonic(), 0.1)
        # HiGHS counts its time limit from the model's first run.
        model.setOptionValue("time_limit", limit + float(model.getRunTime()))
        model.changeColBounds(gain, float(max(by, 0)), _FAR if by > 0 else 0.0)
        model.changeColBounds(lose, float(max(-by, 0)), float(self._down[gain]) if by < 0 else 0.0)
        found = self._with_fewest(frozenset(hidden))
        model.changeColBounds(gain, 0.0, _FAR)
        model.changeColBounds(lose, 0.0, float(self._down[gain]))
        return found

    def _with_fewest(self, hidden: frozenset[int]) -> frozenset[int] | None:
        """The items of the cheapest shift, by what they lose and not by how far they move.

        A programme pays for each child shifted, so it likes to move many numbers by a little, a
        total by a tenth of a child among them. What moved far is then made cheap and what moved
        little dear, and it is asked again; the least loss met is kept.
        """
        every = np.arange(len(self._costs), dtype=np.int32)
        best: frozenset[int] | None = None
        least = np.inf
        for turn in range(_TURNS):
            self._model.run()
            if self._model.getModelStatus() != highspy.HighsModelStatus.kOptimal:
                break
            values = np.array(self._model.getSolution().col_value)
            items = self._items(values)
            loss = sum(self._weights.get(item, 0.0) for item in items - hidden)
            if loss >= least:
                break
            best, least = items, loss
            if not loss or turn == _TURNS - 1:
                break
            standing = np.maximum(self._costs, _HIDDEN_ALREADY)
            self._model.changeColsCost(len(every), every, standing / (np.abs(values) + _A_LITTLE))
        if turn:
            self._model.changeColsCost(len(every), every, np.maximum(self._costs, _HIDDEN_ALREADY))
        return best

    def _charge(self, hidden: frozenset[int], rigid: frozenset[int]) -> None:
        """Let what is hidden cost nothing more, and what is in print its weight."""
        changed: set[int] = set()
        for before, now, price in (
            (self._paid, hidden, -1.0),
            (self._rigid, rigid, _UNWILLING),
        ):
            for item in before ^ now:
                if item in self._columns and item < self._own:
                    sign = 1.0 if item in now else -1.0
                    self._costs[self._columns[item]] += sign * price * self._weights[item]
                    changed.update(self._columns[item])
        self._paid, self._rigid = hidden, rigid
        if changed:
            columns = np.array(sorted(changed), dtype=np.int32)
            costs = np.maximum(self._costs[columns], _HIDDEN_ALREADY)
            self._model.changeColsCost(len(columns), columns, costs)

    def _items(self, values: np.ndarray) -> frozenset[int]:
        size = self._size
        moved = np.flatnonzero(np.abs(values[:size] - values[size : 2 * size]) > _MOVED)
        broken = np.flatnonzero(values[2 * size :] > _MOVED)
        ties = self._standing.ties
        items = {
            item for at in moved.tolist() for item in self._standing.exact.get(self._cells[at], ())
        }
        return frozenset(items | {ties[at].item for at in broken.tolist()})

    def _drawn(self) -> highspy.Highs:
        model = highspy.Highs()
        for name, value in (
            ("output_flag", False),
            ("threads", 1),
            ("random_seed", 1),
            ("presolve", "off"),
            ("solver", "simplex"),
        ):
            model.setOptionValue(name, value)
        give = [_FAR if tie.item < self._own else 0.0 for tie in self._standing.ties]
        upper = np.concatenate([np.full(self._size, _FAR), self._down, np.array(give)])
        model.addVars(len(upper), np.zeros(len(upper)), upper)
        model.changeColsCost(len(upper), np.arange(len(upper), dtype=np.int32), self._costs)
        rows = _Rows(self._place)
        for row in self._standing.rows:
            rows.add(row.terms, row.low, highspy.kHighsInf if row.high is None else row.high)
        for at, tie in enumerate(self._standing.ties):
            broken = 2 * self._size + at
            # What is printed holds at the outset; a hair less, by rounding, would hold nothing.
            rows.add(tie.terms, -highspy.kHighsInf, max(tie.high, 0.0), (broken, -1.0))
        rows.into(model)
        return model


class _Rows:
    """Rows of a programme in the making; each cell has a column to gain and one to lose."""

    def __init__(self, place: Mapping[Cell, int]) -> None:
        self._place = place
        self._starts: list[int] = []
        self._index: list[int] = []
        self._factors: list[float] = []
        self._low: list[float] = []
        self._high: list[float] = []

    def add(
        self,
        terms: Collection[tuple[Cell, float]],
        low: float,
        high: float,
        *others: tuple[int, float],
    ) -> None:
        self._starts.append(len(self._index))
        for cell, factor in terms:
            at = self._place[cell]
            self._index += [at, len(self._place) + at]
            self._factors += [factor, -factor]
        for column, factor in others:
            self._index.append(column)
            self._factors.append(factor)
        self._low.append(low)
        self._high.append(high)

    def into(self, model: Any) -> None:
        added = model.addRows(
            len(self._low),
            np.array(self._low),
            np.array(self._high),
            len(self._index),
            np.array(self._starts, dtype=np.int32),
            np.array(self._index, dtype=np.int32),
            np.array(self._factors),
        )
        if added == highspy.HighsStatus.kError:
            raise ValueError("the solver takes no row that names a cell twice")
