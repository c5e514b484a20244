"""A change told on a base that its own words name, against what the text has told before it.

"12% lower than the 410 of 2019", "up from 538, a rise of 30.6%": one end is named, and the other is
a level told already. It is that one of them which makes the change true; where none does, the one
that a known slip makes it of, the only one, or the one that the change beside it is of.
"""

import re
from collections.abc import Iterator, Mapping

from goldenthread.claims.changes.blockers import DENIED, ELSEWHERE, RECKONED, TO_COME, WISHED
from goldenthread.claims.changes.fitting import fits
from goldenthread.claims.changes.judged import Judged
from goldenthread.claims.changes.pair_model import How, Pair
from goldenthread.claims.changes.sizes import Size
from goldenthread.claims.changes.tested import wrong_how
from goldenthread.claims.closed.changes.ties import is_elsewhere, is_exact_slip, names_anew
from goldenthread.claims.closed.changes.truths import is_true_otherwise
from goldenthread.claims.closed.changes.window import (
    base_told,
    levels_in,
    restated,
    sentence_of,
)
from goldenthread.claims.language.assertion import Stated
from goldenthread.claims.language.clauses import stem
from goldenthread.claims.language.directions import CHANGE, COMPARED
from goldenthread.claims.language.hedges import BOUNDED
from goldenthread.claims.language.levels import UNITS
from goldenthread.claims.language.model import Measure, Quantity
from goldenthread.claims.language.skeleton import QUANTITY, WHEN, Skeleton
from goldenthread.claims.sayings.words import GENERIC_STEMS, STOP

# "Down from 538 in February, a reduction of 30.6%".
_FROM = re.compile(
    rf"\bfrom (?:(?:the|just|only) )*(?P<base>[{QUANTITY}])(?: (?!to\b)[a-z]+){{0,3}}"
    rf"(?: ?[{WHEN}])?(?:,| \(| –) ?(?:(?:or|by|that is) )?(?:an? (?:[a-z]+ )?(?:{CHANGE}) of )?$"
)
# "That is 23 fewer than the 175": of what has just been told.
_THAT_IS = re.compile(
    r"(?:^|[.;,–] )(?:and )?(?:that|this|which|it) (?:is|was|represents?|represented|means|meant|"
    rf"amounts to|equates to) (?:(?:an?|the|just|only|also|still|some) )*(?:(?:{CHANGE}) of )?$"
)


def on_bases(skeleton: Skeleton, since: int, sizes: Mapping[int, Stated]) -> Iterator[Judged]:
    """Every change from ``since`` on that no level before it bears out on the base it names."""
    bases = {place: base for place in sizes if (base := _base(skeleton, sizes, place)) is not None}
    for place, base in bases.items():
        if skeleton.at[place] >= since and not _is_loose(skeleton, place):
            found = _judged(skeleton, sizes, bases, place, base)
            if found is not None:
                yield found


def _base(skeleton: Skeleton, sizes: Mapping[int, Stated], place: int) -> int | None:
    """The number that a size is told on: right after it, or "from" which it leads."""
    levels = [
        each
        for unit in UNITS
        for each in levels_in(skeleton, unit, sizes)
        if skeleton.quantities[each].value > 0
    ]
    after = base_told(skeleton, place, levels)
    if after is not None:
        return after
    before = _FROM.search(skeleton.text[: skeleton.at[place]])
    base = skeleton.number(before["base"]) if before else None
    return base if base in levels else None


def _is_loose(skeleton: Skeleton, place: int) -> bool:
    """Whether the sentence of a size denies it, hopes for it or tells it of another place."""
    start, stop = sentence_of(skeleton.text, skeleton.at[place])
    words = skeleton.text[start:stop]
    return any(each.search(words) for each in (DENIED, WISHED, RECKONED, ELSEWHERE, TO_COME))


def _judged(
    skeleton: Skeleton, sizes: Mapping[int, Stated], bases: Mapping[int, int], place: int, base: int
) -> Judged | None:
    if is_elsewhere(skeleton.text, skeleton.at[base]):
        return None
    stated, at = sizes[place], skeleton.at[place]
    size = Size(number=place, sign=stated.sign, start=at, end=at + 1, word=stated.word)
    unit = skeleton.quantities[base].measure
    told = [
        each
        for each in levels_in(skeleton, unit, sizes)
        if skeleton.at[each] < at and each != base and each not in bases.values()
    ]
    others = [
        each
        for each, quantity in enumerate(skeleton.quantities)
        if skeleton.at[each] >= 0 and each not in (base, place)
        if quantity.measure is unit or _is_a_length(quantity, unit)
        if not (each in bases.values() and _is_beside(skeleton, each, base))
    ]
    if any(
        fits(skeleton, size, base, each) or (not stated.sign and fits(skeleton, size, each, base))
        for each in others
    ):
        return None
    meant = _meant(skeleton, sizes, bases, place, base, told)
    if meant is None:
        return None
    pair = Pair(before=base, after=meant, how=How.DATED)
    if is_true_otherwise(skeleton, size, pair):
        return None
    return Judged(verdict=wrong_how(skeleton, size, pair), pair=pair, size=size, plain=True)


# "8% fewer than in 2021 (668) and 36% fewer than in 2009 (1,045)": two bases of one level.
_AND = re.compile(
    rf"\)?,? and (?:(?:{CHANGE}|{COMPARED}|[a-z]+ by|by) )?[{QUANTITY}]"
    rf"(?: (?!and\b)[a-z]+){{1,2}}(?: [a-z]+| ?[{WHEN}]){{0,3}}"
    r"(?:,? (?:when|which was)(?: [a-z'-]+){1,4} ?)?(?: ?\(| )"
)


def _is_beside(skeleton: Skeleton, other: int, base: int) -> bool:
    """Whether another number is a base too, of the size told with this one."""
    first, last = sorted((skeleton.at[other], skeleton.at[base]))
    return bool(_AND.fullmatch(skeleton.text, first + 1, last))


def _is_a_length(quantity: Quantity, unit: Measure) -> bool:
    """Whether one of two numbers is told with its unit of time, and the other without."""
    return {quantity.measure, unit} == {Measure.COUNT, Measure.DURATION} and (
        quantity.hedge in BOUNDED
    )


def _meant(
    skeleton: Skeleton,
    sizes: Mapping[int, Stated],
    bases: Mapping[int, int],
    place: int,
    base: int,
    told: list[int],
) -> int | None:
    """The level that a size is meant of: proved by its slip, or by the words."""
    one = skeleton.quantities[base]
    sign = sizes[place].sign
    slips = [
        each
        for each in told
        if is_exact_slip(skeleton.quantities[place], one, skeleton.quantities[each], sign)
    ]
    if len(slips) == 1:
        return slips[0]
    if slips or not told:
        return None
    beside = [
        each
        for each in told
        for other, its_base in bases.items()
        if other != place
        and _is_beside(skeleton, its_base, base)
        and _bears_out(skeleton, sizes, other, its_base, each)
    ]
    if len({*beside}) == 1:
        return beside[0]
    last = told[-1]
    alone = len(told) == 1 or _are_far(skeleton, told[-2], last)
    if alone and _is_of_it(skeleton, sizes, place, last):
        return last
    return None


def _are_far(skeleton: Skeleton, one: int, last: int) -> bool:
    """Whether a level stands in an earlier sentence than the last one told."""
    return skeleton.at[one] < sentence_of(skeleton.text, skeleton.at[last])[0]


def _bears_out(
    skeleton: Skeleton, sizes: Mapping[int, Stated], place: int, base: int, level: int
) -> bool:
    stated, at = sizes[place], skeleton.at[place]
    size = Size(number=place, sign=stated.sign, start=at, end=at + 1, word=stated.word)
    same = skeleton.quantities[base].measure is skeleton.quantities[level].measure
    return same and fits(skeleton, size, base, level)


def _is_of_it(skeleton: Skeleton, sizes: Mapping[int, Stated], place: int, level: int) -> bool:
    """Whether words say that a size is of the level just told, and of nothing they name anew."""
    text = skeleton.text
    first = restated(skeleton, place, sizes)
    at = skeleton.at[place if first is None else first]
    if _THAT_IS.search(text[:at]):
        return True
    start = sentence_of(text, at)[0]
    if skeleton.at[level] >= start:
        return False
    noun = skeleton.quantities[level].noun.lower().split()
    counted = {stem(word) for word in noun if word not in STOP}
    subject = {stem(word) for word in re.findall(r"[a-z]+", text[start:at])}
    return bool(counted & subject) and not names_anew(text, (start, at)) - GENERIC_STEMS
