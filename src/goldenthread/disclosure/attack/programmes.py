"""Linear and whole-number programmes by HiGHS for one part of a release.

Every limit that is believed is checked again in whole numbers: an upper one by the programme's own
dual solution, which proves it, and a distribution that is said to be possible by putting it into
every row.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from math import ceil, floor

import highspy
import numpy as np
from numpy.typing import NDArray

from goldenthread.disclosure.attack.solving import FINE, hold_to, solved
from goldenthread.disclosure.attack.system import ContradictionError, Row, System

_NEAR = 1e-6
# Dual solutions of sums are mostly whole, halves or thirds; others are proved in fractions.
_DIVISORS = (1, 2, 3, 4, 6, 12)
_DENOMINATOR = 10**7
# Beyond these a number in a programme would not be exact in floating point.
_LARGEST, _LARGEST_COUNT = 2**52, 2**40

Whole = NDArray[np.int64]


@dataclass(frozen=True, slots=True)
class Extreme:
    """The furthest a variable goes: an outer limit, and the whole-number point found, if one was.

    ``limit`` is None where there is none. ``rows`` are the rows that hold it there, by their
    numbers in the system; ``values`` the point in fractions.
    """

    limit: int | None
    point: Whole | None
    rows: tuple[int, ...] = ()
    values: NDArray[np.float64] | None = None


class Programme:
    """One part of a system: variables that rows tie together, and nothing else.

    ``variables`` and ``rows`` are numbers of the system's; within, both count from 0.
    """

    def __init__(self, system: System, variables: Sequence[int], rows: Sequence[int]) -> None:
        self.variables = list(variables)
        self.place = {variable: at for at, variable in enumerate(self.variables)}
        self.numbers = list(rows)
        self.rows: list[Row] = [system.rows[at] for at in rows]
        self.low = [system.low[variable] for variable in self.variables]
        self.high = [system.high[variable] for variable in self.variables]
        self._draw(system)
        self._linear = self._model(whole=False)
        self._whole: highspy.Highs | None = None

    def _draw(self, system: System) -> None:
        """The rows as arrays, with what is settled outside the part taken to the right side."""
        starts, index, factors, lows, highs = [0], [], [], [], []
        for row in self.rows:
            settled = 0
            for variable, factor in row.terms:
                if variable in self.place:
                    index.append(self.place[variable])
                    factors.append(factor)
                else:
                    settled += factor * system.low[variable]
            starts.append(len(index))
            lows.append(None if row.low is None else row.low - settled)
            highs.append(None if row.high is None else row.high - settled)
        self.starts = np.array(starts, dtype=np.int64)
        self.index = np.array(index, dtype=np.int64)
        self.factors = np.array(factors, dtype=np.int64)
        self.row_low, self.row_high = lows, highs

    def _model(self, *, whole: bool) -> highspy.Highs:
        model = highspy.Highs()
        for name, value in (
            ("output_flag", False),
            ("threads", 1),
            ("random_seed", 1),
        ):
            model.setOptionValue(name, value)
        hold_to(model, FINE)
        if whole:
            model.setOptionValue("mip_rel_gap", 0.0)
            model.setOptionValue("mip_abs_gap", 0.99)
        else:
            # Tightened limits stand already; the next programme starts from the last one's basis.
            model.setOptionValue("presolve", "off")
            model.setOptionValue("solver", "simplex")
        infinite = highspy.kHighsInf
        count = len(self.variables)
        high = [infinite if top is None else top for top in self.high]
        model.addVars(count, np.array(self.low, dtype=float), np.array(high, dtype=float))
        if whole:
            for at in range(count):
                model.changeColIntegrality(at, highspy.HighsVarType.kInteger)
        lower = [-infinite if limit is None else limit for limit in self.row_low]
        upper = [infinite if limit is None else limit for limit in self.row_high]
        model.addRows(
            len(self.rows),
            np.array(lower, dtype=float),
            np.array(upper, dtype=float),
            len(self.index),
            self.starts[:-1].astype(np.int32),
            self.index.astype(np.int32),
            self.factors.astype(float),
        )
        return model

    def _in_whole_numbers(self) -> highspy.Highs:
        """The programme in whole numbers, drawn when it is first needed."""
        if self._whole is None:
            self._whole = self._model(whole=True)
        return self._whole

    def extreme(self, variable: int, *, largest: bool) -> Extreme:
        """How far a variable (by its number in the system) goes, fractions allowed on the way.

        The limit is whole and outer: no whole-number distribution passes it. Raises
        ContradictionError where nothing at all fits.
        """
        at, model = self.place[variable], self._linear
        sign = 1 if largest else -1
        model.changeColCost(at, -float(sign))
        status = solved(model)
        model.changeColCost(at, 0.0)
        if status == highspy.HighsModelStatus.kInfeasible:
            raise ContradictionError([row.origin for row in self.rows])
        if status != highspy.HighsModelStatus.kOptimal:
            return Extreme(self.high[at] if largest else self.low[at], None)
        solution = model.getSolution()
        values = np.array(solution.col_value)
        limit, rows = self._proved(at, sign, -np.array(solution.row_dual), float(values[at]))
        return Extreme(limit, self._checked(values), rows, values)

    def swung(self, weights: Mapping[int, int]) -> NDArray[np.float64] | None:
        """A point in fractions in which these weights make most; None where there is no most."""
        model = self._linear
        for variable, weight in weights.items():
            model.changeColCost(self.place[variable], -float(weight))
        status = solved(model)
        for variable in weights:
            model.changeColCost(self.place[variable], 0.0)
        if status == highspy.HighsModelStatus.kInfeasible:
            raise ContradictionError([row.origin for row in self.rows])
        if status != highspy.HighsModelStatus.kOptimal:
            return None
        return np.array(model.getSolution().col_value)

    def whole_extreme(self, variable: int, *, largest: bool, nodes: int) -> Extreme:
        """How far a variable goes in whole numbers, as far as so many nodes of search can tell."""
        at = self.place[variable]
        model = self._in_whole_numbers()
        model.setOptionValue("mip_max_nodes", nodes)
        model.changeColCost(at, -1.0 if largest else 1.0)
        status, info = solved(model), model.getInfo()
        model.changeColCost(at, 0.0)
        if status == highspy.HighsModelStatus.kInfeasible:
            raise ContradictionError([row.origin for row in self.rows])
        point = None
        if info.primal_solution_status == highspy.SolutionStatus.kSolutionStatusFeasible:
            point = self._checked(np.array(model.getSolution().col_value))
        bound = info.mip_dual_bound
        outer = self.high[at] if largest else self.low[at]
        if not np.isfinite(bound) or abs(bound) > _LARGEST:
            return Extreme(outer, point)
        limit = floor(-bound + _NEAR) if largest else ceil(bound - _NEAR)
        if outer is not None:
            limit = min(limit, outer) if largest else max(limit, outer)
        return Extreme(limit, point)

    def any_whole(self, *, nodes: int) -> Whole | None:
        """Any whole-number point at all, if so many nodes of search meet one.

        None is wished for, which is quick: to look for an extreme can take a thousand times as
        long. Raises ContradictionError where there is none.
        """
        status, point = self._searched({}, nodes)
        if status == highspy.HighsModelStatus.kInfeasible:
            raise ContradictionError([row.origin for row in self.rows])
        return point

    def any_whole_beyond(
        self, variable: int, to: int, *, largest: bool, nodes: int
    ) -> Whole | None:
        """Any whole-number point with a variable at ``to`` or beyond, if one is soon met."""
        at = self.place[variable]
        top = self.high[at]
        low, high = float(self.low[at]), highspy.kHighsInf if top is None else float(top)
        least, most = (max(low, to), high) if largest else (low, min(high, to))
        if least > most:
            return None
        model = self._in_whole_numbers()
        model.changeColBounds(at, least, most)
        point = self._searched({}, nodes)[1]
        model.changeColBounds(at, low, high)
        return point

    def pulled(self, weights: Mapping[int, int], *, nodes: int) -> Whole | None:
        """A whole-number point in which these weights make much, if one is soon found."""
        return self._searched(weights, nodes)[1]

    def _searched(
        self, weights: Mapping[int, int], nodes: int
    ) -> tuple[highspy.HighsModelStatus, Whole | None]:
        model = self._in_whole_numbers()
        model.setOptionValue("mip_max_nodes", nodes)
        model.setOptionValue("mip_rel_gap", 0.2)
        for variable, weight in weights.items():
            model.changeColCost(self.place[variable], -float(weight))
        status, info = solved(model), model.getInfo()
        for variable in weights:
            model.changeColCost(self.place[variable], 0.0)
        model.setOptionValue("mip_rel_gap", 0.0)
        if info.primal_solution_status != highspy.SolutionStatus.kSolutionStatusFeasible:
            return status, None
        return status, self._checked(np.array(model.getSolution().col_value))

    def _checked(self, values: NDArray[np.float64]) -> Whole | None:
        """The point in whole numbers, where it is one and keeps every row and limit."""
        if np.abs(values).max(initial=0.0) > _LARGEST_COUNT:
            return None
        point = np.rint(values).astype(np.int64)
        if np.abs(values - point).max(initial=0.0) > _NEAR:
            return None
        made = np.add.reduceat(self.factors * point[self.index], self.starts[:-1])
        fits = all(
            (low is None or low <= value) and (high is None or value <= high)
            for limits, found in (
                (zip(self.low, self.high, strict=True), point.tolist()),
                (zip(self.row_low, self.row_high, strict=True), made.tolist()),
            )
            for (low, high), value in zip(limits, found, strict=True)
        )
        return point if fits else None

    def _proved(
        self, at: int, sign: int, duals: NDArray[np.float64], value: float
    ) -> tuple[int | None, tuple[int, ...]]:
        """The limit that these multipliers of the rows prove, as a whole number, and the rows.

        Whatever the multipliers, the sum of rows so weighted limits the variable: if they are a
        little off, the limit is a little wide, never wrong.
        """
        weights = self._weights(duals)
        left: dict[int, Fraction] = {at: Fraction(sign)}
        total = Fraction(0)
        proved = True
        for row, weight in weights:
            limit = self.row_high[row] if weight > 0 else self.row_low[row]
            if limit is None:
                proved = False
                break
            total += weight * limit
            for place in range(int(self.starts[row]), int(self.starts[row + 1])):
                column = int(self.index[place])
                left[column] = left.get(column, Fraction(0)) - weight * int(self.factors[place])
        if proved:
            for column, factor in left.items():
                if factor:
                    end = self.high[column] if factor > 0 else self.low[column]
                    if end is None:
                        proved = False
                        break
                    total += factor * end
        rows = tuple(self.numbers[row] for row, _ in weights)
        # Where the proof fails on a limit that is not there, the programme's own word is taken,
        # to the wider side.
        slack = _NEAR * max(1.0, abs(value))
        if not proved or float(total) > sign * value + 0.25:
            limit = floor(sign * value + slack)
        else:
            limit = floor(total)
        outer = self.high[at] if sign > 0 else self.low[at]
        found = limit if sign > 0 else -limit
        if outer is not None:
            found = min(found, outer) if sign > 0 else max(found, outer)
        return found, rows

    def _weights(self, duals: NDArray[np.float64]) -> list[tuple[int, Fraction]]:
        used = np.flatnonzero(np.abs(duals) > 1e-9)
        some = duals[used]
        for divisor in _DIVISORS:
            scaled = some * divisor
            near = np.rint(scaled)
            if np.abs(scaled - near).max(initial=0.0) < _NEAR:
                return [
                    (int(row), Fraction(int(weight), divisor))
                    for row, weight in zip(used, near, strict=True)
                    if weight
                ]
        return [
            (int(row), Fraction(float(weight)).limit_denominator(_DENOMINATOR))
            for row, weight in zip(used, some, strict=True)
        ]
