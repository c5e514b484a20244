"""The attack's second look: counts that tables limit only together, from inside their cubes.

The first look takes each sum as it stands. This one brings in the cells inside, of which the tables
are faces, and asks again whether the counts that seemed safe are. A leak found here is proved as
any other. That there is none is shown by distributions in fractions of a child, and in small parts
in whole numbers too: large ones would take hours to search.
"""

import random
from collections.abc import Mapping
from dataclasses import replace

import numpy as np
from numpy.typing import NDArray

from goldenthread.disclosure.attack.bounds import (
    Bounds,
    Progress,
    Search,
    Seen,
    Wanted,
    decided,
    parts,
)
from goldenthread.disclosure.attack.model import gives_away
from goldenthread.disclosure.attack.programmes import Programme
from goldenthread.disclosure.attack.propagation import propagate
from goldenthread.disclosure.attack.system import System, system_of
from goldenthread.disclosure.publication.model import Publication, StatedRule
from goldenthread.disclosure.publication.sums import sums_of

# How often counts are pulled apart at random before each is asked for by itself.
_ROUNDS, _WHOLE_ROUNDS = 12, 4

# Parts of so many unknown counts are searched in whole numbers too.
_SMALL = 400

_NEAR = 1e-6


def look_inside(
    publication: Publication,
    wanted: Mapping[int, Wanted],
    found: Bounds,
    rule: StatedRule,
    progress: Progress | None = None,
) -> None:
    """Narrow ``found`` by what the insides of cubes say, where the release has any.

    ``wanted`` are variables of ``found.system``. Raises ContradictionError where nothing fits
    inside.
    """
    drawn = sums_of(publication.occurring, publication.totals, crossed=True)
    if set(drawn) <= set(publication.sums):
        return
    sums = tuple(dict.fromkeys([*publication.sums, *drawn]))
    inner = system_of(replace(publication, sums=sums), rule)
    first = found.system
    shared = {inner.index[cell]: at for cell, at in first.index.items() if cell in inner.index}
    for here, there in shared.items():
        inner.low[here], inner.high[here] = first.low[there], first.high[there]
    propagate(inner)
    for rows, variables in parts(inner):
        if not rows or all(variable in shared for variable in variables):
            continue
        questions = {
            variable: Wanted(wanted[shared[variable]].hidden, interval=False)
            for variable in variables
            if shared.get(variable) in wanted
        }
        if progress is not None:
            progress(f"{len(questions)} counts against the inside of their tables")
        _Inside(inner, Programme(inner, variables, rows), questions, rule).answer()
    for here, there in shared.items():
        first.low[there], first.high[there] = inner.low[here], inner.high[here]


class _Inside:
    """The search within one part of the system with the insides."""

    def __init__(
        self,
        system: System,
        programme: Programme,
        questions: Mapping[int, Wanted],
        rule: StatedRule,
    ) -> None:
        self.system, self.programme = system, programme
        self.questions, self.rule = questions, rule
        self.least: NDArray[np.float64] | None = None
        self.most: NDArray[np.float64] | None = None

    def answer(self) -> None:
        """Narrow the limits in ``system`` until every question is answered."""
        chance = random.Random(len(self.questions))  # noqa: S311 (no secret, and always the same)
        for _ in range(_ROUNDS):
            pulled = {variable: chance.choice((-1, 1)) for variable in self._open()}
            if not pulled:
                break
            for sign in (1, -1):
                self._meet(self.programme.swung({at: sign * way for at, way in pulled.items()}))
        for variable in self._open():
            for largest in (True, False):
                if self._answered(variable):
                    break
                extreme = self.programme.extreme(variable, largest=largest)
                if largest and extreme.limit is not None:
                    self.system.high[variable] = extreme.limit
                elif not largest and extreme.limit is not None:
                    self.system.low[variable] = extreme.limit
                self._meet(extreme.values)
        if len(self.programme.variables) <= _SMALL:
            self._in_whole_numbers(chance)

    def _open(self) -> list[int]:
        return [variable for variable in sorted(self.questions) if not self._answered(variable)]

    def _leaks(self, variable: int) -> bool:
        low, high = self.system.low[variable], self.system.high[variable]
        return gives_away(self.rule, low, high, hidden=self.questions[variable].hidden)

    def _answered(self, variable: int) -> bool:
        """Whether a variable is known to leak, or is wide enough in fractions not to."""
        if self._leaks(variable) or self.system.low[variable] == self.system.high[variable]:
            return True
        if self.least is None or self.most is None:
            return False
        at = self.programme.place[variable]
        least, most = float(self.least[at]), float(self.most[at])
        if self.system.low[variable] > self.rule.threshold:
            return most - least >= 1
        wide = most - least >= self.rule.narrowest - _NEAR
        return wide and most > self.rule.threshold + 1 - _NEAR

    def _meet(self, values: NDArray[np.float64] | None) -> None:
        if values is None:
            return
        if self.least is None or self.most is None:
            self.least, self.most = values.copy(), values.copy()
        else:
            np.minimum(self.least, values, out=self.least)
            np.maximum(self.most, values, out=self.most)

    def _in_whole_numbers(self, chance: random.Random) -> None:
        """Ask once more what fractions left open, as small parts allow."""
        again = Bounds(self.system, {variable: Seen() for variable in self.programme.variables})
        search = Search(again, self.programme, self.rule)
        for _ in range(_WHOLE_ROUNDS):
            pulled = {
                variable: chance.choice((-1, 1))
                for variable, want in sorted(self.questions.items())
                if not decided(again, variable, want, self.rule)
            }
            if not pulled:
                return
            for sign in (1, -1):
                search.pull({at: sign * way for at, way in pulled.items()})
        for variable, want in self.questions.items():
            search.in_whole_numbers(variable, want)
