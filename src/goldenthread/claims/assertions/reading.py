"""Every size of a window that no assignment of its numbers bears out, with the two it is of."""

import re
from collections.abc import Collection, Iterator

from goldenthread.claims.assertions.anchors import anchored
from goldenthread.claims.assertions.assignment import borne_out, turned
from goldenthread.claims.assertions.nothing_else import wrong_alone
from goldenthread.claims.assertions.pairing import pairs_for
from goldenthread.claims.assertions.parts import tied
from goldenthread.claims.assertions.subjects import blocked
from goldenthread.claims.changes.fitting import of_one_sort
from goldenthread.claims.changes.pairs import how_many_times
from goldenthread.claims.changes.stated import RELATIVE, stated_in
from goldenthread.claims.language.assertion import Assertion, Role, Stated
from goldenthread.claims.language.levels import UNITS, levels_of
from goldenthread.claims.language.model import Measure
from goldenthread.claims.language.scopes import scopes_of
from goldenthread.claims.language.skeleton import WHEN, Skeleton

# So many times apart two numbers are told in different units: "6.9 million tonnes", "1.9 Mt".
_ANOTHER_UNIT = 1000


def wrong_in(
    skeleton: Skeleton, since: int = 0, settled: Collection[int] = ()
) -> Iterator[Assertion]:
    """Every size told from ``since`` on that is anchored to two numbers and true of none.

    ``settled`` are the sizes, by place, that another reading has tested.
    """
    every = list(stated_in(skeleton, 0))
    found = list(_each_wrong(skeleton, every, since, settled))
    if not found:
        found = list(wrong_alone(skeleton, every, since, settled))
    for one in found:
        apart = how_many_times(skeleton, one.one, one.other) > _ANOTHER_UNIT
        if one.stated.role is Role.CHANGE and apart:
            continue
        if not any(_of_parts(skeleton, one, other) for other in found if other is not one):
            yield one


def _of_parts(skeleton: Skeleton, one: Assertion, other: Assertion) -> bool:
    """Whether two changes told in one way are held against the same two: they are of parts."""
    if {one.stated.role, other.stated.role} != {Role.CHANGE}:
        return False
    sizes = (skeleton.quantities[each.stated.place] for each in (one, other))
    return {one.one, one.other} == {other.one, other.other} and of_one_sort(*sizes)


def _each_wrong(
    skeleton: Skeleton, every: list[Stated], since: int, settled: Collection[int]
) -> Iterator[Assertion]:
    for stated in every:
        if stated.place in settled:
            continue
        if skeleton.at[stated.place] < since and not _only_now_told(skeleton, stated, since, every):
            continue
        if found := _wrong(skeleton, stated, every):
            yield found


# "Episodes rose by 20%. There were 640 this year and 512 last year."
_NUMBERS_FOLLOW = re.compile(
    rf"(?:(?:in|at|on) [{WHEN}],? )?(?:there (?:were|was|had)|(?:we|they|it) (?:[a-z]+ed|saw|had|"
    r"took|held|was|were)|the (?:number|figure|total|rate) (?:was|stood|went|rose|fell))\b"
)


def _only_now_told(skeleton: Skeleton, stated: Stated, since: int, every: list[Stated]) -> bool:
    """Whether a size of the sentence before has its numbers in this one, which has no size."""
    before = max(skeleton.text.rfind(". ", 0, max(since - 2, 0)) + 2, 0)
    before = 0 if before == 1 else before
    told = {n for n, at in enumerate(skeleton.at) if before <= at < since}
    return (
        told <= {each.place for each in every}
        and stated.place in told
        and all(skeleton.at[each.place] < since for each in every)
        and _NUMBERS_FOLLOW.match(skeleton.text, since) is not None
    )


# What is lost of a whole is a part of it.
_TAKEN = ("lost", "shed", "gained", "cut", "dropped")


def _wrong(skeleton: Skeleton, stated: Stated, every: list[Stated]) -> Assertion | None:
    sizes = {
        each.place
        for each in every
        if each.role is Role.CHANGE
        and each.strong
        and (each.word not in _TAKEN or stated.role is Role.CHANGE)
    }
    for unit in _units_of(skeleton, stated):
        levels = levels_of(skeleton, unit, sizes | {stated.place})
        others = [each for each in every if each.place != stated.place]
        for scope in scopes_of(skeleton, skeleton.at[stated.place], levels):
            pairs = pairs_for(skeleton, stated, scope, others)
            if not pairs:
                continue
            only = len(levels) == len(pairs) + 1 == 2
            if not borne_out(skeleton, stated, tied=tied(skeleton, scope)) or (
                only and turned(skeleton, stated, pairs[0])
            ):
                pairs.sort(key=lambda each: _distance(skeleton, stated, each))
                for pair in pairs:
                    if anchored(skeleton, stated, scope, pair) and not blocked(
                        skeleton, stated, pair
                    ):
                        return _assertion(skeleton, stated, pair)
            break
    return None


def _distance(skeleton: Skeleton, stated: Stated, pair: tuple[int, int]) -> int:
    at = skeleton.at[stated.place]
    return sum(abs(skeleton.at[each] - at) for each in pair)


def _units_of(skeleton: Skeleton, stated: Stated) -> list[Measure]:
    """The unit classes of the numbers that a size may be of."""
    measure = skeleton.quantities[stated.place].measure
    if measure not in RELATIVE:
        return [measure]
    if measure is Measure.POINTS:
        return [Measure.PERCENT]
    whole = 100 if measure is Measure.PERCENT else 1
    if stated.role is Role.SHARE:
        if skeleton.quantities[stated.place].value >= whole:
            return []
        return [Measure.COUNT, Measure.MONEY]
    return list(UNITS)


def _assertion(skeleton: Skeleton, stated: Stated, pair: tuple[int, int]) -> Assertion:
    one, other = pair
    if (
        stated.role is Role.SHARE
        and skeleton.quantities[one].value > skeleton.quantities[other].value
    ):
        one, other = other, one
    return Assertion(stated=stated, one=one, other=other)
