"""Percentages of a sentence that share a whole out between them, and do not make 100.

"64% were owner occupiers, 29% rented privately and 17% rented from the council": nobody is two of
these, so that they cannot make 110. And what is called the rest makes 100 with all before it.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction

from goldenthread.claims.language.assertions.rests import wrong_rests
from goldenthread.claims.language.exclusive_sets import OF_PERCENTAGES
from goldenthread.claims.language.model import Hedge, Measure, Quantity
from goldenthread.claims.language.skeleton import PERCENT, Skeleton
from goldenthread.claims.language.sums import rests_in

_HUNDRED, _MOST = 100, 150  # what comes to more was never meant to make 100
_LEAST = 3  # parts beside a rest, so that the slip may be in any of them
_BRACKETS = re.compile(r" ?\([^()]*\)")
_OTHERWISE = re.compile(
    r"\b(?:than|compared|against|more than one|overlap\w*|both|either|also|average\w*|target|"
    r"respectively|of (?:whom|which)|rose|fell|last|previous\w*|up|down|rate)\b"
)


@dataclass(frozen=True, slots=True)
class SharedOut:
    """The percentages, in order, that ought to make 100 and do not."""

    parts: tuple[Quantity, ...]
    rest: Quantity | None

    @property
    def made(self) -> Fraction:
        """What they come to."""
        every = [each.value for each in self.parts]
        return sum(every, self.rest.value if self.rest else Fraction(0))


def wrongly_shared_out(skeleton: Skeleton) -> Iterator[SharedOut]:
    """Every such list of percentages in a sentence."""
    found = list(_with_a_rest(skeleton))
    yield from found or _each_another(skeleton)


def is_of_many(skeleton: Skeleton, rest: int, parts: tuple[int, ...]) -> bool:
    """Whether a rest in per cent is told after so many parts that any may be the wrong one."""
    return skeleton.quantities[rest].measure is Measure.PERCENT and len(parts) >= _LEAST


def _with_a_rest(skeleton: Skeleton) -> Iterator[SharedOut]:
    told = {each.total: each.parts for each in rests_in(skeleton) if not each.holds}
    for left in wrong_rests(skeleton, 0):
        if left.whole is None and left.by_name:  # no category of its own, "all other types"
            told.setdefault(left.rest, left.parts)
    for rest, parts in told.items():
        if is_of_many(skeleton, rest, parts):
            places = skeleton.quantities
            yield SharedOut(tuple(places[each] for each in parts), places[rest])


def _each_another(skeleton: Skeleton) -> Iterator[SharedOut]:
    """Percentages each followed by another word of one set."""
    bare = _BRACKETS.sub("", skeleton.text)
    slots = list(re.finditer(f"[{PERCENT}]", bare))
    if len(slots) < 2 or _OTHERWISE.search(bare):
        return
    ends = [each.start() for each in slots[1:]] + [len(bare)]
    items = [bare[one.end() : end] for one, end in zip(slots, ends, strict=True)]
    items[-1] = re.split(r"[.;:]", items[-1])[0]
    if any(each.startswith((" of ", " in ")) for each in items):
        return
    for words in OF_PERCENTAGES:
        named = [[n for n, word in enumerate(words) if word.search(each)] for each in items]
        if all(len(each) == 1 for each in named) and len({each[0] for each in named}) == len(items):
            parts = tuple(skeleton.quantity(each.group()) for each in slots)
            low = sum((each.interval.low for each in parts), Fraction(0))
            plain = all(each.hedge is Hedge.NONE for each in parts)
            if plain and _HUNDRED < low <= _MOST:
                yield SharedOut(parts, None)
                return
