"""A number, then the one it is held against with the change spelt out in the same breath.

"We had 257. This was 59 fewer than the 198 of last year", "It stands at £6.8m. At month 6 it was
£5.1m, so it has worsened by £2.7m": the base is named and the other number is what "this" means.
"""

import re
from collections.abc import Iterator
from fractions import Fraction

from goldenthread.claims.changes.blockers import RECKONED, WISHED
from goldenthread.claims.changes.fitting import differences, fits, relatives
from goldenthread.claims.changes.judged import Judged, Verdict
from goldenthread.claims.changes.pair_model import How, Pair
from goldenthread.claims.changes.pairs import how_many_times
from goldenthread.claims.changes.sizes import Size, changes_named
from goldenthread.claims.language.directions import CHANGE, MORE_OR_LESS, VERB, sign_of
from goldenthread.claims.language.model import Hedge, Measure
from goldenthread.claims.language.skeleton import (
    COUNT,
    EARLIER,
    LAST,
    MONEY,
    PERCENT,
    QUANTITY,
    RATE,
    TIMES,
    WHEN,
    Skeleton,
)
from goldenthread.claims.language.timing import order_of

_BASE = f"(?P<base>[{COUNT}{MONEY}{RATE}])"
_SIZE = f"(?P<size>[{COUNT}{MONEY}{RATE}{PERCENT}])"
_SIZE_TOO = _SIZE.replace("<size>", "<size_too>")
_BETWEEN = rf"[^{QUANTITY}.;:()]"
_SPELT = (
    # "This was 59 fewer than the 198 of the year before"
    re.compile(
        rf"[.;] (?:this|that|it|which) (?:is|was|represents|represented|makes|made) {_SIZE} "
        rf"(?:[a-z]+ )?(?P<word>{MORE_OR_LESS}) than (?:(?:the|our|its|their|figure|total|number|"
        rf"in|of|[{WHEN}](?:'s)?) )*{_BASE}(?= (?:of|in|for|at|from|a|recorded|reported|seen|made|"
        rf"[{WHEN}])|[,.;)]|$)"
    ),
    # "There were 71 in 2022/23, so this represents an increase of eight"
    re.compile(
        rf"[.;] (?P<then>{_BETWEEN}{{0,50}}?)\b(?:there (?:were|was|had been)|(?:it|they|this|that|"
        rf"the (?:figure|number|total|rate|count)|performance|attendance|coverage|uptake|"
        rf"satisfaction|compliance|demand) (?:was|were|had been|stood at|had stood at)) "
        rf"{_BASE}(?P<later>{_BETWEEN}{{0,60}}?)(?:,? (?:and )?(?:so|meaning|which means|"
        rf"hence|thus|therefore)|[.;] (?:so|this|that))\b(?P<who>{_BETWEEN}{{0,60}}?)"
        rf"\b(?:(?P<verb>{VERB}|up|down)(?: [a-z]+)? by|"
        rf"(?P<noun>{CHANGE})(?: in [a-z ]{{3,30}})? of) "
        rf"{_SIZE}(?! (?:of|to) )"
    ),
)
# "It has grown by 14% since April 2020, when it stood at 3,200": the base alone is dated.
_WHEN_IT_WAS = re.compile(
    rf"[.;] (?P<subject>(?:this|that|it|they|the [a-z]+|[a-z]+)(?: [a-z]+){{0,5}}?)"
    rf"(?: (?:(?P<verb>{VERB}|up|down)(?: [a-z]+)? by {_SIZE}|(?:is|was|are|were)(?: [a-z]+)? "
    rf"{_SIZE_TOO} (?:[a-z]+ )?(?P<word>{MORE_OR_LESS})))"
    rf" (?:than|since|on|from)(?: (?:the|in|at|that|of|it|was))* ?[{WHEN}],? (?:when|where) "
    rf"(?:(?:it|there|they|we|the [a-z]+) (?:was|were|had been|had|stood at|numbered|totalled|"
    rf"was put at) )?(?:just |only )?{_BASE}(?! of)"
)
# The numbers before are what is so now, where the base is what was so then.
_NOW = re.compile(r"\b(?:stands?|is|are|has|have|now)\b")
_MONTH = re.compile(r"\bmonth (?P<number>\d{1,2})\b")
_NEAR = Fraction(3)
_MOST_TIMES = 4


def spelt_changes(skeleton: Skeleton, since: int) -> Iterator[Judged]:
    """Every change told so from ``since`` on that no number before it bears out."""
    for pattern in (*_SPELT, _WHEN_IT_WAS):
        for match in pattern.finditer(skeleton.text, max(since - 2, 0)):
            judged = _judged(skeleton, match)
            if judged is not None:
                yield judged


def _judged(skeleton: Skeleton, match: re.Match[str]) -> Judged | None:
    words = match.groupdict()
    word = words.get("word") or words.get("verb") or words.get("noun") or ""
    group = "size" if words["size"] else "size_too"
    base, number = skeleton.number(match["base"]), skeleton.number(match[group])
    size = Size(
        number=number,
        sign=sign_of(word),
        start=match.start(group),
        end=match.end(group),
        word=word,
    )
    stop = match.start()
    start = max(skeleton.text.rfind(". ", 0, stop), skeleton.text.rfind("; ", 0, stop)) + 1
    before = _levels(skeleton, (start, stop), base)
    if not before or WISHED.search(match.group()) or RECKONED.search(match.group()):
        return None
    first = before[0]
    if any(skeleton.quantities[each].hedge is not Hedge.NONE for each in (first, base)):
        return None
    if len(before) > 1 and not words.get("verb") and not words.get("noun"):
        if words.get("word") is None or not _is_the_last(skeleton, before, base):
            return None  # "this" may be any of several
        first = before[-1]
    if "later" in words and not _is_earlier(skeleton, match, first, base, start):
        return None
    every = [
        place
        for place, each in enumerate(skeleton.quantities)
        if each.measure is skeleton.quantities[base].measure and place not in (base, number)
    ]
    if any(fits(skeleton, size, base, each) for each in every if skeleton.at[each] >= 0):
        return None
    if how_many_times(skeleton, first, base) > _MOST_TIMES:
        return None
    return _wrong(skeleton, size, base, first)


_LIKE = Fraction(3, 2)


def _is_the_last(skeleton: Skeleton, before: list[int], base: int) -> bool:
    """Whether of several numbers the last alone is like the base: "of 486, 188; 12% over 168"."""
    near = [each for each in before if how_many_times(skeleton, each, base) <= _LIKE]
    return near == before[-1:] and skeleton.quantities[before[-1]].hedge is Hedge.NONE


def _wrong(skeleton: Skeleton, size: Size, base: int, first: int) -> Judged | None:
    pair = Pair(before=base, after=first, how=How.COMPARED)
    turned = Size(
        number=size.number, sign=-size.sign, start=size.start, end=size.end, word=size.word
    )
    if size.sign and fits(skeleton, turned, base, first):
        return Judged(verdict=Verdict.DIRECTION, pair=pair, size=size)
    stated = skeleton.quantities[size.number]
    relative = stated.measure is Measure.PERCENT
    made = (relatives if relative else differences)(skeleton, size, base, first)
    if not relative and stated.measure is not skeleton.quantities[base].measure:
        return None
    for each in made or ():
        middle = (each.low + each.high) / 2
        if stated.value > 0 and middle > 0 and 1 / _NEAR <= stated.value / middle <= _NEAR:
            return Judged(verdict=Verdict.WRONG, pair=pair, size=size)
    return None


def _levels(skeleton: Skeleton, stretch: tuple[int, int], base: int) -> list[int]:
    """The numbers of the sentence before that may be held against the base: no sizes of change."""
    start, stop = stretch
    sizes = {size.number for size in changes_named(skeleton)}
    return [
        place
        for place, each in enumerate(skeleton.quantities)
        if start <= skeleton.at[place] < stop
        and place not in sizes
        and each.measure is skeleton.quantities[base].measure
    ]


def _is_earlier(
    skeleton: Skeleton, match: re.Match[str], first: int, base: int, start: int
) -> bool:
    """Whether the words have the base before the number it is told after."""
    if re.search(f"[{TIMES}]", match.group()):
        return False
    order = order_of(skeleton, base, first)
    if order:
        return order > 0
    then = f"{match['then']} {match['later']}"
    if re.search(f"[{EARLIER}{LAST}]", then):
        return True
    lead = skeleton.text[start : match.start()]
    months = [_MONTH.findall(each) for each in (then, lead)]
    if all(len(each) == 1 for each in months):
        return int(months[0][0]) < int(months[1][0])
    timed = re.search(f"[{WHEN}]", then)
    return bool(timed and _NOW.search(lead) and not re.search(f"[{WHEN}]", lead))
