"""Numbers that stand for opposite things have opposite signs: a deficit, and a surplus.

"From a loss of £2m to a profit of £3m" is a change of £5m, and up. A number is signed only where
the other side is told beside it: beside another deficit a deficit is a plain number, and what is
said of the two ("this decrease") may be said of the deficit or of the balance.
"""

import re
from collections.abc import Iterator
from dataclasses import replace
from functools import lru_cache

from goldenthread.claims.changes.pair_model import Pair
from goldenthread.claims.changes.pairs import linked
from goldenthread.claims.changes.sizes import changes_named
from goldenthread.claims.language.any_of import any_of
from goldenthread.claims.language.model import Measure
from goldenthread.claims.language.skeleton import WHEN, Skeleton

_ABOVE = (
    "surplus surpluses profit profits gain gains investment investments inflow inflows "
    "underspend underspends underspending credit credits lending lender "
    "saving savings positive"
)
_BELOW = (
    "deficit deficits loss losses disinvestment disinvestments divestment divestments outflow "
    "outflows overspend overspends overspending shortfall shortfalls debit debits borrowing "
    "borrower overdraft negative"
)
_SIDE = rf"(?P<above>{any_of(_ABOVE)})|(?P<below>{any_of(_BELOW)})"
_BEFORE = re.compile(
    rf"\b(?:{_SIDE})(?: (?:balance|position|contribution|account))?"
    rf"(?:,| (?:of|at|to|by|was|is|were|worth|totalling|reaching|standing|stood|in|just|only|some|"
    rf"about|over|nearly|almost|around|more than|less than)| ?[{WHEN}])* ?[:(]? ?$"
)
_AFTER = re.compile(
    rf"(?: (?:in|net|operating|annual|overall|trading|current|account|pre-tax|budget|end-of-year|"
    rf"year-end|a))*[ -](?:{_SIDE})\b"
)
_REACH = 60
_BALANCED = (Measure.COUNT, Measure.MONEY, Measure.PERCENT)


def side_of(skeleton: Skeleton, place: int) -> int:
    """1 for a number told as a surplus and its like, -1 as a deficit, 0 as neither."""
    at = skeleton.at[place]
    if at < 0 or skeleton.quantities[place].measure not in _BALANCED:
        return 0
    match = _BEFORE.search(skeleton.text[max(0, at - _REACH) : at])
    match = match or _AFTER.match(skeleton.text, at + 1)
    if match is None:
        return 0
    return 1 if match["above"] else -1


@lru_cache(maxsize=4096)
def with_signs(skeleton: Skeleton) -> Skeleton:
    """The skeleton with what stands below nought below it, where both sides are told in a row.

    In "from a deficit of 9 to 7" the 7 is a deficit as well, though no word says so: only numbers
    that follow one another each with a word of its own are signed.
    """
    quantities = list(skeleton.quantities)
    for row, numbers in _rows(skeleton):
        if len({side for _, side in row}) > 1:
            plain = _tied_to_none(skeleton, numbers)
            for place, side in row:
                each = quantities[place]
                if side < 0 < each.value and place not in plain:
                    quantities[place] = replace(
                        each, value=-each.value, interval=each.interval.scaled(-1)
                    )
    return replace(skeleton, quantities=tuple(quantities))


def _rows(skeleton: Skeleton) -> Iterator[tuple[list[tuple[int, int]], list[int]]]:
    """Numbers of a sort in a row, each told as a surplus or a deficit; and all of the sort."""
    sizes = {size.number for size in changes_named(skeleton)}
    for measure in _BALANCED:
        numbers = [
            place
            for place, each in enumerate(skeleton.quantities)
            if each.measure is measure and place not in sizes and skeleton.at[place] >= 0
        ]
        row: list[tuple[int, int]] = []
        for place in numbers:
            if side := side_of(skeleton, place):
                row.append((place, side))
            else:
                yield row, numbers
                row = []
        yield row, numbers


def _tied_to_none(skeleton: Skeleton, numbers: list[int]) -> set[int]:
    """The numbers whose other end has no side told: "a net loss of goods from 3 to a loss of 7"."""
    return {
        place
        for pair in linked(skeleton, numbers)
        if not all(side_of(skeleton, each) for each in pair.both)
        for place in pair.both
    }


def both_below(skeleton: Skeleton, pair: Pair) -> bool:
    """Whether both ends are told as deficits: what grew or shrank is one, or the balance."""
    return all(side_of(skeleton, place) < 0 for place in pair.both)
