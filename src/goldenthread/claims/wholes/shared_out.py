"""Percentages of a sentence that share a whole out between them, and do not make 100.

"64% were owner occupiers, 29% rented privately and 17% rented from the council": nobody is two of
these, so that they cannot make 110. And what is called the rest makes 100 with all before it.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction

from goldenthread.claims.changes.sizes import changes_named
from goldenthread.claims.language.model import Hedge, Measure, Quantity
from goldenthread.claims.language.skeleton import PERCENT, Skeleton
from goldenthread.claims.wholes.percent_lists import (
    far_from_hundred,
    is_above,
    may_hold_another,
)
from goldenthread.claims.wholes.rests import wrong_rests
from goldenthread.claims.wholes.single_sets import SETS
from goldenthread.claims.wholes.sums import rests_in
from goldenthread.claims.wholes.whole_words import has_rates, tells_of_others

_HUNDRED, _MOST = 100, 150  # what comes to more was never meant to make 100
_LEAST = 3  # parts beside a rest, so that the slip may be in any of them
# "8% of files were judged outstanding" names the whole; "8% of boys" a whole of its own.
_OF_THE_WHOLE = re.compile(r"^ of [a-z' -]{2,40} (?:were|was|are|is) (?=[a-z])")
_GRADES = re.compile(
    r"\b(?:grades?|gradings?|judgements?|ratings?)(?: given)?(?: (?:of|in|for|after|at) [^:,.;]+)?"
    r"(?: (?:are|were|was))?: "
)
_NEITHER = re.compile(r"\bneither [a-z]+ n?or [a-z]+\b")
_STOP = re.compile(r"[.;:]")
_BRACKETS = re.compile(r" ?\([^()]*\)")
_OTHERWISE = re.compile(
    r"\b(?:than|compared|against|more than one|overlap\w*|both|either|also|average\w*|target|"
    r"respectively|of (?:whom|which)|rose|fell|last|previous\w*|up|down|rate)\b"
)


@dataclass(frozen=True, slots=True)
class SharedOut:
    """The percentages, in order, that ought to make 100 and do not.

    ``all_told`` where the words leave nothing out, so that they cannot make less than 100 either;
    ``beside`` are those of another group or time, told with them, that do make 100.
    """

    parts: tuple[Quantity, ...]
    rest: Quantity | None
    all_told: bool = False
    beside: tuple[Quantity, ...] = ()

    @property
    def every(self) -> tuple[Quantity, ...]:
        """The parts, and the rest after them."""
        return (*self.parts, self.rest) if self.rest else self.parts

    @property
    def made(self) -> Fraction:
        """What they come to."""
        return sum((each.value for each in self.every), Fraction(0))

    @property
    def falls_short(self) -> bool:
        """Whether they are too few, where the words leave nothing out."""
        return self.all_told and self.made < _HUNDRED


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
    """Percentages each followed by another word of one set, or each after one."""
    bare = _NEITHER.sub("neither", _BRACKETS.sub("", skeleton.text))
    slots = list(re.finditer(f"[{PERCENT}]", bare))
    if len(slots) < 2 or _OTHERWISE.search(bare):
        return
    if any(size.sign for size in changes_named(skeleton)):
        return  # "increased by 70% among men and 60% among women"
    ends = [each.start() for each in slots[1:]] + [len(bare)]
    after = [bare[one.end() : end] for one, end in zip(slots, ends, strict=True)]
    after[-1] = _STOP.split(after[-1])[0]
    items = [_OF_THE_WHOLE.sub(" ", after[0]), *after[1:]]
    heading = _GRADES.search(bare[: slots[0].start()])
    if heading and not _STOP.split(bare[slots[-1].end() :])[0].strip():
        starts = [heading.end()] + [each.end() for each in slots[:-1]]
        items = [bare[start : one.start()] for start, one in zip(starts, slots, strict=True)]
    parts = tuple(skeleton.quantity(each.group()) for each in slots)
    if any(each.startswith((" of ", " in ")) for each in items) or any(
        each.hedge is not Hedge.NONE for each in parts
    ):
        return
    one_thing = not has_rates(bare[: slots[0].start()]) and not any(
        each.startswith((" at ", " from ")) for each in after
    )
    for known in SETS:
        if not known.covers(items) or (known.nested and may_hold_another(parts)):
            continue
        whole = one_thing and known.is_all_of(items)
        if items != after and not whole:
            continue
        short = far_from_hundred(parts) and not is_above(parts) and not tells_of_others(bare)
        low = sum((each.interval.low for each in parts), Fraction(0))
        if _HUNDRED < low <= _MOST or (whole and short):
            yield SharedOut(parts, None, all_told=whole)
            return
