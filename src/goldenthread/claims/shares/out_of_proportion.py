"""Shares of one whole that are not in proportion to the counts told with them.

"126 (65%), 74 (24%) and 21 (11%)": the first and the last are of some 193, and the second is not,
though 65, 24 and 11 per cent make a whole. What the whole is nobody needs to say: that they are of
one is plain where the percentages make 100, where the counts make what the others are of, or where
three and more agree to a hair.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from fractions import Fraction
from itertools import groupby, pairwise

from goldenthread.claims.intervals import Interval, may_be_share
from goldenthread.claims.language.model import Sentence
from goldenthread.claims.language.skeleton import EARLIER, LAST, skeleton_of
from goldenthread.claims.reading import Reading
from goldenthread.claims.shares.proportions import Pair, pairs_in
from goldenthread.claims.shares.section_wholes import Whole, sections

_HUNDRED = Fraction(100)
_MOST = 12  # shares of one list
_ALIKE = Fraction(1, 25)  # how far apart the wholes may be that three shares leave open
_FAR = 5  # so many times the right share, and it is of something else
_LEFT = re.compile(r"\b(?:remainder|remaining|the rest)\b")
_ROUND = 2  # points that the parts may lack where words leave a remainder
# Between two shares these begin another whole, another time or another place.
_ANOTHER = re.compile(
    r"\b(?:of (?:whom|which|these|those|them)|among(?:st)?|within|including|than|compared|against|"
    r"whereas|target|previous\w*|last|earlier|average)\b"
)


@dataclass(frozen=True, slots=True)
class Disproportion:
    """The share that is ``odd``, and those that agree; ``whole`` is what these are of.

    ``sure`` where the shares make a hundred or the counts the whole, so that they are of one.
    """

    sentence: Sentence
    odd: Pair
    others: tuple[Pair, ...]
    whole: Interval
    sure: bool = True


@dataclass(frozen=True, slots=True)
class _At:
    sentence: Sentence
    pair: Pair


def out_of_proportion(reading: Reading) -> Iterator[Disproportion]:
    """Every such share, by paragraph, by list of bullets and by row of a table without lines."""
    known = sections(reading)
    told: set[tuple[str, Pair]] = set()
    for run in (*_paragraphs(reading.sentences), *_bullets(reading.sentences)):
        file = run[0].sentence.file
        around = known[file].around(run[0].sentence.passage.order)
        for found in _in_run(run, around):
            if (found.sentence.locator, found.odd) not in told:
                told.add((found.sentence.locator, found.odd))
                yield found
    for row in reading.lost_rows:
        pairs = [_At(row, pair) for pair in pairs_in(skeleton_of(row.text))]
        if odd := _odd_one(pairs):
            yield replace(odd, sure=False)


def _paragraphs(sentences: Sequence[Sentence]) -> Iterator[list[_At]]:
    for _, group in groupby(sentences, key=lambda each: (each.file, each.passage.order)):
        run = [_At(each, pair) for each in group for pair in pairs_in(skeleton_of(each.text))]
        if len(run) > 1:
            yield run


def _bullets(sentences: Sequence[Sentence]) -> Iterator[list[_At]]:
    """The first share of each of several passages that follow one another."""
    run: list[_At] = []
    for each in sentences:
        if run and each.passage is run[-1].sentence.passage:
            continue
        first = pairs_in(skeleton_of(each.text))[:1]
        follows = run and each.passage.order == run[-1].sentence.passage.order + 1
        if run and not (follows and first and each.file == run[-1].sentence.file):
            if len(run) > 2:
                yield run
            run = []
        run += [_At(each, pair) for pair in first]
    if len(run) > 2:
        yield run


def _in_run(run: Sequence[_At], around: Sequence[Whole]) -> Iterator[Disproportion]:
    """The odd ones of the longest stretches of a run that are plainly of one whole."""
    for first in range(len(run)):
        for last in range(min(len(run), first + _MOST), first + 1, -1):
            found = _in_stretch(run[first:last], around)
            if found is not None:
                beyond = (*run[:first], *run[last:])
                if not any(found.odd.whole.meets(each.pair.whole) for each in beyond):
                    yield found
                return


def _in_stretch(run: Sequence[_At], around: Sequence[Whole]) -> Disproportion | None:
    if len(run) == 2:
        return _of_two(run, around)
    odd = _odd_one(run, least=2)
    if odd is None:
        return None
    counted = sum((each.pair.count.value for each in run), Fraction(0))
    shared = _made(run)
    if shared.holds(_HUNDRED) or odd.whole.holds(counted):
        return odd
    told = len(run) > 3 and not _begin_anew(run) and not _borne_out(odd.odd, around)
    return replace(odd, sure=False) if told and _is_narrow(odd.whole) else None


def _odd_one(run: Sequence[_At], least: int = 3) -> Disproportion | None:
    """The only one without which all the others are of one whole."""
    found: list[Disproportion] = []
    for place, each in enumerate(run):
        others = [other.pair for other in (*run[:place], *run[place + 1 :])]
        whole = _common([other.whole for other in others]) if len(others) >= least else None
        if whole is None:
            continue
        if whole.meets(each.pair.whole):
            return None
        if not _may_be_meant(each.pair, others, whole):
            return None
        found.append(Disproportion(each.sentence, each.pair, tuple(others), whole))
    return found[0] if len(found) == 1 else None


def _may_be_meant(pair: Pair, others: Sequence[Pair], whole: Interval) -> bool:
    """Whether a share may be a slip of one of the whole, and is not plainly another number's.

    In "261 homes had two needs (23%)" the number beside the percentage is not the part.
    """
    right = pair.count.value / whole.low * 100
    if max(right, pair.percent.value) > _FAR * min(right, pair.percent.value):
        return False
    spoken_for = {each.count.start for each in (pair, *others) if each.skeleton is pair.skeleton}
    return not any(
        each.measure is pair.count.measure
        and 0 < each.value < whole.low
        and each.start not in spoken_for
        and may_be_share(pair.percent.interval, each.interval, whole)
        for each in pair.skeleton.quantities
    )


def _of_two(run: Sequence[_At], around: Sequence[Whole]) -> Disproportion | None:
    """Two shares that make a whole, or all but what is called the rest of it."""
    one, other = run
    if one.pair.whole.meets(other.pair.whole) or _begin_anew(run):
        return None
    made = _made(run)
    after = other.pair.skeleton.text[other.pair.end :]
    low = _HUNDRED - _ROUND if _LEFT.search(after) else _HUNDRED
    if not (made.high >= low and made.low <= _HUNDRED):
        return None
    if any(_borne_out(each.pair, around) for each in run):
        return None
    return Disproportion(other.sentence, other.pair, (one.pair,), one.pair.whole)


def _common(wholes: Sequence[Interval]) -> Interval | None:
    low, high = max(each.low for each in wholes), min(each.high for each in wholes)
    return Interval(low, high) if low <= high else None


def _made(run: Sequence[_At]) -> Interval:
    made = Interval.exactly(0)
    for each in run:
        made += each.pair.percent.interval
    return made


def _is_narrow(whole: Interval) -> bool:
    return whole.high - whole.low <= _ALIKE * whole.low


def _begin_anew(run: Sequence[_At]) -> bool:
    """Whether words or dates between the shares begin another whole."""
    if len({(time.first, time.last) for each in run for time in each.sentence.times}) > 1:
        return True
    for one, other in pairwise(run):
        text = other.pair.skeleton.text
        between = text[: other.pair.start]
        if one.sentence is other.sentence:
            between = text[one.pair.end : other.pair.start]
        if _ANOTHER.search(between) or re.search(f"[{EARLIER}{LAST}]", between):
            return True
    return False


def _borne_out(pair: Pair, around: Sequence[Whole]) -> bool:
    """Whether a share is that of any number told near it."""
    return any(
        each.measure is pair.count.measure
        and each.value > pair.count.value
        and each.interval.low > 0
        and may_be_share(pair.percent.interval, pair.count.interval, each.interval)
        for each in around
    )
