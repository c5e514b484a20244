"""How far each wanted count can go: propagation, elimination, then programmes part by part.

Two things are kept of every count: outer limits, which no distribution passes, and the span of
whole-number distributions that were found and checked. A leak is proved by the first, that there
is none by the second; where they leave it open, whole-number programmes go on.
"""

from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field

import numpy as np

from goldenthread.disclosure.attack.algebra import determined
from goldenthread.disclosure.attack.model import gives_away
from goldenthread.disclosure.attack.programmes import Extreme, Programme, Whole
from goldenthread.disclosure.attack.propagation import propagate
from goldenthread.disclosure.attack.system import ContradictionError, Origin, System
from goldenthread.disclosure.publication.model import StatedRule

Progress = Callable[[str], None]

# How much searching in whole numbers one question is given, and how large a part may be for it.
NODES = 2_000
PULLS = 20
LARGEST_PART = 3_000

# An interval less than so many times the threshold wide is searched to its end.
_NARROW = 3


@dataclass(frozen=True, slots=True)
class Wanted:
    """What is asked of a variable.

    ``hidden`` says that it is a hidden count; ``interval`` that its whole interval is wanted, and
    not only whether it leaks.
    """

    hidden: bool
    interval: bool


@dataclass(slots=True)
class Seen:
    """The least and greatest value of a variable in the distributions found, None before any."""

    low: int | None = None
    high: int | None = None
    unlimited: bool = False


@dataclass(slots=True)
class Bounds:
    """What was found: the system with its outer limits narrowed, and what distributions showed.

    ``parts`` are the connected parts that were searched; ``part_of`` gives a variable's.
    """

    system: System
    seen: dict[int, Seen] = field(default_factory=dict)
    parts: list[Programme] = field(default_factory=list)
    part_of: dict[int, int] = field(default_factory=dict)


def settle(system: System) -> None:
    """Narrow by single rows and by elimination until neither finds more. All of it is exact."""
    propagate(system)
    while True:
        fixed = determined(system)
        if not fixed:
            return
        for variable, (value, _) in fixed.items():
            high = system.high[variable]
            if value.denominator != 1 or value < system.low[variable]:
                raise ContradictionError(_rows_at(system, variable))
            if high is not None and value > high:
                raise ContradictionError(_rows_at(system, variable))
            system.low[variable] = system.high[variable] = int(value)
        propagate(system)


def bound(
    system: System,
    wanted: Mapping[int, Wanted],
    rule: StatedRule,
    progress: Progress | None = None,
) -> Bounds:
    """Find the limits of the wanted variables, narrowing those of ``system`` in place.

    Raises ContradictionError where the numbers published contradict one another.
    """
    settle(system)
    found = Bounds(system)
    pieces = list(parts(system))
    asked = sum(1 for _, variables in pieces for variable in variables if variable in wanted)
    done = 0
    for rows, variables in pieces:
        those = [variable for variable in variables if variable in wanted]
        if not rows:
            for variable in variables:
                low, high = system.low[variable], system.high[variable]
                found.seen[variable] = Seen(low, high or low, high is None)
            continue
        programme = Programme(system, variables, rows)
        for variable in variables:
            found.part_of[variable] = len(found.parts)
            found.seen[variable] = Seen()
        found.parts.append(programme)
        search = Search(found, programme, rule)
        # Hidden counts first: their distributions decide most of the others on the way.
        for variable in sorted(those, key=lambda each: (not wanted[each].interval, each)):
            search.in_fractions(variable, wanted[variable])
            done += 1
            if progress is not None and done % 20 == 0:
                progress(f"{done} of {asked} counts")
        search.any_distribution()
        for variable in those:
            search.in_whole_numbers(variable, wanted[variable])
    return found


class Search:
    """The search within one part."""

    def __init__(self, found: Bounds, programme: Programme, rule: StatedRule) -> None:
        self.found, self.programme, self.rule = found, programme, rule
        self.least: Whole | None = None
        self.most: Whole | None = None

    def in_fractions(self, variable: int, want: Wanted) -> None:
        """Both ends by linear programmes, unless what is known already answers."""
        for largest in (True, False):
            if not self._answered(variable, want) and not self._reached(variable, largest):
                self._take(variable, self.programme.extreme(variable, largest=largest), largest)

    def any_distribution(self) -> None:
        """See that there is one distribution in whole numbers at all, where none was met yet."""
        if self.least is None and self._small():
            point = self.programme.any_whole(nodes=NODES)
            if point is not None:
                self._meet(point)

    def pull(self, weights: Mapping[int, int]) -> None:
        """A distribution in whole numbers with these variables pulled up or down, if one is met."""
        point = self.programme.pulled(weights, nodes=PULLS) if self._small() else None
        if point is not None:
            self._meet(point)

    def in_whole_numbers(self, variable: int, want: Wanted) -> None:
        """Both ends in whole numbers, where fractions left a question open."""
        for largest in (True, False):
            if self._small() and self._open(variable, want, largest):
                self._step_beyond(variable, largest)
            if self._small() and self._open(variable, want, largest):
                extreme = self.programme.whole_extreme(variable, largest=largest, nodes=NODES)
                self._take(variable, extreme, largest)

    def _step_beyond(self, variable: int, largest: bool) -> None:
        """Any distribution a step beyond those seen: it often answers what an extreme is long for.

        The step is as wide as an interval has to be.
        """
        seen, step = self.found.seen[variable], self.rule.narrowest
        if seen.low is None or seen.high is None:
            return
        to = max(seen.high + step, self.rule.threshold + 1) if largest else seen.low - step
        point = self.programme.any_whole_beyond(variable, to, largest=largest, nodes=PULLS)
        if point is not None:
            self._meet(point)

    def _small(self) -> bool:
        return len(self.programme.variables) <= LARGEST_PART

    def _open(self, variable: int, want: Wanted, largest: bool) -> bool:
        if self._reached(variable, largest):
            return False
        low, high = self.found.system.low[variable], self.found.system.high[variable]
        if low == high:
            return False
        narrow = high is not None and high - low < _NARROW * self.rule.threshold
        return (narrow and want.interval) or not decided(self.found, variable, want, self.rule)

    def _answered(self, variable: int, want: Wanted) -> bool:
        return not want.interval and decided(self.found, variable, want, self.rule)

    def _reached(self, variable: int, largest: bool) -> bool:
        """Whether a distribution already stands at the outer limit."""
        seen, system = self.found.seen[variable], self.found.system
        if largest:
            return seen.high is not None and seen.high == system.high[variable]
        return seen.low is not None and seen.low == system.low[variable]

    def _take(self, variable: int, extreme: Extreme, largest: bool) -> None:
        system, seen = self.found.system, self.found.seen[variable]
        if extreme.limit is None:
            seen.unlimited = seen.unlimited or largest
        elif largest:
            system.high[variable] = extreme.limit
        else:
            system.low[variable] = extreme.limit
        high = system.high[variable]
        if high is not None and high < system.low[variable]:
            raise ContradictionError([row.origin for row in self.programme.rows])
        if extreme.point is not None:
            self._meet(extreme.point)

    def _meet(self, point: Whole) -> None:
        """Remember a distribution: it widens the span of every variable of the part."""
        if self.least is None or self.most is None:
            self.least, self.most = point.copy(), point.copy()
            changed = list(range(len(point)))
        else:
            beyond = (point < self.least) | (point > self.most)
            np.minimum(self.least, point, out=self.least)
            np.maximum(self.most, point, out=self.most)
            changed = np.flatnonzero(beyond).tolist()
        for at in changed:
            seen = self.found.seen[self.programme.variables[at]]
            seen.low, seen.high = int(self.least[at]), int(self.most[at])


def decided(found: Bounds, variable: int, want: Wanted, rule: StatedRule) -> bool:
    """Whether it is certain that a variable leaks, or certain that it does not."""
    low, high = found.system.low[variable], found.system.high[variable]
    return gives_away(rule, low, high, hidden=want.hidden) or shown_safe(
        found, variable, want, rule
    )


def shown_safe(found: Bounds, variable: int, want: Wanted, rule: StatedRule) -> bool:
    """Whether distributions were found that differ enough, or no small count is possible."""
    low, high = found.system.low[variable], found.system.high[variable]
    if low == high:
        return not gives_away(rule, low, high, hidden=want.hidden)
    seen = found.seen.get(variable, Seen())
    if seen.low is None or seen.high is None:
        return False
    if low > rule.threshold or rule.threshold == 0:
        return not want.hidden or seen.low < seen.high or seen.unlimited
    wide = seen.high > rule.threshold and seen.high - seen.low >= rule.narrowest
    return wide or seen.unlimited


def parts(system: System) -> Iterator[tuple[list[int], list[int]]]:
    """The rows and unknown variables of each connected part, largest rows' order kept."""
    leader = list(range(len(system.cells)))

    def root(variable: int) -> int:
        while leader[variable] != variable:
            leader[variable] = leader[leader[variable]]
            variable = leader[variable]
        return variable

    unknown = [low != high for low, high in zip(system.low, system.high, strict=True)]
    kept: list[tuple[int, list[int]]] = []
    for at, row in enumerate(system.rows):
        free = [variable for variable, _ in row.terms if unknown[variable]]
        if not free or _idle(system, at):
            continue
        kept.append((at, free))
        for variable in free[1:]:
            leader[root(variable)] = root(free[0])
    rows: dict[int, list[int]] = defaultdict(list)
    for at, free in kept:
        rows[root(free[0])].append(at)
    variables: dict[int, list[int]] = defaultdict(list)
    for variable, open_ in enumerate(unknown):
        if open_:
            variables[root(variable)].append(variable)
    for start, those in sorted(variables.items()):
        yield rows.get(start, []), those


def _idle(system: System, at: int) -> bool:
    """Whether the limits of a row's variables keep it by themselves."""
    row = system.rows[at]
    for limit, sign in ((row.high, 1), (row.low, -1)):
        if limit is None:
            continue
        most = 0
        for variable, factor in row.terms:
            end = system.high[variable] if factor * sign > 0 else system.low[variable]
            if end is None:
                return False
            most += factor * sign * end
        if most > limit * sign:
            return False
    return True


def _rows_at(system: System, variable: int) -> list[Origin]:
    return [row.origin for row in system.rows if any(variable == other for other, _ in row.terms)]
