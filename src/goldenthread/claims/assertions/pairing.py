"""Which two numbers of a stretch a size may be of: like each other, and no other size's."""

import re
from fractions import Fraction
from itertools import combinations

from goldenthread.claims.assertions.assignment import of_these
from goldenthread.claims.changes.binding import alike
from goldenthread.claims.changes.change_cues import LIGHT
from goldenthread.claims.changes.pair_model import How
from goldenthread.claims.changes.pairs import linked
from goldenthread.claims.intervals import Interval
from goldenthread.claims.language.assertion import Role, Stated
from goldenthread.claims.language.model import Measure, Quantity
from goldenthread.claims.language.scopes import Scope
from goldenthread.claims.language.skeleton import EARLIER, LAST, Skeleton
from goldenthread.claims.language.timing import when
from goldenthread.claims.shares.own_parts import told_beside

# Two numbers of one thing seldom lie farther apart than this from one time to another.
_FAR = 5
_AGAIN = re.compile(
    rf"(?: (?:more|fewer|less|extra|additional|up|down|[a-z-]+))?(?:[ ,(–:=]|{LIGHT}\b)*"
)


PART_OF = re.compile(r"(?: [a-z'-]+){0,3} (?:out )?of (?:(?:the|all|our|its|a|total|of) )*$|/$")


def pairs_for(
    skeleton: Skeleton, stated: Stated, scope: Scope, others: list[Stated]
) -> list[tuple[int, int]]:
    """Every two numbers of the stretch that the size may be of, and no other size is."""
    found = []
    part = _own_part(skeleton, stated) if stated.role is Role.SHARE else None
    parts = _parts(skeleton) if stated.role is Role.SHARE else set()
    for one, other in combinations(scope.inside, 2):
        small, large = sorted((one, other), key=lambda each: skeleton.quantities[each].value)
        if large in parts or (part is not None and part != small):
            continue
        if stated.place in (one, other) or not _comparable(skeleton, stated, one, other):
            continue
        if not any(
            each.place not in (one, other)
            and of_these(skeleton, each, one, other)
            and not _said_again(skeleton, stated, each)
            for each in others
        ) and not _told_as_it_is(skeleton, stated, one, other):
            found.append((one, other))
    return found


def _told_as_it_is(skeleton: Skeleton, stated: Stated, one: int, other: int) -> bool:
    """Whether another number of the text is their difference: "by £1.2m, £0.4m of it this year"."""
    if stated.role is not Role.CHANGE:
        return False
    size = skeleton.quantities[stated.place]
    first, second = (skeleton.quantities[each] for each in (one, other))
    return any(
        each.measure is size.measure is first.measure
        and each.value
        and any(told.meets(each.interval) for told in _differences(first, second))
        for place, each in enumerate(skeleton.quantities)
        if place not in (stated.place, one, other) and skeleton.at[place] >= 0
    )


def _differences(one: Quantity, other: Quantity) -> tuple[Interval, Interval]:
    return one.interval - other.interval, other.interval - one.interval


_PART_OF_PART = re.compile(r"\b(?:of|among) (?:whom|which|them|these|those)\b")


def _own_part(skeleton: Skeleton, stated: Stated) -> int | None:
    return told_beside(skeleton).get(stated.place)


def _parts(skeleton: Skeleton) -> set[int]:
    """The counts with a share of their own, which are no wholes of others."""
    told = told_beside(skeleton)
    return set() if _PART_OF_PART.search(skeleton.text) or len(told) < 2 else set(told.values())


# "130 outcomes against 121 the year before": the one is no part of the other.
_AGAINST = re.compile(r"\b(?:against|compared (?:with|to)|versus) (?:the |just |only |some )?$")
_OF_WHICH = re.compile(r"\bof (?:which|whom)\b|\bincluding\b")
# "97, the second highest after Corve (104)" sets places side by side, and no times.
_PLACES = re.compile(r"\b(?:highest|lowest|largest|smallest|most|least|best|worst|biggest)\b")
# "Between 400 and 500 people came", "of 500 visits 400 were in time".
_RANGE = re.compile(
    r"(?:\b(?:between|anywhere from|ranging from|range from)|(?:^|[.;,:] )(?:out )?of"
    r"(?: (?:the|all|our|its|these|those))*) $"
)
_SET_AGAINST = re.compile(
    r"\b(?:in place of|instead of|against|compared (?:with|to)|as opposed to|versus|to|from|than|"
    r"and is|and are|in lieu of)\b|→"
)


_NO_NOUN = re.compile(r"(?:today|now|then|once|currently|again|altogether|strong)\b")


def _comparable(skeleton: Skeleton, stated: Stated, one: int, other: int) -> bool:
    first, second = (skeleton.quantities[each] for each in (one, other))
    low, high = sorted((first.value, second.value))
    if low == high or _too_large(skeleton.quantities[stated.place], high):
        return False
    if stated.role is Role.SHARE:
        small, large = sorted((first, second), key=lambda each: each.value)
        if small.decimals and not large.decimals and small.measure is Measure.COUNT:
            return False  # an average age of 13.2 is no part of 43 people
        times = {when(skeleton, one), when(skeleton, other)}
        return ("" in times or len(times) == 1) and not _changed(skeleton, one, other)
    if not of_two_times(skeleton, one, other):
        return False
    between = skeleton.text[skeleton.at[one] + 1 : skeleton.at[other]]
    nouns = [_NO_NOUN.match(each.noun) for each in (first, second)]
    of_one = any(nouns) or alike(first, second) or _SET_AGAINST.search(between)
    return low * _FAR > high and bool(of_one)


def of_two_times(skeleton: Skeleton, one: int, other: int) -> bool:
    """Whether no words make two numbers part and whole, places in an order, or a range."""
    before = skeleton.text[: skeleton.at[one]]
    between = skeleton.text[skeleton.at[one] + 1 : skeleton.at[other]]
    return not (
        PART_OF.match(between)
        or _OF_WHICH.search(between)
        or _PLACES.search(between)
        or _RANGE.search(before)
    )


def _too_large(stated: Quantity, high: Fraction) -> bool:
    """Whether a difference is so large that it is hardly one of such numbers."""
    relative = (Measure.PERCENT, Measure.POINTS, Measure.TIMES)
    return stated.measure not in relative and abs(stated.value) > _FAR * high


def _changed(skeleton: Skeleton, one: int, other: int) -> bool:
    """Whether the words set one number against the other as another time's: "from A to B"."""
    if any(pair.how in (How.FROM_TO, How.FROM) for pair in linked(skeleton, [one, other])):
        return True
    return any(
        _AGAINST.search(skeleton.text[: skeleton.at[each]])
        and when(skeleton, each) in (EARLIER, LAST)
        for each in (one, other)
    )


def _said_again(skeleton: Skeleton, stated: Stated, other: Stated) -> bool:
    """Whether one of two sizes only says the other in another way: "+23, +33%"."""
    start, stop = sorted(skeleton.at[each.place] for each in (stated, other))
    return _AGAIN.fullmatch(skeleton.text[start + 1 : stop]) is not None
