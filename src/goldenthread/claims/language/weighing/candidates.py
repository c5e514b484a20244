"""Every size of a window that no reading of its numbers bears out, with what it may be of."""

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from itertools import combinations

from goldenthread.claims.intervals import Interval
from goldenthread.claims.language.assertions.assignment import borne_out, wanted
from goldenthread.claims.language.assertions.levels import UNITS, levels_of
from goldenthread.claims.language.assertions.model import Role, Stated
from goldenthread.claims.language.assertions.parts import tied
from goldenthread.claims.language.assertions.scopes import scopes_of
from goldenthread.claims.language.assertions.stated import RELATIVE, stated_in
from goldenthread.claims.language.model import Measure
from goldenthread.claims.language.skeleton import Skeleton
from goldenthread.claims.language.weighing.orders import order_between

_ONE = Interval.exactly(1)
# Two numbers farther apart than this are no two of one thing.
_FARTHEST = 40


@dataclass(frozen=True, slots=True, kw_only=True)
class Candidate:
    """A size, two numbers it may be said of, and whether it is true of them the other way about."""

    stated: Stated
    one: int
    other: int
    turned: bool
    levels: tuple[int, ...]
    every: tuple[Stated, ...]
    since: int = 0


def candidates(
    skeleton: Skeleton, since: int, settled: Collection[int] = ()
) -> Iterator[list[Candidate]]:
    """For each size told from ``since`` on that no reading bears out, the pairs it may be of."""
    every = tuple(stated_in(skeleton, 0))
    sizes = {each.place for each in every if each.role is Role.CHANGE and each.strong}
    for stated in every:
        if not skeleton.quantities[stated.place].value:
            continue
        before = skeleton.at[stated.place] < since
        if before and not _only_now(skeleton, stated, since, every):
            continue
        found: list[Candidate] = []
        for unit in _units_of(skeleton, stated):
            levels = levels_of(skeleton, unit, sizes | {stated.place})
            if len(levels) < 2 or (before and (len(levels) > 2 or skeleton.at[levels[1]] < since)):
                continue
            if borne_out(skeleton, stated, tied=_tied(skeleton, stated, levels)):
                if (turned := _turned(skeleton, stated, levels)) and len(levels) == 2:
                    found.append(
                        Candidate(
                            stated=stated,
                            one=turned[0],
                            other=turned[1],
                            turned=True,
                            levels=tuple(levels),
                            every=every,
                        )
                    )
                break
            if stated.place in settled:
                continue
            pairs = {
                pair
                for scope in scopes_of(skeleton, skeleton.at[stated.place], levels)
                for pair in combinations(scope.inside, 2)
            }
            for one, other in sorted(pairs):
                if _comparable(skeleton, stated, one, other):
                    found.append(
                        Candidate(
                            stated=stated,
                            one=one,
                            other=other,
                            turned=False,
                            levels=tuple(levels),
                            every=every,
                        )
                    )
        if found:
            yield found


def _only_now(skeleton: Skeleton, stated: Stated, since: int, every: tuple[Stated, ...]) -> bool:
    """Whether a size of the sentence before may have its numbers in this one, which tells none."""
    begins = max(
        skeleton.text.rfind(". ", 0, max(since - 2, 0)),
        skeleton.text.rfind("! ", 0, max(since - 2, 0)),
    )
    strong = [each for each in every if each.strong or each.role is not Role.SHARE]
    return (
        skeleton.at[stated.place] > begins
        and stated.role is not Role.SHARE
        and all(skeleton.at[each.place] < since for each in strong)
    )


def _tied(skeleton: Skeleton, stated: Stated, levels: list[int]) -> bool:
    scope = next(iter(scopes_of(skeleton, skeleton.at[stated.place], levels)), None)
    return scope is not None and tied(skeleton, scope)


def _comparable(skeleton: Skeleton, stated: Stated, one: int, other: int) -> bool:
    low, high = sorted(skeleton.quantities[each].value for each in (one, other))
    if low == high or low <= 0:
        return False
    return stated.role is Role.SHARE or low * _FARTHEST > high


def _units_of(skeleton: Skeleton, stated: Stated) -> list[Measure]:
    measure = skeleton.quantities[stated.place].measure
    if measure not in RELATIVE:
        return [measure]
    if measure is Measure.POINTS:
        return [Measure.PERCENT]
    if stated.role is Role.SHARE:
        whole = 100 if measure is Measure.PERCENT else 1
        return (
            [Measure.COUNT, Measure.MONEY]
            if skeleton.quantities[stated.place].value < whole
            else []
        )
    return list(UNITS)


def _turned(skeleton: Skeleton, stated: Stated, levels: list[int]) -> tuple[int, int] | None:
    """The two numbers that a change of known direction is true of the other way about alone."""
    if stated.role is not Role.CHANGE or not stated.sign or not stated.strong:
        return None
    want = wanted(skeleton, stated)
    for one, other in combinations(levels, 2):
        order = order_between(skeleton, one, other)
        if not order.sign:
            continue
        before, after = (one, other) if order.sign > 0 else (other, one)
        first, last = (skeleton.quantities[each].interval for each in (before, after))
        if first.low <= 0 or last.low <= 0:
            continue
        relative = skeleton.quantities[stated.place].measure in (Measure.PERCENT, Measure.TIMES)
        change = (last / first - _ONE) if relative else last - first
        if not change.scaled(stated.sign).meets(want):
            return before, after
    return None
